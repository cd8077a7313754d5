#pragma once

#include "casefile.h"

// May the applicant be told by e-mail that something waits? Not without an address, and not if only
// post was agreed to: refused is what was asked (there is a wording) and not consented to.
bool mayNotify(const Consent &consent);
