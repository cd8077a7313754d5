#pragma once

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

// The real portal with sample data, on a free port of loopback, in a folder of its own; stopped by
// its process id when the test ends.
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
    QHash<QString, QString> variables; // of the environment of the next serve()
    bool isRunning(); // false also if it was killed
    void stop();
    QUrl url() const { return m_url; }
    QString folder() const { return m_folder.path(); }
    QString log() const { return m_log; }

private:
    QString m_binary;
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
    QString m_log;
};
