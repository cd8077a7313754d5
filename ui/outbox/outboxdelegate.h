#pragma once

#include "ui/common/listdelegate.h"

class DeskContext;

// A waiting action in four columns of one wide row: what and for which case, since when, its state,
// and what comes next.
class OutboxDelegate : public ListDelegate {
    Q_OBJECT
public:
    explicit OutboxDelegate(const DeskContext &context, QObject *parent = nullptr);

    static int height(const Theme &theme);
    // Left edges of the columns for a width.
    struct Columns {
        qreal queued, state, next;
    };
    static Columns columns(qreal width, const Theme &theme);
    static QString actionName(const QString &type); // of the wire name: "Reply to the applicant"
    static QString title(const QModelIndex &index);
    static QString reason(const QModelIndex &index);
    QString spoken(const QModelIndex &index) const; // the whole row, for screen readers

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override;
    int rowHeight(const QModelIndex &index, const Theme &theme) const override;

private:
    void paintTwo(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &first,
        const QString &second, bool strong) const;
    static QString action(const QModelIndex &index);
    static QString subject(const QModelIndex &index);
    QString next(const QModelIndex &index) const;

    const DeskContext &m_context;
};
