#pragma once

#include "models/domain/casefile.h"

#include <QWidget>

class ElidedLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

// The items of a fee: what for, on which legal basis, how much; each item has its own basis, since
// a special-use fee and an administrative fee rest on different ones.
class FeeTable : public QWidget {
    Q_OBJECT
public:
    explicit FeeTable(QWidget *parent = nullptr);

    void setItems(const QList<FeeItem> &items); // at least one empty row is shown
    // What was entered so far; amounts that cannot be read are 0.
    QList<FeeItem> items() const; // without rows that are wholly empty
    bool isComplete() const; // 1 to 99 items, each with text, basis and amount
    void addItem(const FeeItem &item = {});
    void focusFirst();

signals:
    void changed();

private:
    struct Row {
        QWidget *box;
        QLineEdit *text;
        QLineEdit *basis;
        QLineEdit *amount;
    };
    static FeeItem itemOf(const Row &row);
    void removeRow(QWidget *box);
    void onChanged();

    QVBoxLayout *m_rowColumn;
    QPushButton *m_add;
    ElidedLabel *m_total;
    QList<Row> m_rows;
};
