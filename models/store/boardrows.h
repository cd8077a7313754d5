#pragma once

#include "inboxrow.h"

#include <memory>

// What keeps the office from going on with a case. One reason for each, so that the figures of a
// bar add up: who waits for the citizen cannot go on whatever else is open.
enum class WaitsFor : quint8 { Nobody, Citizen, Colleague, Fee };
inline constexpr int waitsForCount = 4;

// What the board of a team counts of one case: 40 bytes, so that a million fit into memory.
struct BoardRow {
    qint64 key = 0; // as of InboxRow
    qint64 filed = 0; // UTC milliseconds
    qint64 ended = 0; // UTC milliseconds; 0: open
    qint32 deadline = noDay; // Julian day of the internal target, unless it rests, or of the end of
                             // the statutory period: the earlier one
    quint16 type = 0; // index into BoardRows::names
    quint16 department = 0;
    quint16 assignee = 0; // 0: nobody
    WaitsFor waitsFor = WaitsFor::Nobody;
    quint8 state = 0; // CaseState

    static constexpr qint32 noDay = 0x7fffffff;

    bool isOpen() const { return ended == 0; }
};

// The same as the cache's columns have it; texts in UTF-8, since that is how they lie there.
struct BoardFacts {
    qint64 key = 0;
    QByteArray type;
    QByteArray department;
    QByteArray assignee;
    CaseState state = CaseState::Unknown;
    qint64 due = 0; // Julian day; 0: none
    bool paused = false;
    qint64 periodEnds = 0; // Julian day; 0: none
    bool feeOpen = false;
    bool consulted = false;
    qint64 filed = 0; // UTC milliseconds
    qint64 ended = 0;
};

struct BoardRows {
    std::vector<BoardRow> rows; // those of the cache by ascending key
    QStringList names{ QString() }; // what the indices stand for; names[0] is nobody

    void append(const BoardFacts &facts) { rows.push_back(made(facts)); }
    void append(const InboxRow &row);
    // Replaces rows by those of the same key; others come to the end.
    void patch(const QList<InboxRow> &changed);
    qsizetype find(const QString &name) const; // -1: no row has it

private:
    BoardRow made(const BoardFacts &facts);
    quint16 indexOf(const QByteArray &name); // adds what is not there

    QHash<QByteArray, quint16> m_index;
};
using SharedBoardRows = std::shared_ptr<const BoardRows>; // between worker and pages
