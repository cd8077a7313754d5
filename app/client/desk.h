#pragma once

#include "settings.h"

#include "models/domain/pending.h"
#include "models/domain/steadyclock.h"
#include "models/law/lawtable.h"
#include "models/notice/noticecontent.h"
#include "models/notice/noticetemplate.h"
#include "models/store/profile.h"
#include "sync/engine/backoff.h"

#include <QTimer>
#include <functional>
#include <memory>

class CacheWriter;
class CaseActions;
class CaseView;
class Credentials;
class Keyring;
class Outbox;
class PortalConnection;
class SyncEngine;
class Cache;

// One clerk's desk without its window: the profile with everything that works on it, put together
// in one place for the window and the command line. It lives as long as the program; closing it
// gives the profile back.
class Desk : public QObject {
    Q_OBJECT
public:
    struct Services {
        const Clock &clock;
        Keyring &keyring;
        Settings &settings;
        Random random;
        const SteadyClock *steady = nullptr; // null: the system's
    };
    // Busy `store.inUse` if another program has the profile; errors of the stores and of the law
    // table. No network is touched.
    static Result<std::unique_ptr<Desk>> open(const ProfilePaths &paths, const Services &services);
    ~Desk() override;

    CaseView &view() { return *m_view; }
    CaseActions &actions() { return *m_actions; }
    Outbox &outbox() { return *m_outbox; }
    Credentials &credentials() { return *m_credentials; }
    SyncEngine &engine() { return *m_engine; }
    Settings &settings() { return m_services.settings; }
    const ProfilePaths &paths() const { return m_profile->paths(); }
    const Clock &clock() const { return m_services.clock; }
    const LawTable &law() const { return m_law; }
    const QList<NoticeTemplate> &templates() const { return m_templates; }

    // Takes address, certificates and proxy from the settings; again after they changed. Errors of
    // PortalConnection::configure().
    Status configureConnection();
    // For a proxy that asks who is there; kept in the keyring. done: how that went.
    void setProxyPassword(const QString &password, std::function<void(const Status &)> done);
    // Reads the stored sign-in and begins to synchronise.
    void start();
    // Reads the stored sign-in only; for single rounds with SyncEngine::syncNow().
    void restoreSignIn();
    // Ends with Credentials::signInFinished(); the first sign-in binds the profile to this clerk.
    void signIn(const QString &login, const QString &password);
    void signOut();
    QString login() const; // of the last sign-in, to fill the field
    bool wasEverSignedIn() const;

    // A notice prepared for a case; `owner` is the draft it belongs to: the payment reference is
    // bound to it, so that preparing twice names the same one.
    struct NoticeWish {
        QString templateId;
        NoticeChannel channel = NoticeChannel::Letter;
        bool withFee = false;
        DraftId owner;
        QDate letterDate; // null: today
        QMap<QString, QString> values; // placeholders that only the clerk knows
    };
    QList<const NoticeTemplate *> templatesFor(const CaseId &id) const;
    // NotFound `notice.template` or `case.notFound`, and the errors of draftNotice(). Open points
    // of what comes out are shown by check().
    Result<NoticeContent> prepareNotice(const CaseId &id, const NoticeWish &wish);
    // The draft was thrown away: its payment reference goes back.
    void discardNotice(const DraftId &owner);

    // Path of the bytes here, or empty and on their way (SyncEngine::fileArrived).
    QString attachmentPath(const CaseId &id, const AttachmentId &attachment);

private:
    explicit Desk(const Services &services);
    Status build(const ProfilePaths &paths);
    void tidy(); // what the outbox keeps no longer
    void rememberDevice(const DeviceId &device);
    void whenProxyIsKnown(std::function<void()> fn);

    Services m_services;
    SteadyClock m_steady;
    QString m_signingIn; // login of the sign-in under way
    QTimer m_tidying;
    std::optional<QString> m_proxyPassword; // nothing: the keyring was not asked yet
    LawTable m_law;
    QList<NoticeTemplate> m_templates;
    std::unique_ptr<Profile> m_profile; // first in, last out
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<CaseView> m_view;
    std::unique_ptr<PortalConnection> m_connection;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<CaseActions> m_actions;
};
