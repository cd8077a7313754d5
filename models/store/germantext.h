#pragma once

#include "models/domain/result.h"

#include <QString>

namespace sqlite {
class Database;
}

// One way to fold German names and words for search and order: lower case, ä and ae become a, ö and
// oe o, ü and ue u, ß ss, accents are dropped. So Müller, Mueller and MÜLLER are one, and Straße is
// Strasse. The price is a few false twins (neue, neu), which a search can bear.
QString folded(QStringView text); // words separated by one blank each
QString foldedReference(QStringView text); // letters and digits only: "viii612024000042"

// Makes the same folding known to FTS5 as the tokenizer `german`. A database whose schema names it
// can only be used by connections that were given it.
Status registerGermanTokenizer(sqlite::Database &database);
