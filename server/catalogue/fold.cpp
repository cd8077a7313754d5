#include "fold.h"

namespace catalogue {

namespace {

// Without marks; German umlauts first become what `umlauts` says.
QString folded(const QString &text, bool twoLetters)
{
    QString plain;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_C)) {
        switch (c.unicode()) {
        case u'ä':
            plain += twoLetters ? u"ae" : u"a";
            break;
        case u'ö':
            plain += twoLetters ? u"oe" : u"o";
            break;
        case u'ü':
            plain += twoLetters ? u"ue" : u"u";
            break;
        case u'ß':
            plain += u"ss";
            break;
        default:
            plain += c;
        }
    }
    QString letters;
    for (const QChar c : plain.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            letters += c;
        else if (!c.isMark())
            letters += QLatin1Char(' ');
    }
    return letters;
}

} // namespace

QStringList foldedWords(const QString &text)
{
    QString soft = text;
    soft.remove(QChar(0x00ad)); // soft hyphens lie inside words
    return folded(soft, true).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList spellings(const QString &word)
{
    QStringList both{ folded(word, true).simplified(), folded(word, false).simplified() };
    both.removeDuplicates();
    return both;
}

} // namespace catalogue
