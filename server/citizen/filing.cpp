#include "filing.h"

#include "citizenlog.h"
#include "models/faults/faults.h"
#include "models/law/calendar.h"
#include "models/law/statutory.h"
#include "server/identity/passwords.h"
#include "words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace citizen {

const char consentWording[] = "2026-11";

namespace {

constexpr char alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // without 0 O 1 I L

// Groups of a repeatable part become rows of their own.
void addRows(QJsonArray &rows, const QList<FormAnswer> &answers, const QString &prefix)
{
    for (const FormAnswer &answer : answers) {
        if (answer.type == FieldType::Group) {
            for (const FormAnswer &item : answer.children)
                addRows(rows, item.children,
                    answer.children.size() > 1 ? item.label + QStringLiteral(": ") : QString());
        } else if (answer.type != FieldType::File) {
            rows.append(QJsonObject{ { QStringLiteral("term"), prefix + answer.label },
                { QStringLiteral("description"), answer.display } });
        }
    }
}

QString changePath(const Visit &visit, const Draft &draft, const QString &step)
{
    return visit.path(QStringLiteral("/antrag/%1/%2").arg(draft.id.text, step));
}

} // namespace

catalogue::FormRules formRules(const Visit &visit, bool withFiles)
{
    return { visit.language, visit.site.today(), withFiles, visit.text("form.yes"),
        visit.text("form.no") };
}

QList<catalogue::FieldError> contactErrors(const Draft &draft)
{
    QList<catalogue::FieldError> errors;
    static const QRegularExpression form(
        QStringLiteral("^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@.<>,;]{2,}$"));
    if (!draft.email.isEmpty() && (draft.email.size() > 254 || !form.match(draft.email).hasMatch()))
        errors.append({ QStringLiteral("email"), QStringLiteral("form.email"), {} });
    if (draft.consent != QLatin1String("yes") && draft.consent != QLatin1String("no"))
        errors.append({ QStringLiteral("consent"), QStringLiteral("contact.required"), {} });
    return errors;
}

QJsonObject reviewData(const Visit &visit, const PublicService &service, const Draft &draft,
    const QList<StepEntry> &steps)
{
    const catalogue::FormRules rules = formRules(visit);
    QJsonArray sections;
    const auto add = [&](const StepEntry &entry, const QJsonArray &rows) {
        sections.append(
            QJsonObject{ { QStringLiteral("sectionTitle"),
                             QStringLiteral("%1. %2").arg(sections.size() + 1).arg(entry.title) },
                { QStringLiteral("stepName"), entry.title },
                { QStringLiteral("change"), changePath(visit, draft, entry.key) },
                { QStringLiteral("rows"), rows }, { QStringLiteral("empty"), rows.isEmpty() } });
    };
    for (const StepEntry &entry : steps) {
        QJsonArray rows;
        if (entry.step) {
            addRows(rows,
                catalogue::checkStep(service, *entry.step, draft.data, draft.files, rules)
                    .answer.children,
                {});
            add(entry, rows);
        } else if (entry.key == QLatin1String("anlagen")) {
            for (const FileField &file : fileFieldsOf(service, draft)) {
                QStringList names;
                for (const catalogue::UploadedFile &upload : draft.files) {
                    if (upload.field == file.path)
                        names.append(QStringLiteral("%1 (%2)").arg(
                            upload.name, sizeText(visit, upload.size)));
                }
                rows.append(
                    QJsonObject{ { QStringLiteral("term"), file.field->label.in(visit.language) },
                        { QStringLiteral("description"),
                            names.isEmpty() ? visit.text("review.noFile")
                                            : names.join(QStringLiteral(", ")) } });
            }
            add(entry, rows);
        } else if (entry.key == QLatin1String("kontakt")) {
            rows.append(QJsonObject{ { QStringLiteral("term"), visit.text("contact.email") },
                { QStringLiteral("description"),
                    draft.email.isEmpty() ? visit.text("review.none") : draft.email } });
            rows.append(QJsonObject{ { QStringLiteral("term"), visit.text("contact.consent") },
                { QStringLiteral("description"),
                    draft.consent.isEmpty()
                        ? visit.text("review.open")
                        : visit.text(QLatin1String("contact.") + draft.consent) } });
            add(entry, rows);
        }
    }
    return { { QStringLiteral("sections"), sections },
        { QStringLiteral("feeText"), service.feeText.in(visit.language) } };
}

QList<catalogue::FieldError> reviewErrors(
    const Visit &visit, const PublicService &service, const Draft &draft, bool confirmed)
{
    QList<catalogue::FieldError> errors
        = catalogue::checkForm(service, draft.data, draft.files, formRules(visit)).errors
        + contactErrors(draft);
    if (!confirmed)
        errors.append({ QStringLiteral("confirm"), QStringLiteral("review.confirmRequired"), {} });
    return errors;
}

QString accessCode(const Visit &visit, const DraftId &draft)
{
    const QByteArray bytes = visit.derived("code", draft.text.toLatin1());
    constexpr int letters = int(sizeof alphabet) - 1;
    QString code;
    // 16 bits a letter: the bias towards the first ones is below 0.1 %.
    for (int i = 0; i < 12; ++i) {
        if (i == 4 || i == 8)
            code += QLatin1Char('-');
        const int value = uchar(bytes[2 * i]) * 256 + uchar(bytes[2 * i + 1]);
        code += QLatin1Char(alphabet[value % letters]);
    }
    return code;
}

