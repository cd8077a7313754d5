#include "casedoor.h"
#include "caseview.h"
#include "filing.h"
#include "formview.h"
#include "intake.h"
#include "pages.h"
#include "server/payment/girocode.h"
#include "server/store/cases.h"
#include "server/store/operations.h"
#include "words.h"

#include <QFile>
#include <QUrl>
#include <functional>

namespace citizen {

namespace {

struct Wrong { // what a form on the page of the case complains about
    QString field;
    QString text;
};

QJsonArray summary(const QList<Wrong> &wrong)
{
    QJsonArray list;
    for (const Wrong &one : wrong)
        list.append(QJsonObject{ { QStringLiteral("errorHref"), QLatin1Char('#') + one.field },
            { QStringLiteral("errorText"), one.text } });
    return list;
}

QString errorOf(const QList<Wrong> &wrong, const char *field)
{
    QStringList texts;
    for (const Wrong &one : wrong) {
        if (one.field == QLatin1String(field))
            texts.append(one.text);
    }
    return texts.join(QLatin1Char(' '));
}

PlainField messageField(const Visit &visit, const QString &typed, const QList<Wrong> &wrong)
{
    PlainField text;
    text.name = QStringLiteral("text");
    text.label = visit.text("messages.write");
    text.type = QStringLiteral("textarea");
    text.value = typed.left(20'000);
    text.error = errorOf(wrong, "text");
    return text;
}

// A message that came after the session had ended is carried along until the door is open again.
http::Response showDoor(
    const Visit &visit, int status, const QString &reference, const QList<Wrong> &wrong)
{
    PlainField first;
    first.name = QStringLiteral("reference");
    first.label = visit.text("status.reference");
    first.hint = visit.text("status.referenceHint");
    first.value = reference;
    first.autocomplete = QStringLiteral("off");
    first.width = QStringLiteral("ko-w-m");
    first.error = errorOf(wrong, "reference");
    PlainField second;
    second.name = QStringLiteral("code");
    second.label = visit.text("status.code");
    second.hint = visit.text("status.codeHint");
    second.autocomplete = QStringLiteral("off");
    second.width = QStringLiteral("ko-w-m");
    second.error = errorOf(wrong, "code");
    QJsonArray fields{ plainField(first), plainField(second) };
    if (const QString typed = visit.field("text"); !typed.isEmpty())
        fields.append(plainField(messageField(visit, typed, wrong)));
    return visit.page(status, "door",
        { { QStringLiteral("action"), visit.path(QStringLiteral("/stand")) },
            { QStringLiteral("fields"), fields }, { QStringLiteral("errors"), summary(wrong) },
            { QStringLiteral("errorHeading"),
                wrong.isEmpty() ? QString()
                                : visit.counted("form.errorHeading", int(wrong.size())) } },
        { visit.text("status.title"), QStringLiteral("status"), !wrong.isEmpty() });
}

http::Response showCase(
    const Visit &visit, const CaseFile &caseFile, const QString &typed, const QList<Wrong> &wrong)
{
    const auto type = visit.site.catalogue().pinned(caseFile.type, caseFile.typeVersion);
    const CaseView view{ visit, caseFile, type && *type ? &**type : nullptr };
    const QJsonArray history = view.history();
    return visit.page(wrong.isEmpty() ? 200 : 422, "case",
        { { QStringLiteral("reference"), caseFile.reference },
            { QStringLiteral("heading"), view.title() },
            { QStringLiteral("caseTitle"),
                caseFile.title != view.title() ? caseFile.title : QString() },
            { QStringLiteral("errors"), summary(wrong) },
            { QStringLiteral("errorHeading"),
                wrong.isEmpty() ? QString()
                                : visit.counted("form.errorHeading", int(wrong.size())) },
            { QStringLiteral("requests"), view.requests() },
            { QStringLiteral("fees"), view.fees() },
            { QStringLiteral("states"), view.statusSteps() },
            { QStringLiteral("expectation"), view.expectation() },
            { QStringLiteral("experience"), view.experience() },
            { QStringLiteral("notices"), view.notices() },
            { QStringLiteral("documents"), view.documents() },
            { QStringLiteral("noDocuments"),
                view.notices().isEmpty() && view.documents().isEmpty() },
            { QStringLiteral("history"), history },
            { QStringLiteral("historyTitle"),
                visit.counted("status.history", int(history.size())) },
            { QStringLiteral("messages"), view.messages() },
            { QStringLiteral("noMessages"), caseFile.messages.isEmpty() },
            { QStringLiteral("mayWrite"), view.mayWrite() },
            { QStringLiteral("fields"),
                QJsonArray{ plainField(messageField(visit, typed, wrong)) } },
            { QStringLiteral("fileError"), errorOf(wrong, "files") },
            { QStringLiteral("fileHint"),
                visit.counted("upload.limits", 5,
                    { { QStringLiteral("limitMb"), IntakeRule{}.megabytes },
                        { QStringLiteral("types"), kindsText(visit, IntakeRule{}.accept) } }) },
            { QStringLiteral("messagePath"), view.path(QStringLiteral("/nachricht")) },
            { QStringLiteral("once"), newUuid7(visit.site.context.clock) },
            { QStringLiteral("mayWithdraw"), view.mayWithdraw() },
            { QStringLiteral("withdrawPath"), view.path(QStringLiteral("/zurueckziehen")) },
            { QStringLiteral("withdrawError"), errorOf(wrong, "withdraw") },
            { QStringLiteral("leavePath"), view.path(QStringLiteral("/verlassen")) } },
        { view.title() + QLatin1Char(' ') + caseFile.reference, QStringLiteral("status"),
            !wrong.isEmpty() });
}

// The page of the case with a message that was written before and is not sent yet.
http::Response showUnsent(const Visit &visit, const CaseId &id, const QString &typed)
{
    const auto caseFile = visit.site.context.store.read(
        [&](portal::Sql &sql) { return portal::Cases(sql).find(id); });
    if (!caseFile || !*caseFile)
        return caseFile ? visit.notFound() : visit.failure(caseFile.error());
    return showCase(
        visit, **caseFile, typed, { { QStringLiteral("text"), visit.text("messages.unsent") } });
}

http::Response knock(const Visit &visit)
{
    const QString reference = catalogue::plainText(visit.field("reference"), false).left(60);
    const QString code = catalogue::plainText(visit.field("code"), false).left(60);
    QList<Wrong> wrong;
    if (reference.isEmpty())
        wrong.append({ QStringLiteral("reference"), visit.text("status.referenceMissing") });
    if (code.isEmpty())
        wrong.append({ QStringLiteral("code"), visit.text("status.codeMissing") });
    if (!wrong.isEmpty())
        return showDoor(visit, 422, reference, wrong);
    const Result<CaseId> id = CaseDoor::knock(visit, reference, code);
    if (!id && id.error().key == QLatin1String("status.throttled"))
        return showDoor(visit, 429, reference,
            { { QStringLiteral("code"), visit.text("status.throttled", id.error().params) } });
    if (!id && id.error().key == QLatin1String("status.wrong"))
        return showDoor(
            visit, 422, reference, { { QStringLiteral("code"), visit.text("status.wrong") } });
    if (!id)
        return visit.failure(id.error());
    const Result<QString> token = visit.site.context.store.write(
        [&](portal::Writing &writing) { return openSession(visit, writing, *id); });
    if (!token)
        return visit.failure(token.error());
    http::Response response = visit.redirect(visit.path(QLatin1String("/vorgang/") + id->text));
    if (const QString typed = visit.field("text"); !typed.isEmpty())
        response = showUnsent(visit, *id, typed);
    visit.setCookie(response, "kontor-vorgang", token->toLatin1(), sessionSeconds);
    return response;
}

// Who sends a form after the session has ended gets the door, with what was typed still in it.
http::Response askAgain(const Visit &visit)
{
    QString why = visit.text("status.expired");
    for (const auto &file : visit.request.files) {
        if (file->size > 0)
            why = visit.text("status.expiredFiles");
    }
    return showDoor(visit, 403, {}, { { QStringLiteral("reference"), why } });
}

// Runs the page with the case of the session, else leads to the door.
PageRoutes::Handler withCase(std::function<http::Response(const Visit &, const CaseFile &)> page)
{
    return [page](const Visit &visit) {
        const auto caseFile = CaseDoor::open(visit, CaseId{ visit.parameter("id") });
        if (!caseFile)
            return visit.failure(caseFile.error());
        if (*caseFile)
            return page(visit, **caseFile);
        return visit.request.method == http::Method::Post
            ? askAgain(visit)
            : visit.redirect(visit.path(QStringLiteral("/stand")));
    };
}

portal::Author authorOf(const CaseFile &caseFile)
{
    const Party *party = applicant(caseFile);
    return portal::Author::applicant(caseFile.id, party ? displayName(*party) : QString());
}

Operation operationFor(const Visit &visit, const CaseFile &caseFile, OperationArgs args)
{
    Operation operation;
    operation.id = newId<OperationId>(visit.site.context.clock);
    operation.caseId = caseFile.id;
    operation.baseVersion = caseFile.version;
    operation.createdAt = visit.site.now();
    operation.args = std::move(args);
    return operation;
}

bool wasApplied(const Result<portal::CarriedOut> &done)
{
    return done
        && (done->result.outcome == Outcome::Applied || done->result.outcome == Outcome::Merged);
}

http::Response backToMessages(const Visit &visit, const CaseFile &caseFile)
{
    return visit.redirect(
        visit.path(QLatin1String("/vorgang/") + caseFile.id.text + QLatin1String("#nachrichten")));
}

bool isKnown(const Visit &visit, const OperationId &id)
{
    const auto known = visit.site.context.store.read(
        [&](portal::Sql &sql) { return portal::Operations(sql).find(id); });
    return known && *known;
}

using ReceivedFiles = QList<std::shared_ptr<http::ReceivedFile>>;

// The files of the request that may come in; about the others `refuse` is told.
ReceivedFiles chosenFiles(const Visit &visit, const std::function<void(const Error &)> &refuse)
{
    if (visit.request.formError)
        refuse(*visit.request.formError);
    ReceivedFiles files;
    IntakeRule rule;
    rule.heic = visit.site.context.heic.isThere();
    for (const auto &file : visit.request.files) {
        if (file->field != "files" || (file->clientName.isEmpty() && file->size == 0))
            continue;
        if (const auto refused = refusalOf(*file, rule))
            refuse(*refused);
        else if (files.size() >= 5)
            refuse(error(ErrorCode::TooMany, "upload.tooMany", { { QStringLiteral("limit"), 5 } }));
        else
            files.append(file);
    }
    return files;
}

// All with their rows, or none.
Result<QList<catalogue::UploadedFile>> keepAll(
    const Visit &visit, const ReceivedFiles &files, const QString &owner)
{
    portal::Store &store = visit.site.context.store;
    QStringList ids;
    QList<catalogue::UploadedFile> kept;
    for (const auto &file : files) {
        const auto one = keep(visit.site.context, *file, {});
        if (!one) {
            portal::dropBytes(store, ids); // no row names them yet
            return one.error();
        }
        kept.append(*one);
        ids.append(one->id.text);
    }
    if (kept.isEmpty())
        return kept;
    const Status added = store.write([&](portal::Writing &writing) -> Status {
        for (const catalogue::UploadedFile &file : kept) {
            if (const Status row = addRow(writing, file, owner, visit.site.now()); !row)
                return row;
        }
        return success();
    });
    if (!added) {
        portal::dropBytes(store, ids, added.error());
        return added.error();
    }
    return kept;
}

http::Response takeMessage(const Visit &visit, const CaseFile &caseFile)
{
    const QString text = catalogue::plainText(visit.field("text"), true);
    QList<Wrong> wrong;
    const auto refuse = [&](const Error &error) {
        catalogue::FieldError worded{ QStringLiteral("files"), error.key, error.params };
        wrong.append({ QStringLiteral("files"), wordError(visit, worded) });
    };
    if (text.toUcs4().size() > 4000)
        wrong.append({ QStringLiteral("text"), visit.text("messages.tooLong") });
    const ReceivedFiles files = chosenFiles(visit, refuse);
    if (text.isEmpty() && files.isEmpty() && wrong.isEmpty())
        wrong.append({ QStringLiteral("text"), visit.text("messages.empty") });
    if (!wrong.isEmpty())
        return showCase(visit, caseFile, visit.field("text"), wrong);
    if (!takesMessages(caseFile.state))
        return visit.refused(409, "error.stateChanged");

    const portal::Author author = authorOf(caseFile);
    ReceiveMessage message;
    // A second click on "send" of the same page is the same message.
    const QString once = visit.field("once");
    if (!isUuid(once))
        return visit.refused(400, "error.broken");
    message.id = MessageId{ derivedUuid(caseFile.id.text, "message/" + once.toLatin1()) };
    for (const Message &known : caseFile.messages) {
        if (known.id == message.id)
            return backToMessages(visit, caseFile);
    }
    message.text = text;
    const auto kept = keepAll(visit, files, author.key);
    if (!kept && !isToldAtField(kept.error()))
        return visit.failure(kept.error());
    if (!kept) {
        refuse(kept.error());
        return showCase(visit, caseFile, visit.field("text"), wrong);
    }
    for (const catalogue::UploadedFile &one : *kept)
        message.attachments.append({ one.id, one.name, one.type, one.size, one.sha256, {}, {} });
    Operation operation = operationFor(visit, caseFile, message);
    operation.id = OperationId{ derivedUuid(message.id.text, "receive") };
    const auto done = visit.site.context.registrar.carryOut(operation, author);
    if (done && !wasApplied(done) && isKnown(visit, operation.id)) // the other click was faster
        return backToMessages(visit, caseFile);
    if (!wasApplied(done))
        return visit.failure(done
                ? error(ErrorCode::Internal, "message.refused", {}, done->result.reason)
                : done.error());
    return backToMessages(visit, caseFile);
}

http::Response withdraw(const Visit &visit, const CaseFile &caseFile)
{
    const http::Response done
        = visit.redirect(visit.path(QLatin1String("/vorgang/") + caseFile.id.text));
    if (caseFile.state == CaseState::Withdrawn) // a second click
        return done;
    if (visit.field("confirm") != QLatin1String("true"))
        return showCase(visit, caseFile, {},
            { { QStringLiteral("withdraw"), visit.text("withdraw.required") } });
    const auto carried = visit.site.context.registrar.carryOut(
        operationFor(visit, caseFile, WithdrawApplication{}), authorOf(caseFile));
    if (!carried)
        return visit.failure(carried.error());
    if (wasApplied(carried))
        return done;
    // Refused: the case went on meanwhile, by the other click or at the office.
    const auto now = CaseDoor::open(visit, caseFile.id);
    if (now && *now && (*now)->state == CaseState::Withdrawn)
        return done;
    return visit.refused(409, "error.stateChanged");
}

// Evidence that the page with the office's messages was opened; only the first time counts.
void noteReading(const Visit &visit, const CaseFile &caseFile)
{
    MessageId newest;
    for (const Message &message : caseFile.messages) {
        if (message.direction == MessageDirection::ToApplicant && message.readByApplicant.isNull())
            newest = message.id;
    }
    if (!newest.isNull())
        (void)visit.site.context.registrar.carryOut(
            operationFor(visit, caseFile, MarkRead{ newest }), authorOf(caseFile));
}

// Evidence that the citizen fetched what the office has sent; only the first time counts.
void noteRetrieval(const Visit &visit, const CaseFile &caseFile, const Attachment &attachment)
{
    if (attachment.origin != AttachmentOrigin::Notice
        && attachment.origin != AttachmentOrigin::Office)
        return;
    for (const Retrieval &known : caseFile.retrievals) {
        if (known.document == attachment.id && !known.retrievedAt.isNull())
            return;
    }
    RecordRetrieval record;
    record.retrieval.document = attachment.id;
    record.retrieval.retrievedAt = visit.site.now();
    (void)visit.site.context.registrar.carryOut(
        operationFor(visit, caseFile, record), authorOf(caseFile));
}

http::Response document(const Visit &visit, const CaseFile &caseFile)
{
    const Attachment *attachment
        = findAttachment(caseFile, AttachmentId{ visit.parameter("document") });
    if (!attachment || !CaseView::isShown(caseFile, *attachment))
        return visit.notFound();
    const auto stored = visit.site.context.store.read([&](portal::Sql &sql) {
        return portal::Files(sql).findAttached(caseFile.id, attachment->id);
    });
    if (!stored || !*stored)
        return stored ? visit.notFound() : visit.failure(stored.error());
    if (visit.request.method == http::Method::Get)
        noteRetrieval(visit, caseFile, *attachment);
    http::Response response;
    response.file = visit.site.context.store.filePath((*stored)->id);
    response.etag = (*stored)->sha256.toLatin1();
    response.headers.add("Content-Type", (*stored)->type.toLatin1());
    response.headers.add("Content-Disposition",
        "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(attachment->name));
    addPageHeaders(response, visit.request.secure);
    return response;
}

http::Response giroCode(const Visit &visit, const CaseFile &caseFile)
{
    const FeeRequest *fee = findFee(caseFile, FeeId{ visit.parameter("fee") });
    const auto office = visit.site.office();
    if (!fee || !office)
        return visit.notFound();
    const Result<QByteArray> svg = portal::giroCodeSvg(
        (*office)->authority.bank, *fee, caseFile.reference, visit.text("fee.codeTitle"));
    if (!svg)
        return visit.notFound();
    http::Response response;
    response.body = *svg;
    response.headers.add("Content-Type", "image/svg+xml");
    addPageHeaders(response, visit.request.secure);
    return response;
}

} // namespace

void addCasePages(PageRoutes &routes)
{
    routes.get("/stand", [](const Visit &visit) { return showDoor(visit, 200, {}, {}); });
    routes.post("/stand", knock);
    routes.get("/vorgang/{id}", withCase([](const Visit &visit, const CaseFile &caseFile) {
        http::Response page
            = showCase(visit, caseFile, {}, {}); // "new" is what was not read before
        if (visit.request.method == http::Method::Get)
            noteReading(visit, caseFile);
        return page;
    }));
    routes.upload("/vorgang/{id}/nachricht", withCase(takeMessage));
    routes.post("/vorgang/{id}/zurueckziehen", withCase(withdraw));
    routes.get("/vorgang/{id}/dokument/{document}", withCase(document));
    routes.get("/vorgang/{id}/zahlung/{fee}", withCase(giroCode));
    routes.post("/vorgang/{id}/verlassen", [](const Visit &visit) {
        http::Response response = visit.redirect(visit.path(QStringLiteral("/")));
        CaseDoor::close(visit, response);
        return response;
    });
}

} // namespace citizen
