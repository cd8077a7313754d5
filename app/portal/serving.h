#pragma once

#include "settings.h"

#include "server/clerkapi/clerkapi.h"

#include <thread>

namespace portal {

// Composition root of the serving portal: everything is made here once and handed to whom it
// serves.
class Serving {
public:
    Serving(Store &store, const Clock &clock, const Settings &settings);
    ~Serving();
    Result<QString> listen(); // "http://127.0.0.1:8080"
    void run(); // until SIGTERM or stop()
    void stop();

private:
    void watchOthers(); // commits of other processes (`fee paid`) wake the clerks' programs too
    Status tidy();

    Store &m_store;
    const Clock &m_clock;
    Settings m_settings;
    Registrar m_registrar;
    Passwords m_passwords;
    LocalSignIn m_signIn;
    Sessions m_sessions;
    CashDesk m_cashDesk;
    ClerkApi m_clerkApi;
    std::unique_ptr<mail::MailService> m_mail;
    std::unique_ptr<http::Server> m_server;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    int m_tidied = 0;
    std::thread m_watcher;
};

Result<int> sendMails(Store &store, const Clock &clock, const Settings &settings);

} // namespace portal
