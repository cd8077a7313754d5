#include "inboxmodel.h"

#include "models/store/caseview.h"

#include <QCollator>
#include <algorithm>
#include <numeric>

// Which rows are shown, and in which order.

namespace {

quint64 ascending(qint64 value)
{
    return quint64(value) ^ (quint64(1) << 63);
}

} // namespace

void InboxModel::rankNames()
{
    const QStringList &names = m_columns.names;
    QStringList shown;
    for (const QString &name : names) {
        QString text = m_view.clerkName(ClerkId{ name });
        if (text.isEmpty())
            text = m_view.typeName(CaseTypeId{ name }, m_language);
        shown.append(text);
    }
    std::vector<quint16> order(size_t(names.size()));
    std::iota(order.begin(), order.end(), quint16(0));
    const QCollator collator(QLocale(QLocale::German));
    std::stable_sort(order.begin(), order.end(), [&](quint16 left, quint16 right) {
        return collator.compare(shown[left], shown[right]) < 0;
    });
    m_rank.assign(order.size(), 0);
    for (size_t i = 0; i < order.size(); ++i)
        m_rank[order[i]] = quint16(i);
}

InboxModel::Group InboxModel::groupOf(qsizetype at) const
{
    const size_t index = size_t(at);
    const auto state = CaseState(m_columns.state[index]);
    if (!isOpen(state))
        return Group::Closed;
    const bool paused = m_columns.flags[index] & InboxColumns::Paused;
    const qint32 due = m_columns.due[index];
    if (due < m_today && !paused)
        return Group::Overdue;
    if (due - m_today < 7 && due != InboxColumns::noDay && !paused)
        return Group::ThisWeek;
    return state == CaseState::New ? Group::New : Group::Later;
}

InboxModel::Key InboxModel::keyOf(qsizetype at) const
{
    const size_t index = size_t(at);
    const quint64 due = ascending(m_columns.due[index]);
    switch (m_sortColumn) {
    case Reference:
        return { m_columns.reference[index], m_columns.referenceTail[index] };
    case Service:
        return { m_rank[m_columns.type[index]], due };
    case Applicant:
        return { m_columns.name[index], m_columns.nameTail[index] };
    case State:
        return { m_columns.state[index], due };
    case Due:
        return { due, ascending(m_columns.filed[index]) };
    case Assignee:
        return { m_rank[m_columns.assignee[index]], due };
    case Updated:
        return { ascending(m_columns.updated[index]), 0 };
    default:
        return { quint64(groupOf(at)) << 32 | quint32(m_columns.due[index]),
            ascending(m_columns.filed[index]) };
    }
}

bool InboxModel::before(qsizetype left, qsizetype right) const
{
    if (m_sortOrder == Qt::DescendingOrder)
        std::swap(left, right);
    const Key a = keyOf(left);
    const Key b = keyOf(right);
    return a == b ? m_columns.key[size_t(left)] < m_columns.key[size_t(right)] : a < b;
}

bool InboxModel::accepts(const InboxFilter &filter, qsizetype at) const
{
    const size_t index = size_t(at);
    if (m_columns.state[index] == goneState)
        return false;
    if (!filter.department.isNull()
        && m_columns.names[m_columns.department[index]] != filter.department.text)
        return false;
    if (!filter.service.isNull() && m_columns.names[m_columns.type[index]] != filter.service.text)
        return false;
    if (!filter.text.trimmed().isEmpty() && !m_found.contains(m_columns.key[index]))
        return false;
    if (filter.cases)
        return m_selected.contains(m_columns.key[index]);
    const auto state = CaseState(m_columns.state[index]);
    const quint8 flags = m_columns.flags[index];
    if (filter.scope == InboxFilter::Scope::Closed)
        return !isOpen(state);
    if (filter.scope == InboxFilter::Scope::Attention)
        return flags & InboxColumns::Attention;
    if (filter.scope == InboxFilter::Scope::All && !filter.text.trimmed().isEmpty())
        return true; // who searches looks among the closed ones, too
    if (!isOpen(state))
        return false;
    switch (filter.scope) {
    case InboxFilter::Scope::Mine:
        return m_columns.assignee[index] != 0
            && m_columns.names[m_columns.assignee[index]] == m_view.session().clerk.id.text;
    case InboxFilter::Scope::New:
        return state == CaseState::New;
    case InboxFilter::Scope::Unassigned:
        return m_columns.assignee[index] == 0;
    case InboxFilter::Scope::Waiting:
        return state == CaseState::WaitingForApplicant;
    case InboxFilter::Scope::Unread:
        return flags & InboxColumns::Unread;
    case InboxFilter::Scope::FollowUps:
        return m_columns.followUp[index] <= m_today;
    case InboxFilter::Scope::Overdue:
        return m_columns.due[index] < m_today && !(flags & InboxColumns::Paused);
    default:
        return true;
    }
}

