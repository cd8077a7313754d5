#include "permission.h"

PermissionSet permissionsOf(Role role)
{
    using P = Permission;
    const PermissionSet reader{ P::CaseRead };
    const PermissionSet clerk
        = PermissionSet{ P::CaseProcess, P::CaseOpen, P::FeeRequest } + reader;
    const PermissionSet senior
        = PermissionSet{ P::NoticeIssue, P::CaseTransfer, P::FeeCancel } + clerk;
    switch (role) {
    case Role::Unknown:
        return {};
    case Role::Reader:
        return reader;
    case Role::Clerk:
        return clerk;
    case Role::SeniorClerk:
        return senior;
    case Role::TeamLead:
        return PermissionSet{ P::CaseAssign, P::ApprovalGive, P::ReportTeam, P::TextEdit } + senior;
    case Role::Cashier:
        return PermissionSet{ P::FeeRequest, P::FeeCancel } + reader;
    case Role::Editor:
        return PermissionSet{ P::CaseTypeEdit, P::TextEdit } + reader;
    }
    return {};
}
