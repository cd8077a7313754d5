#pragma once

#include "chance.h"
#include "sample.h"

namespace sample {

// One page of text as PDF. Only letters of Windows-1252 are shown.
SampleFile pdf(const QString &title, const QStringList &lines);
// A small picture in soft colours, as from a telephone.
SampleFile photo(Chance &chance);

} // namespace sample