QByteArray accessHash(const QByteArray &secret, const QString &code)
{
    QString plain = code.toUpper();
    static const QRegularExpression other(QStringLiteral("[^A-Z0-9]"));
    plain.remove(other);
    return portal::keyedHash(secret, "access", plain.toLatin1());
}

QDate workdayAfter(const Visit &visit, QDate from, int days)
{
    if (days <= 0)
        return {};
    const auto office = visit.site.knownOffice();
    const Calendar calendar(visit.site.law, { office ? office->authority.ars : QString(), {} });
    QDate day = from;
    for (int left = days; left > 0; --left)
        day = calendar.workdayFrom(day.addDays(1));
    return day;
}

Result<QString> openSession(const Visit &visit, portal::Writing &writing, const CaseId &caseId)
{
    const QString token = portal::newToken();
    portal::CitizenSession session;
    session.tokenHash = portal::tokenHash(token);
    session.subject = QLatin1String("case:") + caseId.text;
    session.createdAt = session.lastSeenAt = visit.site.now();
    session.expiresAt = session.createdAt.plusSeconds(sessionSeconds);
    if (const Status saved = portal::CitizenRecords::saveSession(writing, session); !saved)
        return saved.error();
    return token;
}

namespace {

// The operation's content: the answers as they were checked, and who may be written to.
FileApplication applicationOf(const Visit &visit, const CaseType &type, const Draft &draft,
    const QList<FormAnswer> &answers, const Authority &authority)
{
    FileApplication application;
    application.type = type.id;
    application.typeVersion = type.version;
    application.department = type.department;
    application.language = visit.language;
    application.answers = answers;
    application.title = makeTitle(type, answers, visit.language);
    Party party = catalogue::applicantOf(*type.service, answers);
    party.id = PartyId{ derivedUuid(draft.id.text, "party") };
    if (party.email.isEmpty())
        party.email = draft.email;
    application.parties = { party };
    for (const catalogue::UploadedFile &upload : draft.files) {
        bool asked = false;
        for (const FileField &field : fileFieldsOf(*type.service, draft))
            asked = asked || field.path == upload.field;
        if (asked)
            application.attachments.append({ upload.id, upload.name, upload.type, upload.size,
                upload.sha256, upload.field, {} });
    }
    application.consent.electronic = draft.consent == QLatin1String("yes");
    application.consent.email = draft.email;
    if (!draft.consent.isEmpty()) // was asked
        application.consent.wording = QLatin1String(consentWording);
    application.consent.language = visit.language;
    // The same draft must make the same operation, whenever the button is pressed again.
    application.consent.at = draft.updatedAt;
    const QDate day = localDate(draft.updatedAt, authority.zone.toLatin1());
    application.targetDue = workdayAfter(visit, day, type.targetDays);
    const Result<StatutoryPeriod> period
        = statutoryPeriod(visit.site.law, type.statutoryPeriod, day, { authority.ars, {} });
    if (period)
        application.period = *period;
    else // a definition from before it was checked: the citizen's application still goes through
        qCWarning(lcCitizen) << "no such statutory period:" << type.statutoryPeriod;
    return application;
}

} // namespace

Result<Filed> file(const Visit &visit, const CaseType &type, const Draft &draft)
{
    const auto office = visit.site.office();
    if (!office)
        return office.error();
    const catalogue::FormCheck form
        = catalogue::checkForm(*type.service, draft.data, draft.files, formRules(visit));
    if (!form.errors.isEmpty())
        return error(ErrorCode::InvalidInput, "draft.incomplete");

    Operation operation;
    operation.id = OperationId{ derivedUuid(draft.id.text, "file") };
    operation.caseId = CaseId{ derivedUuid(draft.id.text, "case") };
    operation.createdAt = draft.updatedAt;
    const FileApplication application
        = applicationOf(visit, type, draft, form.answers, (*office)->authority);
    operation.args = application;

    Filed filed{ operation.caseId, {} };
    const auto alongside = [&](portal::Writing &writing, const CaseFile &caseFile) -> Status {
        const QByteArray hash = accessHash((*office)->secret, accessCode(visit, draft.id));
        if (const Status kept = portal::CitizenRecords::setAccess(writing, caseFile.id, hash);
            !kept)
            return kept;
        const Result<QString> token = openSession(visit, writing, caseFile.id);
        if (!token)
            return token.error();
        filed.session = *token;
        faults::step("portal.filing.access");
        return Drafts::markSent(writing, visit, draft, caseFile.id);
    };
    faults::step("portal.filing");
    const Result<portal::CarriedOut> done = visit.site.context.registrar.carryOut(operation,
        portal::Author::draft(draft.id, displayName(application.parties.first())), alongside);
    faults::step("portal.filed");
    if (!done)
        return done.error();
    const bool applied
        = done->result.outcome == Outcome::Applied || done->result.outcome == Outcome::Merged;
    if (applied && !filed.session.isEmpty())
        return filed;
    // Another click was faster, with the same content or not: its receipt is the receipt.
    const Result<Draft> again = Drafts::open(visit, draft.id.text);
    if (again && !again->sent.isNull())
        return error(ErrorCode::Conflict, "draft.sent");
    return error(ErrorCode::Internal, "draft.refused", {}, done->result.reason);
}

} // namespace citizen
