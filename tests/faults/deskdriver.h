#pragma once

#include "clerk.h"
#include "filekeyring.h"
#include "history.h"

#include <QProcess>
#include <QStringList>
#include <functional>
#include <memory>

class Cache;

// What a desk has read, by id.
QMap<QString, CaseFile> casesIn(const Cache &cache);

// A clerk at work in a process of its own, which may be killed at any step and started again: it
// then goes on where the log of what it was told ends, as a person would who looks at the screen
// first. The test program runs itself as this process (see DeskProcess).
//
// Steps: "sync", "fetch" (files that did not come with their cases), "erase" (waits until nothing
// revoked is left), "decide" (what waits for the clerk's word is sent after all), "clock==SECONDS"
// (ahead of the true time), "pause==TEXT" (asks the test to go on), and
// "draft|note|reply=CASE=TEXT". A reply takes the draft of the same text along and has a file of
// some pieces.
class DeskDriver {
public:
    DeskDriver(
        const QString &folder, const QUrl &portal, const QString &login, const QString &password);
    ~DeskDriver();

    static QString logIn(const QString &folder) { return folder + QStringLiteral("/history"); }

    // False: see complaint().
    bool carryOut(const QStringList &steps);
    QString complaint() const { return m_complaint; }

    // To be called first in main(): carries the steps out and ends with an exit code, or returns -1
    // if the program was not started as a desk.
    static int runAsProcess(const QStringList &arguments);

private:
    bool carryOut(const QString &step);
    bool sync();
    bool fetch();
    bool erase();
    bool decide();
    bool pause(const QString &text);
    bool draft(const CaseId &id, const QString &text);
    bool act(const QString &kind, const CaseId &id, const QString &text);
    bool fail(const QString &what);
    QList<PendingOperation> everythingInOutbox() const;

    QString m_folder;
    QUrl m_portal;
    QString m_login;
    QString m_password;
    QString m_complaint;
    FileKeyring m_keyring;
    std::unique_ptr<Clerk> m_clerk;
    History m_history;
};

// The same from the test's side.
class DeskProcess {
public:
    DeskProcess(
        const QString &folder, const QUrl &portal, const QString &login, const QString &password);
    ~DeskProcess(); // ends it

    // What the test does when the desk pauses, with the text of that step.
    void onPause(std::function<void(const QString &)> fn) { m_onPause = std::move(fn); }
    // Until its end; 137: killed at the mark named by `variables` (see models/faults). The event
    // loop of the test runs meanwhile.
    int run(const QStringList &steps, const QHash<QString, QString> &variables = {});
    QString output() const { return m_output; } // of the last run
    // The mark at which the last run was killed; empty: none.
    QString killedAt() const;

private:
    QStringList m_arguments;
    std::function<void(const QString &)> m_onPause;
    QString m_output;
};

// main() of a test that runs itself as the desks. One function kills many times and takes longer
// than QtTest lets a function take by itself.
#define DESK_TEST_MAIN(Test)                                                                       \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        QCoreApplication application(argc, argv);                                                  \
        const int asDesk = DeskDriver::runAsProcess(application.arguments());                      \
        if (asDesk >= 0)                                                                           \
            return asDesk;                                                                         \
        if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))                                  \
            qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");                                          \
        Test test;                                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
