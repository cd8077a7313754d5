#pragma once

#include "models/domain/pending.h"

#include <QMap>
#include <QSet>
#include <QStringList>

// What clerks were told, and whether it came true: the log of acknowledged acts of one or more
// desks, and the invariants of synchronisation judged against the end of a run:
//   I1 what was shown as saved is in the outbox, at the portal or among the drafts
//   I2 no act has more than one effect
//   I3 at rest a desk shows what the portal has
//   I5 acts on one case take effect in the order in which they were saved; an act that waited for
//      the clerk's word takes effect when it was given
// I4 (no revoked byte) is judged by canary.h. The log is a file that survives a kill: one line an
// act, written before the next act begins.
class History {
public:
    struct Act {
        OperationId operation; // null: a draft
        CaseId caseId;
        QString text; // stands nowhere else
        bool again = false; // sent on the clerk's word, later than it was saved
        bool operator==(const Act &) const = default;
    };

    static History read(const QString &path);
    // Appends to the file and hands it to the system at once.
    static bool append(const QString &path, const Act &act);
    static bool appendWord(const QString &path, const OperationId &operation); // of the clerk

    void add(const Act &act) { m_acts.append(act); }
    const QList<Act> &acts() const { return m_acts; }
    const Act *find(const QString &text, bool draft = false) const; // null: not acknowledged

    struct End {
        QList<PendingOperation> outbox; // open and delivered
        QList<Draft> drafts;
        QMap<QString, CaseFile> portal; // by id, what the clerk may see
        QMap<QString, CaseFile> desk; // as shown
        QSet<OperationId> carriedOut; // of cases that are not the clerk's any more
        bool atRest = true; // everything was delivered: I3 holds
    };
    QStringList violations(const End &end) const; // in words; empty: none

    // How often an operation's effect stands in a case: by its text and by its event.
    static int effects(const CaseFile &caseFile, const Act &act);
    static QString textOf(const Operation &operation); // of a note or a reply

private:
    QStringList lost(const End &end) const;
    QStringList doubled(const End &end) const;
    QStringList diverged(const End &end) const;
    QStringList disordered(const End &end) const;

    QList<Act> m_acts;
};
