#pragma once

#include <QString>
#include <QStringList>

namespace catalogue {

// A word in small letters without accents, for a search that forgives spelling, in both ways:
// umlauts as two letters, and without their dots. "Bäume" is found as "baume", "baeume" and
// "BÄUME", "Straße" as "strasse".
QStringList spellings(const QString &word);

} // namespace catalogue
