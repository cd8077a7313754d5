#include "portalprocess.h"

#include <QElapsedTimer>
#include <QRegularExpression>

QProcessEnvironment environmentWith(const QHash<QString, QString> &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

PortalProcess::PortalProcess(const QString &binary)
    : m_binary(binary)
    , m_data(m_folder.filePath(QStringLiteral("portal")))
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

QStringList PortalProcess::whichData() const
{
    QStringList options{ QStringLiteral("--data"), data() };
    if (!m_database.isEmpty())
        options += { QStringLiteral("--database"), m_database };
    return options;
}

bool PortalProcess::useNewDatabase()
{
    static int made = 0;
    const QString name = QStringLiteral("portal%1").arg(++made);
    QProcess create; // where the server is says the environment
    create.setProcessChannelMode(QProcess::MergedChannels);
    create.start(QStringLiteral("createdb"), { name });
    if (!isPostgres() || !create.waitForFinished(30'000) || create.exitCode() != 0) {
        m_log = QString::fromUtf8(create.readAll());
        return false;
    }
    m_database = qEnvironmentVariable("KONTOR_TEST_DATABASE") + name;
    return true;
}

bool PortalProcess::start(int cases)
{
    if (isPostgres() && !useNewDatabase())
        return false;
    QProcess init;
    init.setProcessChannelMode(QProcess::MergedChannels);
    init.start(m_binary,
        QStringList{ QStringLiteral("init") } + whichData()
            + QStringList{ QStringLiteral("--sample"), QStringLiteral("--cases"),
                QString::number(cases), QStringLiteral("--password"), password() });
    if (!init.waitForFinished(60'000) || init.exitCode() != 0) {
        m_log = QString::fromUtf8(init.readAll());
        return false;
    }
    m_log += QString::fromUtf8(init.readAll());
    return serve();
}

bool PortalProcess::serveBeside(const PortalProcess &first)
{
    m_data = first.m_data;
    m_database = first.m_database;
    serveOptions = first.serveOptions;
    return serve();
}

bool PortalProcess::serve()
{
    m_log.clear();
    m_process.setProcessEnvironment(environmentWith(variables));
    m_process.start(m_binary,
        QStringList{ QStringLiteral("serve"), QStringLiteral("--listen"),
            QStringLiteral("127.0.0.1:%1").arg(m_url.port(0)) }
            + whichData() + serveOptions);
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

void PortalProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
    m_log += QString::fromUtf8(m_process.readAll());
}
