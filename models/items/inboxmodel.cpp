#include "inboxmodel.h"

#include "roles.h"

#include "models/store/caseview.h"
#include "models/store/germantext.h"
#include "models/store/whendone.h"

#include <QLocale>

namespace {

const int firstScreen = 60; // rows
const int searchAgainMs = 400;
const size_t manyMoved = 5000; // then the columns are read anew, so that sorting stays quick

InboxOrder orderOf(int column)
{
    switch (column) {
    case InboxModel::Applicant:
        return InboxOrder::Applicant;
    case InboxModel::Reference:
        return InboxOrder::Reference;
    case InboxModel::Updated:
        return InboxOrder::Updated;
    case InboxModel::Filed:
        return InboxOrder::Filed;
    default:
        return InboxOrder::Due;
    }
}

} // namespace

InboxModel::InboxModel(CaseView &view, QObject *parent)
    : QAbstractTableModel(parent)
    , m_view(view)
    , m_today(qint32(view.today().toJulianDay()))
{
    m_searchAgain.setSingleShot(true);
    m_searchAgain.setInterval(searchAgainMs);
    connect(&m_searchAgain, &QTimer::timeout, this, [this] {
        if (m_filter.hasText())
            search();
        searchCounted();
    });
    connect(&view, &CaseView::wordsRead, &m_searchAgain, qOverload<>(&QTimer::start));
    connect(&view, &CaseView::rowsChanged, this, &InboxModel::onRowsChanged);
    connect(&view, &CaseView::rowRenamed, this, &InboxModel::onRowRenamed);
    connect(&view, &CaseView::sessionChanged, this, [this] { onNewDay(); });
}

InboxModel::~InboxModel() = default;

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void InboxModel::load()
{
    m_today = qint32(m_view.today().toJulianDay());
    if (m_order.empty()) {
        InboxColumns first;
        for (const qint64 key :
            m_view.firstKeys(orderOf(m_sorting.column), m_sorting.order, firstScreen)) {
            if (const std::optional<InboxRow> row = m_view.row(key))
                first.append(*row);
        }
        first.order();
        m_columns = std::move(first);
        forgetMoves();
        rebuildIndex();
        makeTests();
        show(arranged());
    }
    const int number = ++m_loads;
    m_late.clear();
    whenDone(m_view.columns(), this, [this, number](InboxColumns columns) {
        if (number == m_loads)
            onColumns(std::move(columns));
    });
}

