#pragma once

#include "keyring.h"

#include "sync/portal/signinjobs.h"

#include <QPointer>

// Who this desk is to the portal. The access token lives in memory, the refresh token in the
// keyring and nowhere else; without a keyring the sign-in lasts as long as the program, and the
// screen says so. Nothing here ever touches what the clerk has written: being signed out only means
// that nothing is sent or fetched.
class Credentials : public QObject {
    Q_OBJECT
public:
    enum class State {
        Starting, // the keyring has not answered yet
        SignedOut,
        SignedIn, // a refresh token is there; whether the portal still takes it shows on use
    };

    Credentials(PortalConnection &connection, Keyring &keyring, QObject *parent = nullptr);

    State state() const { return m_state; }
    KeyringState keyringState() const { return m_keyringState; }
    // False: signed in for this session only, since the keyring is locked, absent or slow.
    bool isPersistent() const { return m_persistent; }
    bool hasAccess() const { return !m_connection.accessToken().isEmpty(); }

    // At start: reads what an earlier sign-in of this device left. A null id was never signed in.
    void restore(const DeviceId &device);
    // Ends with signInFinished(). Errors: Unauthenticated `signin.refused`, TooMany with
    // retryAfter, Unreachable, Busy `signin.running`.
    void signIn(const QString &login, const QString &password, const QString &deviceName);
    // Forgets at once; the portal is told if it can be reached, with what it may give to others.
    // Ends with signedOut().
    void signOut(const QList<UnusedReferences> &unused = {});
    // A new access token; calls while one is under way share its result. Ends with refreshed():
    // Unauthenticated means that the portal has revoked this device.
    void refresh();
    // Asks the keyring again: to read after it was unlocked, or to store a session-only sign-in.
    void retryKeyring();
    // A rotated token is on its way to the keyring: ending now would leave the old one there, which
    // the portal takes for stolen. Ends with stored().
    bool isStoring() const { return m_storing > 0; }

signals:
    void stored();
    void stateChanged(Credentials::State state);
    void keyringChanged(KeyringState state, bool persistent);
    void signInFinished(const Result<DeviceId> &result);
    void refreshed(const Status &result);
    void revoked(); // the portal has ended this device's sign-in: ask the clerk once
    void signedOut();

private:
    QString keyOf(const DeviceId &device) const;
    void setState(State state);
    void setKeyring(KeyringState state, bool persistent);
    void read();
    void store();
    void take(const TokenGrant &grant);
    void forget();
    void endStoring();

    PortalConnection &m_connection;
    Keyring &m_keyring;
    State m_state = State::Starting;
    KeyringState m_keyringState = KeyringState::Unknown;
    bool m_persistent = false;
    int m_storing = 0; // keyring writes under way
    DeviceId m_device;
    QByteArray m_refreshToken;
    QPointer<PortalJob> m_signIn;
    QPointer<PortalJob> m_refresh;
};
