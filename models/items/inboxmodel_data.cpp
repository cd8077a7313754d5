#include "inboxmodel.h"

#include "roles.h"

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

QVariant InboxModel::cell(const InboxRow &row, int column) const
{
    const QLocale locale;
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
        return row.due.isNull() ? QString() : locale.toString(row.due, QLocale::ShortFormat);
    case Assignee:
        return m_view.clerkName(row.assignee);
    case Updated:
        return locale.toString(localDate(row.updated, m_view.session().authority.zone.toLatin1()),
            QLocale::ShortFormat);
    }
    return {};
}

QString InboxModel::stateText(CaseState state) const
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
        return row.snippet;
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
    case GroupRole:
        return int(groupOf(m_order[size_t(index.row())]));
    case FirstOfGroupRole:
        return m_sortColumn == Urgency
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
    }
    return {};
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
        { FirstOfGroupRole, "firstOfGroup" } };
}
