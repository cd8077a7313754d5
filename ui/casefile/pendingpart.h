#pragma once

#include "models/domain/pending.h"

#include <QCoreApplication>

// The waiting action that creates or changes the part with this id (a message, note, fee, notice
// …); null if the portal already has it.
const PendingOperation *pendingPart(const ViewedCase &viewed, const QString &partId);

class DateWords;

// Where a waiting action stands, in words and with an icon: never a promise that it has arrived.
struct PendingWords {
    Q_DECLARE_TR_FUNCTIONS(PendingWords)
public:
    static QString state(PendingState state); // "Waits for the connection"
    static QString icon(PendingState state);
    static bool needsClerk(PendingState state);
    // State, reason and next attempt in one line.
    static QString line(const PendingOperation &entry, const DateWords &dates);
};
