#pragma once

#include "store.h"

#include <QJsonObject>

namespace portal {

// One line of the log that is only ever added to (triggers refuse change and deletion). Each row's
// hash covers the row and the hash before it. Never personal data beyond ids.
struct AuditEntry {
    qint64 number = 0; // given by the store
    Timestamp at;
    QString actor; // Author::key
    QString action; // "case.takeOver", "attachment.read", "signin.refused" …
    QString subject; // id of the aggregate
    QJsonObject details;
};

namespace audit {
Status append(Writing &writing, const AuditEntry &entry);

struct Head { // export it daily: it shows later whether the log was cut
    qint64 number = 0;
    QByteArray hash;
};
Result<Head> head(Sql &sql);
// Walks the whole chain. Errors (Corrupt, params "number"): "audit.changed", "audit.gap",
// "audit.cut" (ends before the head kept in the database or before `expected`).
Result<Head> verify(Sql &sql, const Head &expected = {});
} // namespace audit

} // namespace portal
