#pragma once

#include <QStyle>
#include <QStyleOption>

class QPainter;
class QWidget;
class Theme;

// The parts of KontorStyle, one function for each: they draw from the theme and the option only.
namespace StyleParts {

// The line of 2 px inside the rectangle that shows the focus.
void focusRing(QPainter *painter, const Theme &theme, const QRectF &rect, qreal radius);
void field(QPainter *painter, const Theme &theme, const QStyleOption &option);

void pushButtonBevel(
    QPainter *painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget);
void pushButtonLabel(
    QPainter *painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget);
QSize pushButtonSize(const Theme &theme, const QStyleOptionButton &option, const QWidget *widget);
void toolButtonPanel(QPainter *painter, const Theme &theme, const QStyleOption &option);
void toolButton(QPainter *painter, const Theme &theme, const QStyleOptionToolButton &option);
QSize toolButtonSize(const Theme &theme, const QStyleOptionToolButton &option);
void checkBox(QPainter *painter, const Theme &theme, const QStyleOption &option);
void radioButton(QPainter *painter, const Theme &theme, const QStyleOption &option);

void comboBox(
    QPainter *painter, const Theme &theme, const QStyleOptionComboBox &option, const QWidget *w);
void comboLabel(
    QPainter *painter, const Theme &theme, const QStyleOptionComboBox &option, const QWidget *w);
void spinBox(QPainter *painter, const Theme &theme, const QStyleOptionSpinBox &option,
    const QRect &up, const QRect &down);

void tabShape(QPainter *painter, const Theme &theme, const QStyleOption &option);
// The text of a tab may end in a tab character and a count, "Documents\t4"; "\t1!" fills the count
// with the accent because somebody waits.
void tabLabel(QPainter *painter, const Theme &theme, const QStyleOptionTab &option);
QSize tabSize(const Theme &theme, const QStyleOptionTab &option);
void headerSection(QPainter *painter, const Theme &theme, const QStyleOption &option);
void headerLabel(QPainter *painter, const Theme &theme, const QStyleOptionHeader &option);
void scrollBar(QPainter *painter, const Theme &theme, const QStyleOptionSlider &option,
    const QRect &slider, const QWidget *widget);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void progressGroove(QPainter *painter, const Theme &theme, const QStyleOption &option);
void progressContents(QPainter *painter, const Theme &theme, const QStyleOptionProgressBar &option);
void itemBackground(QPainter *painter, const Theme &theme, const QStyleOption &option);
void menuPanel(QPainter *painter, const Theme &theme, const QStyleOption &option);
void menuItem(QPainter *painter, const Theme &theme, const QStyleOptionMenuItem &option);
QSize menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option);

} // namespace StyleParts
