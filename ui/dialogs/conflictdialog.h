#pragma once

#include "models/items/conflict.h"
#include "ui/common/dialogframe.h"

class Card;
class DeskContext;
class QRadioButton;

// Two versions of the same thing, side by side, with who and when and what it was before; or the
// message that came in between. The clerk decides, nothing is taken silently, and the loser stays
// in the history of the case.
class ConflictDialog : public DialogFrame {
    Q_OBJECT
public:
    enum class Choice {
        Mine, // carried out anew on the case as it is now
        Theirs, // the clerk's action is withdrawn
        Edit, // its words go back into their editor
    };
    ConflictDialog(const PendingOperation &entry, const ViewedCase &viewed,
        const DeskContext &context, QWidget *parent);

    Choice choice() const { return m_choice; }

signals:
    void caseRequested();

private:
    QWidget *buildCard(Choice choice, const QString &title, const QString &meta,
        const QStringList &lines, QRadioButton *&button);
    void addFields(const PendingOperation &entry, const ViewedCase &viewed);
    void addReview(const PendingOperation &entry, const ViewedCase &viewed);
    void choose(Choice choice);
    QString nameOf(const QString &field, const CaseFile &caseFile) const;
    QString wordOf(const QString &field, const QJsonValue &value) const;

    const DeskContext &m_context;
    Choice m_choice = Choice::Mine;
    QString m_mineLabel;
    QString m_theirsLabel;
    QRadioButton *m_mine = nullptr;
    QRadioButton *m_theirs = nullptr;
    Card *m_mineCard = nullptr;
    Card *m_theirsCard = nullptr;
};
