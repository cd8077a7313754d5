#include "consent.h"

bool mayNotify(const Consent &consent)
{
    const bool refused = !consent.electronic && !consent.wording.isEmpty();
    return !consent.email.isEmpty() && !refused;
}
