#include "lettertexts.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

Result<LetterTexts> letterTexts(const QString &name, const QString &language)
{
    const auto defect = [&](const QString &key) {
        return error(ErrorCode::Corrupt, "letter.texts",
            { { QStringLiteral("file"), name }, { QStringLiteral("language"), language },
                { QStringLiteral("key"), key } });
    };
    QFile file(QStringLiteral(":/kontor/notices/texts/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return defect({});
    const QJsonObject keys = QJsonDocument::fromJson(file.readAll()).object();
    LetterTexts texts;
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        const QString text = it.value()[language].toString();
        if (text.isEmpty())
            return defect(it.key());
        texts.insert(it.key(), text);
    }
    return texts;
}
