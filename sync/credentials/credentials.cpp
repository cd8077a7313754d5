#include "credentials.h"

#include "models/faults/faults.h"

#include <QLoggingCategory>
#include <QTimer>

Q_LOGGING_CATEGORY(credentialsLog, "kontor.sync.credentials")

Credentials::Credentials(PortalConnection &connection, Keyring &keyring, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keyring(keyring)
{
    connect(&keyring, &Keyring::appeared, this, &Credentials::retryKeyring);
}

QString Credentials::keyOf(const DeviceId &device) const
{
    return QStringLiteral("refresh-token/") + device.text;
}

void Credentials::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

void Credentials::setKeyring(KeyringState state, bool persistent)
{
    const bool same = m_keyringState == state && m_persistent == persistent;
    m_keyringState = state;
    m_persistent = persistent;
    if (!same) {
        qCInfo(credentialsLog) << "keyring state" << int(state) << "persistent" << persistent;
        emit keyringChanged(state, persistent);
    }
}

void Credentials::restore(const DeviceId &device)
{
    m_device = device;
    if (device.isNull()) {
        setState(State::SignedOut);
        return;
    }
    read();
}

void Credentials::read()
{
    // A locked keyring answers "not found" to a read: only an open one is believed.
    m_keyring.probe(this, [this](KeyringState state) {
        if (!m_refreshToken.isEmpty())
            return; // signed in meanwhile
        setKeyring(state, false);
        if (state != KeyringState::There) {
            setState(State::SignedOut);
            return;
        }
        m_keyring.read(keyOf(m_device), this, [this](const Result<QByteArray> &token) {
            if (!m_refreshToken.isEmpty())
                return;
            if (token && !token->isEmpty()) {
                m_refreshToken = *token;
                setKeyring(KeyringState::There, true);
                setState(State::SignedIn);
                return;
            }
            if (!token && token.error().key == QLatin1String("keyring.slow"))
                setKeyring(KeyringState::Slow, false);
            setState(State::SignedOut);
        });
    });
}

void Credentials::store()
{
    ++m_storing;
    const QByteArray token = m_refreshToken;
    m_keyring.probe(this, [this, token](KeyringState state) {
        const bool outdated = token != m_refreshToken; // rotated again or signed out
        if (outdated || state != KeyringState::There) {
            if (!outdated)
                setKeyring(state, false);
            return endStoring();
        }
        m_keyring.write(keyOf(m_device), token, this, [this, token](const Status &written) {
            faults::step("token.stored");
            if (token == m_refreshToken && written)
                setKeyring(KeyringState::There, true);
            else if (token == m_refreshToken)
                setKeyring(written.error().key == QLatin1String("keyring.slow")
                        ? KeyringState::Slow
                        : KeyringState::Locked,
                    false);
            endStoring();
        });
    });
}

void Credentials::endStoring()
{
    if (--m_storing == 0)
        emit stored();
}

void Credentials::retryKeyring()
{
    if (m_state == State::SignedIn && !m_persistent)
        store();
    else if (m_state == State::SignedOut && !m_device.isNull()
        && m_keyringState != KeyringState::There && m_keyringState != KeyringState::Unknown)
        read();
}

void Credentials::take(const TokenGrant &grant)
{
    faults::step("token.granted");
    m_device = grant.device;
    m_refreshToken = grant.refreshToken;
    m_connection.setAccessToken(grant.accessToken);
    store(); // overwrites the old token in one step: there is no moment without one
}

void Credentials::forget()
{
    m_refreshToken.clear();
    m_connection.setAccessToken({});
    m_keyring.remove(keyOf(m_device), this, [](const Status &) {});
    m_persistent = false;
}

void Credentials::signIn(const QString &login, const QString &password, const QString &deviceName)
{
    if (m_signIn) {
        QTimer::singleShot(
            0, this, [this] { emit signInFinished(error(ErrorCode::Busy, "signin.running")); });
        return;
    }
    auto *job = new SignInJob(m_connection, login, password, m_device, deviceName, this);
    m_signIn = job;
    connect(job, &SignInJob::finished, this, [this](const Result<TokenGrant> &grant) {
        m_signIn.clear();
        if (!grant)
            return emit signInFinished(grant.error());
        take(*grant);
        setState(State::SignedIn);
        emit signInFinished(grant->device);
    });
    job->start();
}

void Credentials::signOut(const QList<UnusedReferences> &unused)
{
    if (m_refresh)
        m_refresh->abort();
    if (hasAccess()) {
        auto *job = new SignOutJob(m_connection, unused, this);
        connect(job, &SignOutJob::finished, this, [this](const Status &) { emit signedOut(); });
        job->start();
    } else {
        QTimer::singleShot(0, this, &Credentials::signedOut);
    }
    forget();
    setState(State::SignedOut);
}

void Credentials::refresh()
{
    if (m_refresh)
        return;
    if (m_refreshToken.isEmpty()) {
        QTimer::singleShot(0, this,
            [this] { emit refreshed(error(ErrorCode::Unauthenticated, "signin.signedOut")); });
        return;
    }
    auto *job = new RefreshJob(m_connection, m_refreshToken, this);
    m_refresh = job;
    connect(job, &RefreshJob::finished, this, [this](const Result<TokenGrant> &grant) {
        m_refresh.clear();
        if (grant) {
            take(*grant);
            return emit refreshed(success());
        }
        const bool ended = grant.error().code == ErrorCode::Unauthenticated;
        if (ended) {
            forget();
            setState(State::SignedOut);
        }
        emit refreshed(grant.error());
        if (ended)
            emit revoked();
    });
    job->start();
}
