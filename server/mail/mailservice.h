#pragma once

#include "mailtext.h"
#include "server/store/registrar.h"
#include "smtp.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace mail {

struct MailSettings {
    SmtpSettings smtp; // host empty: mails are written down but wait
    QString from; // address of the sender
    QString publicUrl;
    // Seconds until the next attempt after the n-th failure; the last one repeats until giveUp.
    QList<int> backoff{ 60, 300, 900, 3600, 4 * 3600 };
    int giveUpSeconds = 3 * 24 * 3600;
    int claimSeconds = 180; // how long a mail belongs to the process that sends it
};

// Tells applicants that something waits for them. In a thread of its own: looks through what was
// committed since it last looked, writes a mail row for what is new, sends what is due, and keeps
// the outcome as evidence with the case. A crash at any point loses no mail; between the server's
// answer and our commit it may send one twice. Several processes may do this on one database.
class MailService {
public:
    MailService(portal::Registrar &registrar, MailSettings settings, Wording wording);
    ~MailService(); // stop()
    MailService(const MailService &) = delete;
    MailService &operator=(const MailService &) = delete;

    void start();
    void wake(); // after a commit; cheap, from any thread
    void stop();
    // What the thread does, once and at once: for tests and `kontor-portal mail`. Number of mails
    // that were taken by the server.
    Result<int> runOnce();

private:
    void work();
    Status scan();
    Result<int> sendDue();
    Status settle(portal::Mail mail, const SmtpAnswer &answer);
    Status keepEvidence(const portal::Mail &mail, const QString &outcome);
    Timestamp now() const { return m_registrar.clock().now(); }

    portal::Registrar &m_registrar;
    portal::Store &m_store;
    MailSettings m_settings;
    Wording m_wording;
    qint64 m_scanned = -1; // last feed number looked at; -1: not read yet
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_news = false;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace mail
