#include "owntext.h"

#include <QJsonArray>

namespace {

// Of the content of a notice: decision, conditions, reasons, and what the clerk has stated.
QJsonObject ownNotice(const QJsonObject &content)
{
    static const QStringList own{ QStringLiteral("decisions"), QStringLiteral("conditions"),
        QStringLiteral("reasons"), QStringLiteral("closing"), QStringLiteral("hearing"),
        QStringLiteral("discretion"), QStringLiteral("reasonsWaived"), QStringLiteral("language"),
        QStringLiteral("format") };
    QJsonObject kept;
    for (const QString &key : own) {
        if (content.contains(key))
            kept.insert(key, content.value(key));
    }
    return kept;
}

} // namespace

Operation ownText(Operation operation)
{
    operation.unknown = {};
    if (auto *notice = std::get_if<IssueNotice>(&operation.args)) {
        notice->title.clear();
        notice->content = ownNotice(notice->content);
        notice->document = {};
    }
    if (auto *assign = std::get_if<Assign>(&operation.args))
        assign->name.clear();
    return operation;
}

QJsonObject ownText(const QString &draftKind, const QJsonObject &content)
{
    return draftKind == QLatin1String("notice") ? ownNotice(content) : content;
}
