#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"

// How the desk stands to the portal, for side bar, banner and status bar.
struct DeskStatus {
    enum class Link {
        Online,
        Synchronising,
        Offline, // no answer; tried again by itself
        SignedOut, // the sign-in has ended: only the clerk can help
        Stopped, // another portal, or too old a program: nothing is exchanged
    };
    Link link = Link::Offline;
    Timestamp syncedAt; // last page that was taken; null: never
    Timestamp offlineSince;
    Error reason; // of Offline, SignedOut and Stopped
    CaseCounts counts;

    bool operator==(const DeskStatus &) const = default;
};
