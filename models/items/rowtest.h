#pragma once

#include "inboxfilter.h"

#include "models/store/inboxrow.h"

// A filter made ready for a million rows: each condition is a table over the few values of a column
// or a range of days, so that a whole column is tested in a millisecond. Made anew when the columns
// have learned a name.
class RowTest {
public:
    struct Desk { // where and when is asked
        ClerkId me;
        qint32 today = 0; // Julian day
        QByteArray zone;
    };
    RowTest() = default;
    // found: whether a row has the words of the filter; empty if it has none.
    RowTest(const InboxFilter &filter, const InboxColumns &columns, const Desk &desk,
        std::vector<quint8> found = {});

    bool accepts(const InboxColumns &columns, qsizetype row) const;
    std::vector<quint8> accepted(const InboxColumns &columns) const; // 1 or 0 for each row
    int count(const InboxColumns &columns) const;
    const std::vector<quint8> &found() const { return m_found; }
    std::vector<quint8> takeFound() { return std::move(m_found); } // for the next one

private:
    enum class Column {
        State,
        Flags,
        Fee,
        Level,
        Assignee,
        Department,
        Type,
        Due,
        FollowUp,
        Period,
        Filed,
        Updated,
    };
    struct Atom {
        Column column;
        std::vector<quint8> table; // of the columns with few values
        qint64 from = 0; // of the others, both included
        qint64 to = 0;
    };
    using All = std::vector<Atom>; // all of them hold
    struct Term {
        std::vector<All> any; // one of them holds
        bool negated = false;
    };
    class Maker;

    bool holds(const Atom &atom, const InboxColumns &columns, size_t row) const;
    static void narrow(std::vector<quint8> &rows, const Atom &atom, const InboxColumns &columns);

    std::vector<Term> m_terms;
    std::vector<quint8> m_found;
    bool m_hasWords = false;
};
