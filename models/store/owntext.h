#pragma once

#include "models/domain/operation.h"

// The part that the clerk has written of what was meant for a case: all that may stay on this
// machine for a while when the case is taken away before it was sent. Names, addresses and facts
// that came from the case go, and so does a notice that was already drawn.
Operation ownText(Operation operation);
QJsonObject ownText(const QString &draftKind, const QJsonObject &content);
