#include "tokens.h"

#include <QFont>
#include <cmath>

namespace {

// #RRGGBB, or #RRGGBBAA for translucent ones (QColor itself would read #AARRGGBB).
QColor rgb(quint32 value)
{
    return QColor(int(value >> 16 & 0xff), int(value >> 8 & 0xff), int(value & 0xff));
}

QColor rgba(quint32 value)
{
    QColor colour = rgb(value >> 8);
    colour.setAlpha(int(value & 0xff));
    return colour;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens Tokens::light()
{
    return Tokens {
        .dark = false,
        .colours = {
            rgb(0xF3F4F6), // Window
            rgb(0xFFFFFF), // Surface
            rgb(0xFFFFFF), // Raised
            rgb(0xF7F8FA), // Sunken
            rgb(0xEEF1F4), // Hover
            rgb(0xE1EFF3), // Selected
            rgb(0xE9ECF0), // SelectedInactive
            rgb(0xE1E4E9), // Border
            rgb(0xC4CAD3), // BorderButton
            rgb(0x7C8492), // BorderControl
            rgb(0x171B22), // Text
            rgb(0x525A67), // Text2
            rgb(0x5F6774), // Text3
            rgb(0x0B5E78), // Accent
            rgb(0x094C61), // AccentHover
            rgb(0xFFFFFF), // OnAccent
            rgb(0xE1EFF3), // AccentSoft
            rgb(0x0B5E78), // Link
            rgb(0x0B729A), // Focus
            rgba(0x0F172466), // Scrim
            rgba(0x10182833), // Shadow
            rgb(0x1F2530), // Tooltip
            rgb(0xF5F7FA), // OnTooltip
            rgb(0xE3ECFC), rgb(0x1B4C9E), // Blue
            rgb(0xDCF0F1), rgb(0x0A5A62), // Teal
            rgb(0xFCEFD2), rgb(0x744600), // Amber
            rgb(0xECE7FA), rgb(0x5735A3), // Violet
            rgb(0xDEF2E4), rgb(0x17603A), // Green
            rgb(0xFCE4E2), rgb(0xA1211A), // Red
            rgb(0xECEEF1), rgb(0x4A5260), // Grey
            rgb(0x0B6E8C), // Chart1
            rgb(0xBA7C10), // Chart2
            rgb(0x7B5CC4), // Chart3
            rgb(0xB9412F), // Chart4
            rgb(0x8A94A3), // Chart5
            rgb(0xE8EAEE), // Grid
            rgb(0xFFFFFF), // Paper
            rgb(0xE6E8EC), // Desk
        },
    };
}

Tokens Tokens::darkSet()
{
    return Tokens {
        .dark = true,
        .colours = {
            rgb(0x14171C), // Window
            rgb(0x1A1E24), // Surface
            rgb(0x232830), // Raised
            rgb(0x161A1F), // Sunken
            rgb(0x242A32), // Hover
            rgb(0x17394A), // Selected
            rgb(0x292F38), // SelectedInactive
            rgb(0x2E343E), // Border
            rgb(0x454D59), // BorderButton
            rgb(0x7C8695), // BorderControl
            rgb(0xE9ECF1), // Text
            rgb(0xAEB6C2), // Text2
            rgb(0x9AA3B1), // Text3
            rgb(0x5FBBD9), // Accent
            rgb(0x7CCAE4), // AccentHover
            rgb(0x06222D), // OnAccent
            rgb(0x17394A), // AccentSoft
            rgb(0x7CCAE4), // Link
            rgb(0x7CCAE4), // Focus
            rgba(0x00000099), // Scrim
            rgba(0x00000080), // Shadow
            rgb(0xE9ECF1), // Tooltip
            rgb(0x171B22), // OnTooltip
            rgb(0x1D3355), rgb(0xA9C8FF), // Blue
            rgb(0x12393F), rgb(0x86DAE2), // Teal
            rgb(0x40300D), rgb(0xF5CC7A), // Amber
            rgb(0x352B57), rgb(0xCDBBFF), // Violet
            rgb(0x173A27), rgb(0x8FDDAE), // Green
            rgb(0x4B1F1D), rgb(0xFFB3AB), // Red
            rgb(0x2C323B), rgb(0xBFC6D1), // Grey
            rgb(0x4FB3D3), // Chart1
            rgb(0xE0AC4A), // Chart2
            rgb(0xA78BEB), // Chart3
            rgb(0xEF7D6B), // Chart4
            rgb(0x8390A2), // Chart5
            rgb(0x2A3039), // Grid
            rgb(0xFFFFFF), // Paper
            rgb(0x101318), // Desk
        },
    };
}

TypeStyle typeStyle(TextRole role)
{
    switch (role) {
    case TextRole::Display:
        return { 26, QFont::DemiBold };
    case TextRole::Title:
        return { 20, QFont::DemiBold };
    case TextRole::Heading:
        return { 15, QFont::DemiBold };
    case TextRole::Body:
        return { 14, QFont::Normal };
    case TextRole::BodyStrong:
        return { 14, QFont::DemiBold };
    case TextRole::Ui:
        return { 13, QFont::Normal };
    case TextRole::UiStrong:
        return { 13, QFont::DemiBold };
    case TextRole::Button:
        return { 13, QFont::Medium };
    case TextRole::Small:
        return { 12, QFont::Normal };
    case TextRole::SmallStrong:
        return { 12, QFont::Medium };
    }
    return { 13, QFont::Normal };
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}
