#include "deskcommands.h"

#include "jsonoutput.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/domain/wire.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"

#include <QJsonArray>

namespace {

Error usage(const QString &text)
{
    return error(ErrorCode::InvalidInput, "cli.usage", { { QStringLiteral("text"), text } });
}

Result<QJsonObject> queued(const Result<Operation> &operation)
{
    if (!operation)
        return operation.error();
    return QJsonObject{ { QStringLiteral("opId"), operation->id.text },
        { QStringLiteral("type"), typeName(*operation) },
        { QStringLiteral("case"), operation->caseId.text },
        { QStringLiteral("state"), QStringLiteral("waiting") } };
}

// Does the row pass one filter? Nothing: there is no such filter.
std::optional<bool> passes(const InboxRow &row, const QString &filter, const CaseView &view)
{
    const QString key = filter.section(QLatin1Char('='), 0, 0);
    const QString value = filter.section(QLatin1Char('='), 1);
    if (key == QLatin1String("open"))
        return isOpen(row.state);
    if (key == QLatin1String("mine"))
        return row.assignee == view.session().clerk.id;
    if (key == QLatin1String("unassigned"))
        return row.assignee.isNull() && isOpen(row.state);
    if (key == QLatin1String("unread"))
        return row.unread;
    if (key == QLatin1String("overdue"))
        return isOpen(row.state) && row.due.isValid() && row.due < view.today();
    if (key == QLatin1String("attention"))
        return row.attention;
    if (key == QLatin1String("state"))
        return wireName(row.state) == value;
    if (key == QLatin1String("department"))
        return row.department.text == value;
    if (key == QLatin1String("type"))
        return row.type.text == value;
    return std::nullopt;
}

} // namespace

Result<ViewedCase> findCase(Desk &desk, const QString &idOrReference)
{
    std::optional<ViewedCase> viewed;
    if (isUuid(idOrReference))
        viewed = desk.view().find(CaseId{ idOrReference });
    else if (const std::optional<CaseId> id = desk.view().findReference(idOrReference))
        viewed = desk.view().find(*id);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    return *viewed;
}

DeskCommands::DeskCommands(Desk &desk)
    : m_desk(desk)
{
}

bool DeskCommands::isAct(const QString &name)
{
    static const QStringList acts{ QStringLiteral("take"), QStringLiteral("assign"),
        QStringLiteral("reply"), QStringLiteral("request-documents"), QStringLiteral("status"),
        QStringLiteral("note"), QStringLiteral("follow-up"), QStringLiteral("mark-read"),
        QStringLiteral("fee"), QStringLiteral("notice"), QStringLiteral("final"),
        QStringLiteral("release") };
    return acts.contains(name);
}

bool DeskCommands::knows(const QString &name) const
{
    static const QStringList reading{ QStringLiteral("list"), QStringLiteral("show"),
        QStringLiteral("outbox"), QStringLiteral("withdraw") };
    return isAct(name) || reading.contains(name);
}

Result<QJsonObject> DeskCommands::execute(const Command &command)
{
    if (command.name == QLatin1String("list"))
        return list(command);
    if (command.name == QLatin1String("outbox"))
        return outbox(command);
    if (command.name == QLatin1String("release") || command.name == QLatin1String("withdraw"))
        return decide(command);
    const Result<ViewedCase> viewed = findCase(m_desk, command.text("case"));
    if (!viewed)
        return viewed.error();
    if (command.name == QLatin1String("show"))
        return jsonOf(*viewed);
    return act(command, *viewed);
}

Result<QJsonObject> DeskCommands::list(const Command &command)
{
    CaseView &view = m_desk.view();
    const int limit = command.number("limit", 1000);
    const QStringList filters = command.texts("filter");
    for (const QString &filter : filters) {
        if (!passes(InboxRow(), filter, view))
            return usage(QStringLiteral("no such filter: ") + filter);
    }
    QList<qint64> keys;
    if (command.has("search")) {
        for (const CaseId &id : view.search(command.text("search"), limit))
            keys.append(view.keyOf(id));
    } else {
        for (const InboxRow &row : view.touchedRows()) {
            if (row.key < 0) // only in the outbox
                keys.append(row.key);
        }
        constexpr int everything = 10'000'000;
        keys += view.firstKeys(InboxOrder::Updated, Qt::DescendingOrder, everything);
    }
    QJsonArray cases;
    for (const qint64 key : std::as_const(keys)) {
        if (cases.size() >= limit)
            break;
        const std::optional<InboxRow> row = view.row(key);
        bool shown = row.has_value();
        for (const QString &filter : filters)
            shown = shown && *passes(*row, filter, view);
        if (shown)
            cases.append(jsonOf(*row));
    }
    return QJsonObject{ { QStringLiteral("cases"), cases } };
}

