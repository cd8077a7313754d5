#pragma once

#include "theme.h"
#include <QProxyStyle>

class QApplication;

// The look of every standard widget, the same on Windows and Linux. A proxy of Fusion and no style
// sheet: a style sheet would wrap the proxy, ignore palette changes and be slow.
// Reads these dynamic properties:
//   kind   push button: "primary", "secondary" (default), "ghost", "danger", "toast", "banner",
//   "link" hint   push button: text of its key cap, e.g. "Ctrl+Enter" small  push button, combo:
//   true for 28 px instead of 34 tone   push button of kind "banner": int(Tone) bare   line edit,
//   text edit, combo: no frame desk   scroll area: its scroll bars lie on Colour::Desk
class KontorStyle : public QProxyStyle {
    Q_OBJECT
public:
    KontorStyle();

    Theme *theme() { return &m_theme; }
    const Theme &theme() const { return m_theme; }
    // Fonts, palettes and this style for the whole application; the application owns the style.
    // Returns the theme for the settings. Call once, before the first window.
    static Theme *install(QApplication &application, bool dark, qreal textFactor = 1.0);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
        QPainter *painter, const QWidget *widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
        SubControl subControl, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;
    QIcon standardIcon(
        StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    QPalette standardPalette() const override { return m_theme.palette(); }
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

private:
    void onThemeChanged();

    Theme m_theme;
};
