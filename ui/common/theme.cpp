#include "theme.h"

#include "kontorstyle.h"
#include <QApplication>
#include <QFontMetricsF>
#include <QSettings>
#include <QWidget>
#include <cmath>

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

const Theme &Theme::of(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *ours = qobject_cast<const KontorStyle *>(style))
        return ours->theme();
    if (const auto *ours = qobject_cast<const KontorStyle *>(QApplication::style()))
        return ours->theme();
    auto *fallback = qApp->findChild<Theme *>(QString(), Qt::FindDirectChildrenOnly);
    return fallback ? *fallback : *new Theme(qApp);
}

bool Theme::desktopIsDark()
{
#ifdef Q_OS_WIN
    // Qt 6.4 tells a program of its own palettes nothing about the setting of Windows.
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\"
                       "Personalize"),
        QSettings::NativeFormat);
    return personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
#endif
}

QFont Theme::font(TextRole role) const
{
    const TypeStyle type = typeStyle(role);
    QFont font;
    font.setFamilies({ QStringLiteral("Inter"), QStringLiteral("Noto Sans") });
    font.setPointSizeF(type.pixels * 0.75 * m_textFactor);
    font.setWeight(QFont::Weight(type.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (type.pixels >= 20)
        font.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    return font;
}

int Theme::scaled(qreal pixels) const
{
    return qRound(pixels * m_textFactor);
}

int Theme::height(int token, TextRole role, int padding) const
{
    return std::max(token, int(std::ceil(QFontMetricsF(font(role)).height())) + padding);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour active, Colour disabled) {
        palette.setColor(QPalette::Active, role, colour(active));
        palette.setColor(QPalette::Inactive, role, colour(active));
        palette.setColor(QPalette::Disabled, role, colour(disabled));
    };
    const auto same = [&](QPalette::ColorRole role, Colour name) { set(role, name, name); };
    same(QPalette::Window, Colour::Window);
    same(QPalette::Base, Colour::Surface);
    same(QPalette::AlternateBase, Colour::Sunken);
    same(QPalette::Button, Colour::Surface);
    set(QPalette::Text, Colour::Text, Colour::Text3);
    set(QPalette::WindowText, Colour::Text, Colour::Text3);
    set(QPalette::ButtonText, Colour::Text, Colour::Text3);
    same(QPalette::BrightText, Colour::RedFg);
    same(QPalette::Highlight, Colour::Accent);
    same(QPalette::HighlightedText, Colour::OnAccent);
    same(QPalette::PlaceholderText, Colour::Text3);
    same(QPalette::Link, Colour::Link);
    same(QPalette::LinkVisited, Colour::Link);
    same(QPalette::ToolTipBase, Colour::Tooltip);
    same(QPalette::ToolTipText, Colour::OnTooltip);
    same(QPalette::Light, Colour::Surface);
    same(QPalette::Midlight, Colour::Border);
    same(QPalette::Mid, Colour::BorderControl);
    same(QPalette::Dark, Colour::Border);
    same(QPalette::Shadow, Colour::BorderControl);
    return palette;
}

QPalette Theme::listPalette() const
{
    QPalette palette = this->palette();
    for (const auto group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled }) {
        palette.setColor(group, QPalette::Highlight, colour(Colour::Selected));
        palette.setColor(group, QPalette::HighlightedText, colour(Colour::Text));
    }
    return palette;
}

void Theme::setDark(bool dark)
{
    if (dark == isDark())
        return;
    m_tokens = dark ? Tokens::darkSet() : Tokens::light();
    emit changed();
}

void Theme::setTextFactor(qreal factor)
{
    factor = std::clamp(factor, 0.8, 2.0);
    if (qFuzzyCompare(factor, m_textFactor))
        return;
    m_textFactor = factor;
    emit changed();
}
