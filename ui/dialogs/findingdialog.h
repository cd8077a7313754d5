#pragma once

#include "models/domain/pending.h"
#include "ui/common/dialogframe.h"

class QComboBox;
class QDate;
class QDateEdit;
class QLineEdit;
class QStackedWidget;

// What the office has found about one statement of the application (a measured girth, a day on a
// document). It stands beside the declaration, which is never overwritten.
class FindingDialog : public DialogFrame {
    Q_OBJECT
public:
    // step: key of the step whose statements are offered; empty: those that lie in no step
    FindingDialog(const ViewedCase &view, const QString &step, QWidget *parent);

    QString path() const; // of the answer
    FormAnswer finding() const; // value by the type of the answer, with its words for people

private:
    struct Choice {
        QString path;
        FormAnswer answer;
    };
    enum Editor { Text, Day, YesNo };
    void collect(const QList<FormAnswer> &answers, const QString &path, const QString &prefix);
    void onChosen();
    void onChanged();
    Editor editor() const;

    QList<Choice> m_choices;
    QComboBox *m_which;
    class WrappedLabel *m_declared;
    QStackedWidget *m_editors;
    QLineEdit *m_text;
    QDateEdit *m_day;
    QComboBox *m_yesNo;
};
