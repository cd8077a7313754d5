#pragma once

#include "ui/common/listdelegate.h"

#include <QTableView>

class LoadModel;

class LoadDelegate : public ListDelegate {
    Q_OBJECT
public:
    explicit LoadDelegate(QObject *parent = nullptr);

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override;

private:
    void paintPerson(
        QPainter *painter, const QRectF &rect, const QModelIndex &index, const Theme &theme) const;
    void paintLoad(
        QPainter *painter, const QRectF &rect, const QModelIndex &index, const Theme &theme) const;
};

// The clerks of a trial: a row dragged onto another moves cases, space marks somebody as absent.
class LoadView : public QTableView {
    Q_OBJECT
public:
    explicit LoadView(LoadModel *model, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void absenceToggled(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(const QModelIndex &index);
};
