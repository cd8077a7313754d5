#include "eventwords.h"

#include "casewords.h"
#include "models/domain/wire.h"
#include "overloaded.h"

namespace {

struct Look {
    const char *code;
    const char *icon;
    Tone tone;
};
constexpr Look looks[] = {
    { "case.filed", "inbox", Tone::Blue },
    { "case.opened", "file-plus", Tone::Blue },
    { "case.takenOver", "user-check", Tone::Grey },
    { "case.assigned", "user", Tone::Grey },
    { "case.unassigned", "user", Tone::Grey },
    { "case.state", "circle-dot", Tone::Teal },
    { "message.sent", "send", Tone::Grey },
    { "message.received", "mail", Tone::Teal },
    { "message.read", "eye", Tone::Green },
    { "documents.requested", "pause", Tone::Amber },
    { "note.added", "sticky-note", Tone::Grey },
    { "followUp.set", "calendar-clock", Tone::Grey },
    { "followUp.done", "calendar-check", Tone::Grey },
    { "fee.requested", "receipt-euro", Tone::Violet },
    { "fee.paid", "badge-euro", Tone::Green },
    { "fee.failed", "badge-euro", Tone::Red },
    { "fee.cancelled", "badge-euro", Tone::Grey },
    { "notice.issued", "stamp", Tone::Violet },
    { "notice.final", "stamp", Tone::Grey },
    { "finding.recorded", "file-pen", Tone::Grey },
    { "document.retrieved", "eye", Tone::Green },
};

QString text(const TimelineEvent &event, const char *key)
{
    return event.params.value(QLatin1String(key)).toString();
}

} // namespace

QString EventWords::title(const TimelineEvent &event, const DeskContext &context)
{
    const QString &code = event.code;
    if (code == QLatin1String("case.filed"))
        return tr("Application received");
    if (code == QLatin1String("case.opened"))
        return tr("Case opened");
    if (code == QLatin1String("case.takenOver"))
        return tr("Taken over by %1").arg(event.actor.name);
    if (code == QLatin1String("case.assigned"))
        return tr("Assigned to %1").arg(text(event, "name"));
    if (code == QLatin1String("case.unassigned"))
        return tr("Assignment removed");
    if (code == QLatin1String("case.state"))
        return tr("State: %1").arg(CaseWords::state(caseStateOf(text(event, "to"))));
    if (code == QLatin1String("message.sent"))
        return tr("Message to the applicant");
    if (code == QLatin1String("message.received"))
        return tr("Message from the applicant");
    if (code == QLatin1String("message.read"))
        return tr("Message read by the applicant");
    if (code == QLatin1String("documents.requested")) {
        const QDate due = QDate::fromString(text(event, "due"), Qt::ISODate);
        const int count = event.params.value(QLatin1String("count")).toInt();
        return due.isValid()
            ? tr("%n document(s) requested until %1", nullptr, count).arg(context.dates().day(due))
            : tr("%n document(s) requested", nullptr, count);
    }
    if (code == QLatin1String("note.added"))
        return tr("Note written");
    if (code == QLatin1String("followUp.set"))
        return tr("Follow-up on %1")
            .arg(context.dates().day(QDate::fromString(text(event, "on"), Qt::ISODate)));
    if (code == QLatin1String("followUp.done"))
        return tr("Follow-up done");
    if (code == QLatin1String("fee.requested"))
        return tr("Payment of %1 requested")
            .arg(formatMoney(
                Money{ event.params.value(QLatin1String("cents")).toInteger() }, QLocale()));
    if (code == QLatin1String("fee.paid"))
        return tr("Payment received");
    if (code == QLatin1String("fee.failed"))
        return tr("Payment failed");
    if (code == QLatin1String("fee.cancelled"))
        return tr("Payment request cancelled");
    if (code == QLatin1String("notice.issued"))
        return tr("Notice issued: %1").arg(text(event, "title"));
    if (code == QLatin1String("notice.final"))
        return tr("Notice final since %1")
            .arg(context.dates().day(QDate::fromString(text(event, "on"), Qt::ISODate)));
    if (code == QLatin1String("finding.recorded"))
        return tr("Finding on “%1”").arg(text(event, "label"));
    if (code == QLatin1String("document.retrieved")) {
        const QString name = text(event, "name");
        return name.isEmpty() ? tr("Document retrieved") : tr("Document retrieved: %1").arg(name);
    }
    return tr("Event of a newer version (%1)").arg(code);
}

QString EventWords::who(const Actor &actor)
{
    if (actor.kind == ActorKind::System)
        return tr("Portal");
    if (actor.kind == ActorKind::Applicant && actor.name.isEmpty())
        return tr("Applicant");
    return actor.name;
}

TimelineEntry EventWords::entry(const TimelineEvent &event, const DeskContext &context)
{
    TimelineEntry entry;
    entry.iconName = QStringLiteral("circle-dot");
    for (const Look &look : looks) {
        if (event.code == QLatin1String(look.code)) {
            entry.iconName = QString::fromLatin1(look.icon);
            entry.tone = look.tone;
        }
    }
    entry.title = title(event, context);
    entry.meta = context.dates().when(event.at);
    const QString name = who(event.actor);
    if (!name.isEmpty())
        entry.meta += QStringLiteral(" · ") + name;
    entry.detail = text(event, "reason");
    return entry;
}

QString EventWords::operation(const Operation &operation, const DeskContext &context)
{
    return std::visit(
        Overloaded{
            [](const TakeOver &) { return tr("Take over"); },
            [&](const Assign &assign) {
                return assign.assignee.isNull() ? tr("Remove the assignment")
                                                : tr("Assign to %1").arg(assign.name);
            },
            [](const ChangeState &change) {
                return tr("State: %1").arg(CaseWords::state(change.to));
            },
            [](const Reply &) { return tr("Reply to the applicant"); },
            [](const RequestDocuments &request) {
                return tr("Request for %n document(s)", nullptr, int(request.items.size()));
            },
            [](const AddNote &) { return tr("Note"); },
            [&](const SetFollowUp &followUp) {
                return tr("Follow-up on %1").arg(context.dates().day(followUp.on));
            },
            [](const CompleteFollowUp &) { return tr("Follow-up done"); },
            [](const RequestFee &fee) {
                return tr("Payment request of %1").arg(formatMoney(total(fee.items), QLocale()));
            },
            [](const CancelFee &) { return tr("Cancel the payment request"); },
            [](const IssueNotice &issue) { return tr("Notice: %1").arg(issue.title); },
            [](const ConfirmFinality &) { return tr("Confirm that the notice is final"); },
            [](const MarkRead &) { return tr("Mark as read"); },
            [](const RecordFinding &record) {
                return tr("Finding on “%1”").arg(record.finding.label);
            },
            [](const OpenCase &open) { return tr("Open the case “%1”").arg(open.title); },
            [](const auto &) { return tr("Action of a newer version"); },
        },
        operation.args);
}
