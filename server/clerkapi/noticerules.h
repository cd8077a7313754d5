#pragma once

#include "models/domain/operation.h"
#include "models/notice/noticecontent.h"
#include "server/store/registrar.h"

namespace portal {

// What is wrong with a notice: `document` is what its PDF carries. Days are those at the
// authority's seat. Nothing if it may be issued. Rests on § 37 VwVfG: what is sealed or posted is
// what the file says.
std::optional<Objection> objectionTo(
    const IssueNotice &issue, const NoticeContent &document, QDate filedOn, QDate today);

} // namespace portal
