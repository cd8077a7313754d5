#include "kontorstyle.h"

#include "fonts.h"
#include "icons.h"
#include "styleparts.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QToolTip>
#include <cmath>

namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool isBare(const QWidget *widget)
{
    return widget && widget->property("bare").toBool();
}

bool drawsItsOwnRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QCheckBox *>(widget)
        && !qobject_cast<const QRadioButton *>(widget);
}

} // namespace

KontorStyle::KontorStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
    loadDeskFonts();
    connect(&m_theme, &Theme::changed, this, &KontorStyle::onThemeChanged);
}

Theme *KontorStyle::install(QApplication &application, bool dark, qreal textFactor)
{
    auto *style = new KontorStyle;
    style->m_theme.setDark(dark);
    style->m_theme.setTextFactor(textFactor);
    application.setStyle(style);
    style->onThemeChanged();
    return style->theme();
}

void KontorStyle::onThemeChanged()
{
    if (QApplication::style() != this)
        return;
    QApplication::setFont(m_theme.font(TextRole::Ui));
    QApplication::setPalette(m_theme.palette());
    QApplication::setPalette(m_theme.listPalette(), "QAbstractItemView");
    QToolTip::setFont(m_theme.font(TextRole::Small));
    QToolTip::setPalette(m_theme.palette());
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->style() != this)
            continue;
        polish(widget);
        // Before the event loop runs Qt does not pass a new application palette on.
        if (widget->isWindow() && !widget->testAttribute(Qt::WA_SetPalette))
            widget->setPalette(QPalette());
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
        widget->update();
    }
}

void KontorStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget)) {
        const bool small = widget->property("small").toBool();
        widget->setFont(m_theme.font(small ? TextRole::SmallStrong : TextRole::Button));
        widget->setAttribute(Qt::WA_Hover);
    } else if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
        tabs->setExpanding(false);
        tabs->setDrawBase(false);
    } else if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        header->setHighlightSections(false);
    }
}

void KontorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (drawsItsOwnRing(widget))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        StyleParts::focusRing(painter, m_theme, option->rect, 5);
        painter->restore();
        return;
    case PE_PanelLineEdit:
        if (!isBare(widget)
            && !qobject_cast<const QAbstractSpinBox *>(widget ? widget->parentWidget() : nullptr)
            && !qobject_cast<const QComboBox *>(widget ? widget->parentWidget() : nullptr))
            StyleParts::field(painter, m_theme, *option);
        return;
    case PE_Frame:
        if (isTextEdit(widget) && !isBare(widget))
            StyleParts::field(painter, m_theme, *option);
        return;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        StyleParts::itemBackground(painter, m_theme, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        StyleParts::checkBox(painter, m_theme, *option);
        return;
    case PE_IndicatorRadioButton:
        StyleParts::radioButton(painter, m_theme, *option);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.colour(Colour::Tooltip));
        return;
    case PE_PanelButtonTool:
        StyleParts::toolButtonPanel(painter, m_theme, *option);
        return;
    case PE_PanelMenu:
        StyleParts::menuPanel(painter, m_theme, *option);
        return;
    case PE_FrameMenu:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KontorStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            StyleParts::pushButtonBevel(painter, m_theme, *button, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            StyleParts::pushButtonLabel(painter, m_theme, *button, widget);
        return;
    case CE_TabBarTabShape:
        StyleParts::tabShape(painter, m_theme, *option);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            StyleParts::tabLabel(painter, m_theme, *tab);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        StyleParts::headerSection(painter, m_theme, *option);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            StyleParts::headerLabel(painter, m_theme, *header);
        return;
    case CE_ProgressBarGroove:
        StyleParts::progressGroove(painter, m_theme, *option);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            StyleParts::progressContents(painter, m_theme, *bar);
        return;
    case CE_ProgressBarLabel:
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.colour(Colour::Border));
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            StyleParts::comboLabel(painter, m_theme, *combo, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            StyleParts::menuItem(painter, m_theme, *item);
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, m_theme.colour(Colour::Raised));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void KontorStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            StyleParts::comboBox(painter, m_theme, *combo, widget);
        return;
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            StyleParts::spinBox(painter, m_theme, *spin,
                subControlRect(control, option, SC_SpinBoxUp, widget),
                subControlRect(control, option, SC_SpinBoxDown, widget));
        }
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            StyleParts::scrollBar(painter, m_theme, *bar,
                StyleParts::scrollBarPart(*bar, SC_ScrollBarSlider), widget);
        }
        return;
    }
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            StyleParts::toolButton(painter, m_theme, *button);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect KontorStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return isBare(widget) ? option->rect : option->rect.adjusted(6, 1, -6, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect KontorStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return StyleParts::scrollBarPart(*bar, subControl);
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const QRect rect = option->rect;
        return rect.adjusted(4, 1, -m_theme.scaled(Size::icon) - 12, -1);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize KontorStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const bool small = widget && widget->property("small").toBool();
    const int fieldHeight
        = m_theme.height(small ? Size::controlSmall : Size::control, TextRole::Ui, small ? 8 : 14);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return StyleParts::pushButtonSize(m_theme, *button, widget);
        break;
    case CT_LineEdit:
        return { size.width() + 12, isBare(widget) ? size.height() : fieldHeight };
    case CT_ComboBox:
        return { size.width() + m_theme.scaled(Size::icon) + 26, fieldHeight };
    case CT_SpinBox:
        return { size.width() + 12, std::max(fieldHeight, size.height()) };
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return StyleParts::toolButtonSize(m_theme, *button);
        break;
    case CT_HeaderSection:
        return { size.width() + 12, m_theme.height(Size::tableHeader, TextRole::SmallStrong, 12) };
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return StyleParts::tabSize(m_theme, *tab);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return StyleParts::menuItemSize(m_theme, *item);
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int KontorStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 9;
    case PM_DefaultFrameWidth:
        // The viewport of a text edit is square and would cut the round corners of its frame.
        if (isTextEdit(widget))
            return isBare(widget) ? 0 : 5;
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 0 : 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return m_theme.scaled(Size::icon);
    case PM_SplitterWidth:
        return 1;
    case PM_FocusFrameHMargin:
        // One less than the padding of a header, so that cells stand below their header.
        if (qobject_cast<const QTableView *>(widget))
            return 11;
        break;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuVMargin:
        return 4;
    case PM_TabBarScrollButtonWidth:
        return m_theme.scaled(24);
    case PM_ComboBoxFrameWidth:
        return 2;
    case PM_TabBarTabHSpace:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int KontorStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
    case SH_ComboBox_Popup:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_LineEdit_PasswordMaskDelay:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon KontorStyle::standardIcon(
    StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
        return icon(QStringLiteral("x"));
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), Colour::Accent);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("circle-question-mark"), Colour::Accent);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("triangle-alert"), Colour::AmberFg);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("circle-x"), Colour::RedFg);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}
