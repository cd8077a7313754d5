#include "caseview.h"
#include "filing.h"
#include "models/domain/consent.h"
#include "models/notice/receiptrenderer.h"
#include "pages.h"
#include "server/store/cases.h"
#include "words.h"

namespace citizen {

namespace {

// The case that a draft of this browser became.
struct Sent {
    Draft draft;
    CaseFile caseFile;
    std::optional<CaseType> type;
    std::optional<http::Response> answer;
    QString service(const Visit &visit) const
    {
        return type && type->service ? type->service->title.in(visit.language) : caseFile.title;
    }
};

Sent sent(const Visit &visit, const QString &draftId)
{
    Sent sent;
    const Result<Draft> draft = Drafts::open(visit, draftId);
    if (!draft || draft->sent.isNull()) {
        sent.answer = draft || draft.error().code == ErrorCode::NotFound
            ? visit.refused(404, "error.receiptGone")
            : visit.failure(draft.error());
        return sent;
    }
    sent.draft = *draft;
    const auto caseFile = visit.site.context.store.read(
        [&](portal::Sql &sql) { return portal::Cases(sql).find(draft->sent); });
    if (!caseFile || !*caseFile) {
        sent.answer
            = caseFile ? visit.refused(404, "error.receiptGone") : visit.failure(caseFile.error());
        return sent;
    }
    sent.caseFile = **caseFile;
    const auto type = visit.site.catalogue().pinned(sent.caseFile.type, sent.caseFile.typeVersion);
    if (type)
        sent.type = *type;
    return sent;
}

void addReceiptRows(QJsonArray &rows, const QList<FormAnswer> &answers, const QString &prefix)
{
    for (const FormAnswer &answer : answers) {
        if (answer.origin != AnswerOrigin::Applicant)
            continue; // findings of the office are no part of what was sent
        if (answer.type == FieldType::Group) {
            for (const FormAnswer &item : answer.children)
                addReceiptRows(rows, item.children,
                    answer.children.size() > 1 ? item.label + QStringLiteral(": ") : QString());
        } else {
            rows.append(QJsonObject{ { QStringLiteral("term"), prefix + answer.label },
                { QStringLiteral("description"), answer.display } });
        }
    }
}

http::Response show(const Visit &visit, const Sent &sent)
{
    const CaseFile &caseFile = sent.caseFile;
    QJsonArray sections;
    for (const FormAnswer &step : caseFile.answers) {
        QJsonArray rows;
        addReceiptRows(rows, step.children, {});
        if (!rows.isEmpty())
            sections.append(QJsonObject{
                { QStringLiteral("sectionTitle"), step.label }, { QStringLiteral("rows"), rows } });
    }
    const auto office = visit.site.knownOffice();
    const Department *department = office ? office->department(caseFile.department) : nullptr;
    const CaseView view{ visit, caseFile, sent.type ? &*sent.type : nullptr };
    QStringList contact;
    if (department)
        contact = { department->name.in(visit.language), department->phone, department->email };
    contact.removeAll(QString());
    const bool report
        = sent.type && sent.type->service && catalogue::reportsBarriers(*sent.type->service);
    const QString title = visit.text(report ? "receipt.report.title" : "receipt.title");
    return visit.page(200, "receipt",
        { { QStringLiteral("heading"), title }, { QStringLiteral("reference"), caseFile.reference },
            { QStringLiteral("code"), accessCode(visit, sent.draft.id) },
            { QStringLiteral("filedAt"), momentText(visit, caseFile.filedAt) },
            { QStringLiteral("serviceTitle"), sent.service(visit) },
            { QStringLiteral("pdf"),
                visit.path(QStringLiteral("/beleg/%1.pdf").arg(sent.draft.id.text)) },
            { QStringLiteral("casePath"), view.path() },
            { QStringLiteral("emailHint"),
                mayNotify(caseFile.consent) ? visit.text(
                    "receipt.email", { { QStringLiteral("email"), caseFile.consent.email } })
                                            : QString() },
            { QStringLiteral("next"),
                visit.text(report ? "receipt.report.check" : "receipt.next.check",
                    { { QStringLiteral("department"),
                        department ? department->name.in(visit.language)
                                   : visit.text("portal.office") } }) },
            { QStringLiteral("expectation"), view.expectation() },
            { QStringLiteral("channel"),
                visit.text(report                     ? "receipt.report.answer"
                        : caseFile.consent.electronic ? "receipt.next.electronic"
                                                      : "receipt.next.letter") },
            { QStringLiteral("sections"), sections },
            { QStringLiteral("contact"), contact.join(QStringLiteral(" · ")) } },
        { title, QStringLiteral("services") });
}

void addAnswers(ReceiptSection &section, const QList<FormAnswer> &answers, const QString &prefix)
{
    for (const FormAnswer &answer : answers) {
        if (answer.origin != AnswerOrigin::Applicant || answer.type == FieldType::File)
            continue;
        if (answer.type == FieldType::Group) {
            for (const FormAnswer &item : answer.children)
                addAnswers(section, item.children,
                    answer.children.size() > 1 ? item.label + QStringLiteral(": ") : QString());
        } else {
            section.answers.append({ prefix + answer.label, answer.display });
        }
    }
}

http::Response pdf(const Visit &visit, const Sent &sent)
{
    const auto office = visit.site.office();
    if (!office)
        return visit.failure(office.error());
    const Authority &authority = (*office)->authority;
    const CaseFile &caseFile = sent.caseFile;
    Receipt receipt;
    receipt.language = caseFile.language;
    receipt.authority.name = authority.name;
    receipt.authority.street = authority.address.street;
    receipt.authority.town
        = (authority.address.postalCode + QLatin1Char(' ') + authority.address.city).trimmed();
    receipt.authority.phone = authority.phone;
    receipt.authority.email = authority.email;
    receipt.authority.website = authority.web;
    if (const Department *department = (*office)->department(caseFile.department)) {
        receipt.authority.department = department->name.in(caseFile.language);
        receipt.authority.officeHours = department->hours.in(caseFile.language);
        if (!department->phone.isEmpty())
            receipt.authority.phone = department->phone;
        if (!department->email.isEmpty())
            receipt.authority.email = department->email;
    }
    receipt.service = sent.type && sent.type->service
        ? sent.type->service->title.in(caseFile.language)
        : caseFile.title;
    receipt.reference = caseFile.reference;
    receipt.trackingCode = accessCode(visit, sent.draft.id);
    receipt.filedAt = caseFile.filedAt;
    receipt.zone = authority.zone.toLatin1();
    for (const FormAnswer &step : caseFile.answers) {
        ReceiptSection section;
        section.title = step.label;
        addAnswers(section, step.children, {});
        if (!section.answers.isEmpty())
            receipt.sections.append(section);
    }
    for (const Attachment &attachment : caseFile.attachments) {
        if (attachment.origin == AttachmentOrigin::Applicant && attachment.message.isNull())
            receipt.files.append(
                { attachment.name, attachment.size, attachment.sha256.toLatin1() });
    }
    const Result<QByteArray> bytes = renderReceipt(receipt, caseFile.filedAt);
    if (!bytes)
        return visit.failure(bytes.error());
    http::Response response;
    response.body = *bytes;
    response.headers.add("Content-Type", "application/pdf");
    response.headers.add("Content-Disposition",
        "attachment; filename=\"" + visit.text("receipt.fileName").toLatin1() + '-'
            + caseFile.reference.toLatin1() + ".pdf\"");
    addPageHeaders(response, visit.request.secure);
    return response;
}

} // namespace

void addReceiptPages(PageRoutes &routes)
{
    routes.get("/beleg/{name}", [](const Visit &visit) {
        QString id = visit.parameter("name");
        const bool file = id.endsWith(QLatin1String(".pdf"));
        if (file)
            id.chop(4);
        const Sent found = sent(visit, id);
        if (found.answer)
            return *found.answer;
        return file ? pdf(visit, found) : show(visit, found);
    });
}

} // namespace citizen