Result<QJsonObject> DeskCommands::outbox(const Command &command)
{
    QJsonArray entries;
    for (const PendingOperation &entry : m_desk.outbox().all())
        entries.append(jsonOf(entry));
    if (command.flag("delivered")) {
        for (const PendingOperation &entry : m_desk.outbox().delivered({}))
            entries.append(jsonOf(entry));
    }
    QJsonObject said{ { QStringLiteral("operations"), entries } };
    if (m_desk.outbox().wasSalvaged()) // the file was damaged: something may be missing
        said.insert(QStringLiteral("salvaged"), true);
    return said;
}

Result<QJsonObject> DeskCommands::decide(const Command &command)
{
    const OperationId id{ command.text("id") };
    const bool release = command.name == QLatin1String("release");
    const Status done = release ? m_desk.outbox().release(id) : m_desk.outbox().withdraw(id);
    if (!done)
        return done.error();
    return QJsonObject{ { QStringLiteral("opId"), id.text },
        { QStringLiteral("state"),
            release ? QStringLiteral("waiting") : QStringLiteral("withdrawn") } };
}

Result<QJsonObject> DeskCommands::act(const Command &command, const ViewedCase &viewed)
{
    CaseActions &actions = m_desk.actions();
    const CaseId &id = viewed.caseFile.id;
    const QString &name = command.name;
    if (name == QLatin1String("take"))
        return queued(actions.takeOver(id));
    if (name == QLatin1String("assign"))
        return queued(actions.assign(id, ClerkId{ command.text("to") }));
    if (name == QLatin1String("reply"))
        return reply(command, viewed);
    if (name == QLatin1String("request-documents")) {
        const Result<QDate> due = command.day("due");
        if (!due)
            return due.error();
        return queued(
            actions.requestDocuments(id, command.text("text"), command.texts("item"), *due));
    }
    if (name == QLatin1String("status")) {
        const CaseState to = caseStateOf(command.text("state"));
        if (to == CaseState::Unknown)
            return usage(QStringLiteral("no such state: ") + command.text("state"));
        return queued(actions.changeState(id, to, command.text("reason")));
    }
    if (name == QLatin1String("note"))
        return queued(actions.addNote(id, command.text("text")));
    if (name == QLatin1String("follow-up"))
        return followUp(command, viewed);
    if (name == QLatin1String("final")) {
        const Result<QDate> on = command.day("on");
        if (!on)
            return on.error();
        const QList<Notice> &notices = viewed.caseFile.notices;
        const NoticeId newest = notices.isEmpty() ? NoticeId{} : notices.last().id;
        return queued(actions.confirmFinality(
            id, command.has("id") ? NoticeId{ command.text("id") } : newest, *on));
    }
    if (name == QLatin1String("mark-read"))
        return queued(actions.markRead(id));
    if (name == QLatin1String("fee"))
        return fee(command, viewed);
    return notice(command, viewed);
}

Result<QJsonObject> DeskCommands::reply(const Command &command, const ViewedCase &viewed)
{
    QList<NewAttachment> files;
    for (const QString &path : command.texts("attach")) {
        const Result<NewAttachment> file = m_desk.actions().stageFile(path);
        if (!file)
            return file.error();
        files.append(*file);
    }
    return queued(m_desk.actions().reply(viewed.caseFile.id, command.text("text"), files));
}

Result<QJsonObject> DeskCommands::followUp(const Command &command, const ViewedCase &viewed)
{
    const CaseId &id = viewed.caseFile.id;
    if (command.has("done"))
        return queued(m_desk.actions().completeFollowUp(id, FollowUpId{ command.text("done") }));
    const Result<QDate> on = command.day("on");
    if (!on)
        return on.error();
    if (!on->isValid())
        return usage(QStringLiteral("follow-up needs --on or --done"));
    return queued(m_desk.actions().setFollowUp(id, *on, command.text("reason")));
}
