#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

// The real aiosmtpd, as a process of its own.
class SmtpSink {
public:
    explicit SmtpSink(const QStringList &options = {})
    {
        m_process.start(QStringLiteral(KONTOR_SOURCE_DIR "/tests/testing/smtp-sink"),
            QStringList{ m_folder.path() } + options);
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
            qFatal("smtp-sink does not start: %s", m_process.readAllStandardError().constData());
        port = m_process.readLine().trimmed().toInt();
    }
    ~SmtpSink()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(5'000);
    }
    QList<QByteArray> mails() const
    {
        QList<QByteArray> all;
        const QDir dir(m_folder.path());
        for (const QString &name :
            dir.entryList({ QStringLiteral("*.eml") }, QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
        return all;
    }
    QString ca() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    int port = 0;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};
