#pragma once

#include <QString>
#include <QStringList>

namespace catalogue {

// Words of a text in small letters without accents, for a search that forgives spelling: "Bäume" is
// found as "baume", "baeume" and "BÄUME", "Straße" as "strasse".
QStringList foldedWords(const QString &text);
// Both spellings of one word: umlauts as two letters, and without their dots.
QStringList spellings(const QString &word);

} // namespace catalogue
