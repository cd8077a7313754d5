#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"
#include "models/store/inboxrow.h"
#include "sync/engine/syncstatus.h"

// What the command line says, as JSON: stable names for scripts.
QJsonObject jsonOf(const InboxRow &row);
QJsonObject jsonOf(const PendingOperation &entry);
QJsonObject jsonOf(const ViewedCase &viewed);
QJsonObject jsonOf(const SyncStatus &status);
QString nameOf(PendingState state);

// Exit code of a failed command: 3 not reached, 4 not signed in, 5 conflict, 6 in use, 2 usage,
// else 1.
int exitCodeOf(const Error &error);
