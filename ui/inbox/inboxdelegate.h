#pragma once

#include "ui/common/listdelegate.h"

class DeskContext;

// Two lines for a case: status ring, name and time; type, snippet and the one deadline that counts.
// The heading of a group stands above its first row.
class InboxDelegate : public ListDelegate {
    Q_OBJECT
public:
    explicit InboxDelegate(const DeskContext &context, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override;
    int rowHeight(const QModelIndex &index, const Theme &theme) const override;

private:
    struct Hint { // right end of the second line
        QString text;
        QString iconName;
        Tone tone = Tone::Grey;
        bool chip = false;
    };
    Hint hintOf(const QModelIndex &index) const;
    qreal paintHint(
        QPainter *painter, const Theme &theme, const QRectF &line, const Hint &hint) const;

    const DeskContext &m_context;
};
