#pragma once

#include "chance.h"

#include "models/domain/party.h"

#include <QDate>

namespace sample {

struct Person {
    Party party;
    QDate born;
    QString iban;
};

// Names of the people one meets in a German town, umlauts and the letters of DIN 91379 included.
Person person(Chance &chance, const QString &city);
QString street(Chance &chance); // with house number
QString postalCode(Chance &chance);

} // namespace sample
