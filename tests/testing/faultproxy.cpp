#include "faultproxy.h"

#include <QElapsedTimer>
#include <QTest>

FaultProxy::FaultProxy(const QUrl &portal)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(KONTOR_SOURCE_DIR "/tests/testing/fault-proxy"),
        { QString::number(portal.port()) });
    m_process.waitForReadyRead(20'000);
    m_port = quint16(m_process.readLine().trimmed().split(' ').value(1).toUInt());
    if (m_port == 0)
        qFatal("fault-proxy does not start");
}

FaultProxy::~FaultProxy()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
}

QUrl FaultProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FaultProxy::read(int milliseconds)
{
    if (!m_process.canReadLine())
        m_process.waitForReadyRead(milliseconds);
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        (line.startsWith(u'=') ? m_answers : m_hits).append(line.mid(2));
    }
}

QString FaultProxy::tell(const QString &command)
{
    m_process.write(command.toUtf8() + '\n');
    QElapsedTimer waited;
    waited.start();
    while (m_answers.isEmpty() && waited.elapsed() < 10'000)
        read(100);
    return m_answers.isEmpty() ? QString() : m_answers.takeFirst();
}

void FaultProxy::fault(const QString &method, const QString &prefix, const QString &kind, int times)
{
    tell(QStringLiteral("fault %1 %2 %3 %4").arg(method, prefix).arg(times).arg(kind));
}

int FaultProxy::count(const QString &method, const QString &prefix)
{
    return tell(QStringLiteral("count %1 %2").arg(method, prefix)).toInt();
}

qint64 FaultProxy::bytesUp()
{
    return tell(QStringLiteral("bytes")).section(QLatin1Char(' '), 0, 0).toLongLong();
}

int FaultProxy::hits(const QString &text)
{
    read(0);
    return int(m_hits.removeIf([&](const QString &line) { return line.contains(text); }));
}

bool FaultProxy::waitForHit(const QString &text, int milliseconds)
{
    return QTest::qWaitFor([&] { return hits(text) > 0; }, milliseconds);
}
