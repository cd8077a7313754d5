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
    explicit Clerk(const QUrl &portal, const QString &login = PortalProcess::login());
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
    ProfilePaths paths() const { return { m_folder.filePath(QStringLiteral("profile")) }; }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    WallClock clock;
    TestTime time;
    MemoryKeyring keyring;

private:
    QTemporaryDir m_folder;
    QUrl m_portal;
    QString m_login;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Desk> m_desk;
};

// A word that stands nowhere else, to be searched for on the disk.
bool isOnDisk(const QString &folder, const QString &word);
int notesOf(const CaseFile &caseFile, const QString &text);
QString sha256Of(const QByteArray &bytes);
