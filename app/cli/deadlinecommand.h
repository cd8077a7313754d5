#pragma once

#include "command.h"

// Day of disclosure and end of a period from the law table; needs no profile and no network.
Result<QJsonObject> computeDeadline(const Command &command);
