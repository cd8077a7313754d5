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

QStringList spellings(const QString &word)
{
    QString soft = word;
    soft.remove(QChar(0x00ad)); // soft hyphens lie inside words
    QStringList both{ folded(soft, true).simplified(), folded(soft, false).simplified() };
    both.removeDuplicates();
    return both;
}

} // namespace catalogue
