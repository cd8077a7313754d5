#include "hits.h"

#include "models/store/germantext.h"

#include <algorithm>

namespace {

// How many letters of the word fold to `size` letters.
qsizetype lettersFor(QStringView word, qsizetype size)
{
    qsizetype letters = 0;
    while (letters < word.size() && folded(word.left(letters)).size() < size)
        ++letters;
    return letters;
}

TextSpan hitIn(QStringView word, const QStringList &wanted)
{
    const QString plain = folded(word);
    TextSpan best;
    for (const QString &part : wanted) {
        const qsizetype at = plain.indexOf(part);
        if (at < 0)
            continue;
        const qsizetype from = lettersFor(word, at);
        const qsizetype end = lettersFor(word, at + part.size());
        if (end - from > best.length)
            best = { from, end - from };
    }
    return best;
}

} // namespace

QList<TextSpan> hitsIn(const QString &text, const QStringList &words)
{
    QList<TextSpan> hits;
    if (words.isEmpty())
        return hits;
    const auto inWord
        = [&](qsizetype at) { return text[at].isLetterOrNumber() || text[at].isMark(); };
    for (qsizetype at = 0; at < text.size();) {
        if (!inWord(at)) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && inWord(end))
            ++end;
        const TextSpan hit = hitIn(QStringView(text).mid(at, end - at), words);
        if (hit.length > 0)
            hits.append({ at + hit.from, hit.length });
        at = end;
    }
    return hits;
}

bool hasHits(const QString &text, const QStringList &words)
{
    const QString plain = folded(text);
    return std::all_of(
        words.begin(), words.end(), [&](const QString &word) { return plain.contains(word); });
}

QString excerptOf(const QString &text, const QStringList &words, qsizetype length)
{
    QString best;
    qsizetype most = 0;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString plain = folded(line);
        const qsizetype found = std::count_if(
            words.begin(), words.end(), [&](const QString &word) { return plain.contains(word); });
        if (found > most) {
            most = found;
            best = line.simplified();
        }
    }
    const QList<TextSpan> hits = hitsIn(best, words);
    if (best.size() <= length || hits.isEmpty())
        return best;
    qsizetype from = std::max<qsizetype>(0, hits.first().from - length / 4);
    while (from > 0 && !best[from - 1].isSpace())
        --from;
    return (from > 0 ? QStringLiteral("… ") : QString()) + best.mid(from, length).trimmed()
        + (from + length < best.size() ? QStringLiteral(" …") : QString());
}
