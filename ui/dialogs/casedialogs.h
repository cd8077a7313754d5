#pragma once

#include "models/domain/casefile.h"
#include "models/domain/casestate.h"
#include "models/domain/pending.h"
#include "ui/common/dialogframe.h"

class DeskContext;
class QButtonGroup;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class WrappedLabel;

// "32.2-SN-2026-00418 · Katharina Vogelsang": what dialogs write below their title.
QString caseSubtitle(const ViewedCase &view);

// Hands the case to somebody of the owning department, or to nobody.
class AssignDialog : public DialogFrame {
    Q_OBJECT
public:
    AssignDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent);
    ClerkId assignee() const;
    QString assigneeName() const; // empty for nobody

private:
    QComboBox *m_choice;
};

// Offers the states that may follow; some of them need a reason.
class StateDialog : public DialogFrame {
    Q_OBJECT
public:
    StateDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent);
    CaseState state() const;
    QString reason() const;

private:
    void onChanged();

    CaseState m_from;
    QButtonGroup *m_group;
    QPlainTextEdit *m_reason;
};

class NoteDialog : public DialogFrame {
    Q_OBJECT
public:
    NoteDialog(const ViewedCase &view, QWidget *parent);
    QString text() const;
    void setText(const QString &text); // of a note that is edited

private:
    QPlainTextEdit *m_text;
};

// Until when the case may rest; never a day that has passed.
class FollowUpDialog : public DialogFrame {
    Q_OBJECT
public:
    FollowUpDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent);
    QDate day() const;
    QString reason() const;

private:
    QDateEdit *m_day;
    QLineEdit *m_reason;
};

// From which day on the notice holds for good (Bestandskraft): proposed is the day after the remedy
// period, never before the letter and never a day to come.
class FinalityDialog : public DialogFrame {
    Q_OBJECT
public:
    FinalityDialog(
        const ViewedCase &view, const Notice &notice, const DeskContext &context, QWidget *parent);
    QDate day() const;

private:
    void onChanged(const DeskContext &context);

    QDate m_remedyEndsOn;
    QDateEdit *m_day;
    WrappedLabel *m_meaning; // of the day that is chosen
};

// Asks before something that needs a reason or cannot be taken back.
class ConfirmDialog : public DialogFrame {
    Q_OBJECT
public:
    ConfirmDialog(const QString &title, const QString &subtitle, const QString &text,
        const QString &yes, ButtonKind kind, QWidget *parent);
    // Adds a field that must be filled before the dialog can be accepted.
    void askReason(const QString &label);
    QString reason() const;

private:
    QPlainTextEdit *m_reason = nullptr;
};
