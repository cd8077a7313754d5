#include "inboxrow.h"

#include "casetext.h"
#include "germantext.h"

#include "models/domain/wire.h"

#include <QHash>
#include <algorithm>

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

bool awaitsColleague(const CaseFile &caseFile)
{
    return std::any_of(caseFile.participations.begin(), caseFile.participations.end(),
        [](const Participation &part) { return part.state == ParticipationState::Open; });
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
    row.internal = caseFile.internal;
    row.attachments = int(caseFile.attachments.size());
    row.filed = caseFile.filedAt;
    row.updated = caseFile.updatedAt;
    row.ended = endedAt(caseFile);
    row.asked = awaitsColleague(caseFile);
    return row;
}

void InboxColumns::reserve(qsizetype count)
{
    const size_t size = size_t(count);
    key.reserve(size);
    due.reserve(size);
    followUp.reserve(size);
    updated.reserve(size);
    filed.reserve(size);
    name.reserve(size);
    nameTail.reserve(size);
    reference.reserve(size);
    referenceTail.reserve(size);
    state.reserve(size);
    flags.reserve(size);
    assignee.reserve(size);
    department.reserve(size);
    type.reserve(size);
}

void InboxColumns::append(const InboxRow &row)
{
    key.push_back(0);
    due.push_back(0);
    followUp.push_back(0);
    updated.push_back(0);
    filed.push_back(0);
    name.push_back(0);
    nameTail.push_back(0);
    reference.push_back(0);
    referenceTail.push_back(0);
    state.push_back(0);
    flags.push_back(0);
    assignee.push_back(0);
    department.push_back(0);
    type.push_back(0);
    set(size() - 1, row);
}

void InboxColumns::set(qsizetype index, const InboxRow &row)
{
    const size_t at = size_t(index);
    key[at] = row.key;
    due[at] = dayOf(row.due);
    followUp[at] = dayOf(row.followUp);
    updated[at] = row.updated.ms;
    filed[at] = row.filed.ms;
    name[at] = packed(row.sortKey);
    nameTail[at] = packed(QStringView(row.sortKey).mid(10));
    const QString norm = foldedReference(row.reference);
    reference[at] = packed(norm);
    referenceTail[at] = packed(QStringView(norm).mid(10));
    state[at] = quint8(row.state);
    flags[at] = quint8((row.unread ? Unread : 0) | (row.feeOpen ? FeeOpen : 0)
        | (row.pending > 0 ? Pending : 0) | (row.attention ? Attention : 0)
        | (row.paused ? Paused : 0));
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
