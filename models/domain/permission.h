#pragma once

#include "ids.h"

#include <QHash>
#include <QList>
#include <QSet>

// What a person may do, always within one department. Roles are bundles of these.
enum class Permission {
    Unknown,
    CaseRead,
    CaseProcess, // take over, reply, ask for documents, note, follow-up, change of state
    CaseAssign, // to somebody else
    CaseOpen, // internal cases and applications from the counter
    CaseTransfer, // to another department or authority
    NoticeIssue,
    FeeRequest,
    FeeCancel,
    ApprovalGive,
    CaseTypeEdit,
    TextEdit,
    ReportTeam,
};

enum class Role { Unknown, Reader, Clerk, SeniorClerk, TeamLead, Cashier, Editor };

using PermissionSet = QSet<Permission>;
PermissionSet permissionsOf(Role role);

// Department by department. Nobody has a right everywhere.
using Grants = QHash<DepartmentId, PermissionSet>;
