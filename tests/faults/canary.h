#pragma once

#include <QByteArrayList>
#include <QString>
#include <QStringList>

// Searches a whole folder for words that must have left it (I4): every file, the logs and the index
// of the databases included, in each form in which a word may stand there: as written, in lower
// case, folded as the search folds it, in UTF-16, as a file's name, and as Base64 at each of its
// three places. `hits` in words: file and form.
class Canary {
public:
    explicit Canary(const QStringList &words);

    QStringList hits(const QString &folder) const;

private:
    struct Form {
        QString name;
        QByteArray bytes;
    };
    QList<Form> m_forms;
};
