#pragma once

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

// This process's environment with further variables.
QProcessEnvironment environmentWith(const QHash<QString, QString> &variables);

// The real portal with sample data, on a free port of loopback, in a folder of its own; stopped by
// its process id when the test ends. Run by tests/testing/with-postgres its database is a new one
// on that server.
class PortalProcess {
public:
    static QString password(); // of every sample clerk
    static QString login() { return QStringLiteral("maren.kowalski"); }

    // `binary`: kontor-portal.
    explicit PortalProcess(const QString &binary);
    ~PortalProcess();

    QStringList serveOptions; // further ones of `kontor-portal serve`
    bool start(int cases = 30); // false: see log()
    bool serve(); // again on the same port after stop()
    bool serveBeside(
        const PortalProcess &first); // one process more on its data, instead of start()
    QHash<QString, QString> variables; // of the environment of the next serve()
    bool isRunning(); // false also if it was killed
    void stop();
    void kill(); // as when the machine takes it away
    QUrl url() const { return m_url; }
    qint64 pid() const { return m_process.processId(); }
    QString folder() const { return m_folder.path(); }
    QString data() const { return m_data; }
    QString database() const { return m_database; } // address; empty: portal.db in data()
    QStringList whichData() const; // options by which kontor-portal finds both
    bool useNewDatabase(); // an empty one, to restore into; false without a server
    static bool isPostgres() { return qEnvironmentVariableIsSet("KONTOR_TEST_DATABASE"); }
    static const char *store() { return isPostgres() ? "postgres" : "sqlite"; }
    QString log() const { return m_log; }

private:
    QString m_binary;
    QTemporaryDir m_folder;
    QString m_data;
    QString m_database;
    QProcess m_process;
    QUrl m_url;
    QString m_log;
};
