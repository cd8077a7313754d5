#include "formview.h"
#include "pages.h"
#include "words.h"

#include <QJsonArray>

namespace citizen {

namespace {

using catalogue::Catalogue;

QJsonObject serviceEntry(const Visit &visit, const CaseType &type)
{
    return { { QStringLiteral("href"),
                 visit.path(QLatin1String("/leistung/") + type.service->slug) },
        { QStringLiteral("serviceTitle"), type.service->title.in(visit.language) },
        { QStringLiteral("summary"), type.service->summary.in(visit.language) } };
}

QJsonArray serviceEntries(const Visit &visit, const QList<const CaseType *> &types)
{
    QJsonArray list;
    for (const CaseType *type : types)
        list.append(serviceEntry(visit, *type));
    return list;
}

QString situationTitle(const Visit &visit, const QString &key)
{
    return visit.text(QLatin1String("life.") + key);
}

QJsonObject searchField(const Visit &visit, const QString &query)
{
    PlainField field;
    field.name = QStringLiteral("q");
    field.label = visit.text("search.label");
    field.hint = visit.text("search.hint");
    field.type = QStringLiteral("search");
    field.value = query;
    field.autocomplete = QStringLiteral("off");
    return { { QStringLiteral("searchAction"), visit.path(QStringLiteral("/suche")) },
        { QStringLiteral("fields"), QJsonArray{ plainField(field) } } };
}

http::Response start(const Visit &visit, const Catalogue &catalogue)
{
    QJsonArray tiles;
    for (const QString &key : catalogue.lifeSituations()) {
        QStringList names;
        for (const CaseType *type : catalogue.inLifeSituation(key, visit.language))
            names.append(type->service->title.in(visit.language));
        tiles.append(QJsonObject{
            { QStringLiteral("href"), visit.path(QLatin1String("/lebenslage/") + key) },
            { QStringLiteral("tileTitle"), situationTitle(visit, key) },
            { QStringLiteral("tileText"), names.mid(0, 3).join(QLatin1String(", ")) } });
    }
    QJsonObject data = searchField(visit, {});
    data.insert(QStringLiteral("tiles"), tiles);
    data.insert(
        QStringLiteral("services"), serviceEntries(visit, catalogue.services(visit.language)));
    data.insert(QStringLiteral("statusPath"), visit.path(QStringLiteral("/stand")));
    return visit.page(
        200, "start", data, { visit.text("start.title"), QStringLiteral("services") });
}

http::Response search(const Visit &visit, const Catalogue &catalogue)
{
    const QString query
        = catalogue::plainText(QString::fromUtf8(visit.request.query.value("q")), false).left(200);
    const auto found = query.isEmpty() ? catalogue.services(visit.language)
                                       : catalogue.search(query, visit.language);
    QJsonObject data = searchField(visit, query);
    data.insert(QStringLiteral("heading"),
        query.isEmpty() ? visit.text("search.all")
                        : visit.counted("search.found", int(found.size()),
                            { { QStringLiteral("query"), query } }));
    data.insert(QStringLiteral("services"), serviceEntries(visit, found));
    data.insert(QStringLiteral("nothing"), found.isEmpty());
    data.insert(QStringLiteral("all"), visit.path(QStringLiteral("/")));
    return visit.page(
        200, "search", data, { visit.text("search.title"), QStringLiteral("services") });
}

http::Response situation(const Visit &visit, const Catalogue &catalogue)
{
    const QString key = visit.parameter("slug");
    if (!catalogue.lifeSituations().contains(key))
        return visit.notFound();
    const QString title = situationTitle(visit, key);
    return visit.page(200, "situation",
        { { QStringLiteral("heading"), title },
            { QStringLiteral("services"),
                serviceEntries(visit, catalogue.inLifeSituation(key, visit.language)) } },
        { title, QStringLiteral("services") });
}

http::Response service(const Visit &visit, const Catalogue &catalogue)
{
    const CaseType *type = catalogue.service(visit.parameter("slug"));
    if (!type)
        return visit.notFound();
    const PublicService &service = *type->service;
    QJsonArray texts;
    for (const TextBlock &text : service.texts)
        texts.append(
            QJsonObject{ { QStringLiteral("textHeading"), text.heading.in(visit.language) },
                { QStringLiteral("blocks"), blocks(text.text.in(visit.language)) } });
    const QString situationKey = service.lifeSituations.value(0);
    const auto office = visit.site.knownOffice();
    const Department *department = office ? office->department(type->department) : nullptr;
    QString place;
    QString phone;
    if (department) {
        QStringList parts{ department->name.in(visit.language), department->address.street,
            department->hours.in(visit.language) };
        parts.removeAll(QString());
        place = parts.join(QLatin1String(", "));
        phone = department->phone;
    }
    const QString title = service.title.in(visit.language);
    return visit.page(200, "service",
        { { QStringLiteral("heading"), title },
            { QStringLiteral("summary"), service.summary.in(visit.language) },
            { QStringLiteral("action"), visit.path(QLatin1String("/leistung/") + service.slug) },
            { QStringLiteral("texts"), texts },
            { QStringLiteral("situation"),
                situationKey.isEmpty() ? QString() : situationTitle(visit, situationKey) },
            { QStringLiteral("situationPath"),
                visit.path(QLatin1String("/lebenslage/") + situationKey) },
            { QStringLiteral("feeText"), service.feeText.in(visit.language) },
            { QStringLiteral("days"),
                service.processingDays > 0 ? visit.counted("service.days", service.processingDays)
                                           : QString() },
            { QStringLiteral("place"), place }, { QStringLiteral("phone"), phone } },
        { title, QStringLiteral("services") });
}

PageRoutes::Handler withCatalogue(http::Response (*page)(const Visit &, const Catalogue &))
{
    return [page](const Visit &visit) {
        const auto catalogue = visit.site.catalogue().current();
        return catalogue ? page(visit, **catalogue) : visit.failure(catalogue.error());
    };
}

} // namespace

void addServicePages(PageRoutes &routes)
{
    routes.get("/", withCatalogue(start));
    routes.get("/suche", withCatalogue(search));
    routes.get("/lebenslage/{slug}", withCatalogue(situation));
    routes.get("/leistung/{slug}", withCatalogue(service));
}

} // namespace citizen
