#pragma once

#include "figuremodel.h"
#include "ui/common/listdelegate.h"

#include <QTableView>

// Paints names, bars and numbers. A number behind which there are cases looks like a link.
class FigureDelegate : public ListDelegate {
    Q_OBJECT
public:
    explicit FigureDelegate(QObject *parent = nullptr);

    // The four parts of a bar within the rectangle, `most` filling it; for the board and for loads.
    static void paintBar(QPainter *painter, const Theme &theme, const QRectF &rect,
        const QList<int> &parts, int most);
    static Colour colourOf(WaitsFor reason);

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override;

private:
    void paintOpenBar(QPainter *painter, const QRectF &rect, const QModelIndex &index,
        const FigureTable &table, const Theme &theme) const;
};

// A table of figures: arrows walk over the cells, Enter or a click opens the cases behind one.
class FigureView : public QTableView {
    Q_OBJECT
public:
    explicit FigureView(QWidget *parent = nullptr);

    void setTable(const FigureTable &table);
    const FigureTable &table() const { return m_model->table(); }
    // As high as its rows, without a scroll bar of its own.
    void setFullHeight(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void casesRequested(const CaseCondition &cases, const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void open(const QModelIndex &index);
    void fit();

    FigureModel *m_model;
    bool m_fullHeight = false;
};
