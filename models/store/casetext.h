#pragma once

#include "models/domain/casefile.h"

// The document of a case for the full-text search: reference, applicant, title, form, messages,
// notes, names of files. Entries are taken out of the contentless index by the same text, so a
// change of this function must raise the number: the index is then made anew.
QString searchText(const CaseFile &caseFile);
inline constexpr int searchTextFormat = 1;

// First line of the newest message or note, at most 160 characters; the title if there is none.
QString snippetOf(const CaseFile &caseFile);
