#include "rowtest.h"

#include "models/domain/casestate.h"
#include "models/domain/wire.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <limits>
#include <numeric>

using Field = InboxTerm::Field;
using Relation = InboxTerm::Relation;
using Scope = InboxFilter::Scope;

namespace {

constexpr qint64 endless = std::numeric_limits<qint64>::max() / 4;
constexpr int gone = 0xff; // in the column of states: the case has left

// Works on the column of this kind, whatever its type.
template <class Kind, class Columns, class Work>
void withColumn(Kind kind, const Columns &columns, Work work)
{
    switch (kind) {
    case Kind::State:
        return work(columns.state);
    case Kind::Flags:
        return work(columns.flags);
    case Kind::Fee:
        return work(columns.fee);
    case Kind::Level:
        return work(columns.level);
    case Kind::Assignee:
        return work(columns.assignee);
    case Kind::Department:
        return work(columns.department);
    case Kind::Type:
        return work(columns.type);
    case Kind::Due:
        return work(columns.due);
    case Kind::FollowUp:
        return work(columns.followUp);
    case Kind::Period:
        return work(columns.periodEnds);
    case Kind::Filed:
        return work(columns.filed);
    case Kind::Updated:
        return work(columns.updated);
    }
}

} // namespace

// Turns the words of a filter into tables and ranges.
class RowTest::Maker {
public:
    Maker(const InboxColumns &columns, const Desk &desk)
        : m_columns(columns)
        , m_desk(desk)
        , m_today(desk.today)
    {
    }

    template <class Test> static Atom table(Column column, Test test)
    {
        Atom atom{ column, std::vector<quint8>(256), 0, 0 };
        for (int value = 0; value < 256; ++value)
            atom.table[size_t(value)] = test(value) ? 1 : 0;
        return atom;
    }
    static Atom states(bool (*test)(CaseState))
    {
        return table(
            Column::State, [test](int value) { return value != gone && test(CaseState(value)); });
    }
    static Atom state(CaseState wanted)
    {
        return table(Column::State, [wanted](int value) { return value == int(wanted); });
    }
    static Atom flag(int bits, bool set = true)
    {
        return table(Column::Flags, [=](int value) { return ((value & bits) != 0) == set; });
    }
    static Atom fee(FeeState wanted)
    {
        return table(Column::Fee, [wanted](int value) { return value == int(wanted); });
    }
    static Atom range(Column column, qint64 from, qint64 to) { return { column, {}, from, to }; }
    Atom name(Column column, const QString &wanted) const
    {
        Atom atom{ column, std::vector<quint8>(size_t(m_columns.names.size())), 0, 0 };
        for (qsizetype i = 0; i < m_columns.names.size(); ++i)
            atom.table[size_t(i)] = m_columns.names[i] == wanted ? 1 : 0;
        if (atom.table.empty())
            atom.table.push_back(wanted.isEmpty() ? 1 : 0);
        return atom;
    }
    All overdue() const
    {
        return { range(Column::Due, 0, m_today - 1), flag(InboxColumns::Paused, false),
            states(isOpen) };
    }

    std::vector<All> alternatives(const InboxTerm &term) const
    {
        std::vector<All> any;
        for (const QString &value : term.values) {
            switch (term.field) {
            case Field::Status:
                any.push_back({ stateNamed(value) });
                break;
            case Field::Department:
                any.push_back({ name(Column::Department, value) });
                break;
            case Field::Service:
                any.push_back({ name(Column::Type, value) });
                break;
            case Field::Assignee:
                any.push_back({ name(Column::Assignee, personNamed(value)) });
                break;
            case Field::Fee:
                any.push_back({ table(
                    Column::Fee, [&](int fee) { return wireOf(FeeState(fee)) == value; }) });
                break;
            case Field::Assurance:
                any.push_back({ table(Column::Level,
                    [&](int level) { return wireOf(AssuranceLevel(level)) == value; }) });
                break;
            case Field::Due:
                any.push_back(value == QLatin1String("overdue")
                        ? overdue()
                        : All{ days(Column::Due, term.relation, value) });
                break;
            case Field::FollowUp:
                any.push_back({ days(Column::FollowUp, term.relation, value, 0) });
                break;
            case Field::Period:
                any.push_back({ days(Column::Period, term.relation, value) });
                break;
            case Field::Filed:
            case Field::Updated:
                any.push_back({ times(term.field == Field::Filed ? Column::Filed : Column::Updated,
                    term.relation, value) });
                break;
            default:
                addFlags(any, term.field, value);
            }
        }
        return any;
    }

private:
    static QString wireOf(FeeState state)
    {
        return state == FeeState::Unknown ? QStringLiteral("none") : wireName(state);
    }
    static QString wireOf(AssuranceLevel level)
    {
        return level == AssuranceLevel::Unknown ? QStringLiteral("none") : wireName(level);
    }
    static Atom stateNamed(const QString &value)
    {
        if (value == QLatin1String("open"))
            return states(isOpen);
        if (value == QLatin1String("finished"))
            return table(Column::State,
                [](int state) { return state != gone && !isOpen(CaseState(state)); });
        return state(caseStateOf(value));
    }
    QString personNamed(const QString &value) const
    {
        if (value == QLatin1String("none"))
            return {};
        // Who is not signed in has no cases; nobody's are not theirs.
        const QString nobody = QStringLiteral("-");
        return value == QLatin1String("me") ? (m_desk.me.isNull() ? nobody : m_desk.me.text)
                                            : value;
    }

