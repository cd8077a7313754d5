#pragma once

#include "noticecontent.h"

class QRegularExpression;

// Placeholders {{key}} in the texts of a draft, and the values that stand for them.

// Matches one placeholder; its first group is the key.
const QRegularExpression &placeholderMark();

// Where a placeholder is left: the part of the notice in which it can be mended.
enum class NoticePart { Decision, Conditions, Reasons };
struct OpenPlaceholder {
    QString key;
    NoticePart part = NoticePart::Decision; // the first one that names it

    bool operator==(const OpenPlaceholder &) const = default;
};
// Each key once, in the order of the letter.
QVector<OpenPlaceholder> openPlaceholders(const NoticeContent &content);
// The texts with the draft's values in place of their placeholders, and no values any more. A
// placeholder without a value stays, which check() blocks; a value is text and nothing else.
NoticeContent filled(const NoticeContent &draft);
QString filled(const QString &text, const QMap<QString, QString> &values);
