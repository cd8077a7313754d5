#pragma once

#include "app/client/desk.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "sync/engine/syncengine.h"
#include "tests/testing/memorykeyring.h"
#include "tests/testing/portalprocess.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

// The clocks of one desk: the one on the wall, which tests put forward and back, and the steady
// one, by which time can go by without waiting for it.
class WallClock : public Clock {
public:
    Timestamp now() const override { return { SystemClock().now().ms + aheadMs }; }
    qint64 aheadMs = 0;
};
class TestTime : public SteadyClock {
public:
    qint64 ms() const override { return SteadyClock::ms() + passedMs; }
    qint64 passedMs = 0;
};

// One clerk's desk as the programs put it together, everything real but window and keyring.
class Clerk {
public:
    // Where the desk lies: a folder and a keyring that outlive it, or those of its own.
    struct Home {
        QString folder;
        Keyring *keyring = nullptr;
        int timeoutSeconds = 2; // for an answer of the portal
    };

    explicit Clerk(const QUrl &portal, const QString &login = PortalProcess::login(),
        const QString &password = PortalProcess::password());
    Clerk(const QUrl &portal, const QString &login, const QString &password, const Home &home);
    ~Clerk();

    // As after a start of the program.
    void open(const QString &proxyMode = QStringLiteral("none"));
    void close();
    bool signIn();
    bool isSignedIn() const;
    bool isIdle() const; // open, on time and without work
    bool signInAs(const QString &login);
    Status sync(); // one round; its result
    QString syncKey(); // the error's key, or empty
    Desk &desk() { return *m_desk; }
    CaseView &view() { return m_desk->view(); }
    Outbox &outbox() { return m_desk->outbox(); }
    SyncEngine &engine() { return m_desk->engine(); }

    // Open cases of a department in the order of their reference, those in `state` only if given.
    QList<CaseId> cases(const QString &department = QStringLiteral("ordnung"),
        CaseState state = CaseState::Unknown);
    QList<CaseId> allCases(); // closed ones, too
    std::optional<CaseFile> shown(const CaseId &id);
    QMap<QString, CaseFile> everything(); // as shown
    QString cursor() { return view().syncState().cursor; }
    Operation act(const CaseId &id, const OperationArgs &args);
    Operation note(const CaseId &id, const QString &text);
    NewAttachment stage(const QByteArray &bytes, const QString &name = QStringLiteral("Plan.pdf"));
    Operation reply(const CaseId &id, const QString &text, const QList<NewAttachment> &files = {});
    PendingOperation entry(const OperationId &id) { return *outbox().find(id); }
    ProfilePaths paths() const { return { profileIn(m_home.folder) }; }
    static QString profileIn(const QString &folder) { return folder + QStringLiteral("/profile"); }
    QString file(const QString &name) const { return m_home.folder + QLatin1Char('/') + name; }

    WallClock clock;
    TestTime time;
    MemoryKeyring keyring;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Home m_home;
    QUrl m_portal;
    QString m_login;
    QString m_password;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Desk> m_desk;
};

int notesOf(const CaseFile &caseFile, const QString &text);
QString sha256Of(const QByteArray &bytes);