    // overdueTo: how many days from today the last one of "overdue" is.
    Atom days(Column column, Relation relation, const QString &value, int overdueTo = -1) const
    {
        const qint64 last = InboxColumns::noDay - 1;
        if (value == QLatin1String("none"))
            return range(column, InboxColumns::noDay, InboxColumns::noDay);
        if (value == QLatin1String("any"))
            return range(column, 0, last);
        if (value == QLatin1String("overdue"))
            return range(column, 0, m_today + overdueTo);
        if (value == QLatin1String("week"))
            return range(column, m_today, m_today + 6);
        const qint64 day = dayOf(value);
        switch (relation) {
        case Relation::Before:
            return range(column, 0, day - 1);
        case Relation::UpTo:
            return range(column, 0, day);
        case Relation::After:
            return range(column, day + 1, last);
        case Relation::From:
            return range(column, day, last);
        case Relation::Is:
            break;
        }
        return range(column, day, day);
    }
    // The same of points in time, whose days are the office's.
    Atom times(Column column, Relation relation, const QString &value) const
    {
        const QTimeZone zone(m_desk.zone);
        const auto begin = [&zone](qint64 day) {
            return QDate::fromJulianDay(day).startOfDay(zone).toSecsSinceEpoch();
        };
        const qint64 day = dayOf(value);
        if (value == QLatin1String("week"))
            return range(column, begin(m_today - 6), endless);
        switch (relation) {
        case Relation::Before:
            return range(column, 0, begin(day) - 1);
        case Relation::UpTo:
            return range(column, 0, begin(day + 1) - 1);
        case Relation::After:
            return range(column, begin(day + 1), endless);
        case Relation::From:
            return range(column, begin(day), endless);
        case Relation::Is:
            break;
        }
        return range(column, begin(day), begin(day + 1) - 1);
    }
    qint64 dayOf(const QString &value) const
    {
        if (value == QLatin1String("tomorrow"))
            return m_today + 1;
        if (value == QLatin1String("yesterday"))
            return m_today - 1;
        if (value.startsWith(u'+') || value.startsWith(u'-'))
            return m_today + value.toInt();
        const QDate date = QDate::fromString(value, Qt::ISODate);
        return date.isValid() ? date.toJulianDay() : m_today;
    }

    void addFlags(std::vector<All> &any, Field field, const QString &value) const
    {
        const auto is = [&value](const char *word) { return value == QLatin1String(word); };
        const auto add = [&any](Atom atom) { any.push_back({ std::move(atom) }); };
        const Atom payment = table(Column::Fee, [](int fee) {
            return fee == int(FeeState::Failed) || fee == int(FeeState::ChargedBack);
        });
        const int failures = InboxColumns::DeliveryFailed | InboxColumns::Attention;
        if (field == Field::Unread) {
            add(flag(InboxColumns::Unread, is("yes")));
        } else if (field == Field::Waiting) {
            const Atom applicant = state(CaseState::WaitingForApplicant);
            const int rest = InboxColumns::FeeOpen | InboxColumns::Consulted;
            if (is("no"))
                any.push_back(
                    { table(Column::State,
                          [](int value) { return value != int(CaseState::WaitingForApplicant); }),
                        flag(rest, false) });
            if (is("yes") || is("applicant"))
                add(applicant);
            if (is("yes") || is("fee"))
                add(flag(InboxColumns::FeeOpen));
            if (is("yes") || is("colleague"))
                add(flag(InboxColumns::Consulted));
        } else if (field == Field::Error) {
            if (is("none"))
                any.push_back({ flag(failures, false),
                    table(Column::Fee, [&](int fee) { return payment.table[size_t(fee)] == 0; }) });
            if (is("any") || is("payment"))
                add(payment);
            if (is("any") || is("delivery"))
                add(flag(InboxColumns::DeliveryFailed));
            if (is("any") || is("transfer"))
                add(flag(InboxColumns::Attention));
        } else if (is("overdue")) {
            any.push_back(overdue());
        } else if (is("waiting")) {
            add(state(CaseState::WaitingForApplicant));
        } else {
            add(flag(is("unread")    ? InboxColumns::Unread
                    : is("paused")   ? InboxColumns::Paused
                    : is("internal") ? InboxColumns::Internal
                                     : InboxColumns::Pending));
        }
    }

    const InboxColumns &m_columns;
    const Desk &m_desk;
    qint32 m_today;
};

