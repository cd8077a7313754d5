#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// Where the words of a search stand in a text as it is shown: Mueller is found in Müller, fällung
// in Baumfällung. The words are folded already.

struct TextSpan {
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

QList<TextSpan> hitsIn(const QString &text, const QStringList &words); // in order, none overlap
bool hasHits(const QString &text, const QStringList &words); // of every word
// The line of the text in which most of the words are, cut to about `length` letters around the
// first; empty if none is there.
QString excerptOf(const QString &text, const QStringList &words, qsizetype length = 120);
