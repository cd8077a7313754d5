#include "filing.h"
#include "formview.h"
#include "pages.h"

#include <QJsonArray>

namespace citizen {

namespace {

// The draft with its definition, or the page that says why not.
struct Open {
    Draft draft;
    std::shared_ptr<const catalogue::Catalogue> catalogue; // keeps `type` alive
    const CaseType *type = nullptr;
    QList<StepEntry> steps;
    int now = -1; // index of the step in the address
    std::optional<http::Response> answer;

    const PublicService &service() const { return *type->service; }
    const StepEntry &step() const { return steps[now]; }
};

Open opened(const Visit &visit)
{
    Open open;
    Result<Draft> draft = Drafts::open(visit, visit.parameter("draft"));
    if (!draft) {
        open.answer = draft.error().code == ErrorCode::NotFound
            ? visit.refused(404, "error.draftGone")
            : visit.failure(draft.error());
        return open;
    }
    open.draft = *std::move(draft);
    if (!open.draft.sent.isNull()) {
        open.answer = visit.redirect(visit.path(QLatin1String("/beleg/") + open.draft.id.text));
        return open;
    }
    const auto catalogue = visit.site.catalogue().current();
    if (!catalogue) {
        open.answer = visit.failure(catalogue.error());
        return open;
    }
    open.catalogue = *catalogue;
    open.type = open.catalogue->service(open.draft.service);
    if (!open.type) {
        open.answer = visit.refused(404, "error.draftGone");
        return open;
    }
    open.steps = stepsOf(visit, open.service(), open.draft);
    for (int i = 0; i < open.steps.size(); ++i) {
        if (open.steps[i].key == visit.parameter("step"))
            open.now = i;
    }
    if (open.now < 0)
        open.answer = visit.notFound();
    return open;
}

QString stepPath(const Visit &visit, const Open &open, int index)
{
    return visit.path(
        QStringLiteral("/antrag/%1/%2").arg(open.draft.id.text, open.steps[index].key));
}

QString preline(const Visit &visit, const Open &open)
{
    return visit.text("form.preline",
        { { QStringLiteral("service"), open.service().title.in(visit.language) },
            { QStringLiteral("number"), open.now + 1 },
            { QStringLiteral("count"), int(open.steps.size()) } });
}

// What all pages of a form show; `data` adds the rest.
http::Response formPage(const Visit &visit, const Open &open, const char *page, QJsonObject data,
    const QList<catalogue::FieldError> &errors)
{
    const QString title = open.step().title;
    data.insert(QStringLiteral("steps"), stepList(visit, open.steps, open.draft, open.now));
    data.insert(QStringLiteral("preline"), preline(visit, open));
    data.insert(QStringLiteral("heading"), title);
    data.insert(QStringLiteral("action"), stepPath(visit, open, open.now));
    data.insert(
        QStringLiteral("back"), open.now > 0 ? stepPath(visit, open, open.now - 1) : QString());
    data.insert(QStringLiteral("errors"), errorList(visit, errors));
    data.insert(QStringLiteral("errorHeading"),
        errors.isEmpty() ? QString() : visit.counted("form.errorHeading", int(errors.size())));
    return visit.page(errors.isEmpty() ? 200 : 422, page, data,
        { title + QStringLiteral(" – ") + open.service().title.in(visit.language),
            QStringLiteral("services"), !errors.isEmpty() });
}

http::Response showStep(
    const Visit &visit, const Open &open, const QList<catalogue::FieldError> &errors)
{
    return formPage(visit, open, "step",
        { { QStringLiteral("fields"),
            fieldList(visit, open.service(), *open.step().step, open.draft, errors) } },
        errors);
}

http::Response showContact(
    const Visit &visit, const Open &open, const QList<catalogue::FieldError> &errors)
{
    QString emailError;
    QString consentError;
    for (const catalogue::FieldError &error : errors)
        (error.path == QLatin1String("email") ? emailError : consentError)
            = wordError(visit, error);
    PlainField email;
    email.name = QStringLiteral("email");
    email.label = visit.text("contact.email");
    email.hint = visit.text("contact.emailHint");
    email.type = QStringLiteral("email");
    email.value = open.draft.email;
    email.error = emailError;
    email.autocomplete = QStringLiteral("email");
    email.optional = true;
    return formPage(visit, open, "contact",
        { { QStringLiteral("fields"), QJsonArray{ plainField(email) } },
            { QStringLiteral("yes"), open.draft.consent == QLatin1String("yes") },
            { QStringLiteral("no"), open.draft.consent == QLatin1String("no") },
            { QStringLiteral("consentError"), consentError } },
        errors);
}

http::Response showReview(
    const Visit &visit, const Open &open, const QList<catalogue::FieldError> &errors)
{
    return formPage(
        visit, open, "review", reviewData(visit, open.service(), open.draft, open.steps), errors);
}

// Adds or removes an item of a repeatable group; the place on the page to go on at.
QString changeItems(const Visit &visit, const FormStep &step, Draft &draft)
{
    for (const FieldDefinition &field : step.fields) {
        if (field.type != FieldType::Group)
            continue;
        const QString path = step.key + QLatin1Char('.') + field.key;
        const int count = catalogue::itemCount(field, draft.data, path);
        if (visit.field("add") == path && count < field.maxItems) {
            draft.data.setItems(path, count + 1);
            return elementId(path + QLatin1Char('.') + QString::number(count + 1));
        }
        const QString remove = visit.field("remove");
        if (remove.startsWith(path + QLatin1Char('.')) && count > std::max(1, field.minItems)) {
            draft.data.setItems(path, count);
            draft.data.removeItem(path, remove.mid(path.size() + 1).toInt());
            return elementId(path);
        }
    }
    return {};
}

http::Response answerOf(const Visit &visit, const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return visit.refused(404, "error.draftGone");
    if (error.key == QLatin1String("draft.sent"))
        return visit.redirect(visit.path(QLatin1String("/beleg/") + visit.parameter("draft")));
    return visit.failure(error);
}

http::Response takeStep(const Visit &visit, Open &open)
{
    const FormStep &step = *open.step().step;
    const bool items = !visit.field("add").isEmpty() || !visit.field("remove").isEmpty();
    QList<catalogue::FieldError> errors;
    QString place;
    const Result<Draft> saved = Drafts::change(
        visit, open.draft.id, [&](portal::Writing &, Draft &draft) {
            takeValues(visit, step, draft);
            if (items) {
                place = changeItems(visit, step, draft);
                return success();
            }
            const catalogue::FormRules rules = formRules(visit, false);
            errors
                = catalogue::checkStep(open.service(), step, draft.data, draft.files, rules).errors;
            draft.passed.removeAll(step.key);
            if (errors.isEmpty())
                draft.passed.append(step.key);
            return success();
        });
    if (!saved)
        return answerOf(visit, saved.error());
    open.draft = *saved;
    if (items)
        return visit.redirect(stepPath(visit, open, open.now) + QLatin1Char('#') + place);
    if (visit.request.formError) // what was cut or broken must be looked at again
        errors.append({ step.key, QStringLiteral("form.broken"), {} });
    if (!errors.isEmpty())
        return showStep(visit, open, errors);
    open.steps = stepsOf(visit, open.service(), open.draft);
    return visit.redirect(
        stepPath(visit, open, std::min<int>(open.now + 1, int(open.steps.size()) - 1)));
}

http::Response takeContact(const Visit &visit, Open &open)
{
    QList<catalogue::FieldError> errors;
    const Result<Draft> saved
        = Drafts::change(visit, open.draft.id, [&](portal::Writing &, Draft &draft) {
              draft.email = catalogue::plainText(visit.field("email"), false).left(300);
              draft.consent = visit.field("consent");
              errors = contactErrors(draft);
              if (draft.consent != QLatin1String("yes") && draft.consent != QLatin1String("no"))
                  draft.consent.clear();
              draft.passed.removeAll(QStringLiteral("kontakt"));
              if (errors.isEmpty())
                  draft.passed.append(QStringLiteral("kontakt"));
              return success();
          });
    if (!saved)
        return answerOf(visit, saved.error());
    open.draft = *saved;
    if (!errors.isEmpty())
        return showContact(visit, open, errors);
    return visit.redirect(stepPath(visit, open, open.now + 1));
}

http::Response send(const Visit &visit, const Open &open)
{
    const QList<catalogue::FieldError> errors = reviewErrors(
        visit, open.service(), open.draft, visit.field("confirm") == QLatin1String("true"));
    if (!errors.isEmpty())
        return showReview(visit, open, errors);
    const Result<Filed> filed = file(visit, *open.type, open.draft);
    if (!filed) {
        if (filed.error().key == QLatin1String("draft.sent"))
            return answerOf(visit, filed.error());
        return visit.failure(filed.error());
    }
    http::Response response
        = visit.redirect(visit.path(QLatin1String("/beleg/") + open.draft.id.text));
    visit.setCookie(response, "kontor-vorgang", filed->session.toLatin1(), sessionSeconds);
    return response;
}

http::Response begin(const Visit &visit)
{
    const auto catalogue = visit.site.catalogue().current();
    if (!catalogue)
        return visit.failure(catalogue.error());
    const CaseType *type = (*catalogue)->service(visit.parameter("slug"));
    if (!type)
        return visit.notFound();
    if (const auto over = visit.overQuota("drafts", visit.site.context.limits.drafts))
        return *over;
    const Result<Draft> draft = Drafts::begin(visit, type->service->slug);
    if (!draft)
        return visit.failure(draft.error());
    const QString first = stepsOf(visit, *type->service, *draft).first().key;
    return visit.redirect(visit.path(QStringLiteral("/antrag/%1/%2").arg(draft->id.text, first)));
}

} // namespace

void addFormPages(PageRoutes &routes)
{
    routes.post("/leistung/{slug}", begin);
    routes.get("/antrag/{draft}/{step}", [](const Visit &visit) {
        const Open open = opened(visit);
        if (open.answer)
            return *open.answer;
        if (open.step().step)
            return showStep(visit, open, {});
        return open.step().key == QLatin1String("kontakt") ? showContact(visit, open, {})
                                                           : showReview(visit, open, {});
    });
    routes.post("/antrag/{draft}/{step}", [](const Visit &visit) {
        Open open = opened(visit);
        if (open.answer)
            return *open.answer;
        if (open.step().step)
            return takeStep(visit, open);
        return open.step().key == QLatin1String("kontakt") ? takeContact(visit, open)
                                                           : send(visit, open);
    });
    routes.post("/antrag/{draft}/loeschen", [](const Visit &visit) {
        const Result<Draft> draft = Drafts::open(visit, visit.parameter("draft"));
        if (!draft)
            return answerOf(visit, draft.error());
        if (draft->sent.isNull()) {
            if (const Status removed = Drafts::remove(visit, *draft); !removed)
                return visit.failure(removed.error());
        }
        return visit.redirect(visit.path(QStringLiteral("/")));
    });
}

} // namespace citizen
