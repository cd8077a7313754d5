#include "operationcheck.h"

#include "noticerules.h"

#include "models/notice/noticerenderer.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"
#include "server/store/files.h"
#include "server/store/operations.h"

#include <QFile>
#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(clerkApiLog)

namespace portal {

namespace {

Verdict refused(const char *reason, Outcome outcome = Outcome::Rejected)
{
    return { Objection{ outcome, QString::fromLatin1(reason), {} }, {} };
}

} // namespace

OperationCheck::OperationCheck(
    const ClerkApi &api, const Caller &caller, const QList<Operation> &operations)
    : m_api(api)
    , m_caller(caller)
{
    for (const Operation &operation : operations) {
        if (const auto *issue = std::get_if<IssueNotice>(&operation.args))
            read(operation, *issue);
    }
}

void OperationCheck::read(const Operation &operation, const IssueNotice &issue)
{
    // Found as the register will find it; what is not there it asks for. What it has answered
    // before is not read again.
    const auto file = m_api.store.read([&](Sql &sql) -> Result<std::optional<StoredFile>> {
        const auto answered = Operations(sql).find(operation.id);
        if (!answered)
            return answered.error();
        if (*answered)
            return std::optional<StoredFile>();
        const Files files(sql);
        Result<std::optional<StoredFile>> own
            = files.findOwn(m_caller.key(), issue.document.sha256);
        return own && !*own ? files.findInCase(operation.caseId, issue.document.sha256) : own;
    });
    if (!file || !*file)
        return;
    Document document{ error(ErrorCode::InvalidInput, "notice.pdf"), {} };
    QFile bytes(m_api.store.filePath((*file)->id));
    if ((*file)->type == QLatin1String("application/pdf") && bytes.open(QIODevice::ReadOnly)) {
        const QByteArray pdf = bytes.readAll();
        document.content = contentOfNotice(pdf);
        if (document.content && m_api.seal)
            document.sealed = seal(pdf);
    }
    m_documents.insert(operation.id, document);
}

// A document without room for the seal was made by a desk that did not know of it yet: it is a
// notice nevertheless, the seal replaces no written form.
std::optional<StoredFile> OperationCheck::seal(const QByteArray &pdf) const
{
    const Result<QByteArray> sealed = ::seal(pdf, *m_api.seal, m_api.clock.now());
    if (!sealed) {
        qCWarning(clerkApiLog) << "a notice stays without seal:" << sealed.error().key;
        return {};
    }
    const Result<StoredFile> kept = keepBytes(
        m_api.store, m_api.clock, *sealed, QStringLiteral("application/pdf"), m_caller.key());
    if (!kept) {
        qCWarning(clerkApiLog) << "a notice stays without seal:" << kept.error().key;
        return {};
    }
    return *kept;
}

Result<Verdict> OperationCheck::operator()(
    Sql &sql, const Operation &operation, const CaseFile &caseFile) const
{
    if (const auto *fee = std::get_if<RequestFee>(&operation.args))
        return judge(sql, *fee, caseFile);
    const auto *issue = std::get_if<IssueNotice>(&operation.args);
    if (!issue)
        return Verdict();
    const auto document = m_documents.constFind(operation.id);
    if (document == m_documents.constEnd()) // it arrived in this very moment
        return refused("notice.documentUnread", Outcome::Retry);
    if (!document->content)
        return refused("notice.document");
    const Result<Authority> authority = Directory(sql).authority();
    if (!authority)
        return authority.error();
    const QByteArray zone = authority->zone.toLatin1();
    Verdict verdict;
    verdict.objection = objectionTo(*issue, *document->content, localDate(caseFile.filedAt, zone),
        localDate(m_api.clock.now(), zone));
    if (!verdict.objection && issue->fee) {
        Result<Verdict> fee = judge(sql, *issue->fee, caseFile);
        if (!fee || fee->objection)
            return fee;
    }
    if (document->sealed)
        verdict.instead.insert(issue->document.id, *document->sealed);
    return verdict;
}

// A number that nobody was given would be booked to nobody, or to somebody else.
Result<Verdict> OperationCheck::judge(
    Sql &sql, const RequestFee &fee, const CaseFile &caseFile) const
{
    const auto type = CaseTypes(sql).find(caseFile.type, caseFile.typeVersion);
    if (!type)
        return type.error();
    const ReferenceSource source = *type ? (*type)->referenceSource : ReferenceSource::LeasedBlock;
    if (fee.source != source)
        return refused("fee.reference");
    if (source == ReferenceSource::CashSystem) // its own scheme; empty: given after the fact
        return Verdict();
    const Result<bool> leased = CashDesk::holds(sql, m_caller.account.clerk.id, fee.reference);
    if (!leased)
        return leased.error();
    return *leased ? Verdict() : refused("fee.reference");
}

} // namespace portal
