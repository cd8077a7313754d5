#pragma once

#include "board.h"
#include "models/domain/result.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

class CaseView;

// Keeps a board up to date while somebody looks at it: the cache is read and counted by a worker,
// once for any number of changes that come together.
class BoardSource : public QObject {
    Q_OBJECT
public:
    // clock: what "now" of a wish is; outlives the source
    BoardSource(CaseView &view, const Clock &clock, QObject *parent = nullptr);
    ~BoardSource() override;

    void setWish(const BoardWish &wish); // counted anew if it is watched
    void setWatched(bool watched); // nothing is counted for nobody
    SharedBoardRows rows() const { return m_rows; } // behind the last board; null before it

signals:
    void ready(const Board &board);
    void failed(const Error &error); // of the cache

private:
    void read();
    void count(const SharedBoardRows &rows);

    CaseView &m_view;
    const Clock &m_clock;
    std::optional<BoardWish> m_wish;
    SharedBoardRows m_rows;
    QThreadPool m_worker;
    QTimer m_gather;
    int m_number = 0; // of the last reading: older answers are dropped
    bool m_watched = false;
};
