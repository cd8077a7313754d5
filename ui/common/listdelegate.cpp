#include "listdelegate.h"

#include "styleparts.h"
#include "theme.h"
#include <QAbstractItemView>
#include <QPainter>

ListDelegate::ListDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ListDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option, index);
    paintRow(painter, option, index, Theme::of(option.widget));
    painter->restore();
}

void ListDelegate::paintBackground(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRectF rect = option.rect;
    if (m_dividerLeft >= 0) {
        painter->fillRect(
            QRectF(rect.left() + m_dividerLeft, rect.bottom() - 1, rect.width() - m_dividerLeft, 1),
            theme.colour(Colour::Border));
    }
    if (!isSelectable(index))
        return;
    StyleParts::itemBackground(painter, theme, option);
    if (m_accentBar && option.state & QStyle::State_Selected)
        painter->fillRect(
            QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour(Colour::Accent));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setRenderHint(QPainter::Antialiasing);
        StyleParts::focusRing(painter, theme, rect, 4);
    }
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const int width = int(m_text.widthOf(theme, index.data().toString(), TextRole::Ui)) + 25;
    return { width, rowHeight(index, theme) };
}

void ListDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const QRectF room = QRectF(option.rect).adjusted(12, 0, -12, 0);
    m_text.draw(painter, theme, room, index.data().toString(), TextRole::Ui, Colour::Text,
        alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft);
}

int ListDelegate::rowHeight(const QModelIndex &, const Theme &theme) const
{
    return theme.height(Size::tableRow, TextRole::Ui, 16);
}

bool ListDelegate::isSelectable(const QModelIndex &index) const
{
    return index.flags() & Qt::ItemIsSelectable;
}
