#include "filename.h"

#include <QStringList>

namespace portal {

namespace {

const qsizetype longestName = 120; // bytes

bool isRefused(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph
        || QStringLiteral("<>:\"|?*").contains(c);
}

bool isDeviceName(const QString &stem)
{
    static const QStringList devices{ QStringLiteral("CON"), QStringLiteral("PRN"),
        QStringLiteral("AUX"), QStringLiteral("NUL") };
    const QString upper = stem.toUpper();
    const bool numbered = upper.size() == 4 && upper[3].isDigit()
        && (upper.startsWith(QLatin1String("COM")) || upper.startsWith(QLatin1String("LPT")));
    return devices.contains(upper) || numbered;
}

QString trimmedDots(QString text)
{
    while (!text.isEmpty() && (text.back() == QLatin1Char('.') || text.back().isSpace()))
        text.chop(1);
    while (!text.isEmpty() && (text.front() == QLatin1Char('.') || text.front().isSpace()))
        text.remove(0, 1);
    return text;
}

} // namespace

QString cleanFileName(const QString &name)
{
    QString path = name.normalized(QString::NormalizationForm_C);
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    QString clean;
    for (const QChar c : path.mid(path.lastIndexOf(QLatin1Char('/')) + 1)) {
        if (!isRefused(c))
            clean += c;
    }
    clean = trimmedDots(clean.simplified());
    const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
    QString stem = dot > 0 ? clean.left(dot) : clean;
    QString ending = dot > 0 ? clean.mid(dot) : QString();
    if (ending.size() > 10) { // no ending but a part of a sentence
        stem = clean;
        ending.clear();
    }
    while (!stem.isEmpty() && stem.toUtf8().size() + ending.toUtf8().size() > longestName)
        stem.chop(stem.size() > 1 && stem.back().isLowSurrogate() ? 2 : 1);
    stem = trimmedDots(stem);
    if (stem.isEmpty())
        stem = QStringLiteral("Datei");
    if (isDeviceName(stem.section(QLatin1Char('.'), 0, 0)))
        stem.prepend(QLatin1Char('_'));
    return stem + ending;
}

} // namespace portal
