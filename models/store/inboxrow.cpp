#include "inboxrow.h"

#include "casetext.h"
#include "germantext.h"

#include "models/domain/wire.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace {

QString sortKeyOf(const Party &party)
{
    if (party.kind == PartyKind::Organisation || party.familyName.isEmpty())
        return folded(party.organisation.isEmpty() ? displayName(party) : party.organisation);
    return folded(party.familyName) + QLatin1Char(' ') + folded(party.givenName);
}

qint32 dayOf(QDate date)
{
    return date.isNull() ? InboxColumns::noDay : qint32(date.toJulianDay());
}

// Since when the case has not been open; of one without a history, its last change.
Timestamp endedAt(const CaseFile &caseFile)
{
    if (isOpen(caseFile.state))
        return {};
    Timestamp ended = caseFile.updatedAt;
    for (auto event = caseFile.events.rbegin(); event != caseFile.events.rend(); ++event) {
        if (event->code != QLatin1String("case.state"))
            continue;
        if (isOpen(caseStateOf(event->params.value(QLatin1String("to")).toString())))
            break;
        ended = event->at;
    }
    return ended;
}

quint32 secondsOf(Timestamp at)
{
    return quint32(std::clamp<qint64>(at.ms / 1000, 0, 0xffffffff));
}

// Of several fees: what went wrong comes before what is open, that before what is done.
FeeState urgentFee(const QList<FeeRequest> &fees)
{
    constexpr std::array order{ FeeState::Failed, FeeState::ChargedBack, FeeState::Open,
        FeeState::Paid, FeeState::Cancelled };
    for (const FeeState state : order) {
        if (std::any_of(fees.begin(), fees.end(),
                [state](const FeeRequest &fee) { return fee.state == state; }))
            return state;
    }
    return FeeState::Unknown;
}

bool isUndelivered(const Retrieval &retrieval)
{
    return retrieval.notification == QLatin1String("refused") && retrieval.retrievedAt.isNull();
}

bool isAwaited(const Participation &participation)
{
    return participation.state == ParticipationState::Open;
}

} // namespace

InboxRow inboxRow(const CaseFile &caseFile, QDate today)
{
    InboxRow row;
    row.id = caseFile.id;
    row.version = caseFile.version;
    row.reference = caseFile.reference;
    row.type = caseFile.type;
    row.title = caseFile.title;
    if (const Party *party = applicant(caseFile)) {
        row.applicant = displayName(*party);
        row.sortKey = sortKeyOf(*party);
    }
    row.snippet = snippetOf(caseFile);
    row.state = caseFile.state;
    row.due = effectiveDue(caseFile.target, today);
    row.paused = caseFile.target.isPaused();
    row.periodEnds = caseFile.period.ends;
    row.assignee = caseFile.assignee;
    row.department = caseFile.department;
    row.unread = hasUnreadMessage(caseFile);
    row.followUp = nextFollowUp(caseFile);
    row.feeOpen = hasOpenFee(caseFile);
    row.fee = urgentFee(caseFile.fees);
    row.level = caseFile.level;
    row.deliveryFailed
        = std::any_of(caseFile.retrievals.begin(), caseFile.retrievals.end(), isUndelivered);
    row.consulted
        = std::any_of(caseFile.participations.begin(), caseFile.participations.end(), isAwaited);
    row.internal = caseFile.internal;
    row.attachments = int(caseFile.attachments.size());
    row.filed = caseFile.filedAt;
    row.updated = caseFile.updatedAt;
    row.ended = endedAt(caseFile);
    return row;
}

namespace {

template <class Columns, class Do> void eachColumn(Columns &columns, Do work)
{
    work(columns.key);
    work(columns.due);
    work(columns.followUp);
    work(columns.periodEnds);
    work(columns.updated);
    work(columns.filed);
    work(columns.name);
    work(columns.nameTail);
    work(columns.reference);
    work(columns.referenceTail);
    work(columns.state);
    work(columns.flags);
    work(columns.fee);
    work(columns.level);
    work(columns.assignee);
    work(columns.department);
    work(columns.type);
}

} // namespace

