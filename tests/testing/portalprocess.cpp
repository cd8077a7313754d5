#include "portalprocess.h"

#include <QElapsedTimer>
#include <QRegularExpression>

PortalProcess::PortalProcess(const QString &binary)
    : m_binary(binary)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

PortalProcess::~PortalProcess()
{
    stop();
}

QString PortalProcess::password()
{
    return QStringLiteral("Lindenau-2026-Probe");
}

bool PortalProcess::start(int cases)
{
    const QString data = m_folder.filePath(QStringLiteral("portal"));
    QProcess init;
    init.setProcessChannelMode(QProcess::MergedChannels);
    init.start(m_binary,
        { QStringLiteral("init"), QStringLiteral("--data"), data, QStringLiteral("--sample"),
            QStringLiteral("--cases"), QString::number(cases), QStringLiteral("--password"),
            password() });
    if (!init.waitForFinished(60'000) || init.exitCode() != 0) {
        m_log = QString::fromUtf8(init.readAll());
        return false;
    }
    m_log += QString::fromUtf8(init.readAll());
    return serve();
}

bool PortalProcess::serve()
{
    m_log.clear();
    const QString data = m_folder.filePath(QStringLiteral("portal"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    m_process.setProcessEnvironment(environment);
    m_process.start(m_binary,
        QStringList{ QStringLiteral("serve"), QStringLiteral("--data"), data,
            QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_url.port(0)) }
            + serveOptions);
    static const QRegularExpression listening(QStringLiteral("listening on (\\S+)"));
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(200);
        m_log += QString::fromUtf8(m_process.readAll());
        const QRegularExpressionMatch match = listening.match(m_log);
        if (match.hasMatch()) {
            const QString where = match.captured(1);
            m_url = QUrl(
                where.contains(QLatin1String("://")) ? where : QStringLiteral("http://") + where);
            return true;
        }
    }
    return false;
}

bool PortalProcess::isRunning()
{
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(0);
    m_log += QString::fromUtf8(m_process.readAll());
    return !ended;
}

void PortalProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    m_log += QString::fromUtf8(m_process.readAll());
}
