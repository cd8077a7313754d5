#include "remedy.h"

#include <QRegularExpression>
#include <algorithm>

QVector<RemedyInstruction> remedies(const LawTable &table, const QString &land, QDate day)
{
    QVector<RemedyInstruction> newest;
    for (const RemedyInstruction &remedy : table.remedies) {
        if (!remedy.law.appliesTo(land, day))
            continue;
        const auto same = std::find_if(newest.begin(), newest.end(),
            [&](const RemedyInstruction &other) { return other.law.id == remedy.law.id; });
        if (same == newest.end())
            newest << remedy;
        else if (same->version < remedy.version)
            *same = remedy;
    }
    return newest;
}

Result<RemedyInstruction> remedyById(const LawTable &table, const QString &id, int version)
{
    const RemedyInstruction *found = nullptr;
    for (const RemedyInstruction &remedy : table.remedies) {
        const bool wanted
            = version == 0 ? !found || found->version < remedy.version : remedy.version == version;
        if (remedy.law.id == id && wanted)
            found = &remedy;
    }
    if (!found)
        return error(ErrorCode::NotFound, "law.remedy.none", { { QStringLiteral("id"), id } });
    return *found;
}

Result<QString> remedyText(const RemedyInstruction &remedy, const QMap<QString, QString> &values)
{
    QString text;
    qsizetype from = 0;
    static const QRegularExpression mark(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
    auto matches = mark.globalMatch(remedy.text);
    while (matches.hasNext()) { // one pass: a value is never searched for placeholders again
        const auto match = matches.next();
        const QString value = values.value(match.captured(1)).simplified();
        if (value.isEmpty() || !remedy.placeholders.contains(match.captured(1)))
            return error(ErrorCode::InvalidInput, "law.remedy.value",
                { { QStringLiteral("placeholder"), match.captured(1) } });
        text += remedy.text.mid(from, match.capturedStart() - from) + value;
        from = match.capturedEnd();
    }
    return text + remedy.text.mid(from);
}
