#include "inboxmodel.h"

#include "hits.h"
#include "roles.h"

#include "models/store/casetext.h"
#include "models/store/caseview.h"

#include <QLocale>

// What one cell shows. Delegates paint from the roles; the display texts serve screen readers,
// copying and export.

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InboxRow *row = rowAt(index.row());
    if (!row)
        return {};
    if (role == Qt::DisplayRole)
        return cell(*row, index.column());
    if (role == Qt::AccessibleTextRole) { // the list shows one row a case: it is read as one
        QStringList parts{ cell(*row, Applicant).toString(), cell(*row, Service).toString(),
            cell(*row, State).toString(), cell(*row, Due).toString(),
            cell(*row, Reference).toString() };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    return role >= Qt::UserRole ? fact(*row, index, role) : QVariant();
}

QString InboxModel::dayText(QDate day)
{
    return day.isNull() ? QString() : QLocale().toString(day, QLocale::ShortFormat);
}

QVariant InboxModel::cell(const InboxRow &row, int column) const
{
    switch (column) {
    case Reference:
        return row.reference.isEmpty() ? tr("will be given") : row.reference;
    case Service:
        return m_view.typeName(row.type, m_language);
    case Applicant:
        return row.internal ? tr("Internal") : row.applicant;
    case State:
        return stateText(row.state);
    case Due:
        return dayText(row.due);
    case Assignee:
        return m_view.clerkName(row.assignee);
    case Updated:
        return dayText(row.updated);
    case Filed:
        return dayText(row.filed);
    case Department:
        return m_view.departmentName(row.department, m_language);
    case FollowUp:
        return dayText(row.followUp);
    case PeriodEnds:
        return dayText(row.periodEnds);
    case Fee:
        return feeText(row.fee);
    case Assurance:
        return levelText(row.level);
    }
    return {};
}

QString InboxModel::dayText(Timestamp at) const
{
    return at.isNull() ? QString()
                       : dayText(localDate(at, m_view.session().authority.zone.toLatin1()));
}

QString InboxModel::feeText(FeeState state)
{
    switch (state) {
    case FeeState::Open:
        return tr("Open", "fee");
    case FeeState::Paid:
        return tr("Paid", "fee");
    case FeeState::Failed:
        return tr("Failed", "payment");
    case FeeState::Cancelled:
        return tr("Cancelled", "fee");
    case FeeState::ChargedBack:
        return tr("Charged back", "payment");
    case FeeState::Unknown:
        break;
    }
    return {};
}

QString InboxModel::levelText(AssuranceLevel level)
{
    switch (level) {
    case AssuranceLevel::Low:
        return tr("Low", "assurance");
    case AssuranceLevel::Substantial:
        return tr("Substantial", "assurance");
    case AssuranceLevel::High:
        return tr("High", "assurance");
    case AssuranceLevel::None:
    case AssuranceLevel::Unknown:
        break;
    }
    return {};
}

// While words are searched: the line of the case that has them, unless the row shows them anyway.
QString InboxModel::snippetOf(const InboxRow &row) const
{
    if (m_words.isEmpty() || hasHits(row.applicant + u' ' + row.snippet, m_words))
        return row.snippet;
    if (const QString *kept = m_excerpts.object(row.key))
        return *kept;
    QString excerpt;
    if (const auto viewed = m_view.find(row.id))
        excerpt = excerptOf(searchText(viewed->caseFile), m_words);
    if (excerpt.isEmpty())
        excerpt = row.snippet;
    m_excerpts.insert(row.key, new QString(excerpt));
    return excerpt;
}

QString InboxModel::stateText(CaseState state)
{
    switch (state) {
    case CaseState::New:
        return tr("New");
    case CaseState::Accepted:
        return tr("Accepted");
    case CaseState::InProgress:
        return tr("In progress");
    case CaseState::WaitingForApplicant:
        return tr("Waiting for applicant");
    case CaseState::Decided:
        return tr("Decided");
    case CaseState::Closed:
        return tr("Closed");
    case CaseState::Inadmissible:
        return tr("Rejected as inadmissible");
    case CaseState::Withdrawn:
        return tr("Withdrawn");
    case CaseState::Transferred:
        return tr("Transferred");
    case CaseState::Unknown:
        break;
    }
    return {};
}

