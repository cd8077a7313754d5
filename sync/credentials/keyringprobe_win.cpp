#include "keyringprobe.h"

#include <QTimer>

// The credential manager belongs to the session: it is always there and never locked.
void probeKeyring(QObject *context, std::function<void(KeyringState)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] { done(KeyringState::There); });
}

void watchKeyring(QObject *, std::function<void()>) { }
