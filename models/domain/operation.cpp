#include "operation.h"

namespace {

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace

QList<NewAttachment> filesOf(const Operation &operation)
{
    return std::visit(
        Overloaded{
            [](const Reply &reply) { return reply.attachments; },
            [](const IssueNotice &issue) { return QList<NewAttachment>{ issue.document }; },
            [](const FileApplication &filed) { return filed.attachments; },
            [](const ReceiveMessage &message) { return message.attachments; },
            [](const auto &) { return QList<NewAttachment>{}; },
        },
        operation.args);
}

QStringList writtenFields(const Operation &operation)
{
    const auto state = QStringLiteral("state");
    const auto assignee = QStringLiteral("assignee");
    const auto fees = QStringLiteral("fees");
    return std::visit(Overloaded{
                          [&](const TakeOver &) {
                              return QStringList{ assignee, state };
                          },
                          [&](const Assign &) { return QStringList{ assignee }; },
                          [&](const ChangeState &) { return QStringList{ state }; },
                          [&](const RequestDocuments &) { return QStringList{ state }; },
                          [&](const RequestFee &) { return QStringList{ fees }; },
                          [&](const CancelFee &fee) {
                              return QStringList{ QStringLiteral("fee/") + fee.id.text };
                          },
                          [&](const SettleFee &fee) {
                              return QStringList{ QStringLiteral("fee/") + fee.id.text };
                          },
                          [&](const CompleteFollowUp &done) {
                              return QStringList{ QStringLiteral("followUp/") + done.id.text };
                          },
                          [&](const IssueNotice &issue) {
                              return issue.fee ? QStringList{ state, fees } : QStringList{ state };
                          },
                          [&](const ConfirmFinality &confirmed) {
                              return QStringList{ QStringLiteral("notice/") + confirmed.id.text };
                          },
                          [&](const RecordFinding &finding) {
                              return QStringList{ QStringLiteral("answer/") + finding.path };
                          },
                          [&](const WithdrawApplication &) { return QStringList{ state }; },
                          [](const auto &) { return QStringList{}; },
                      },
        operation.args);
}

Permission requiredPermission(const Operation &operation, const CaseFile &caseFile)
{
    return std::visit(Overloaded{
                          [](const Assign &) { return Permission::CaseAssign; },
                          [&](const ChangeState &change) {
                              const Transition *transition
                                  = findTransition(caseFile.state, change.to);
                              return transition ? transition->permission : Permission::CaseProcess;
                          },
                          [](const RequestFee &) { return Permission::FeeRequest; },
                          [](const CancelFee &) { return Permission::FeeCancel; },
                          [](const IssueNotice &) { return Permission::NoticeIssue; },
                          [](const ConfirmFinality &) { return Permission::NoticeIssue; },
                          [](const OpenCase &) { return Permission::CaseOpen; },
                          [](const FileApplication &) { return Permission::Unknown; },
                          [](const ReceiveMessage &) { return Permission::Unknown; },
                          [](const WithdrawApplication &) { return Permission::Unknown; },
                          [](const SettleFee &) { return Permission::Unknown; },
                          [](const RecordRetrieval &) { return Permission::Unknown; },
                          [](const UnknownOperation &) { return Permission::Unknown; },
                          [](const auto &) { return Permission::CaseProcess; },
                      },
        operation.args);
}
