#pragma once

#include "caller.h"

#include "models/notice/noticecontent.h"
#include "server/store/registrar.h"

namespace portal {

// What a clerk's operation must stand up to beyond the rules of the case: a notice is what its
// document says and could be posted as it is, a fee names a number that this clerk was given. The
// clerk's program checks the same; a portal that relied on it would put a made-up page under the
// seal of the authority. Documents are read before the transaction, so that the one writer does not
// wait for them.
class OperationCheck {
public:
    OperationCheck(const ClerkApi &api, const Caller &caller, const QList<Operation> &operations);

    // For Registrar::carryOutAll(). Objections: "notice.document" (no PDF, or without readable
    // content), "notice.content" (the document says something else), "notice.incomplete" {points},
    // "notice.template", "notice.letterDate", "notice.channel", "notice.fee", "fee.reference".
    // A sealed document takes the place of the one that came.
    Result<Verdict> operator()(
        Sql &sql, const Operation &operation, const CaseFile &caseFile) const;

private:
    struct Document { // of a notice
        Result<NoticeContent> content;
        std::optional<StoredFile> sealed;
    };

    void read(const Operation &operation, const IssueNotice &issue);
    std::optional<StoredFile> seal(const QByteArray &pdf) const;
    Result<Verdict> judge(Sql &sql, const RequestFee &fee, const CaseFile &caseFile) const;

    const ClerkApi &m_api;
    const Caller &m_caller;
    QHash<OperationId, Document> m_documents;
};

} // namespace portal
