#pragma once

#include "models/board/redistribution.h"
#include "models/domain/result.h"

#include <QObject>
#include <QTimer>

class CaseActions;
class CaseView;

// Gives many cases to other clerks, as a redistribution has planned it: a few at a time, so that
// the window goes on answering, each durable before the next. All wait for one undo window.
class Reassignment : public QObject {
    Q_OBJECT
public:
    Reassignment(
        CaseView &view, CaseActions &actions, const Clock &clock, QObject *parent = nullptr);

    struct Outcome {
        QList<OperationId> assigned;
        int changed = 0; // somebody else had taken the case meanwhile: left as it is
        QList<Error> refused;
        Timestamp sentAt; // until then everything can be taken back; null: at once
    };

    void start(const QList<CaseMove> &moves); // nothing while one is running
    bool isRunning() const { return m_slice.isActive(); }
    void stop(); // after the case under way; what was assigned so far stays
    // Takes back what has not been sent yet; how many could not be taken back.
    int undo(const Outcome &outcome);

signals:
    void finished(const Outcome &outcome);

private:
    void onSlice();
    void assign(const CaseMove &move);
    void finish();

    CaseView &m_view;
    CaseActions &m_actions;
    const Clock &m_clock;
    QList<CaseMove> m_moves;
    qsizetype m_next = 0;
    Outcome m_outcome;
    QTimer m_slice;
};
