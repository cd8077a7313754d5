#pragma once

#include "models/domain/time.h"

#include <QJsonObject>

// Something that happened to the clerk's work without a click of theirs: a code with parameters,
// worded at the screen. Never holds what a case contains, since it outlives the case.
struct JournalEntry {
    Timestamp at;
    QString code; // "op.delivered", "link.lost", "cases.gone" …
    QJsonObject params;

    bool operator==(const JournalEntry &) const = default;
};
