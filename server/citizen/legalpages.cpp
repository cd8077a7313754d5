#include "pages.h"
#include "words.h"

#include <QJsonArray>

namespace citizen {

// The texts are the portal's; what only the authority can know comes from its own record.
QJsonObject legalData(const Visit &visit, const QString &name)
{
    const auto office = visit.site.knownOffice();
    const Authority authority = office ? office->authority : Authority{};
    const QJsonObject params{ { QStringLiteral("authority"), authority.name },
        { QStringLiteral("portal"), visit.publicUrl() } };
    QStringList address{ authority.name, authority.office, authority.address.street,
        (authority.address.postalCode + QLatin1Char(' ') + authority.address.city).trimmed() };
    address.removeAll(QString());
    QJsonArray lines;
    for (const QString &line : address)
        lines.append(QJsonObject{ { QStringLiteral("line"), line } });
    return { { QStringLiteral("heading"), visit.text(QLatin1String("legal.") + name) },
        { QStringLiteral("blocks"),
            blocks(visit.text(QLatin1String("legalText.") + name, params)) },
        { QStringLiteral("address"), lines }, { QStringLiteral("email"), authority.email },
        { QStringLiteral("phone"), authority.phone }, { QStringLiteral("web"), authority.web } };
}

http::Response legalPage(const Visit &visit, const QString &name)
{
    const QJsonObject data = legalData(visit, name);
    return visit.page(200, "legal", data, { data.value(QLatin1String("heading")).toString() });
}

void addLegalPages(PageRoutes &routes)
{
    for (const char *name :
        { "barrierefreiheit", "datenschutz", "impressum", "leichte-sprache", "gebaerdensprache" }) {
        const QString page = QString::fromLatin1(name);
        routes.get(QByteArray('/' + QByteArray(name)).constData(),
            [page](const Visit &visit) { return legalPage(visit, page); });
    }
}

} // namespace citizen
