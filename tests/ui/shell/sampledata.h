#pragma once

#include "models/domain/apply.h"
#include "models/domain/protocol.h"
#include "models/sample/sample.h"

// The town of Lindenau as the tests of the window see it: an authority, two departments, three
// clerks, case types, some cases of the generator and one that is known in every detail.
namespace sampledata {

// Monday 2026-11-23 09:41 in Berlin
inline const Timestamp now{ 1795423260000 };
inline const DepartmentId department{ QStringLiteral("ordnungsamt") };
inline const ClerkId maren{ QStringLiteral("01900000-0000-7000-8000-0000000000a1") };

inline QString uuid(int number)
{
    return QStringLiteral("01900000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

inline FieldDefinition field(const char *key, const QString &de, FieldType type = FieldType::Text)
{
    FieldDefinition definition;
    definition.key = QString::fromLatin1(key);
    definition.type = type;
    definition.label = { de, de };
    definition.required = true;
    return definition;
}

inline CaseType caseType(const QString &id, const QString &name, const QString &titleTemplate,
    const QList<FieldDefinition> &fields)
{
    CaseType type;
    type.id = CaseTypeId{ id };
    type.version = 1;
    type.name = { name, name };
    type.department = department;
    type.titleTemplate = titleTemplate;
    type.targetDays = 20;
    FeeItem fee;
    fee.text = QStringLiteral("Verwaltungsgebühr");
    fee.legalBasis = QStringLiteral("§ 1 VwKostS, Nr. 4.2");
    fee.amount.cents = 2000;
    type.feeDefaults = { fee };
    PublicService service;
    service.slug = id;
    service.title = type.name;
    service.summary = type.name;
    service.level = AssuranceLevel::Substantial;
    FormStep person;
    person.key = QStringLiteral("person");
    person.title = { QStringLiteral("Antragstellende Person"), QStringLiteral("Applicant") };
    person.fields
        = { field("vorname", QStringLiteral("Vorname")), field("name", QStringLiteral("Name")),
              field("email", QStringLiteral("E-Mail"), FieldType::Email) };
    FormStep matter;
    matter.key = QStringLiteral("sache");
    matter.title = type.name;
    matter.fields = fields;
    service.steps = { person, matter };
    service.applicant = { { QStringLiteral("givenName"), QStringLiteral("person.vorname") },
        { QStringLiteral("familyName"), QStringLiteral("person.name") },
        { QStringLiteral("email"), QStringLiteral("person.email") } };
    type.service = service;
    return type;
}

inline QList<CaseType> caseTypes()
{
    return { caseType(QStringLiteral("sondernutzung"), QStringLiteral("Sondernutzung"),
                 QStringLiteral("Sondernutzung: {sache.zweck}"),
                 { field("zweck", QStringLiteral("Zweck")),
                     field("beginn", QStringLiteral("Beginn"), FieldType::Date) }),
        caseType(QStringLiteral("baumfaellgenehmigung"), QStringLiteral("Baumfällung"),
            QStringLiteral("Baumfällung: {sache.baumart}"),
            { field("baumart", QStringLiteral("Baumart")),
                field("umfang", QStringLiteral("Stammumfang"), FieldType::Number) }),
        caseType(QStringLiteral("hundesteuer"), QStringLiteral("Hundesteuer"),
            QStringLiteral("Hundesteuer: {sache.rasse}"),
            { field("rasse", QStringLiteral("Rasse")) }) };
}

inline Colleague colleague(const ClerkId &id, const QString &name, const QString &function)
{
    Colleague person;
    person.id = id;
    person.name = name;
    person.function = function;
    person.phone = QStringLiteral("03443 555-214");
    person.room = QStringLiteral("2.14");
    person.departments = { department };
    return person;
}

inline Session session()
{
    Session session;
    session.serverId = QStringLiteral("lindenau");
    session.epoch = QStringLiteral("e1");
    session.api = { 1 };
    session.now = now;
    Authority &authority = session.authority;
    authority.name = QStringLiteral("Stadt Lindenau");
    authority.office = QStringLiteral("Die Bürgermeisterin");
    authority.address.street = QStringLiteral("Markt 1");
    authority.address.postalCode = QStringLiteral("06667");
    authority.address.city = QStringLiteral("Lindenau");
    authority.ars = QStringLiteral("150840000000");
    authority.bank
        = { QStringLiteral("Stadtkasse Lindenau"), QStringLiteral("DE02120300000000202051"),
              QStringLiteral("BYLADEM1001"), QStringLiteral("Deutsche Kreditbank") };
    Department office;
    office.id = department;
    office.name = { QStringLiteral("Fachdienst 32.2"), QStringLiteral("Section 32.2") };
    office.code = QStringLiteral("32.2");
    session.departments = { office };
    session.clerk
        = colleague(maren, QStringLiteral("Maren Kowalski"), QStringLiteral("Sachbearbeiterin"));
    session.colleagues
        = { session.clerk, colleague(ClerkId{ uuid(902) }, QStringLiteral("Jonas Petersen"), {}),
              colleague(ClerkId{ uuid(903) }, QStringLiteral("Änne Szczepańska"), {}) };
    const PermissionSet rights = permissionsOf(Role::TeamLead);
    session.grants.insert(department, { rights.begin(), rights.end() });
    return session;
}

inline FormAnswer answer(const char *key, const QString &label, const QString &value,
    AssuranceLevel level = AssuranceLevel::None)
{
    FormAnswer node;
    node.key = QString::fromLatin1(key);
    node.label = label;
    node.value = value;
    node.display = value;
    node.level = level;
    if (level != AssuranceLevel::None)
        node.origin = AnswerOrigin::Account;
    return node;
}

inline FormAnswer step(const char *key, const QString &label, const QList<FormAnswer> &children)
{
    FormAnswer node;
    node.key = QString::fromLatin1(key);
    node.label = label;
    node.type = FieldType::Group;
    node.children = children;
    return node;
}

inline Timestamp at(const QString &iso)
{
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    time.setTimeZone(QTimeZone("Europe/Berlin"));
    return { time.toMSecsSinceEpoch() };
}

inline Attachment file(
    int number, const QString &name, const char *type, qint64 size, const QString &when)
{
    Attachment attachment;
    attachment.id = AttachmentId{ uuid(number) };
    attachment.name = name;
    attachment.type = QString::fromLatin1(type);
    attachment.size = size;
    attachment.sha256 = QStringLiteral("%1").arg(number, 64, 16, QLatin1Char('0'));
    attachment.at = at(when);
    return attachment;
}

inline TimelineEvent event(int number, const char *code, const QString &when, const Actor &actor,
    const QJsonObject &params = {})
{
    TimelineEvent entry;
    entry.id = EventId{ uuid(number) };
    entry.code = QString::fromLatin1(code);
    entry.params = params;
    entry.at = at(when);
    entry.actor = actor;
    return entry;
}

// The case of the design: Katharina Vogelsang wants to put up a container.
inline CaseFile vogelsang()
{
    const Actor citizen{ ActorKind::Applicant, uuid(11), QStringLiteral("Katharina Vogelsang") };
    const Actor clerk{ ActorKind::Clerk, maren.text, QStringLiteral("Maren Kowalski") };
    CaseFile caseFile;
    caseFile.id = CaseId{ uuid(1) };
    caseFile.version = 7;
    caseFile.reference = QStringLiteral("32.2-SN-2026-00418");
    caseFile.type = CaseTypeId{ QStringLiteral("sondernutzung") };
    caseFile.typeVersion = 1;
    caseFile.title = QStringLiteral("Sondernutzung: Container, Lindenstraße 14");
    caseFile.language = QStringLiteral("de");
    caseFile.state = CaseState::InProgress;
    caseFile.department = department;
    caseFile.assignee = maren;
    caseFile.level = AssuranceLevel::High;
    Party party;
    party.id = PartyId{ uuid(11) };
    party.roles = { PartyRole::Applicant };
    party.salutation = QStringLiteral("Frau");
    party.givenName = QStringLiteral("Katharina");
    party.familyName = QStringLiteral("Vogelsang");
    party.address.street = QStringLiteral("Lindenstraße 14");
    party.address.postalCode = QStringLiteral("06667");
    party.address.city = QStringLiteral("Lindenau");
    party.email = QStringLiteral("k.vogelsang@example.org");
    party.phone = QStringLiteral("0151 5550147");
    party.level = AssuranceLevel::High;
    caseFile.parties = { party };
    FormAnswer amended = answer("zeitraum", QStringLiteral("Zeitraum"),
        QStringLiteral("30.11.2026 bis 08.12.2026 (9 Tage)"));
    amended.origin = AnswerOrigin::Amendment;
    amended.at = at(QStringLiteral("2026-11-23T08:47:00"));
    amended.author = citizen.name;
    amended.formerValue = QStringLiteral("30.11.2026 bis 05.12.2026 (6 Tage)");
    caseFile.answers = {
        step("person", QStringLiteral("Antragstellerin"),
            { answer("vorname", QStringLiteral("Name"), QStringLiteral("Katharina Vogelsang"),
                  AssuranceLevel::High),
                answer("anschrift", QStringLiteral("Anschrift"),
                    QStringLiteral("Lindenstraße 14, 06667 Lindenau"), AssuranceLevel::High),
                answer("email", QStringLiteral("E-Mail"),
                    QStringLiteral("k.vogelsang@example.org")) }),
        step("sache", QStringLiteral("Sondernutzung"),
            { answer("zeitraum", QStringLiteral("Zeitraum"),
                  QStringLiteral("30.11.2026 bis 05.12.2026 (6 Tage)")),
                amended,
                answer("ort", QStringLiteral("Ort"),
                    QStringLiteral("Lindenstraße 14, Gehweg und Parkstreifen")),
                answer("flaeche", QStringLiteral("Fläche"),
                    QStringLiteral("2,50 m × 6,00 m = 15,0 m²")),
                answer("restbreite", QStringLiteral("Restbreite Gehweg"),
                    QStringLiteral("1,60 m (Mindestmaß 1,50 m eingehalten)")),
                answer("zweck", QStringLiteral("Zweck"),
                    QStringLiteral("Bauschutt aus Dachsanierung, Absetzcontainer 7 m³ mit "
                                   "Absperrung und Beleuchtung nach RSA 21")),
                answer("verantwortlich", QStringLiteral("Verantwortlich"),
                    QStringLiteral("Dachdeckerei Brückner & Söhne GmbH, Herr Brückner")) }),
    };
    caseFile.attachments = { file(21, QStringLiteral("Verkehrszeichenplan.pdf"), "application/pdf",
                                 1100000, QStringLiteral("2026-11-19T21:14:00")),
        file(22, QStringLiteral("Ansicht_Gehweg.jpg"), "image/jpeg", 2800000,
            QStringLiteral("2026-11-19T21:14:00")),
        file(23, QStringLiteral("Auftrag Dachdecker Brückner & Söhne.pdf"), "application/pdf",
            96000, QStringLiteral("2026-11-19T21:14:00")),
        file(24, QStringLiteral("Lageplan_neu.pdf"), "application/pdf", 412000,
            QStringLiteral("2026-11-23T08:47:00")) };
    Message first;
    first.id = MessageId{ uuid(31) };
    first.author = clerk;
    first.at = at(QStringLiteral("2026-11-20T10:02:00"));
    first.readByApplicant = at(QStringLiteral("2026-11-20T18:40:00"));
    first.text = QStringLiteral(
        "Guten Tag Frau Vogelsang, auf dem Lageplan ist der Abstand zur Grundstückszufahrt nicht "
        "zu erkennen. Bitte reichen Sie eine Fassung mit Maßen nach.");
    Message second;
    second.id = MessageId{ uuid(32) };
    second.direction = MessageDirection::FromApplicant;
    second.author = citizen;
    second.at = at(QStringLiteral("2026-11-23T08:47:00"));
    second.text = QStringLiteral(
        "Guten Morgen Frau Kowalski, die Sanierung dauert länger als geplant. Der Container soll "
        "doch drei Tage länger stehen, also bis 8. Dezember. Geht das noch im selben Antrag? Den "
        "neuen Lageplan habe ich angehängt.");
    second.attachments = { AttachmentId{ uuid(24) } };
    caseFile.messages = { first, second };
    Note note;
    note.id = NoteId{ uuid(41) };
    note.text = QStringLiteral("Mit dem Tiefbauamt telefoniert: keine Bauarbeiten im Dezember.");
    note.author = clerk;
    note.at = at(QStringLiteral("2026-11-20T10:20:00"));
    caseFile.notes = { note };
    FollowUp followUp;
    followUp.id = FollowUpId{ uuid(42) };
    followUp.on = QDate(2026, 11, 27);
    followUp.reason = QStringLiteral("Stellungnahme der Polizei");
    followUp.by = clerk;
    followUp.at = note.at;
    caseFile.followUps = { followUp };
    FeeRequest fee;
    fee.id = FeeId{ uuid(43) };
    FeeItem item;
    item.text = QStringLiteral("Sondernutzung Container, 9 Tage");
    item.legalBasis = QStringLiteral("§ 3 SNGebS, Tarif 4.2");
    item.amount.cents = 6750;
    fee.items = { item };
    fee.due = QDate(2026, 12, 21);
    fee.reference = QStringLiteral("LIN-2026-004181");
    fee.requestedAt = at(QStringLiteral("2026-11-20T11:00:00"));
    fee.requestedBy = clerk;
    caseFile.fees = { fee };
    caseFile.target.due = QDate(2026, 11, 26);
    caseFile.filedAt = at(QStringLiteral("2026-11-19T21:14:00"));
    caseFile.updatedAt = at(QStringLiteral("2026-11-23T08:47:00"));
    caseFile.events = {
        event(51, "case.filed", QStringLiteral("2026-11-19T21:14:00"), citizen),
        event(52, "case.assigned", QStringLiteral("2026-11-20T08:05:00"),
            Actor{ ActorKind::System }, { { QStringLiteral("name"), clerk.name } }),
        event(53, "documents.requested", QStringLiteral("2026-11-20T10:02:00"), clerk,
            { { QStringLiteral("count"), 1 },
                { QStringLiteral("due"), QStringLiteral("2026-11-30") } }),
        event(54, "message.received", QStringLiteral("2026-11-23T08:47:00"), citizen),
    };
    return caseFile;
}

// Cases of the generator, carried out as the portal would.
inline QList<CaseFile> generated(int count)
{
    sample::Scenario scenario;
    scenario.types = caseTypes();
    const Session desk = session();
    for (const Colleague &person : desk.colleagues)
        scenario.clerks.append({ Actor{ ActorKind::Clerk, person.id.text, person.name },
            { { department, permissionsOf(Role::TeamLead) } } });
    scenario.now = now;
    scenario.cases = count;
    QHash<CaseId, CaseFile> cases;
    QList<CaseId> order;
    for (const sample::Step &step : sample::steps(scenario)) {
        const CaseId id = step.operation.caseId;
        ApplyContext context;
        context.actor = step.actor;
        context.now = step.at;
        context.permissions = permissionsOf(Role::TeamLead);
        context.reference
            = QStringLiteral("32.2-%1").arg(order.size() + 1, 5, 10, QLatin1Char('0'));
        if (!cases.contains(id))
            order.append(id);
        Result<CaseFile> after = apply(step.operation, cases.value(id), context);
        if (after)
            cases.insert(id, *after);
    }
    QList<CaseFile> list;
    for (const CaseId &id : order)
        list.append(cases.value(id));
    return list;
}

// Issued in October, its period of remedy is over.
inline Notice notice()
{
    Notice notice;
    notice.id = NoticeId{ uuid(60) };
    notice.title = QStringLiteral("Erlaubnis zur Sondernutzung öffentlicher Straßen");
    notice.letterDate = QDate(2026, 10, 1);
    notice.issuedAt = Timestamp{ 1'790'841'600'000 };
    notice.issuedBy = { ActorKind::Clerk, maren.text, QStringLiteral("Maren Kowalski") };
    notice.disclosedOn = QDate(2026, 10, 5);
    notice.remedyEndsOn = QDate(2026, 11, 5);
    return notice;
}

} // namespace sampledata
