#pragma once

#include "models/domain/protocol.h"

#include "models/domain/result.h"

#include <optional>

enum class Reachability {
    Unknown, // nothing tried yet
    Online,
    Offline, // no network, or the portal does not answer as it should
    SignedOut,
    Paused, // offline by the clerk's own wish
    // Another portal or another clerk answers, or portal and program are too far apart: nothing is
    // sent or deleted, what is here stays readable; see problem.
    Stopped,
};

enum class Activity { Idle, Connecting, Sending, Uploading, Fetching, Downloading };

// What the status bar says about synchronisation.
struct SyncStatus {
    Reachability reachability = Reachability::Unknown;
    Activity activity = Activity::Idle;
    Timestamp lastSync; // end of the last complete round; null: never in this profile
    Timestamp nextAttempt; // while offline
    int pending = 0; // operations on their way
    int attention = 0; // operations that wait for the clerk
    // How far the clock of this machine is ahead of the portal's (negative: behind), in seconds, if
    // by more than two minutes; else 0. Shown as a hint, nothing is decided by it.
    qint64 clockAheadSeconds = 0;
    int done = 0; // of the activity: operations sent, cases fetched, bytes of a file
    std::optional<Error> problem; // of the last round

    bool operator==(const SyncStatus &) const = default;
};
