#pragma once

#include "visit.h"

#include "models/domain/casefile.h"

namespace citizen {

// Who may see a case: whoever holds its reference and code, for two hours after showing them.
// "Not there" and "wrong code" are never told apart.
class CaseDoor {
public:
    // Errors: InvalidInput "status.wrong", TooMany "status.throttled" {seconds}.
    static Result<CaseId> knock(const Visit &visit, const QString &reference, const QString &code);
    // The case of this browser's session if it is the one in the address, else nothing.
    static Result<std::optional<CaseFile>> open(const Visit &visit, const CaseId &id);
    static void close(const Visit &visit, http::Response &response);
};

} // namespace citizen
