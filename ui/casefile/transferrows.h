#pragma once

#include "models/items/transferlist.h"

#include <QWidget>

class ElidedLabel;
class QProgressBar;
class QVBoxLayout;

// Files under way, one line each: what, how far, and the way to stop it. Hidden while there are
// none. A null case shows all of them.
class TransferRows : public QWidget {
    Q_OBJECT
public:
    explicit TransferRows(TransferList &transfers, QWidget *parent = nullptr);
    void setCase(const CaseId &id);
    void showAll();

private:
    struct Row {
        AttachmentId id;
        QWidget *widget;
        QProgressBar *bar;
        ElidedLabel *amount;
    };
    void refresh();
    Row newRow(const Transfer &transfer);

    TransferList &m_transfers;
    CaseId m_case;
    bool m_all = false;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};
