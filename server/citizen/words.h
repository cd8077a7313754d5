#pragma once

#include "visit.h"

#include <QJsonArray>

// Days, times, sizes and plain text blocks as people read them.
namespace citizen {

QString dayText(const Visit &visit, QDate day); // "12. Dezember 2026"
QString dayText(const Visit &visit, Timestamp at);
QString momentText(const Visit &visit, Timestamp at); // "12. Dezember 2026, 9:15 Uhr"
QString sizeText(const Visit &visit, qint64 bytes); // "1,9 MB"
QString fileFacts(const Visit &visit, const QString &type, qint64 bytes); // "PDF · 96 KB"
// "PDF, JPG oder PNG", from endings as definitions name them.
QString kindsText(const Visit &visit, const QStringList &endings);
QString moneyText(const Visit &visit, const Money &amount);

// Plain text of a definition or a message → [{isList, isText, text, entries: [{entry}]}]: an empty
// line starts a paragraph, "- " an entry.
QJsonArray blocks(const QString &text);

} // namespace citizen
