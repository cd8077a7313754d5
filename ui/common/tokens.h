#pragma once

#include <QColor>
#include <array>

// Names of the colours. A widget stores a name, never a colour, so that light and dark can be
// switched while it is on screen.
enum class Colour : quint8 {
    Window, // behind the panes
    Surface, // content of a pane
    Raised, // menus, dialogs
    Sunken, // side panels, read-only fields
    Hover,
    Selected,
    SelectedInactive,
    Border, // decoration only, no contrast promised
    BorderButton, // the button's text identifies it
    BorderControl, // fields: at least 3 : 1
    Text,
    Text2, // labels, meta data
    Text3, // placeholder, disabled
    Accent,
    AccentHover,
    OnAccent,
    AccentSoft,
    Link,
    Focus,
    Scrim, // translucent, over a window behind a dialog
    Shadow, // translucent
    Tooltip, // also toasts
    OnTooltip,
    BlueBg,
    BlueFg,
    TealBg,
    TealFg,
    AmberBg,
    AmberFg,
    VioletBg,
    VioletFg,
    GreenBg,
    GreenFg,
    RedBg,
    RedFg,
    GreyBg,
    GreyFg,
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Grid,
    Paper, // pages of documents stay white in dark mode
    Desk, // behind the pages
};
inline constexpr int colourCount = int(Colour::Desk) + 1;

// What a filled or tinted colour says; always together with a word or a shape.
enum class Tone : quint8 {
    Blue, // new
    Teal, // in review
    Amber, // waits, due soon
    Violet, // decision, fee
    Green, // done, proven
    Red, // overdue, failed
    Grey, // neutral
};
inline constexpr int toneCount = int(Tone::Grey) + 1;

constexpr Colour backgroundOf(Tone tone)
{
    return Colour(int(Colour::BlueBg) + 2 * int(tone));
}
constexpr Colour foregroundOf(Tone tone)
{
    return Colour(int(Colour::BlueFg) + 2 * int(tone));
}

enum class TextRole : quint8 {
    Display,
    Title,
    Heading,
    Body, // messages, values
    BodyStrong,
    Ui,
    UiStrong, // unread, selected
    Button,
    Small,
    SmallStrong,
};

struct TypeStyle {
    int pixels; // at 100 %
    int weight; // QFont::Weight
};
TypeStyle typeStyle(TextRole role);

// Distances in device independent pixels at 100 % text.
namespace Space {
inline constexpr int hair = 2;
inline constexpr int tiny = 4;
inline constexpr int tight = 6;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16; // padding of a card
inline constexpr int wide = 20;
inline constexpr int page = 24; // margin of a page
inline constexpr int huge = 32;
} // namespace Space

namespace Radius {
inline constexpr int key = 4;
inline constexpr int chip = 5;
inline constexpr int control = 6;
inline constexpr int card = 8;
inline constexpr int dialog = 12;
} // namespace Radius

// Least sizes at 100 % text: a height is always max(token, height of the font + padding).
namespace Size {
inline constexpr int control = 34;
inline constexpr int controlSmall = 28;
inline constexpr int toolButton = 32;
inline constexpr int tab = 40;
inline constexpr int tableHeader = 32;
inline constexpr int tableRow = 36;
inline constexpr int rowTwoLines = 60;
inline constexpr int groupRow = 36;
inline constexpr int navRow = 32;
inline constexpr int chip = 22;
inline constexpr int icon = 16;
inline constexpr int iconTool = 18;
inline constexpr int sidebar = 232;
inline constexpr int rail = 57;
inline constexpr int inspector = 312;
inline constexpr int listPane = 492;
inline constexpr int listPaneNarrow = 372;
inline constexpr int factLabel = 168;
// Widths divided by the text factor below which the sidebar becomes a rail, and one pane is left.
inline constexpr int railBelow = 1200;
inline constexpr int onePaneBelow = 860;
} // namespace Size

namespace Motion {
inline constexpr int fadeMs = 120;
inline constexpr int slideMs = 160;
inline constexpr int undoSendMs = 10000;
} // namespace Motion

// One complete set of colours. A value: two sets exist, nothing else holds a literal colour.
struct Tokens {
    bool dark = false;
    std::array<QColor, colourCount> colours;

    const QColor &operator[](Colour name) const { return colours[size_t(name)]; }

    static Tokens light();
    static Tokens darkSet();
};

// Contrast by WCAG 2.1: 1 (none) to 21 (black on white); both colours opaque.
double contrast(const QColor &one, const QColor &other);
