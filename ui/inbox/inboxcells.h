#pragma once

#include "ui/common/listdelegate.h"

class DeskContext;

// One case a line, one fact a column: for who compares many cases instead of reading one.
class InboxCells : public ListDelegate {
    Q_OBJECT
public:
    explicit InboxCells(const DeskContext &context, QObject *parent = nullptr);

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override;

private:
    struct Ink {
        Colour colour = Colour::Text;
        QString iconName;
    };
    Ink inkOf(const QModelIndex &index) const;

    const DeskContext &m_context;
};
