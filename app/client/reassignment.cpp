#include "reassignment.h"

#include "caseactions.h"

#include "models/store/caseview.h"

#include <QElapsedTimer>

namespace {

constexpr int sliceMs = 12; // less than one frame of the screen
constexpr int perCaseMs = 20; // about what one takes, so that the last can be undone as long

} // namespace

Reassignment::Reassignment(
    CaseView &view, CaseActions &actions, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_actions(actions)
    , m_clock(clock)
{
    connect(&m_slice, &QTimer::timeout, this, &Reassignment::onSlice);
}

void Reassignment::start(const QList<CaseMove> &moves)
{
    if (isRunning())
        return;
    m_moves = moves;
    m_next = 0;
    m_outcome = {};
    if (const int seconds = m_actions.undoSeconds(); seconds > 0)
        m_outcome.sentAt = { m_clock.now().ms + seconds * 1000 + moves.size() * perCaseMs };
    m_slice.start(0);
}

void Reassignment::stop()
{
    m_moves.resize(m_next); // the next slice finds nothing more to do
}

void Reassignment::onSlice()
{
    QElapsedTimer used;
    used.start();
    while (m_next < m_moves.size() && used.elapsed() < sliceMs)
        assign(m_moves[m_next++]);
    if (m_next == m_moves.size())
        finish();
}

// Planned on rows as they were: a case that was taken by somebody since then is not taken away.
void Reassignment::assign(const CaseMove &move)
{
    const std::optional<InboxRow> row = m_view.row(move.key);
    if (!row || row->assignee != move.from) {
        ++m_outcome.changed;
        return;
    }
    ActionOptions how;
    how.notBefore = m_outcome.sentAt;
    const Result<Operation> done = m_actions.assign(row->id, move.to, how);
    if (done)
        m_outcome.assigned.append(done->id);
    else
        m_outcome.refused.append(done.error());
}

void Reassignment::finish()
{
    m_slice.stop();
    emit finished(m_outcome);
}

int Reassignment::undo(const Outcome &outcome)
{
    int sent = 0;
    for (const OperationId &id : outcome.assigned)
        sent += m_actions.undo(id) ? 0 : 1;
    return sent;
}
