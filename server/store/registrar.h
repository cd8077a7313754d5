#pragma once

#include "files.h"
#include "store.h"

#include "models/domain/operation.h"
#include "models/domain/permission.h"

#include <functional>

namespace portal {

// On whose behalf something is done. key names the author in operations, files and the audit log.
struct Author {
    QString key; // "clerk:<id>", "case:<id>" (its applicant), "draft:<id>", "system"
    Actor actor;
    Grants grants; // of a clerk

    static Author clerk(const Actor &actor, const Grants &grants);
    static Author applicant(const CaseId &caseId, const QString &name);
    static Author draft(const DraftId &draftId, const QString &name); // who files; actor: applicant
    static Author system(const QString &name = {});
};

struct CarriedOut {
    OperationResult result; // a refusal by the rules is an answer, not an error
    CaseFile caseFile; // after it; empty if nothing was changed
};

// Why an operation is not carried out. Rejected is for good and kept with the operation; any other
// outcome may be another one next time.
struct Objection {
    Outcome outcome = Outcome::Rejected;
    QString reason; // error key
    QJsonObject params;
};

struct Verdict {
    std::optional<Objection> objection; // nothing: it may be carried out
    // Files of the portal in the place of those that came: the sealed document for the unsealed.
    QHash<AttachmentId, StoredFile> instead;
};

// The one way in which a case changes: idempotency, order, conflict, files, apply(), then case,
// feed row, stored result and audit row in one transaction. A clerk's access is judged by the
// department of the case: what the clerk may not see is "not found".
class Registrar {
public:
    Registrar(Store &store, const Clock &clock);

    // What else belongs to the effect (access code, mail, removed draft): runs in the same
    // transaction after the case was saved, only if the operation is applied for the first time.
    using Alongside = std::function<Status(Writing &, const CaseFile &)>;

    // What an operation must stand up to beyond the rules of the case; asked in the transaction,
    // after conflicts and missing files.
    using Check = std::function<Result<Verdict>(Sql &, const Operation &, const CaseFile &before)>;

    // FileApplication and OpenCase get their file reference here; an application's reference that
    // is set already is kept. Errors: of the store only.
    Result<CarriedOut> carryOut(
        const Operation &operation, const Author &author, const Alongside &alongside = {});
    // In order, in one transaction; each may be refused alone.
    Result<QList<CarriedOut>> carryOutAll(
        const QList<Operation> &operations, const Author &author, const Check &check = {});

    Store &store() const { return m_store; }
    const Clock &clock() const { return m_clock; }

private:
    Store &m_store;
    const Clock &m_clock;
};

// SHA-256 of the operation's canonical JSON.
QByteArray fingerprint(const Operation &operation);

} // namespace portal
