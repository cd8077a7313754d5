#include "filerules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace {

constexpr int longestName = 120; // bytes in UTF-8

const QHash<QString, QStringList> &openable()
{
    static const QHash<QString, QStringList> list{
        { QStringLiteral("application/pdf"), { QStringLiteral("pdf") } },
        { QStringLiteral("image/png"), { QStringLiteral("png") } },
        { QStringLiteral("image/jpeg"), { QStringLiteral("jpg"), QStringLiteral("jpeg") } },
        { QStringLiteral("text/plain"), { QStringLiteral("txt") } },
        { QStringLiteral("application/vnd.oasis.opendocument.text"), { QStringLiteral("odt") } },
        { QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            { QStringLiteral("docx") } },
    };
    return list;
}

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || code == 0x200e || code == 0x200f
        || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
        || code == 0xfeff || code == 0x061c;
}

} // namespace

bool mayOpenOutside(const QString &name, const QString &mediaType)
{
    const QString ending = name.section(QLatin1Char('.'), -1).toLower();
    return openable().value(mediaType).contains(ending);
}

QString safeFileName(const QString &name)
{
    QString text = name.normalized(QString::NormalizationForm_C);
    text = text.section(QRegularExpression(QStringLiteral("[/\\\\]")), -1);
    QString clean;
    for (const QChar c : std::as_const(text)) {
        if (isInvisible(c))
            continue;
        clean += QStringLiteral(":*?\"<>|").contains(c) ? QLatin1Char('_') : c;
    }
    while (clean.startsWith(QLatin1Char('.')) || clean.startsWith(QLatin1Char(' ')))
        clean.remove(0, 1);
    while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' ')))
        clean.chop(1);
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (device.match(clean).hasMatch())
        clean.prepend(QLatin1Char('_'));
    const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
    QString ending = dot > 0 ? clean.mid(dot) : QString();
    QString stem = dot > 0 ? clean.left(dot) : clean;
    if (ending.toUtf8().size() > 16)
        ending.clear();
    while (!stem.isEmpty() && stem.toUtf8().size() + ending.toUtf8().size() > longestName)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    clean = stem.trimmed() + ending;
    return clean.isEmpty() ? QStringLiteral("file") : clean;
}
