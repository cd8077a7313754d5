#include "boardsource.h"

#include "models/store/caseview.h"
#include "models/store/whendone.h"

namespace {

constexpr int gatherMs = 300;

} // namespace

BoardSource::BoardSource(CaseView &view, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_clock(clock)
{
    m_worker.setMaxThreadCount(1);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &BoardSource::read);
    connect(&view, &CaseView::listChanged, this, [this] {
        if (m_watched && !m_gather.isActive())
            m_gather.start();
    });
}

BoardSource::~BoardSource()
{
    m_worker.waitForDone();
}

void BoardSource::setWish(const BoardWish &wish)
{
    m_wish = wish;
    if (m_watched)
        read();
}

void BoardSource::setWatched(bool watched)
{
    if (watched && !m_watched) {
        m_watched = true;
        read();
    }
    m_watched = watched;
}

void BoardSource::read()
{
    if (!m_watched || !m_wish)
        return;
    m_wish->now = m_clock.now();
    const int number = ++m_number;
    whenDone(m_view.boardRows(), this, [this, number](const Result<SharedBoardRows> &rows) {
        if (number != m_number)
            return;
        if (rows)
            count(*rows);
        else
            emit failed(rows.error());
    });
}

void BoardSource::count(const SharedBoardRows &rows)
{
    const auto work = [rows, wish = *m_wish] { return makeBoard(*rows, wish); };
    whenDone(runIn(m_worker, work), this, [this, rows, number = m_number](const Board &board) {
        if (number != m_number)
            return;
        m_rows = rows;
        emit ready(board);
    });
}