QVariant InboxModel::fact(const InboxRow &row, const QModelIndex &index, int role) const
{
    switch (role) {
    case CaseIdRole:
        return row.id.text;
    case ReferenceRole:
        return row.reference;
    case TitleRole:
        return row.title;
    case ServiceRole:
        return m_view.typeName(row.type, m_language);
    case ApplicantRole:
        return row.applicant;
    case SnippetRole:
        return snippetOf(row);
    case StateRole:
        return int(row.state);
    case DueRole:
        return row.due;
    case PausedRole:
        return row.paused;
    case PeriodEndsRole:
        return row.periodEnds;
    case FollowUpRole:
        return row.followUp;
    case UpdatedRole:
        return dateTime(row.updated);
    case FiledRole:
        return dateTime(row.filed);
    case AssigneeRole:
        return row.assignee.text;
    case AssigneeNameRole:
        return m_view.clerkName(row.assignee);
    case DepartmentRole:
        return row.department.text;
    case UnreadRole:
        return row.unread;
    case FeeOpenRole:
        return row.feeOpen;
    case InternalRole:
        return row.internal;
    case AttachmentsRole:
        return row.attachments;
    case PendingRole:
        return row.pending;
    case AttentionRole:
        return row.attention;
    case FeeRole:
        return int(row.fee);
    case AssuranceRole:
        return int(row.level);
    case DeliveryFailedRole:
        return row.deliveryFailed;
    case HitWordsRole:
        return m_words;
    case GroupRole:
        return int(groupOf(m_order[size_t(index.row())]));
    case FirstOfGroupRole:
        return m_shownBy.column == Urgency
            && (index.row() == 0
                || groupOf(m_order[size_t(index.row()) - 1])
                    != groupOf(m_order[size_t(index.row())]));
    }
    return {};
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Reference:
        return tr("File reference");
    case Service:
        return tr("Service");
    case Applicant:
        return tr("Applicant");
    case State:
        return tr("State");
    case Due:
        return tr("Due");
    case Assignee:
        return tr("Responsible");
    case Updated:
        return tr("Changed");
    case Department:
        return tr("Department");
    case Filed:
        return tr("Received");
    case FollowUp:
        return tr("Follow-up");
    case PeriodEnds:
        return tr("Statutory period");
    case Fee:
        return tr("Fee");
    case Assurance:
        return tr("Assurance");
    }
    return {};
}

namespace {

constexpr const char *columnNames[] = { "reference", "service", "applicant", "state", "due",
    "assignee", "updated", "department", "filed", "followUp", "periodEnds", "fee", "assurance" };

} // namespace

QString InboxModel::columnName(int column)
{
    static_assert(std::size(columnNames) == ColumnCount);
    return column >= 0 && column < ColumnCount ? QString::fromLatin1(columnNames[column])
                                               : QStringLiteral("urgency");
}

int InboxModel::columnNamed(const QString &name)
{
    for (int column = 0; column < ColumnCount; ++column) {
        if (name == QLatin1String(columnNames[column]))
            return column;
    }
    return Urgency;
}

QHash<int, QByteArray> InboxModel::roleNames() const
{
    return { { CaseIdRole, "caseId" }, { ReferenceRole, "reference" }, { TitleRole, "title" },
        { ServiceRole, "service" }, { ApplicantRole, "applicant" }, { SnippetRole, "snippet" },
        { StateRole, "state" }, { DueRole, "due" }, { PausedRole, "paused" },
        { PeriodEndsRole, "periodEnds" }, { FollowUpRole, "followUp" }, { UpdatedRole, "updated" },
        { FiledRole, "filed" }, { AssigneeRole, "assignee" }, { AssigneeNameRole, "assigneeName" },
        { DepartmentRole, "department" }, { UnreadRole, "unread" }, { FeeOpenRole, "feeOpen" },
        { InternalRole, "internal" }, { AttachmentsRole, "attachments" },
        { PendingRole, "pending" }, { AttentionRole, "attention" }, { GroupRole, "group" },
        { FeeRole, "fee" }, { AssuranceRole, "assurance" },
        { DeliveryFailedRole, "deliveryFailed" }, { HitWordsRole, "hitWords" },
        { FirstOfGroupRole, "firstOfGroup" } };
}
