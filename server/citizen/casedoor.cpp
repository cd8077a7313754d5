#include "casedoor.h"

#include "filing.h"
#include "server/identity/passwords.h"
#include "server/identity/throttle.h"
#include "server/store/cases.h"
#include "server/store/citizenrecords.h"

namespace citizen {

Result<CaseId> CaseDoor::knock(const Visit &visit, const QString &reference, const QString &code)
{
    portal::Store &store = visit.site.context.store;
    const auto office = visit.site.office();
    if (!office)
        return office.error();
    const QString plain = reference.simplified().remove(QLatin1Char(' ')).toUpper().left(60);
    portal::Throttle perCase(store, visit.site.context.clock);
    portal::Throttle perAddress(store, visit.site.context.clock, { 20, 900, 900 });
    const QString caseKey = QLatin1String("case-code:") + plain;
    const QString addressKey
        = QLatin1String("case-address:") + QString::fromLatin1(visit.request.remoteAddress);
    int wait = 0;
    for (const auto &seconds : { perCase.waitFor(caseKey), perAddress.waitFor(addressKey) }) {
        if (!seconds)
            return seconds.error();
        wait = std::max(wait, *seconds);
    }
    if (wait > 0)
        return error(
            ErrorCode::TooMany, "status.throttled", { { QStringLiteral("seconds"), wait } });

    struct Found {
        CaseId id;
        QByteArray hash;
    };
    const Result<Found> found = store.read([&](portal::Sql &sql) -> Result<Found> {
        const auto caseFile = portal::Cases(sql).findByReference(plain);
        if (!caseFile)
            return caseFile.error();
        if (!*caseFile || (*caseFile)->internal)
            return Found{};
        const auto hash = portal::CitizenRecords(sql).accessHash((*caseFile)->id);
        if (!hash)
            return hash.error();
        return Found{ (*caseFile)->id, hash->value_or(QByteArray()) };
    });
    if (!found)
        return found.error();
    const QByteArray shown = accessHash((*office)->secret, code);
    if (found->hash.isEmpty() || !portal::equalInConstantTime(found->hash, shown)) {
        for (const Status &noted : { perCase.failed(caseKey), perAddress.failed(addressKey) }) {
            if (!noted)
                return noted.error();
        }
        return error(ErrorCode::InvalidInput, "status.wrong");
    }
    if (const Status noted = perCase.succeeded(caseKey); !noted)
        return noted.error();
    return found->id;
}

Result<std::optional<CaseFile>> CaseDoor::open(const Visit &visit, const CaseId &id)
{
    const QByteArray token = visit.cookie("kontor-vorgang");
    if (token.isEmpty() || !isUuid(id.text))
        return std::optional<CaseFile>();
    return visit.site.context.store.read([&](portal::Sql &sql) -> Result<std::optional<CaseFile>> {
        const auto session
            = portal::CitizenRecords(sql).session(portal::tokenHash(QString::fromLatin1(token)));
        if (!session)
            return session.error();
        if (!*session || (*session)->expiresAt <= visit.site.now()
            || (*session)->subject != QLatin1String("case:") + id.text)
            return std::optional<CaseFile>();
        return portal::Cases(sql).find(id);
    });
}

void CaseDoor::close(const Visit &visit, http::Response &response)
{
    const QByteArray token = visit.cookie("kontor-vorgang");
    if (!token.isEmpty()) {
        (void)visit.site.context.store.write([&](portal::Writing &writing) {
            return portal::CitizenRecords::removeSession(
                writing, portal::tokenHash(QString::fromLatin1(token)));
        });
    }
    visit.setCookie(response, "kontor-vorgang", "", 0);
}

} // namespace citizen
