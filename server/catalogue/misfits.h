#pragma once

#include "models/domain/casetype.h"
#include "server/store/store.h"

namespace catalogue {

// What keeps a sound definition out of this portal, each with its path: its department is unknown
// here, or another case type has its address. Found before a citizen fills a form in that nobody
// could receive. See also serviceDefects(), which needs no portal.
Result<QStringList> misfits(portal::Sql &sql, const CaseType &type);

} // namespace catalogue
