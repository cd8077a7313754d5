#pragma once

#include "models/domain/casetype.h"
#include "models/domain/operation.h"
#include "ui/common/dialogframe.h"

class DeskContext;
class QComboBox;
class QDateEdit;
class QLineEdit;

// Opens an internal case: a kind of case without a service on the citizens' pages. Works without a
// connection; the portal gives the file reference later.
class NewCaseDialog : public DialogFrame {
    Q_OBJECT
public:
    NewCaseDialog(const DeskContext &context, QWidget *parent);
    OpenCase wanted() const;

private:
    void onKind();
    void onChanged();

    const DeskContext &m_context;
    QList<CaseType> m_types;
    QComboBox *m_kind;
    QLineEdit *m_title;
    QDateEdit *m_due;
    class WrappedLabel *m_department;
};
