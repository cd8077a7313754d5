#pragma once

#include "models/domain/casefile.h"
#include "server/store/mails.h"

namespace mail {

// A case that was imported or lies longer back than this is no news.
constexpr int newForSeconds = 7 * 24 * 3600;

// What of a case its applicant was not told yet: arrival, messages of the office, notices, fees.
// One mail for everything new, since it names nothing of it; "about" in its params lists what it
// covers. Nothing without an address, for those who want post only, and for internal cases. A
// notice comes before a message, a message before a fee as the kind that words it: received,
// notice, message, fee.
std::optional<portal::Mail> newsOf(
    const CaseFile &caseFile, const QList<portal::Mail> &earlier, Timestamp now);

// Documents that a mail told about.
QList<AttachmentId> documentsOf(const CaseFile &caseFile, const portal::Mail &mail);

} // namespace mail