void InboxColumns::reserve(qsizetype count)
{
    eachColumn(*this, [count](auto &column) { column.reserve(size_t(count)); });
}

void InboxColumns::append(const InboxRow &row)
{
    eachColumn(*this, [](auto &column) { column.push_back({}); });
    set(size() - 1, row);
}

void InboxColumns::set(qsizetype index, const InboxRow &row)
{
    const size_t at = size_t(index);
    key[at] = row.key;
    due[at] = dayOf(row.due);
    followUp[at] = dayOf(row.followUp);
    periodEnds[at] = dayOf(row.periodEnds);
    updated[at] = secondsOf(row.updated);
    filed[at] = secondsOf(row.filed);
    name[at] = packed(row.sortKey);
    nameTail[at] = packed(QStringView(row.sortKey).mid(10));
    const QString norm = foldedReference(row.reference);
    reference[at] = packed(norm);
    referenceTail[at] = packed(QStringView(norm).mid(10));
    state[at] = quint8(row.state);
    flags[at] = quint8((row.unread ? Unread : 0) | (row.feeOpen ? FeeOpen : 0)
        | (row.pending > 0 ? Pending : 0) | (row.attention ? Attention : 0)
        | (row.paused ? Paused : 0) | (row.internal ? Internal : 0)
        | (row.deliveryFailed ? DeliveryFailed : 0) | (row.consulted ? Consulted : 0));
    fee[at] = quint8(row.fee);
    level[at] = quint8(row.level);
    assignee[at] = indexOf(row.assignee.text);
    department[at] = indexOf(row.department.text);
    type[at] = indexOf(row.type.text);
}

quint16 InboxColumns::indexOf(const QString &text)
{
    if (names.isEmpty())
        names.append(QString());
    if (text.isEmpty())
        return 0;
    const auto known = m_index.constFind(text);
    if (known != m_index.constEnd())
        return *known;
    if (names.size() >= 0xffff) // more clerks, offices and services than any authority has
        return 0;
    const quint16 index = quint16(names.size());
    names.append(text);
    m_index.insert(text, index);
    return index;
}

quint64 InboxColumns::packed(QStringView folded)
{
    quint64 bits = 0;
    for (qsizetype i = 0; i < 10; ++i) {
        quint64 code = 0;
        if (i < folded.size()) {
            const char16_t letter = folded.at(i).unicode();
            if (letter >= u'0' && letter <= u'9')
                code = 2 + quint64(letter - u'0');
            else if (letter >= u'a' && letter <= u'z')
                code = 12 + quint64(letter - u'a');
            else
                code = letter == u' ' ? 1 : 63; // other scripts come last
        }
        bits = bits << 6 | code;
    }
    return bits;
}

void InboxColumns::order()
{
    std::vector<quint32> rows(key.size());
    std::iota(rows.begin(), rows.end(), 0U);
    byName = rows;
    orderBy(byName, nameTail);
    orderBy(byName, name);
    byReference = std::move(rows);
    orderBy(byReference, referenceTail);
    orderBy(byReference, reference);
}

// From the lowest digit of eleven bits to the highest; digits that are the same in all rows are
// left out.
void orderBy(std::vector<quint32> &rows, const std::vector<quint64> &numbers)
{
    struct Entry {
        quint64 number;
        quint32 row;
    };
    constexpr int digitBits = 11;
    constexpr size_t digits = size_t(1) << digitBits;
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    quint64 varying = 0;
    for (const quint32 row : rows) {
        entries.push_back({ numbers[row], row });
        varying |= numbers[row] ^ entries.front().number;
    }
    std::vector<Entry> sorted(entries.size());
    while (varying != 0) {
        const int shift = std::countr_zero(varying);
        const quint64 mask = (digits - 1) << shift;
        varying &= ~mask;
        std::array<size_t, digits> place{};
        for (const Entry &entry : entries)
            ++place[(entry.number & mask) >> shift];
        size_t next = 0;
        for (size_t &count : place)
            next += std::exchange(count, next);
        for (const Entry &entry : entries)
            sorted[place[(entry.number & mask) >> shift]++] = entry;
        entries.swap(sorted);
    }
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = entries[i].row;
}
