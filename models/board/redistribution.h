#pragma once

#include "board.h"

// A clerk to whom cases may go.
struct TeamClerk {
    ClerkId id;
    QList<DepartmentId> departments; // only cases of these
    bool absent = false; // gets nothing

    bool operator==(const TeamClerk &) const = default;
};

struct ClerkLoad {
    ClerkId clerk; // null: cases for which nobody is responsible
    int open = 0;
    int workable = 0; // of them, waiting for nobody
    int overdue = 0;
    int risk = 0; // deadline within the next 14 days

    bool operator==(const ClerkLoad &) const = default;
};

struct CaseMove {
    qint64 key = 0;
    ClerkId from; // null: nobody
    ClerkId to;

    bool operator==(const CaseMove &) const = default;
};

struct MoveWish {
    ClerkId from; // null: cases of nobody
    ClerkId to; // null: to whoever has the fewest open cases, case by case
    CaseTypeId service; // null: any
    int count = 0; // at most

    bool operator==(const MoveWish &) const = default;
};

// A trial: who would have how many cases if some of them moved. Nothing is changed; what comes out
// is the list of cases that would get another clerk. What is moved first is what nobody has begun,
// of that the most urgent: so the least work is done twice.
class Redistribution {
public:
    Redistribution() = default;
    // Counts the open cases of these departments.
    Redistribution(SharedBoardRows rows, const QList<DepartmentId> &departments,
        const QList<TeamClerk> &team, QDate today);

    const QList<TeamClerk> &team() const { return m_team; }
    void setAbsent(const ClerkId &clerk, bool absent); // what is planned already stays
    QList<ClerkLoad> before() const { return loads(&Case::before); } // nobody, then as team()
    QList<ClerkLoad> after() const { return loads(&Case::after); }
    QList<CaseTypeId> services(const ClerkId &of) const; // with cases that could move, by id
    int movable(const MoveWish &wish) const; // so many, whatever the count
    int move(const MoveWish &wish); // so many have moved
    bool canTakeBack() const { return !m_steps.isEmpty(); }
    void takeBack(); // the last move()
    QList<CaseMove> moves() const; // by key

private:
    struct Case {
        BoardRow row;
        quint16 before = 0; // index into m_team, plus one; 0: nobody; unknownClerk
        quint16 after = 0;
    };
    struct Change {
        size_t at;
        quint16 from;
    };
    static constexpr quint16 unknownClerk = 0xffff; // somebody of another team
    quint16 indexOf(const ClerkId &clerk) const;
    QList<ClerkLoad> loads(quint16 Case::*clerk) const;
    bool mayAct(quint16 clerk, const BoardRow &row) const;
    bool canMove(const Case &one, const MoveWish &wish) const;
    quint16 receiver(const Case &one, const MoveWish &wish, const std::vector<int> &open) const;

    SharedBoardRows m_rows;
    QDate m_today;
    QList<TeamClerk> m_team;
    std::vector<Case> m_cases; // in the order in which they would move
    QList<std::vector<Change>> m_steps;
};
