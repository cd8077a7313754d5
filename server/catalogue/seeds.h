#pragma once

#include "models/domain/casetype.h"
#include "models/domain/result.h"

namespace catalogue {

// Definitions of case types as JSON files, one each: how a service comes into a portal without a
// line of code.

// Everything that keeps a definition from being used, each with its path; see also ::defects().
// Beyond it: life situations are known, what the applicant is made from exists, conditions name
// values that can be answered, two fields of the form have no colliding names, and nothing is asked
// for that the pages cannot do: whoever must sign in to file is not let in without.
QStringList serviceDefects(const CaseType &type);

// The error of a file with defects: casetype.file (Corrupt) {file, defects: [..]}; the detail names
// all of them in one line.
Error defectiveFile(const QString &file, const QStringList &defects);

// Errors: see defectiveFile().
Result<CaseType> readSeed(const QString &path);

struct SeedFolder {
    QList<CaseType> types; // the sound ones
    QList<Error> errors; // one per defective file, or per id or address that two files share
};
// All *.json of a folder by name; an empty result for a folder that is not there.
SeedFolder readSeedFolder(const QString &folder);

} // namespace catalogue
