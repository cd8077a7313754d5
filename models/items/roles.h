#pragma once

#include "models/domain/pending.h"

#include <QDateTime>

// Shared by the item models.

// A null QDateTime for "never"; UTC otherwise: pages show it at the authority's seat.
inline QDateTime dateTime(Timestamp at)
{
    return at.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC);
}
