#include "citizen.h"

#include "pages.h"

#include <QJsonDocument>

namespace citizen {

namespace {

// The languages that the browser asks for, the first one we have.
QString preferred(const http::Request &request)
{
    for (const QByteArray &entry : request.headers.value("Accept-Language").toLower().split(',')) {
        const QByteArray language = entry.split(';').first().trimmed().left(2);
        if (languages().contains(QString::fromLatin1(language)))
            return QString::fromLatin1(language);
    }
    return languages().first();
}

QString languageOf(const http::Request &request)
{
    for (const QString &language : languages()) {
        if (request.path.startsWith('/' + language.toLatin1() + '/'))
            return language;
    }
    return preferred(request);
}

const char *textKeyOf(int status)
{
    switch (status) {
    case 404:
    case 405:
        return "error.notFound";
    case 413:
    case 431:
        return "error.tooMuch";
    case 503:
    case 507:
    case 429:
        return "error.busy";
    default:
        return status < 500 ? "error.broken" : "error.internal";
    }
}

http::Response problem(int status, const Error &error)
{
    http::Response response = http::Response::json(status,
        QJsonDocument(QJsonObject{ { QStringLiteral("status"), status },
                          { QStringLiteral("key"), error.key } })
            .toJson(QJsonDocument::Compact));
    response.headers.add("Content-Type", "application/problem+json");
    return response;
}

} // namespace

Status addRoutes(http::Router &router, const Context &context)
{
    Result<Texts> texts = Texts::load();
    if (!texts)
        return texts.error();
    Result<Templates> templates = Templates::load(*texts);
    if (!templates)
        return templates.error();
    const Result<Assets::Brand> brand = Assets::readBrand(context.brandFolder);
    if (!brand)
        return brand.error();
    Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    const SitePtr site = std::make_shared<const Site>(
        context, *std::move(texts), *std::move(templates), Assets(*brand), *std::move(law));
    (void)site->office();

    PageRoutes routes(router, site);
    addServicePages(routes);
    addLegalPages(routes);
    addBarrierPage(routes);
    addFormPages(routes);
    addUploadPages(routes);
    addReceiptPages(routes);
    addCasePages(routes);

    router.add({ http::Method::Get, "/", [](const http::Request &request) {
                    return http::Response::redirect('/' + preferred(request).toLatin1() + '/');
                } });
    router.add({ http::Method::Get, "/s/{name}",
        [site](const http::Request &request) { return site->assets.serve(request); } });

    const auto others = router.errorPage;
    router.errorPage
        = [site, others](const http::Request &request, int status, const Error &error) {
              if (request.path.startsWith("/sync/"))
                  return others ? others(request, status, error) : problem(status, error);
              const Visit visit(*site, request, languageOf(request));
              return visit.refused(status, textKeyOf(status), error);
          };
    return success();
}

Result<mail::Wording> mailWording()
{
    Result<Texts> loaded = Texts::load();
    if (!loaded)
        return loaded.error();
    const auto texts = std::make_shared<const Texts>(*std::move(loaded));
    return mail::Wording(
        [texts](const QString &language, const QString &key, const QJsonObject &params) {
            return texts->text(language, key, params);
        });
}

} // namespace citizen