std::vector<quint32> InboxModel::arranged() const
{
    struct Entry {
        Key key;
        qint64 number;
        quint32 index;
    };
    std::vector<Entry> entries;
    entries.reserve(size_t(m_columns.size()));
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (accepts(m_filter, i))
            entries.push_back({ keyOf(i), m_columns.key[size_t(i)], quint32(i) });
    }
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::sort(entries.begin(), entries.end(), [descending](const Entry &left, const Entry &right) {
        const Entry &a = descending ? right : left;
        const Entry &b = descending ? left : right;
        return a.key == b.key ? a.number < b.number : a.key < b.key;
    });
    std::vector<quint32> order;
    order.reserve(entries.size());
    for (const Entry &entry : entries)
        order.push_back(entry.index);
    return order;
}

void InboxModel::show(std::vector<quint32> order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> pinned;
    for (const QModelIndex &index : before)
        pinned.push_back(m_order[size_t(index.row())]);
    m_order.swap(order);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = positionOf(pinned[size_t(i)]);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int InboxModel::positionOf(qsizetype index) const
{
    if (index < 0)
        return -1;
    const auto found = std::lower_bound(m_order.begin(), m_order.end(), quint32(index),
        [this](quint32 left, quint32 right) { return before(left, right); });
    return found != m_order.end() && *found == quint32(index) ? int(found - m_order.begin()) : -1;
}

void InboxModel::place(qint64 key)
{
    m_rows.remove(key);
    qsizetype at = indexOf(key);
    const int shown = positionOf(at); // by the old columns
    const std::optional<InboxRow> row = m_view.row(key);
    if (!row) {
        if (shown >= 0)
            take(shown);
        if (at >= 0)
            m_columns.state[size_t(at)] = goneState;
        return;
    }
    const qsizetype names = m_columns.names.size();
    if (at < 0) {
        m_columns.append(*row);
        at = m_columns.size() - 1;
        if (m_sorted == at && (at == 0 || m_columns.key[size_t(at) - 1] < key))
            ++m_sorted;
        else
            m_extra.insert(key, at);
    } else {
        m_columns.set(at, *row);
    }
    if (m_columns.names.size() != names) {
        m_rank.resize(size_t(m_columns.names.size()), quint16(0xffff)); // until the next arranging
    }
    if (m_selectedBy && matches(*m_selectedBy, *row))
        m_selected.insert(key);
    else
        m_selected.remove(key);
    const bool wanted = accepts(m_filter, at);
    if (shown < 0 && wanted)
        put(quint32(at));
    else if (shown >= 0 && !wanted)
        take(shown);
    else if (shown >= 0)
        shift(shown, quint32(at));
}

void InboxModel::take(int row)
{
    beginRemoveRows({}, row, row);
    m_order.erase(m_order.begin() + row);
    endRemoveRows();
    touch(row);
}

void InboxModel::put(quint32 at)
{
    const auto place = std::lower_bound(m_order.begin(), m_order.end(), at,
        [this](quint32 left, quint32 right) { return before(left, right); });
    const int row = int(place - m_order.begin());
    beginInsertRows({}, row, row);
    m_order.insert(place, at);
    endInsertRows();
    touch(row);
}

void InboxModel::shift(int from, quint32 at)
{
    const auto less = [this](quint32 left, quint32 right) { return before(left, right); };
    // The row itself no longer fits where it stands: the two sides of it are searched apart.
    auto place = std::lower_bound(m_order.begin(), m_order.begin() + from, at, less);
    if (place == m_order.begin() + from)
        place = std::lower_bound(m_order.begin() + from + 1, m_order.end(), at, less);
    const int to = int(place - m_order.begin()); // before this row, as it stands now
    if (to == from || to == from + 1) {
        touch(from);
        return;
    }
    beginMoveRows({}, from, from, {}, to);
    if (to > from)
        std::rotate(m_order.begin() + from, m_order.begin() + from + 1, m_order.begin() + to);
    else
        std::rotate(m_order.begin() + to, m_order.begin() + from, m_order.begin() + from + 1);
    endMoveRows();
    touch(from);
    touch(to > from ? to - 1 : to);
}

void InboxModel::touch(int row)
{
    const int first = std::max(0, row - 1);
    const int last = std::min(rowCount() - 1, row + 1);
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}
