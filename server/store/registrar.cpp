#include "registrar.h"

#include "entry.h"
#include "json.h"

#include "models/domain/wire.h"

#include <QCryptographicHash>

namespace portal {

Author Author::clerk(const Actor &actor, const Grants &grants)
{
    return { QStringLiteral("clerk:") + actor.id, actor, grants };
}

Author Author::applicant(const CaseId &caseId, const QString &name)
{
    return { QStringLiteral("case:") + caseId.text, Actor{ ActorKind::Applicant, {}, name }, {} };
}

Author Author::draft(const DraftId &draftId, const QString &name)
{
    return { QStringLiteral("draft:") + draftId.text, Actor{ ActorKind::Applicant, {}, name }, {} };
}

Author Author::system(const QString &name)
{
    return { QStringLiteral("system"), Actor{ ActorKind::System, {}, name }, {} };
}

Registrar::Registrar(Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<CarriedOut> Registrar::carryOut(
    const Operation &operation, const Author &author, const Alongside &alongside)
{
    return m_store.write([&](Writing &writing) {
        return Entry(writing, operation, author, m_clock.now()).carryOut({}, alongside);
    });
}

Result<QList<CarriedOut>> Registrar::carryOutAll(
    const QList<Operation> &operations, const Author &author, const Check &check)
{
    return m_store.write([&](Writing &writing) -> Result<QList<CarriedOut>> {
        QList<CarriedOut> all;
        for (const Operation &operation : operations) {
            Savepoint part(writing.sql);
            if (!part.status())
                return part.status().error();
            Result<CarriedOut> one
                = Entry(writing, operation, author, m_clock.now()).carryOut(check, {});
            if (!one)
                return one.error();
            if (const Status kept = part.keep(); !kept)
                return kept.error();
            all.append(*std::move(one));
        }
        return all;
    });
}

QByteArray fingerprint(const Operation &operation)
{
    return QCryptographicHash::hash(compact(toJson(operation)), QCryptographicHash::Sha256);
}

} // namespace portal