void InboxModel::onColumns(InboxColumns columns)
{
    // The persistent indexes are carried over by key, so the new columns are swapped in under them.
    std::vector<qint64> shown;
    shown.reserve(m_order.size());
    for (const quint32 index : m_order)
        shown.push_back(m_columns.key[index]);
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QList<qint64> found = foundKeys(); // by the old columns
    const QList<qint64> selected = selectedKeys();
    m_columns = std::move(columns);
    m_rows.clear();
    forgetMoves();
    rebuildIndex();
    std::vector<InboxRow> news; // appended at the end, when no index is looked up any more
    const auto patch = [&](qint64 key, const std::optional<InboxRow> &row) {
        const qsizetype index = indexOf(key);
        if (index < 0 && row)
            news.push_back(*row);
        else if (index >= 0 && row) {
            m_columns.set(index, *row);
            moved(index);
        } else if (index >= 0)
            m_columns.state[size_t(index)] = goneState;
    };
    for (const InboxRow &row : m_view.touchedRows()) {
        patch(row.key, row);
        m_late.remove(row.key);
    }
    for (const qint64 key : m_late)
        patch(key, m_view.row(key));
    for (const InboxRow &row : news) {
        m_columns.append(row);
        moved(m_columns.size() - 1);
    }
    rebuildIndex();
    for (Counted &counted : m_counted)
        counted.test = RowTest(counted.filter, m_columns, desk());
    m_test = RowTest(m_shown, m_columns, desk(), rowsOf(found));
    m_selected = rowsOf(selected);
    m_order = arranged();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const int row = positionOf(indexOf(shown[size_t(index.row())]));
        after.append(row < 0 ? QModelIndex() : this->index(row, index.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    m_loaded = true;
    m_late.clear();
    recount();
    if (m_filter.cases)
        select(); // of the rows as they were before
    else if (m_filter.hasText())
        search(); // what has come may have the words, too
    emit loaded();
}

void InboxModel::rebuildIndex()
{
    m_extra.clear();
    m_sorted = 0;
    while (m_sorted < m_columns.size()
        && (m_sorted == 0 || m_columns.key[size_t(m_sorted)] > m_columns.key[size_t(m_sorted) - 1]))
        ++m_sorted;
    for (qsizetype i = m_sorted; i < m_columns.size(); ++i)
        m_extra.insert(m_columns.key[size_t(i)], i);
    rankNames();
}

qsizetype InboxModel::indexOf(qint64 key) const
{
    const auto begin = m_columns.key.begin();
    const auto end = begin + m_sorted;
    const auto found = std::lower_bound(begin, end, key);
    if (found != end && *found == key)
        return found - begin;
    return m_extra.value(key, -1);
}

void InboxModel::forgetMoves()
{
    m_moved.clear();
    m_isMoved.assign(size_t(m_columns.size()), quint8(0));
    m_baseColumn.reset();
}

void InboxModel::onNewDay()
{
    m_today = qint32(m_view.today().toJulianDay());
    m_rows.clear();
    rankNames();
    makeTests();
    m_baseColumn.reset();
    show(arranged());
    recount();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void InboxModel::setLanguage(const QString &language)
{
    m_language = language;
    onNewDay();
}

void InboxModel::sort(int column, Qt::SortOrder order)
{
    m_sorting = { column, order };
    show(arranged());
}

void InboxModel::setFilter(const InboxFilter &filter)
{
    const bool sameWords = m_filter.text.trimmed() == filter.text.trimmed();
    const bool sameCases = m_filter.cases == filter.cases;
    m_filter = filter;
    if (!sameWords)
        m_words = folded(filter.text).split(u' ', Qt::SkipEmptyParts);
    if (filter.cases && m_shown.cases != filter.cases) {
        if (!sameCases)
            select(); // else it is being done; what else has changed follows
        return;
    }
    if (filter.hasText() && !sameWords) {
        search();
        return;
    }
    if (filter.hasText() && m_shown.text.trimmed() != filter.text.trimmed())
        return; // the words are being searched
    if (!filter.hasText()) {
        ++m_searches; // what is under way is for nothing
        m_excerpts.clear();
    }
    setTest(filter, filter.hasText() ? m_test.takeFound() : std::vector<quint8>());
    show(arranged());
    emit filtered();
}

CaseId InboxModel::caseAt(int row) const
{
    const InboxRow *shown = rowAt(row);
    return shown ? shown->id : CaseId();
}

int InboxModel::rowOf(const CaseId &id) const
{
    return positionOf(indexOf(m_view.keyOf(id)));
}

int InboxModel::countOf(const InboxFilter &filter) const
{
    InboxFilter plain = filter;
    plain.text.clear();
    return m_loaded ? RowTest(plain, m_columns, desk()).count(m_columns) : 0;
}

const InboxRow *InboxModel::rowAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const qint64 key = m_columns.key[m_order[size_t(row)]];
    if (const InboxRow *kept = m_rows.object(key))
        return kept;
    const std::optional<InboxRow> read = m_view.row(key);
    if (!read)
        return nullptr; // it has left this moment; rowsChanged() follows
    auto *kept = new InboxRow(*read);
    m_rows.insert(key, kept);
    return kept;
}

void InboxModel::onRowsChanged(const QList<qint64> &changed, const QList<qint64> &removed)
{
    if (m_loads == 0)
        return; // load() reads them all
    const QList<qint64> keys = changed + removed;
    if (!m_loaded)
        m_late += QSet<qint64>(keys.begin(), keys.end());
    // A whole page of the feed at once is cheaper by one new arrangement than row by row.
    if (m_loaded && (keys.size() > 300 || m_moved.size() > manyMoved)) {
        load();
    } else {
        for (const qint64 key : keys)
            place(key);
    }
    m_searchAgain.start();
    if (!m_counted.empty())
        emit countsChanged();
}

void InboxModel::onRowRenamed(qint64 from, qint64 to)
{
    if (!m_loaded)
        m_late << from << to;
    const qsizetype index = indexOf(from);
    if (index < 0)
        return;
    const int row = positionOf(index);
    m_columns.key[size_t(index)] = to;
    m_rows.remove(from);
    moved(index);
    rebuildIndex();
    // Its number is part of its order; the row itself follows with the next change.
    if (row >= 0) {
        const quint32 moved = m_order[size_t(row)];
        shift(row, moved);
    }
}
