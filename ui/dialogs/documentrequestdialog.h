#pragma once

#include "models/domain/pending.h"
#include "ui/common/dialogframe.h"

class DeskContext;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

// Asks the applicant for documents: what is missing, until when, and the message that says so. The
// text follows the list until the clerk has changed it.
class DocumentRequestDialog : public DialogFrame {
    Q_OBJECT
public:
    DocumentRequestDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent);

    QStringList items() const;
    QDate due() const;
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addItem();
    void onChanged();
    QString proposal() const;

    const DeskContext &m_context;
    QString m_salutation;
    QString m_proposed;
    QLineEdit *m_newItem;
    QWidget *m_listBox; // shown once there is something in the list
    QListWidget *m_items;
    QDateEdit *m_due;
    QPlainTextEdit *m_text;
};
