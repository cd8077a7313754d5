#include "story.h"

#include "documents.h"
#include "texts.h"

namespace sample {

namespace {

struct Goal {
    CaseState state;
    int weight;
    int youngest; // days since filing
    int oldest;
};
const Goal goals[] = {
    { CaseState::New, 22, 0, 9 },
    { CaseState::Accepted, 11, 1, 16 },
    { CaseState::InProgress, 28, 4, 48 },
    { CaseState::WaitingForApplicant, 14, 6, 40 },
    { CaseState::Decided, 11, 14, 56 },
    { CaseState::Closed, 9, 20, 56 },
    { CaseState::Withdrawn, 3, 3, 30 },
    { CaseState::Inadmissible, 2, 5, 40 },
};
const char *const zone = "Europe/Berlin";

QDate workdayAfter(QDate day, int days)
{
    while (days > 0) {
        day = day.addDays(1);
        if (day.dayOfWeek() <= 5)
            --days;
    }
    return day;
}

} // namespace

Story::Story(const Scenario &scenario, const CaseType &type, int number, Chance &chance)
    : m_scenario(scenario)
    , m_type(type)
    , m_chance(chance)
    , m_base(derivedUuid(QStringLiteral("6f0c9a52-6d0e-5c4e-9c55-0d6b1f3f2a11"),
          QByteArray::number(scenario.seed) + '/' + QByteArray::number(number)))
    , m_person(person(chance, scenario.city))
{
    QList<int> weights;
    for (const Goal &goal : goals)
        weights.append(goal.weight);
    const Goal &goal = goals[chance.weighted(weights)];
    m_goal = goal.state;
    const int days = chance.between(goal.youngest, goal.oldest);
    m_at = scenario.now.plusSeconds(
        -qint64(days) * 86400 - chance.between(900, 40000)); // any time of the day
}

QList<Step> Story::tell()
{
    file();
    switch (m_goal) {
    case CaseState::New:
        if (m_chance.in100(15))
            applicantDoes(ReceiveMessage{ MessageId{ id("message") }, citizenMessage(m_chance) });
        break;
    case CaseState::Accepted:
        takeOver();
        break;
    case CaseState::Withdrawn:
        if (m_chance.in100(60))
            takeOver();
        applicantDoes(WithdrawApplication{ reason(m_chance) });
        break;
    case CaseState::Inadmissible:
        takeOver();
        clerkDoes(
            Permission::NoticeIssue, ChangeState{ CaseState::Inadmissible, reason(m_chance) });
        break;
    default:
        takeOver();
        clerkDoes(Permission::CaseProcess, ChangeState{ CaseState::InProgress });
        talk();
        if (m_goal == CaseState::WaitingForApplicant)
            askForDocuments(false);
        else if (m_chance.in100(20))
            askForDocuments(true);
        if (m_goal == CaseState::InProgress && m_chance.in100(15))
            charge();
        if (m_goal == CaseState::Decided || m_goal == CaseState::Closed)
            decide();
        if (m_goal == CaseState::Closed)
            close();
        break;
    }
    return m_steps;
}

void Story::file()
{
    const QDate day = localDate(m_at, zone);
    const FilledForm form = fillForm(*m_type.service, m_person, day, m_base, m_chance);
    FileApplication filed;
    filed.type = m_type.id;
    filed.typeVersion = m_type.version;
    filed.department = m_type.department;
    filed.title = makeTitle(m_type, form.answers, QStringLiteral("de"));
    filed.language = QStringLiteral("de");
    filed.answers = form.answers;
    filed.attachments = form.attachments;
    filed.parties = { m_person.party };
    filed.parties.first().id = PartyId{ id("party") };
    filed.consent.electronic = m_chance.in100(80);
    filed.consent.email = filed.consent.electronic ? m_person.party.email : QString();
    filed.consent.wording = QStringLiteral("2026-01");
    filed.consent.language = filed.language;
    filed.consent.at = m_at;
    if (m_type.targetDays > 0)
        filed.targetDue = workdayAfter(day, m_type.targetDays);
    const Actor actor{ ActorKind::Applicant, {}, displayName(m_person.party) };
    add(actor, m_at, filed, form.files);
}

void Story::takeOver()
{
    m_clerk = clerkWith(Permission::CaseProcess);
    if (!m_clerk)
        return;
    const SampleClerk *lead = clerkWith(Permission::CaseAssign);
    if (lead && lead != m_clerk && m_chance.in100(30))
        add(lead->actor, later(true), Assign{ ClerkId{ m_clerk->actor.id }, m_clerk->actor.name },
            {});
    add(m_clerk->actor, later(true), TakeOver{}, {});
}

void Story::talk()
{
    if (m_chance.in100(45))
        clerkDoes(Permission::CaseProcess, AddNote{ NoteId{ id("note") }, note(m_chance) });
    if (m_chance.in100(45)) {
        m_lastMessage = MessageId{ id("message") };
        ReceiveMessage message{ m_lastMessage, citizenMessage(m_chance) };
        QList<SampleFile> files;
        if (m_chance.in100(40)) {
            files.append(photo(m_chance));
            NewAttachment picture;
            picture.id = AttachmentId{ id("attachment") };
            picture.name = QStringLiteral("Foto %1.png").arg(m_chance.between(1, 9));
            picture.type = files.first().type;
            picture.size = files.first().bytes.size();
            picture.sha256 = files.first().sha256;
            message.attachments.append(picture);
        }
        applicantDoes(message, files);
        if (m_chance.in100(65)) { // the others wait for an answer
            clerkDoes(Permission::CaseProcess, MarkRead{ m_lastMessage });
            Reply reply;
            reply.id = MessageId{ id("message") };
            reply.text = clerkReply(m_chance, salutation());
            reply.lastSeen = m_lastMessage;
            clerkDoes(Permission::CaseProcess, reply);
        }
    }
    if (m_chance.in100(25)) {
        const QDate on = localDate(m_scenario.now, zone).addDays(m_chance.between(-4, 14));
        clerkDoes(Permission::CaseProcess,
            SetFollowUp{ FollowUpId{ id("followUp") }, on, followUpReason(m_chance) });
    }
}

void Story::askForDocuments(bool answered)
{
    RequestDocuments request;
    request.id = RequestId{ id("request") };
    request.message = MessageId{ id("message") };
    request.text = documentRequest(m_chance, salutation());
    request.items = missingItems(m_chance);
    request.due = localDate(m_at, zone).addDays(m_chance.between(10, 24));
    request.lastSeen = m_lastMessage;
    clerkDoes(Permission::CaseProcess, request);
    if (!answered)
        return;
    m_lastMessage = MessageId{ id("message") };
    applicantDoes(ReceiveMessage{ m_lastMessage, citizenMessage(m_chance) });
    if (m_chance.in100(70))
        clerkDoes(Permission::CaseProcess, MarkRead{ m_lastMessage });
}

RequestFee Story::fee()
{
    RequestFee request;
    request.id = FeeId{ id("fee") };
    request.items = m_type.feeDefaults;
    if (request.items.isEmpty())
        request.items = { FeeItem{ QStringLiteral("Verwaltungsgebühr"),
            Money{ m_chance.between(15, 120) * 100 },
            QStringLiteral("§ 1 Verwaltungskostensatzung der Stadt %1").arg(m_scenario.city) } };
    for (FeeItem &item : request.items) {
        if (item.amount.cents <= 0)
            item.amount.cents = m_chance.between(15, 120) * 100;
        if (item.legalBasis.isEmpty())
            item.legalBasis = QStringLiteral("Verwaltungskostensatzung");
    }
    request.reason = QStringLiteral("Bearbeitung des Antrags");
    request.due = localDate(m_at, zone).addDays(30);
    if (m_scenario.paymentReference)
        request.reference = m_scenario.paymentReference();
    if (request.reference.isEmpty())
        request.source = ReferenceSource::CashSystem;
    return request;
}

void Story::charge()
{
    clerkDoes(Permission::FeeRequest, fee());
}

void Story::decide()
{
    IssueNotice issue;
    issue.id = NoticeId{ id("notice") };
    issue.title = QStringLiteral("Bescheid: %1").arg(m_type.name.de);
    issue.templateId = QStringLiteral("sample");
    issue.templateVersion = 1;
    issue.content = { { QStringLiteral("subject"), issue.title },
        { QStringLiteral("operativePart"), QStringLiteral("Ihrem Antrag wird entsprochen.") } };
    const SampleFile document = pdf(issue.title,
        { QStringLiteral("%1,").arg(salutation()), QString(),
            QStringLiteral("Ihrem Antrag wird entsprochen."), QString(),
            QStringLiteral("Muster ohne rechtliche Wirkung.") });
    issue.document.id = AttachmentId{ id("attachment") };
    issue.document.name = QStringLiteral("Bescheid.pdf");
    issue.document.type = document.type;
    issue.document.size = document.bytes.size();
    issue.document.sha256 = document.sha256;
    issue.letterDate = localDate(m_at, zone);
    issue.lastSeen = m_lastMessage;
    if (m_chance.in100(55))
        issue.fee = fee();
    clerkDoes(Permission::NoticeIssue, issue, { document });
}

void Story::close()
{
    clerkDoes(Permission::CaseProcess, ChangeState{ CaseState::Closed });
}

const SampleClerk *Story::clerkWith(Permission permission)
{
    QList<const SampleClerk *> able;
    for (const SampleClerk &clerk : m_scenario.clerks) {
        const PermissionSet rights = clerk.grants.value(m_type.department);
        if (rights.contains(Permission::CaseRead) && rights.contains(permission))
            able.append(&clerk);
    }
    return able.isEmpty() ? nullptr : m_chance.of(able);
}

Timestamp Story::later(bool office)
{
    const qint64 left = m_scenario.now.ms - m_at.ms;
    Timestamp at{ m_at.ms + qint64(double(left) * m_chance.share(0.05, 0.45)) };
    if (office) {
        QDate day = localDate(at, zone);
        while (day.dayOfWeek() > 5)
            day = day.addDays(-1);
        const Timestamp inHours
            = startOfDay(day, zone).plusSeconds(m_chance.between(7 * 3600, 16 * 3600));
        if (inHours > m_at && inHours < m_scenario.now)
            at = inHours;
    }
    if (at <= m_at)
        at.ms = m_at.ms + 1;
    m_at = at;
    return at;
}

void Story::clerkDoes(Permission permission, OperationArgs args, const QList<SampleFile> &files)
{
    const SampleClerk *who = m_clerk;
    if (!who || !who->grants.value(m_type.department).contains(permission))
        who = clerkWith(permission);
    if (who)
        add(who->actor, later(true), std::move(args), files);
}

void Story::applicantDoes(OperationArgs args, const QList<SampleFile> &files)
{
    const Actor actor{ ActorKind::Applicant, {}, displayName(m_person.party) };
    add(actor, later(false), std::move(args), files);
}

void Story::add(
    const Actor &actor, Timestamp at, OperationArgs args, const QList<SampleFile> &files)
{
    Step step;
    step.at = at;
    step.actor = actor;
    step.operation.id = OperationId{ id("operation") };
    step.operation.caseId = CaseId{ m_base };
    step.operation.createdAt = at;
    step.operation.args = std::move(args);
    step.files = files;
    m_steps.append(step);
}

QString Story::id(const char *what)
{
    return derivedUuid(m_base, QByteArray(what) + '/' + QByteArray::number(++m_ids));
}

QString Story::salutation() const
{
    const Party &party = m_person.party;
    const bool woman = party.salutation == QLatin1String("Frau");
    return (
        woman ? QStringLiteral("Sehr geehrte Frau %1") : QStringLiteral("Sehr geehrter Herr %1"))
        .arg(party.familyName);
}

} // namespace sample
