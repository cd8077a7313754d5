#include "filename.h"

#include <QSet>

namespace {

constexpr qsizetype maxBytes = 120;
constexpr qsizetype maxEnding = 10; // characters; a longer "ending" is part of the name

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // zero width, bidirectional marks, byte order mark, soft hyphen
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned: // noncharacters too
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString visibleOnly(const QString &text)
{
    QString kept;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\t' || c == U'\n' || c == U'\r')
            kept += QLatin1Char(' ');
        else if (c == QChar::ReplacementCharacter || (c < 128 && strchr("<>:\"|?*", int(c)) && c))
            kept += QLatin1Char('_');
        else if (!isInvisible(c))
            kept += QString::fromUcs4(&c, 1);
    }
    return kept.simplified();
}

bool isReserved(const QString &name)
{
    static const QSet<QString> plain{ QStringLiteral("CON"), QStringLiteral("PRN"),
        QStringLiteral("AUX"), QStringLiteral("NUL"), QStringLiteral("CONIN$"),
        QStringLiteral("CONOUT$") };
    const QString base = name.section(QLatin1Char('.'), 0, 0).trimmed().toUpper();
    if (plain.contains(base))
        return true;
    // Windows takes superscript digits for digits here.
    return base.size() == 4
        && (base.startsWith(QLatin1String("COM")) || base.startsWith(QLatin1String("LPT")))
        && QStringLiteral("0123456789\u00b9\u00b2\u00b3").contains(base[3]);
}

QString withoutEdges(QString name)
{
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' ')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' ')))
        name.chop(1);
    return name;
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= maxBytes)
        return name;
    const QString ending = fileEnding(name);
    const QString tail = ending.isEmpty() ? QString() : name.right(ending.size() + 1);
    QList<uint> base = name.left(name.size() - tail.size()).toUcs4();
    QString cut;
    do { // a mark belongs to the letter before it
        while (!base.isEmpty() && QChar::isMark(base.last()))
            base.removeLast();
        if (!base.isEmpty())
            base.removeLast();
        cut = QString::fromUcs4(reinterpret_cast<const char32_t *>(base.constData()), base.size());
    } while (!base.isEmpty() && cut.toUtf8().size() + tail.toUtf8().size() > maxBytes);
    return withoutEdges(cut) + tail;
}

} // namespace

QString fileEnding(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const qsizetype length = name.size() - dot - 1;
    if (dot <= 0 || length < 1 || length > maxEnding)
        return {};
    return name.mid(dot + 1).toLower();
}

QString cleanFileName(const QString &raw, const QString &fallback)
{
    QString name = raw;
    name.replace(QLatin1Char('\\'), QLatin1Char('/'));
    while (name.endsWith(QLatin1Char('/')))
        name.chop(1);
    name = name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
    name = visibleOnly(name.normalized(QString::NormalizationForm_C));
    name = withoutEdges(name);
    if (isReserved(name))
        name.prepend(QLatin1Char('_'));
    return name.isEmpty() ? fallback : shortened(name);
}
