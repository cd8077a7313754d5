#include "inboxmodel.h"

#include "models/store/caseview.h"

#include <QCollator>
#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

// Which rows are shown, and in which order.

void InboxModel::rankNames()
{
    const QStringList &names = m_columns.names;
    QStringList shown;
    for (const QString &name : names) {
        QString text = m_view.clerkName(ClerkId{ name });
        if (text.isEmpty())
            text = m_view.typeName(CaseTypeId{ name }, m_language);
        shown.append(text == name ? m_view.departmentName(DepartmentId{ name }, m_language) : text);
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

InboxModel::Sorting InboxModel::wished() const
{
    if (m_sorting.column == Urgency && m_filter.hasText())
        return { Updated, Qt::DescendingOrder };
    return m_sorting;
}

namespace {

constexpr int dayBits = 22; // Julian days up to the year 6771; no day comes last

quint64 daySlot(qint32 day)
{
    return quint64(std::clamp(day, 0, (1 << dayBits) - 1));
}

// What went wrong first, then what is open.
quint64 feeSlot(quint8 fee)
{
    switch (FeeState(fee)) {
    case FeeState::Failed:
        return 0;
    case FeeState::ChargedBack:
        return 1;
    case FeeState::Open:
        return 2;
    case FeeState::Paid:
        return 3;
    case FeeState::Cancelled:
        return 4;
    case FeeState::Unknown:
        break;
    }
    return 5;
}

} // namespace

quint64 InboxModel::numberOf(qsizetype at) const
{
    const size_t index = size_t(at);
    const quint64 due = daySlot(m_columns.due[index]);
    const quint64 filed = m_columns.filed[index];
    switch (m_shownBy.column) {
    case Service:
        return quint64(m_rank[m_columns.type[index]]) << dayBits | due;
    case State:
        return quint64(m_columns.state[index]) << dayBits | due;
    case Due:
        return due << 32 | filed;
    case Assignee:
        return quint64(m_rank[m_columns.assignee[index]]) << dayBits | due;
    case Department:
        return quint64(m_rank[m_columns.department[index]]) << dayBits | due;
    case Updated:
        return m_columns.updated[index];
    case Filed:
        return filed;
    case FollowUp:
        return daySlot(m_columns.followUp[index]) << dayBits | due;
    case PeriodEnds:
        return daySlot(m_columns.periodEnds[index]) << dayBits | due;
    case Fee:
        return feeSlot(m_columns.fee[index]) << dayBits | due;
    case Assurance:
        return quint64(m_columns.level[index]) << dayBits | due;
    default:
        return quint64(groupOf(at)) << (32 + dayBits) | due << 32 | filed;
    }
}

bool InboxModel::before(qsizetype left, qsizetype right) const
{
    const Sorting by = m_shownBy;
    if (by.order == Qt::DescendingOrder)
        std::swap(left, right);
    const size_t a = size_t(left);
    const size_t b = size_t(right);
    const auto &key = m_columns.key;
    if (by.column == Applicant)
        return std::tie(m_columns.name[a], m_columns.nameTail[a], key[a])
            < std::tie(m_columns.name[b], m_columns.nameTail[b], key[b]);
    if (by.column == Reference)
        return std::tie(m_columns.reference[a], m_columns.referenceTail[a], key[a])
            < std::tie(m_columns.reference[b], m_columns.referenceTail[b], key[b]);
    const quint64 first = numberOf(left);
    const quint64 second = numberOf(right);
    return first == second ? key[a] < key[b] : first < second;
}

void InboxModel::sortAll()
{
    const int column = m_shownBy.column;
    if (m_baseColumn == column)
        return;
    m_baseColumn = column;
    if (column == Applicant) {
        m_base = m_columns.byName;
    } else if (column == Reference) {
        m_base = m_columns.byReference;
    } else {
        std::vector<quint64> numbers(size_t(m_columns.size()));
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            numbers[size_t(i)] = numberOf(i);
        m_base.resize(numbers.size());
        std::iota(m_base.begin(), m_base.end(), 0U);
        orderBy(m_base, numbers);
    }
}

void InboxModel::moved(qsizetype at)
{
    const size_t index = size_t(at);
    if (index >= m_isMoved.size())
        m_isMoved.resize(index + 1);
    if (m_isMoved[index] == 0)
        m_moved.push_back(quint32(index));
    m_isMoved[index] = 1;
}

std::vector<quint32> InboxModel::arranged()
{
    m_shownBy = wished();
    sortAll();
    std::vector<quint8> accepted = m_test.accepted(m_columns);
    if (m_shown.cases) {
        m_selected.resize(accepted.size());
        for (size_t i = 0; i < accepted.size(); ++i)
            accepted[i] &= m_selected[i];
    }
    std::vector<quint32> late;
    for (const quint32 index : m_moved) {
        if (std::exchange(accepted[index], quint8(0)) != 0)
            late.push_back(index);
    }
    std::vector<quint32> order(m_base.size());
    size_t count = 0;
    for (const quint32 index : m_base) { // written and taken back: no branch to guess wrong
        order[count] = index;
        count += accepted[index];
    }
    order.resize(count);
    if (m_shownBy.order == Qt::DescendingOrder)
        std::reverse(order.begin(), order.end());
    if (late.empty())
        return order;
    const auto less = [this](quint32 left, quint32 right) { return before(left, right); };
    std::sort(late.begin(), late.end(), less);
    std::vector<quint32> all;
    all.reserve(order.size() + late.size());
    auto from = order.cbegin();
    for (const quint32 index : late) {
        const auto to = std::lower_bound(from, order.cend(), index, less);
        all.insert(all.end(), from, to);
        all.push_back(index);
        from = to;
    }
    all.insert(all.end(), from, order.cend());
    return all;
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
    m_excerpts.remove(key);
    qsizetype at = indexOf(key);
    const int shown = positionOf(at); // by the old columns
    if (at >= 0)
        countOut(at);
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
    moved(at);
    if (m_columns.names.size() != names) {
        m_rank.resize(size_t(m_columns.names.size()), quint16(0xffff)); // until the next arranging
        makeTests();
    }
    if (m_shown.cases) {
        m_selected.resize(size_t(m_columns.size()));
        m_selected[size_t(at)] = matches(*m_shown.cases, *row) ? 1 : 0;
    }
    countIn(at);
    const bool wanted = accepts(at);
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
