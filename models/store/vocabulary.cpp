#include "vocabulary.h"

#include "models/sqlite/database.h"

#include <algorithm>

namespace {

// Numbers and ids have no parts with a meaning, and in a million cases they are millions; the words
// of a language are not.
bool hasParts(const QByteArray &word)
{
    return word.size() > 4 && std::none_of(word.begin(), word.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
}

} // namespace

void Vocabulary::read(sqlite::Database &database)
{
    if (const auto made = database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
                                           " USING fts5vocab(main, search, row)");
        !made)
        return;
    QByteArray words("\n");
    sqlite::Query terms = database.query("SELECT term FROM temp.vocabulary");
    while (terms.next()) {
        const QByteArray word = terms.bytes(0);
        if (hasParts(word))
            words += word + '\n';
    }
    if (!terms.status())
        return; // interrupted: parts are not found until the next start
    const QMutexLocker lock(&m_mutex);
    for (const QByteArray &late : std::as_const(m_late))
        words += late + '\n';
    m_words = words;
    m_read = true;
}

void Vocabulary::add(const QString &foldedText)
{
    const QMutexLocker lock(&m_mutex);
    for (const QByteArray &word : foldedText.toUtf8().split(' ')) {
        if (!hasParts(word) || m_late.contains(word))
            continue;
        m_late.insert(word);
        m_words += word + '\n';
    }
}

bool Vocabulary::isRead() const
{
    const QMutexLocker lock(&m_mutex);
    return m_read;
}

QList<QByteArray> Vocabulary::containing(const QByteArray &part, int limit) const
{
    const QMutexLocker lock(&m_mutex);
    QList<QByteArray> found;
    qsizetype at = 0;
    while ((at = m_words.indexOf(part, at)) >= 0) {
        const qsizetype from = m_words.lastIndexOf('\n', at) + 1;
        const qsizetype end = m_words.indexOf('\n', at);
        if (from != at)
            found.append(m_words.mid(from, end - from));
        at = end;
    }
    std::sort(found.begin(), found.end(), [](const QByteArray &a, const QByteArray &b) {
        return a.size() == b.size() ? a < b : a.size() < b.size();
    });
    found.erase(std::unique(found.begin(), found.end()), found.end()); // some came later once more
    if (found.size() > limit)
        found.resize(limit);
    return found;
}
