#include "inboxmodel.h"

#include "models/store/caseview.h"
#include "models/store/whendone.h"

#include <algorithm>

// Which rows a filter accepts, and how many each of the counted ones does.

RowTest::Desk InboxModel::desk() const
{
    const Session &session = m_view.session();
    return { session.clerk.id, m_today, session.authority.zone.toLatin1() };
}

std::vector<quint8> InboxModel::rowsOf(const QList<qint64> &keys) const
{
    std::vector<quint8> rows(size_t(m_columns.size()));
    QList<qint64> sorted = keys;
    std::sort(sorted.begin(), sorted.end());
    size_t at = 0; // both lists ascend, so they are walked through side by side
    for (const qint64 key : std::as_const(sorted)) {
        while (at < size_t(m_sorted) && m_columns.key[at] < key)
            ++at;
        const qsizetype row = at < size_t(m_sorted) && m_columns.key[at] == key
            ? qsizetype(at)
            : m_extra.value(key, -1);
        if (row >= 0)
            rows[size_t(row)] = 1;
    }
    return rows;
}

QList<qint64> InboxModel::foundKeys() const
{
    QList<qint64> keys;
    const std::vector<quint8> &rows = m_test.found();
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != 0)
            keys.append(m_columns.key[i]);
    }
    return keys;
}

QList<qint64> InboxModel::selectedKeys() const
{
    QList<qint64> keys;
    for (size_t i = 0; i < m_selected.size(); ++i) {
        if (m_selected[i] != 0)
            keys.append(m_columns.key[i]);
    }
    return keys;
}

bool InboxModel::accepts(qsizetype at) const
{
    const size_t index = size_t(at);
    if (m_shown.cases && (index >= m_selected.size() || m_selected[index] == 0))
        return false;
    return m_test.accepts(m_columns, at);
}

void InboxModel::setTest(const InboxFilter &filter, std::vector<quint8> found)
{
    m_shown = filter;
    m_test = RowTest(filter, m_columns, desk(), std::move(found));
}

void InboxModel::makeTests()
{
    m_test = RowTest(m_shown, m_columns, desk(), m_test.takeFound());
    for (Counted &counted : m_counted)
        counted.test = RowTest(counted.filter, m_columns, desk(), counted.test.takeFound());
}

void InboxModel::search()
{
    if (m_filter.cases && m_shown.cases != m_filter.cases)
        return select(); // which searches afterwards
    const int number = ++m_searches;
    whenDone(m_view.searchKeys(m_filter.text), this, [this, number](const QList<qint64> &keys) {
        if (number != m_searches)
            return;
        setTest(m_filter, rowsOf(keys));
        m_excerpts.clear();
        show(arranged());
        emit filtered();
    });
}

void InboxModel::select()
{
    const int number = ++m_searches;
    whenDone(m_view.boardRows(), this, [this, number](const Result<SharedBoardRows> &rows) {
        if (number != m_searches || !m_filter.cases)
            return;
        m_selected = rowsOf(rows ? keysOf(*m_filter.cases, **rows) : QList<qint64>());
        if (m_filter.hasText()) {
            m_shown.cases = m_filter.cases;
            search();
            return;
        }
        setTest(m_filter);
        show(arranged());
        emit filtered();
    });
}

void InboxModel::setCounted(const QList<InboxFilter> &filters)
{
    const bool same = std::equal(filters.begin(), filters.end(), m_counted.begin(), m_counted.end(),
        [](const InboxFilter &filter, const Counted &counted) { return filter == counted.filter; });
    if (same)
        return;
    m_counted.clear();
    for (const InboxFilter &filter : filters)
        m_counted.push_back({ filter, RowTest(filter, m_columns, desk()), -1, 0 });
    recount();
}

QList<int> InboxModel::counts() const
{
    QList<int> counts;
    for (const Counted &counted : m_counted)
        counts.append(counted.count);
    return counts;
}

void InboxModel::recount()
{
    if (!m_loaded)
        return;
    for (Counted &counted : m_counted) {
        if (!counted.filter.hasText())
            counted.count = counted.test.count(m_columns);
    }
    searchCounted();
    emit countsChanged();
}

void InboxModel::searchCounted()
{
    for (size_t i = 0; i < m_counted.size(); ++i) {
        if (!m_counted[i].filter.hasText())
            continue;
        const int number = ++m_counted[i].searches;
        const InboxFilter filter = m_counted[i].filter;
        whenDone(m_view.matchingKeys(filter.text), this,
            [this, i, number, filter](const QList<qint64> &keys) {
                if (i >= m_counted.size() || m_counted[i].searches != number
                    || m_counted[i].filter != filter)
                    return;
                m_counted[i].test = RowTest(filter, m_columns, desk(), rowsOf(keys));
                m_counted[i].count = m_counted[i].test.count(m_columns);
                emit countsChanged();
            });
    }
}

void InboxModel::countOut(qsizetype at)
{
    for (Counted &counted : m_counted) {
        if (counted.count > 0 && counted.test.accepts(m_columns, at))
            --counted.count;
    }
}

void InboxModel::countIn(qsizetype at)
{
    for (Counted &counted : m_counted) {
        if (counted.count >= 0 && counted.test.accepts(m_columns, at))
            ++counted.count;
    }
}
