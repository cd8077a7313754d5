#pragma once

#include "command.h"
#include "deskcommands.h"

#include <QObject>
#include <functional>

// Carries commands out on one desk, also those that wait for the portal. One at a time.
class CommandRunner : public QObject {
    Q_OBJECT
public:
    struct Outcome {
        QJsonObject json;
        int exitCode = 0;
    };
    using Done = std::function<void(const Outcome &)>;

    // `synchronising`: the engine runs by itself (service mode), so acts only wait to be durable.
    CommandRunner(Desk &desk, const GlobalOptions &options, bool synchronising);

    void execute(const Command &command, Done done);

    static Outcome outcomeOf(const Result<QJsonObject> &result);

private:
    void run(const Command &command, const Done &done);
    void signIn(const Command &command, const Done &done);
    void signOut(const Done &done);
    void setProxy(const Command &command, const Done &done);
    void sync(const std::function<void(const Status &)> &done);
    void sendAct(const QJsonObject &act, const Done &done);
    void attachment(const Command &command, const Done &done);
    void whenRestored(const std::function<void()> &fn);
    QJsonObject signedIn() const;

    Desk &m_desk;
    GlobalOptions m_options;
    bool m_synchronising;
    DeskCommands m_local;
};

// The password from the file, or the first line of standard input.
Result<QString> readPassword(const QString &file);
