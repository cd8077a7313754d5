#pragma once

#include "models/domain/pending.h"
#include "ui/common/dialogframe.h"

class CheckRow;
class DeskContext;
class FeeTable;
class QDateEdit;
class QLineEdit;

// Requests a fee: items, reason, due date, the reference it will get, and the checks before it is
// sent. What the portal would refuse cannot be sent from here.
class FeeDialog : public DialogFrame {
    Q_OBJECT
public:
    FeeDialog(const ViewedCase &viewed, const DeskContext &context, QWidget *parent);

    QList<FeeItem> items() const;
    QString reason() const;
    QDate due() const;
    FeeTable *table() const { return m_table; }

private:
    void buildChecks();
    void onChanged();

    const DeskContext &m_context;
    ReferenceSource m_source;
    FeeTable *m_table;
    QLineEdit *m_reason;
    QDateEdit *m_due;
    CheckRow *m_itemsCheck;
    CheckRow *m_sumCheck;
    CheckRow *m_dueCheck;
    CheckRow *m_referenceCheck;
};
