#include "filing.h"
#include "pages.h"

#include <QJsonArray>
#include <QUrl>

namespace citizen {

namespace {

using catalogue::barrierSlug;

struct Report {
    std::shared_ptr<const catalogue::Catalogue> catalogue; // keeps `type` alive
    const CaseType *type = nullptr; // null: nobody receives reports here
    std::optional<Error> failure;
    const FormStep &step() const { return type->service->steps.first(); }
};

Report reportOf(const Visit &visit)
{
    Report report;
    const auto catalogue = visit.site.catalogue().current();
    if (!catalogue) {
        report.failure = catalogue.error();
        return report;
    }
    report.catalogue = *catalogue;
    report.type = report.catalogue->service(QLatin1String(barrierSlug));
    return report;
}

// The page somebody came from, so that it need not be described.
QString cameFrom(const Visit &visit)
{
    const QUrl from = QUrl::fromEncoded(visit.request.headers.value("Referer"));
    const QString path = from.path();
    const bool ours = from.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        == visit.publicUrl();
    return ours && !path.endsWith(QLatin1String(barrierSlug)) ? path : QString();
}

http::Response show(const Visit &visit, const Report &report, const Draft &draft,
    const QString &once, const QList<catalogue::FieldError> &errors)
{
    PlainField email;
    email.name = QStringLiteral("email");
    email.label = visit.text("contact.email");
    email.hint = visit.text("contact.emailHint");
    email.type = QStringLiteral("email");
    email.value = draft.email;
    email.autocomplete = QStringLiteral("email");
    email.optional = true;
    for (const catalogue::FieldError &error : errors) {
        if (error.path == email.name)
            email.error = wordError(visit, error);
    }
    QJsonObject data = legalData(visit, QLatin1String(barrierSlug));
    data.insert(
        QStringLiteral("action"), visit.path(QLatin1Char('/') + QLatin1String(barrierSlug)));
    data.insert(QStringLiteral("once"), once);
    data.insert(QStringLiteral("fields"),
        fieldList(visit, *report.type->service, report.step(), draft, errors));
    data.insert(QStringLiteral("contact"), QJsonArray{ plainField(email) });
    data.insert(QStringLiteral("errors"), errorList(visit, errors));
    data.insert(QStringLiteral("errorHeading"),
        errors.isEmpty() ? QString() : visit.counted("form.errorHeading", int(errors.size())));
    const QString title = data.value(QLatin1String("heading")).toString();
    return visit.page(
        errors.isEmpty() ? 200 : 422, "barrier", data, { title, {}, !errors.isEmpty() });
}

http::Response get(const Visit &visit)
{
    const Report report = reportOf(visit);
    if (report.failure)
        return visit.failure(*report.failure);
    if (!report.type) // how to reach the authority otherwise
        return legalPage(visit, QLatin1String(barrierSlug));
    Draft draft;
    draft.data.set(report.step().key + QLatin1String(".seite"), { cameFrom(visit) });
    return show(visit, report, draft, newUuid7(visit.site.context.clock), {});
}

QList<catalogue::FieldError> errorsOf(const Visit &visit, const Report &report, const Draft &draft)
{
    const catalogue::FormRules rules{ visit.language, visit.site.today(), false };
    QList<catalogue::FieldError> errors
        = catalogue::checkStep(*report.type->service, report.step(), draft.data, {}, rules).errors;
    for (const catalogue::FieldError &error : contactErrors(draft)) {
        if (error.path == QLatin1String("email")) // consent to electronic notices is not asked
            errors.append(error);
    }
    if (visit.request.formError)
        errors.append({ report.step().key, QStringLiteral("form.broken"), {} });
    return errors;
}

http::Response take(const Visit &visit)
{
    const Report report = reportOf(visit);
    if (report.failure)
        return visit.failure(*report.failure);
    if (!report.type)
        return visit.notFound();
    const QString once = visit.field("once");
    if (!isUuid(once))
        return visit.refused(400, "error.broken");
    // A second click on "send" of the same page is the same report.
    const DraftId id{ derivedUuid(once, visit.derived("barrier")) };
    const QString receipt = visit.path(QLatin1String("/beleg/") + id.text);
    if (const auto known = Drafts::open(visit, id.text); known && !known->sent.isNull())
        return visit.redirect(receipt);
    Draft draft;
    takeValues(visit, report.step(), draft);
    draft.email = catalogue::plainText(visit.field("email"), false).left(300);
    const auto errors = errorsOf(visit, report, draft);
    if (!errors.isEmpty())
        return show(visit, report, draft, once, errors);
    const Result<Draft> begun = Drafts::begin(visit, QLatin1String(barrierSlug), id);
    if (!begun)
        return visit.failure(begun.error());
    Draft whole = *begun;
    whole.data = draft.data;
    whole.email = draft.email;
    const Result<Filed> filed = file(visit, *report.type, whole);
    if (!filed && filed.error().key != QLatin1String("draft.sent"))
        return visit.failure(filed.error());
    http::Response response = visit.redirect(receipt);
    if (filed && visit.cookie("kontor-vorgang").isEmpty()) // an application that is open stays open
        visit.setCookie(response, "kontor-vorgang", filed->session.toLatin1(), sessionSeconds);
    return response;
}

} // namespace

void addBarrierPage(PageRoutes &routes)
{
    routes.get("/barriere-melden", get);
    routes.post("/barriere-melden", take);
}

} // namespace citizen
