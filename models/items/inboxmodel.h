#pragma once

#include "rowtest.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <optional>

class CaseView;

// The list of cases. A million of them must scroll, sort and filter without a pause, so the model
// holds numbers only: row ids in order, the few columns that order and filter (read by a worker
// after the first screen is there), and the two thousand rows that were looked at last. Changes
// move single rows; selection and scroll position stay.
class InboxModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Reference,
        Service,
        Applicant,
        State,
        Due,
        Assignee,
        Updated,
        Department,
        Filed,
        FollowUp,
        PeriodEnds,
        Fee,
        Assurance,
        ColumnCount
    };
    enum Role { // all of every column of the row
        CaseIdRole = Qt::UserRole, // text of the id
        ReferenceRole, // empty: not yet given
        TitleRole, // one line from the answers
        ServiceRole, // name of the case type
        ApplicantRole,
        SnippetRole, // of the newest message; while words are searched, around the first of them
        StateRole, // int of CaseState
        DueRole, // QDate of the internal target or null
        PausedRole, // bool: the target rests
        PeriodEndsRole, // QDate, statutory
        FollowUpRole, // QDate or null
        UpdatedRole, // QDateTime
        FiledRole, // QDateTime
        AssigneeRole, // id
        AssigneeNameRole,
        DepartmentRole, // id
        UnreadRole, // bool
        FeeOpenRole, // bool
        InternalRole, // bool
        AttachmentsRole, // int
        PendingRole, // int: operations not yet at the portal
        AttentionRole, // bool: one of them waits for the clerk
        GroupRole, // int of Group
        FeeRole, // int of FeeState
        AssuranceRole, // int of AssuranceLevel
        DeliveryFailedRole, // bool: the applicant could not be told of a document
        HitWordsRole, // QStringList: the folded words that are searched
        FirstOfGroupRole, // bool: a heading belongs above it; only in the order of urgency
    };
    enum class Group { Overdue, ThisWeek, New, Later, Closed };
    static constexpr int Urgency = -1; // sort(): by group, then by due date
    static QString columnName(int column); // to be kept: "due"; "urgency"
    static int columnNamed(const QString &name); // Urgency if there is none

    explicit InboxModel(CaseView &view, QObject *parent = nullptr);
    ~InboxModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void load(); // first screen at once, the rest from the worker: loaded()
    bool isLoaded() const { return m_loaded; }
    void setFilter(const InboxFilter &filter); // a text is searched by the worker: filtered()
    const InboxFilter &filter() const { return m_filter; }
    // As wished; words are shown with the newest change first unless something else was wished.
    int sortColumn() const { return m_sorting.column; }
    Qt::SortOrder sortOrder() const { return m_sorting.order; }
    void setLanguage(const QString &language); // of the case types' names: "de" or "en"

    CaseId caseAt(int row) const; // null beyond the end
    int rowOf(const CaseId &id) const; // -1: filtered out or unknown
    int countOf(const InboxFilter &filter) const; // texts are ignored; 0 before loaded()
    // How many cases each of these filters shows; kept up to date with every change.
    void setCounted(const QList<InboxFilter> &filters);
    QList<int> counts() const; // -1: not known yet

public slots:
    void onNewDay(); // groups and overdue count from today

signals:
    void loaded();
    void filtered(); // the rows are those of filter()
    void countsChanged();

private:
    struct Sorting {
        int column = Urgency;
        Qt::SortOrder order = Qt::AscendingOrder;
        bool operator==(const Sorting &) const = default;
    };
    struct Counted {
        InboxFilter filter;
        RowTest test;
        int count = -1;
        int searches = 0; // number of the last search for its words
    };
    void onColumns(InboxColumns columns);
    void onRowsChanged(const QList<qint64> &changed, const QList<qint64> &removed);
    void onRowRenamed(qint64 from, qint64 to);

    qsizetype indexOf(qint64 key) const; // in m_columns; -1: not there
    int positionOf(qsizetype index) const; // in m_order by the present columns; -1: not shown
    void rebuildIndex();
    RowTest::Desk desk() const;
    std::vector<quint8> rowsOf(const QList<qint64> &keys) const; // 1 for those that are named
    QList<qint64> foundKeys() const; // that have the words
    void setTest(const InboxFilter &filter, std::vector<quint8> found = {});
    void makeTests(); // names, day or clerk have changed
    void search();
    void select(); // the cases of the filter's condition
    bool accepts(qsizetype index) const;
    QList<qint64> selectedKeys() const;
    void recount();
    void searchCounted();
    void countOut(qsizetype index); // before a row changes
    void countIn(qsizetype index); // and after
    Group groupOf(qsizetype index) const;
    Sorting wished() const; // by order and filter
    quint64 numberOf(qsizetype index) const; // what orders a row, but for texts
    bool before(qsizetype left, qsizetype right) const; // ties are broken by the row's key
    void rankNames();
    static constexpr quint8 goneState = 0xff; // in the state column: the case has left
    void sortAll(); // m_base, if it is not in this order already
    std::vector<quint32> arranged(); // all rows that the filter accepts, in order
    void forgetMoves();
    void moved(qsizetype index); // it may no longer stand where m_base has it
    void show(std::vector<quint32> order); // persistent indexes keep their case
    void place(qint64 key); // one row: comes, goes, moves or changes
    void take(int row);
    void put(quint32 index);
    void shift(int from, quint32 index);
    void touch(int row); // it and its neighbours, whose heading may have changed
    const InboxRow *rowAt(int row) const;
    QString snippetOf(const InboxRow &row) const;
    static QString stateText(CaseState state);
    static QString feeText(FeeState state);
    static QString levelText(AssuranceLevel level);
    static QString dayText(QDate day);
    QString dayText(Timestamp at) const;
    QVariant cell(const InboxRow &row, int column) const;
    QVariant fact(const InboxRow &row, const QModelIndex &index, int role) const;

    CaseView &m_view;
    InboxFilter m_filter;
    InboxFilter m_shown; // of the rows: words and cases that are still sought change nothing yet
    RowTest m_test; // of m_shown
    std::vector<quint8> m_selected; // by index: the condition of m_shown holds
    int m_searches = 0; // number of the last search: older answers are dropped
    QTimer m_searchAgain; // for the words, after cases have changed
    std::vector<Counted> m_counted;
    Sorting m_sorting;
    Sorting m_shownBy; // what the rows stand in: words that are still searched change nothing yet
    QString m_language = QStringLiteral("de");
    bool m_loaded = false;
    int m_loads = 0;
    QSet<qint64> m_late; // changed while the worker was reading
    InboxColumns m_columns;
    qsizetype m_sorted = 0; // so many keys at the beginning of the columns ascend
    QHash<qint64, qsizetype> m_extra; // where the other keys are
    std::vector<quint16> m_rank; // order of m_columns.names as shown
    // Every row in ascending order as the columns were read, and those that have changed since:
    // they find their place one by one.
    std::vector<quint32> m_base;
    std::optional<int> m_baseColumn; // what it is sorted by; null: not yet
    std::vector<quint8> m_isMoved;
    std::vector<quint32> m_moved;
    std::vector<quint32> m_order; // indexes into m_columns, as shown
    mutable QCache<qint64, InboxRow> m_rows{ 2000 };
    QStringList m_words; // searched, folded
    mutable QCache<qint64, QString> m_excerpts{ 500 };
    qint32 m_today = 0; // Julian day
};
