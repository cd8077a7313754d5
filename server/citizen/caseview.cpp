#include "caseview.h"

#include "filing.h"
#include "models/domain/wire.h"
#include "models/law/calendar.h"
#include "models/payment/epc.h"
#include "server/payment/girocode.h"
#include "server/store/durations.h"
#include "words.h"

#include <algorithm>

namespace citizen {

namespace {

// The day a state was first reached, or null.
Timestamp reachedAt(const CaseFile &caseFile, std::initializer_list<CaseState> states)
{
    for (const TimelineEvent &event : caseFile.events) {
        const CaseState to = caseStateOf(event.params.value(QLatin1String("to")).toString());
        if (event.code == QLatin1String("case.state")
            && std::find(states.begin(), states.end(), to) != states.end())
            return event.at;
    }
    return {};
}

int workdaysBetween(const Calendar &calendar, QDate from, QDate to)
{
    int days = 0;
    for (QDate day = from.addDays(1); day <= to && days < 1000; day = day.addDays(1))
        days += calendar.isWorkday(day);
    return days;
}

} // namespace

QString CaseView::title() const
{
    return type && type->service ? type->service->title.in(visit.language) : caseFile.title;
}

QString CaseView::path(const QString &rest) const
{
    return visit.path(QLatin1String("/vorgang/") + caseFile.id.text + rest);
}

QJsonArray CaseView::statusSteps() const
{
    const PublicState state = publicState(caseFile.state, hasOpenFee(caseFile));
    struct Step {
        QString name;
        QString note;
        int place; // before, at or after now: -1, 0, 1
    };
    const int at = state == PublicState::Completed                           ? 3
        : state == PublicState::ActionRequired                               ? 2
        : state == PublicState::Processing || state == PublicState::Received ? 1
                                                                             : 0;
    QList<Step> steps;
    steps.append(
        { visit.text("status.received"), dayText(visit, caseFile.filedAt), at == 0 ? 0 : -1 });
    const Timestamp begun = reachedAt(caseFile,
        { CaseState::Accepted, CaseState::InProgress, CaseState::WaitingForApplicant,
            CaseState::Decided });
    const bool skipped = state == PublicState::Completed && begun.isNull();
    if (!skipped)
        steps.append({ visit.text(at == 1 && state == PublicState::Received ? "status.accepted"
                                                                            : "status.processing"),
            begun.isNull() ? QString() : dayText(visit, begun),
            at == 1      ? 0
                : at > 1 ? -1
                         : 1 });
    if (state == PublicState::ActionRequired)
        steps.append({ visit.text(caseFile.state == CaseState::WaitingForApplicant ? "status.answer"
                                                                                   : "status.pay"),
            visit.text("status.yourTurn"), 0 });
    QString last = visit.text("status.decision");
    Timestamp ended = reachedAt(caseFile,
        { CaseState::Decided, CaseState::Closed, CaseState::Inadmissible, CaseState::Withdrawn,
            CaseState::Transferred });
    if (state == PublicState::Completed) {
        last = visit.text(QLatin1String("status.end.") + wireName(caseFile.state));
        if (type) {
            const LocalText own = type->stateLabels.value(wireName(caseFile.state));
            if (!own.isEmpty())
                last = own.in(visit.language);
        }
    } else {
        ended = {};
    }
    steps.append({ last, ended.isNull() ? QString() : dayText(visit, ended),
        state == PublicState::Completed ? -1 : 1 });
    QJsonArray list;
    for (const Step &step : steps)
        list.append(QJsonObject{ { QStringLiteral("stateName"), step.name },
            { QStringLiteral("note"), step.note }, { QStringLiteral("isDone"), step.place < 0 },
            { QStringLiteral("isNow"), step.place == 0 },
            { QStringLiteral("isOpen"), step.place > 0 } });
    return list;
}

QString CaseView::expectation() const
{
    if (!isOpen(caseFile.state) || !type || !type->service || type->service->processingDays <= 0)
        return {};
    if (caseFile.state == CaseState::WaitingForApplicant)
        return visit.text("status.waiting");
    const QDate expected
        = workdayAfter(visit, localDate(caseFile.filedAt), type->service->processingDays);
    return expected < visit.site.today()
        ? visit.text("status.late")
        : visit.text("status.expected", { { QStringLiteral("day"), dayText(visit, expected) } });
}

QString CaseView::experience() const
{
    if (!isOpen(caseFile.state))
        return {};
    const auto handled = visit.site.context.store.read(
        [&](portal::Sql &sql) { return portal::handledCases(sql, caseFile.type, 100); });
    // Below ten a figure would tell about single people's cases more than about the office.
    if (!handled || handled->size() < 10)
        return {};
    const auto office = visit.site.knownOffice();
    const Calendar calendar(visit.site.law, { office ? office->authority.ars : QString(), {} });
    QList<int> days;
    for (const portal::Handled &one : *handled)
        days.append(workdaysBetween(calendar, localDate(one.filedAt), localDate(one.doneAt)));
    std::sort(days.begin(), days.end());
    return visit.text("status.experience",
        { { QStringLiteral("half"), std::max(1, days[(days.size() - 1) / 2]) },
            { QStringLiteral("most"), std::max(1, days[(days.size() * 9 + 9) / 10 - 1]) } });
}

QJsonArray CaseView::requests() const
{
    QJsonArray list;
    for (const DocumentRequest &request : caseFile.documentRequests) {
        if (!request.answeredAt.isNull() || caseFile.state != CaseState::WaitingForApplicant)
            continue;
        QJsonArray items;
        for (const QString &item : request.items)
            items.append(QJsonObject{ { QStringLiteral("item"), item } });
        list.append(QJsonObject{ { QStringLiteral("items"), items },
            { QStringLiteral("due"),
                request.due.isValid() ? visit.text(
                    "status.requestDue", { { QStringLiteral("day"), dayText(visit, request.due) } })
                                      : QString() } });
    }
    return list;
}

QJsonArray CaseView::fees() const
{
    const auto office = visit.site.knownOffice();
    QJsonArray list;
    for (const FeeRequest &fee : caseFile.fees) {
        const bool open = fee.state == FeeState::Open || fee.state == FeeState::Failed
            || fee.state == FeeState::ChargedBack;
        QJsonArray items;
        for (const FeeItem &item : fee.items)
            items.append(QJsonObject{ { QStringLiteral("itemText"), item.text },
                { QStringLiteral("itemBasis"), item.legalBasis },
                { QStringLiteral("itemAmount"), moneyText(visit, item.amount) } });
        const bool payable
            = open && !fee.reference.isEmpty() && office && !office->authority.bank.iban.isEmpty();
        const QString amount = moneyText(visit, total(fee.items));
        QString heading = visit.text("fee.pay", { { QStringLiteral("amount"), amount } });
        if (!open)
            heading = visit.text(QLatin1String("fee.") + wireName(fee.state),
                { { QStringLiteral("amount"), amount } });
        list.append(QJsonObject{ { QStringLiteral("feeHeading"), heading },
            { QStringLiteral("feeId"), fee.id.text }, { QStringLiteral("feeOpen"), open },
            { QStringLiteral("feeReason"), fee.reason }, { QStringLiteral("feePayable"), payable },
            { QStringLiteral("feeItems"), items },
            { QStringLiteral("feeDue"), dayText(visit, fee.due) },
            { QStringLiteral("payee"), office ? office->authority.bank.payee : QString() },
            { QStringLiteral("iban"),
                office ? formatIban(office->authority.bank.iban, QChar(0x00a0)) : QString() },
            { QStringLiteral("bankName"), office ? office->authority.bank.name : QString() },
            { QStringLiteral("transfer"), portal::transferText(fee, caseFile.reference) },
            { QStringLiteral("code"), path(QLatin1String("/zahlung/") + fee.id.text) } });
    }
    return list;
}

bool CaseView::isShown(const CaseFile &caseFile, const Attachment &attachment)
{
    switch (attachment.origin) {
    case AttachmentOrigin::Applicant:
    case AttachmentOrigin::Notice:
    case AttachmentOrigin::Receipt:
        return true;
    case AttachmentOrigin::Office:
        return std::any_of(
            caseFile.messages.begin(), caseFile.messages.end(), [&](const Message &message) {
                return message.direction == MessageDirection::ToApplicant
                    && message.attachments.contains(attachment.id);
            });
    case AttachmentOrigin::Unknown:
        return false;
    }
    return false;
}

QJsonObject CaseView::fileEntry(const Attachment &attachment) const
{
    return { { QStringLiteral("fileHref"), path(QLatin1String("/dokument/") + attachment.id.text) },
        { QStringLiteral("fileName"), attachment.name },
        { QStringLiteral("fileFacts"), fileFacts(visit, attachment.type, attachment.size) } };
}

QJsonArray CaseView::notices() const
{
    QJsonArray list;
    for (const Notice &notice : caseFile.notices) {
        const Attachment *document = findAttachment(caseFile, notice.document);
        if (!document)
            continue;
        QJsonObject entry = fileEntry(*document);
        entry.insert(QStringLiteral("noticeTitle"), notice.title);
        entry.insert(QStringLiteral("noticeDay"),
            notice.letterDate.isValid() ? dayText(visit, notice.letterDate)
                                        : dayText(visit, notice.issuedAt));
        entry.insert(QStringLiteral("noticeHint"),
            visit.text(QLatin1String("notice.") + wireName(notice.channel)));
        list.append(entry);
    }
    return list;
}

QJsonArray CaseView::documents() const
{
    QJsonArray list;
    for (const Attachment &attachment : caseFile.attachments) {
        if (attachment.message.isNull()
            && (attachment.origin == AttachmentOrigin::Applicant
                || attachment.origin == AttachmentOrigin::Receipt))
            list.append(fileEntry(attachment));
    }
    return list;
}

QJsonArray CaseView::messages() const
{
    QJsonArray list;
    const auto office = visit.site.knownOffice();
    const Department *department = office ? office->department(caseFile.department) : nullptr;
    for (const Message &message : caseFile.messages) {
        const bool own = message.direction == MessageDirection::FromApplicant;
        const bool fresh = !own && message.readByApplicant.isNull();
        QJsonArray files;
        for (const AttachmentId &id : message.attachments) {
            if (const Attachment *attachment = findAttachment(caseFile, id))
                files.append(fileEntry(*attachment));
        }
        QStringList from;
        if (own) {
            from.append(visit.text("messages.you"));
        } else {
            from = { department ? department->name.in(visit.language) : QString(),
                message.author.name };
            from.removeAll(QString());
        }
        list.append(QJsonObject{ { QStringLiteral("own"), own }, { QStringLiteral("fresh"), fresh },
            { QStringLiteral("from"), from.join(QLatin1String(", ")) },
            { QStringLiteral("at"), momentText(visit, message.at) },
            { QStringLiteral("blocks"), blocks(message.text) },
            { QStringLiteral("files"), files } });
    }
    return list;
}

QJsonArray CaseView::history() const
{
    QJsonArray list;
    for (const TimelineEvent &event : caseFile.events) {
        if (!event.shownToApplicant)
            continue;
        QString key = QLatin1String("event.") + event.code;
        if (event.code == QLatin1String("case.state"))
            key += QLatin1Char('.') + event.params.value(QLatin1String("to")).toString();
        if (!visit.site.texts.has(key))
            continue; // of a newer program
        QJsonObject params = event.params;
        if (params.contains(QLatin1String("cents")))
            params.insert(QStringLiteral("amount"),
                moneyText(visit, { params.value(QLatin1String("cents")).toInteger() }));
        list.append(QJsonObject{ { QStringLiteral("eventText"),
            visit.text("status.event",
                { { QStringLiteral("moment"), momentText(visit, event.at) },
                    { QStringLiteral("text"), visit.text(key, params) } }) } });
    }
    return list;
}

bool CaseView::mayWrite() const
{
    return takesMessages(caseFile.state);
}

bool CaseView::mayWithdraw() const
{
    const Transition *transition = findTransition(caseFile.state, CaseState::Withdrawn);
    return transition && transition->byApplicant;
}

} // namespace citizen
