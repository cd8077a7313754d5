#include "deskcommands.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "app/client/noticedraft.h"
#include "models/domain/wire.h"
#include "models/law/calendar.h"
#include "models/notice/noticeevidence.h"
#include "models/store/caseview.h"

#include <QJsonArray>

namespace {

Error usage(const QString &text)
{
    return error(ErrorCode::InvalidInput, "cli.usage", { { QStringLiteral("text"), text } });
}

QJsonObject jsonOf(const FeeRequest &fee)
{
    QJsonObject object{ { QStringLiteral("id"), fee.id.text },
        { QStringLiteral("cents"), total(fee.items).cents },
        { QStringLiteral("state"), wireName(fee.state) },
        { QStringLiteral("due"), fee.due.toString(Qt::ISODate) } };
    if (!fee.reference.isEmpty())
        object.insert(QStringLiteral("reference"), fee.reference);
    return object;
}

// "Text|12,50|basis" as on the command line.
Result<QList<FeeItem>> feeItems(const QStringList &lines)
{
    QList<FeeItem> items;
    for (const QString &line : lines) {
        const QStringList parts = line.split(QLatin1Char('|'));
        std::optional<Money> amount = parseMoney(parts.value(1), QLocale(QLocale::German));
        if (parts.value(1).contains(QLatin1Char('.')))
            amount = parseMoney(parts.value(1), QLocale(QLocale::English));
        if (!amount)
            return usage(QStringLiteral("no amount: ") + line);
        items.append({ parts.value(0).trimmed(), *amount, parts.value(2).trimmed(), {} });
    }
    return items;
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

} // namespace

Result<QJsonObject> DeskCommands::fee(const Command &command, const ViewedCase &viewed)
{
    const QString action = command.text("action");
    const CaseFile &caseFile = viewed.caseFile;
    if (action == QLatin1String("list")) {
        QJsonArray fees;
        for (const FeeRequest &fee : caseFile.fees)
            fees.append(jsonOf(fee));
        return QJsonObject{ { QStringLiteral("fees"), fees } };
    }
    if (action == QLatin1String("cancel")) {
        return queued(m_desk.actions().cancelFee(
            caseFile.id, FeeId{ command.text("id") }, command.text("reason")));
    }
    if (action != QLatin1String("request"))
        return usage(QStringLiteral("fee request, cancel or list"));
    Result<QList<FeeItem>> items = feeItems(command.texts("item"));
    if (!items)
        return items.error();
    if (items->isEmpty()) {
        const std::optional<CaseType> type
            = m_desk.view().caseType(caseFile.type, caseFile.typeVersion);
        if (type)
            *items = type->feeDefaults;
    }
    const Result<QDate> due = command.day("due");
    if (!due)
        return due.error();
    const int days = m_desk.settings().number(Settings::paymentDays, 30);
    return queued(m_desk.actions().requestFee(caseFile.id, *items, command.text("reason"),
        due->isValid() ? *due : m_desk.view().today().addDays(days)));
}

Result<QJsonObject> DeskCommands::notice(const Command &command, const ViewedCase &viewed)
{
    Desk::NoticeWish wish;
    wish.templateId = command.text("template");
    wish.withFee = command.flag("fee");
    if (command.has("channel"))
        wish.channel = noticeChannel(command.text("channel"));
    wish.owner = newId<DraftId>(m_desk.clock());
    const Result<QDate> date = command.day("date");
    if (!date)
        return date.error();
    wish.letterDate = *date;
    for (const QString &value : command.texts("value")) {
        const QString key = value.section(QLatin1Char('='), 0, 0);
        wish.values.insert(key, value.section(QLatin1Char('='), 1));
    }
    Result<NoticeContent> content = m_desk.prepareNotice(viewed.caseFile.id, wish);
    if (!content)
        return content.error();
    // What only a person may state: the words of whoever gives the command.
    const QString by = m_desk.view().session().clerk.name;
    if (command.has("hearing"))
        content->hearing = { true, command.text("hearing"), by, {} };
    if (command.has("discretion"))
        content->discretion = { true, command.text("discretion"), by, {} };
    if (command.has("reference") && content->payment)
        content->payment->reference = command.text("reference");

    if (command.flag("check")) {
        QJsonArray points;
        const QVector<OpenPoint> open = check(*content)
            + checkEvidence(*content, viewed.caseFile, m_desk.law(),
                { m_desk.view().session().authority.ars, {} });
        bool issuable = true;
        for (const OpenPoint &point : open) {
            issuable = issuable && !point.blocks;
            points.append(QJsonObject{ { QStringLiteral("key"), point.key },
                { QStringLiteral("params"), point.params },
                { QStringLiteral("blocks"), point.blocks } });
        }
        m_desk.discardNotice(wish.owner);
        return QJsonObject{ { QStringLiteral("issuable"), issuable },
            { QStringLiteral("points"), points }, { QStringLiteral("content"), toJson(*content) } };
    }
    const Result<Operation> issued = m_desk.actions().issueNotice(viewed.caseFile.id, *content);
    if (!issued)
        m_desk.discardNotice(wish.owner);
    return queued(issued);
}
