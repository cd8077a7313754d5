#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QSet>
#include <QString>

namespace sqlite {
class Database;
}

// The folded words of all cases, to find those that contain a part of a word: the index knows only
// how words begin, and German puts what is sought at the end (Genehmigung in
// Baumfällgenehmigung). Kept in memory alone, so that nothing of what was erased stays on the disk.
// May be used by several threads.
class Vocabulary {
public:
    // Takes the words of the search index; seconds for a hundred thousand cases.
    void read(sqlite::Database &database);
    void add(const QString &foldedText); // of cases that came later
    bool isRead() const;
    // Words that contain the part but do not begin with it, at most `limit`, shortest first: in
    // them it is more than an accident.
    QList<QByteArray> containing(const QByteArray &part, int limit) const;

private:
    mutable QMutex m_mutex;
    QByteArray m_words{ "\n" }; // each behind a line break
    QSet<QByteArray> m_late; // added since; they stand in m_words, too
    bool m_read = false;
};
