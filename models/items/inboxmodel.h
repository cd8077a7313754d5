#pragma once

#include "models/board/casecondition.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>

class CaseView;

struct InboxFilter {
    enum class Scope {
        All, // open cases
        Mine,
        New,
        Unassigned,
        Waiting, // for the applicant
        Unread,
        FollowUps, // due today or earlier
        Overdue,
        Attention, // an operation waits for the clerk
        Closed,
    };
    Scope scope = Scope::All;
    DepartmentId department; // null: all
    CaseTypeId service; // null: all
    QString text; // searched in open and closed cases alike if the scope is All
    std::optional<CaseCondition> cases; // behind a figure of the board, whatever the scope

    bool operator==(const InboxFilter &) const = default;
};

// The list of cases. A million of them must scroll, sort and filter without a pause, so the model
// holds numbers only: row ids in order, the few columns that order and filter (read by a worker
// after the first screen is there), and the two thousand rows that were looked at last. Changes
// move single rows; selection and scroll position stay.
class InboxModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Reference, Service, Applicant, State, Due, Assignee, Updated, ColumnCount };
    enum Role { // all of every column of the row
        CaseIdRole = Qt::UserRole, // text of the id
        ReferenceRole, // empty: not yet given
        TitleRole, // one line from the answers
        ServiceRole, // name of the case type
        ApplicantRole,
        SnippetRole,
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
        FirstOfGroupRole, // bool: a heading belongs above it; only in the order of urgency
    };
    enum class Group { Overdue, ThisWeek, New, Later, Closed };
    static constexpr int Urgency = -1; // sort(): by group, then by due date

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
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    void setLanguage(const QString &language); // of the case types' names: "de" or "en"

    CaseId caseAt(int row) const; // null beyond the end
    int rowOf(const CaseId &id) const; // -1: filtered out or unknown
    int countOf(const InboxFilter &filter) const; // texts are ignored; 0 before loaded()

public slots:
    void onNewDay(); // groups and overdue count from today

signals:
    void loaded();
    void filtered(); // the rows are those of filter()

private:
    void onColumns(InboxColumns columns);
    void onRowsChanged(const QList<qint64> &changed, const QList<qint64> &removed);
    void onRowRenamed(qint64 from, qint64 to);

    qsizetype indexOf(qint64 key) const; // in m_columns; -1: not there
    int positionOf(qsizetype index) const; // in m_order by the present columns; -1: not shown
    void rebuildIndex();
    void select(); // the cases of the filter's condition, then find()
    void find(); // those of its text
    bool accepts(const InboxFilter &filter, qsizetype index) const;
    Group groupOf(qsizetype index) const;
    struct Key { // what orders a row; ties are broken by its number
        quint64 high = 0;
        quint64 low = 0;
        auto operator<=>(const Key &) const = default;
    };
    Key keyOf(qsizetype index) const;
    bool before(qsizetype left, qsizetype right) const;
    void rankNames();
    static constexpr quint8 goneState = 0xff; // in the state column: the case has left
    std::vector<quint32> arranged() const; // all rows that the filter accepts, in order
    void show(std::vector<quint32> order); // persistent indexes keep their case
    void place(qint64 key); // one row: comes, goes, moves or changes
    void take(int row);
    void put(quint32 index);
    void shift(int from, quint32 index);
    void touch(int row); // it and its neighbours, whose heading may have changed
    const InboxRow *rowAt(int row) const;
    QString stateText(CaseState state) const;
    QVariant cell(const InboxRow &row, int column) const;
    QVariant fact(const InboxRow &row, const QModelIndex &index, int role) const;

    CaseView &m_view;
    InboxFilter m_filter;
    QSet<qint64> m_found; // of the filter's text
    QSet<qint64> m_selected; // by the filter's condition
    std::optional<CaseCondition> m_selectedBy; // that m_selected belongs to
    int m_searches = 0; // number of the last search: older answers are dropped
    int m_sortColumn = Urgency;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QString m_language = QStringLiteral("de");
    bool m_loaded = false;
    int m_loads = 0;
    QSet<qint64> m_late; // changed while the worker was reading
    InboxColumns m_columns;
    qsizetype m_sorted = 0; // so many keys at the beginning of the columns ascend
    QHash<qint64, qsizetype> m_extra; // where the other keys are
    std::vector<quint16> m_rank; // order of m_columns.names as shown
    std::vector<quint32> m_order; // indexes into m_columns, as shown
    mutable QCache<qint64, InboxRow> m_rows{ 2000 };
    qint32 m_today = 0; // Julian day
};