RowTest::RowTest(const InboxFilter &filter, const InboxColumns &columns, const Desk &desk,
    std::vector<quint8> found)
    : m_found(std::move(found))
    , m_hasWords(filter.hasText())
{
    const Maker make(columns, desk);
    const auto add = [this](All all) { m_terms.push_back({ { std::move(all) }, false }); };
    bool namesStates = false;
    for (const InboxTerm &term : filter.terms) {
        m_terms.push_back({ make.alternatives(term), term.negated });
        namesStates = namesStates || term.field == Field::Status;
    }
    if (!filter.department.isNull())
        add({ make.name(Column::Department, filter.department.text) });
    if (!filter.service.isNull())
        add({ make.name(Column::Type, filter.service.text) });
    // Who searches looks among the closed ones, too; so does who names a state.
    const bool everywhere = filter.cases || filter.scope == Scope::Attention
        || (filter.scope == Scope::All && (filter.hasText() || namesStates));
    if (filter.scope == Scope::Closed)
        add({ Maker::table(
            Column::State, [](int value) { return value != gone && !isOpen(CaseState(value)); }) });
    else if (everywhere)
        add({ Maker::table(Column::State, [](int value) { return value != gone; }) });
    else
        add({ Maker::states(isOpen) });
    switch (filter.scope) {
    case Scope::Mine:
        m_terms.push_back(
            { make.alternatives({ Field::Assignee, Relation::Is, false, { QStringLiteral("me") } }),
                false });
        break;
    case Scope::New:
        add({ Maker::state(CaseState::New) });
        break;
    case Scope::Unassigned:
        add({ make.name(Column::Assignee, {}) });
        break;
    case Scope::Waiting:
        add({ Maker::state(CaseState::WaitingForApplicant) });
        break;
    case Scope::Unread:
        add({ Maker::flag(InboxColumns::Unread) });
        break;
    case Scope::FollowUps:
        add({ Maker::range(Column::FollowUp, 0, desk.today) });
        break;
    case Scope::Overdue:
        add(make.overdue());
        break;
    case Scope::Attention:
        add({ Maker::flag(InboxColumns::Attention) });
        break;
    case Scope::All:
    case Scope::Closed:
        break;
    }
}

bool RowTest::holds(const Atom &atom, const InboxColumns &columns, size_t row) const
{
    bool holds = false;
    withColumn(atom.column, columns, [&](const auto &column) {
        const qint64 value = qint64(column[row]);
        holds = atom.table.empty()
            ? value >= atom.from && value <= atom.to
            : size_t(value) < atom.table.size() && atom.table[size_t(value)] != 0;
    });
    return holds;
}

bool RowTest::accepts(const InboxColumns &columns, qsizetype row) const
{
    if (m_hasWords && (size_t(row) >= m_found.size() || m_found[size_t(row)] == 0))
        return false;
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        const bool any = std::any_of(term.any.begin(), term.any.end(), [&](const All &all) {
            return std::all_of(all.begin(), all.end(),
                [&](const Atom &atom) { return holds(atom, columns, size_t(row)); });
        });
        return any != term.negated;
    });
}

void RowTest::narrow(std::vector<quint8> &rows, const Atom &atom, const InboxColumns &columns)
{
    withColumn(atom.column, columns, [&](const auto &column) {
        if (!atom.table.empty()) {
            const size_t last = atom.table.size() - 1;
            const quint8 *table = atom.table.data();
            for (size_t i = 0; i < rows.size(); ++i)
                rows[i] &= table[std::min(size_t(column[i]), last)];
            return;
        }
        // Compared in the column's own width, several rows at a time.
        using Value = typename std::decay_t<decltype(column)>::value_type;
        const qint64 lowest = std::numeric_limits<Value>::min();
        const qint64 highest = std::numeric_limits<Value>::max();
        const Value from = Value(std::clamp(atom.from, lowest, highest));
        const Value to = Value(std::clamp(atom.to, lowest, highest));
        if (atom.from > highest || atom.to < lowest) {
            std::fill(rows.begin(), rows.end(), quint8(0));
            return;
        }
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i] &= quint8(column[i] >= from) & quint8(column[i] <= to);
    });
}

std::vector<quint8> RowTest::accepted(const InboxColumns &columns) const
{
    const size_t size = size_t(columns.size());
    std::vector<quint8> rows(size, quint8(1));
    if (m_hasWords) {
        rows = m_found;
        rows.resize(size);
    }
    for (const Term &term : m_terms) {
        if (term.any.size() == 1 && !term.negated) {
            for (const Atom &atom : term.any.front())
                narrow(rows, atom, columns);
            continue;
        }
        std::vector<quint8> any(size);
        for (const All &all : term.any) {
            std::vector<quint8> each(size, quint8(1));
            for (const Atom &atom : all)
                narrow(each, atom, columns);
            for (size_t i = 0; i < size; ++i)
                any[i] |= each[i];
        }
        const quint8 turn = term.negated ? 1 : 0;
        for (size_t i = 0; i < size; ++i)
            rows[i] &= quint8(any[i] ^ turn);
    }
    return rows;
}

int RowTest::count(const InboxColumns &columns) const
{
    const std::vector<quint8> rows = accepted(columns);
    return std::accumulate(rows.begin(), rows.end(), 0);
}
