#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace portal {

// Where a clerk's program stands in the feed, sealed so that nobody reads on with a cursor of
// somebody else, of a portal before its restore, or of rights that have changed.
struct CursorBinding {
    QByteArray secret; // of the portal
    QByteArray user;
    QByteArray epoch;
    QByteArray scope;
};
QByteArray makeCursor(qint64 number, const CursorBinding &binding);
// Errors: InvalidInput "feed.cursorInvalid" (not made by us for this user); NotFound
// "feed.cursorExpired" (another epoch or scope: start anew), sent as 410.
Result<qint64> readCursor(const QByteArray &cursor, const CursorBinding &binding);

} // namespace portal
