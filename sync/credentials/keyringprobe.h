#pragma once

#include "keyring.h"

// Is there a keyring, and is it open? Answers later, possibly never (the caller has a limit).
void probeKeyring(QObject *context, std::function<void(KeyringState)> done);
// Calls back whenever the service comes up.
void watchKeyring(QObject *context, std::function<void()> appeared);
