#include "faulttest.h"

#include "app/client/desk.h"
#include "sync/credentials/credentials.h"
#include "tests/server/http/selfsigned.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace {

// A proxy as offices have it: every connection to the outside begins with CONNECT and a password.
class OfficeProxy : public QTcpServer {
public:
    OfficeProxy(const QByteArray &user, const QByteArray &password)
        : m_credentials("Basic " + (user + ':' + password).toBase64())
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                connect(client, &QTcpSocket::readyRead, this, [this, client] { onBytes(client); });
        });
    }
    int refused = 0;
    int let = 0;

private:
    void onBytes(QTcpSocket *client)
    {
        auto *outside = client->findChild<QTcpSocket *>();
        if (outside) {
            outside->write(client->readAll());
            return;
        }
        m_heads[client] += client->readAll();
        if (!m_heads[client].contains("\r\n\r\n"))
            return;
        const QByteArray head = m_heads.take(client);
        if (!head.contains("Proxy-Authorization: " + m_credentials + "\r\n")) {
            ++refused;
            client->write("HTTP/1.1 407 Who is there\r\nProxy-Authenticate: Basic realm=\"Rathaus\""
                          "\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        ++let;
        const QByteArray target = head.split(' ').value(1);
        outside = new QTcpSocket(client);
        outside->connectToHost(QHostAddress(QHostAddress::LocalHost),
            quint16(target.mid(target.lastIndexOf(':') + 1).toUInt()));
        connect(outside, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Go ahead\r\n\r\n"); });
        connect(outside, &QTcpSocket::readyRead, client,
            [client, outside] { client->write(outside->readAll()); });
        connect(outside, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QTcpSocket::deleteLater);
    }

    QByteArray m_credentials;
    QHash<QTcpSocket *, QByteArray> m_heads;
};

} // namespace

// The way to the portal: certificates of the authority's own, and a proxy that wants to know who
// is there.
class TestTransport : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(startPortal(5));
        const QString folder = portal->folder();
        certificate = folder + QStringLiteral("/own.pem");
        const QString key = folder + QStringLiteral("/own.key");
        QVERIFY(writeSelfSigned(certificate, key, "localhost"));
        QFile settings(folder + QStringLiteral("/portal/portal.ini"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[serve]\ncertificate=" + certificate.toUtf8() + "\nkey=" + key.toUtf8());
        settings.close();
        QVERIFY2(restartPortal(), qPrintable(portal->log()));
        QCOMPARE(portal->url().scheme(), QStringLiteral("https"));
        address = portal->url();
        address.setHost(QStringLiteral("localhost"));
    }
    void init() { clerk = std::make_unique<Clerk>(address); }
    void cleanup() { clerk.reset(); }

    void shouldBelieveOnlyKnownCertificates()
    {
        QCOMPARE(signInKey(), QStringLiteral("portal.tls"));
        QVERIFY(clerk->desk().settings().set(Settings::serverCa, certificate));
        QVERIFY(clerk->desk().configureConnection());
        QCOMPARE(signInKey(), QString());
        QVERIFY(clerk->sync());
        QVERIFY(!clerk->allCases().isEmpty());
    }

    void shouldSignInAtAProxy()
    {
        OfficeProxy office("kowalski", "geheim");
        Settings &settings = clerk->desk().settings();
        QVERIFY(settings.set(Settings::serverCa, certificate));
        QVERIFY(settings.set(Settings::proxyMode, QStringLiteral("manual")));
        QVERIFY(settings.set(Settings::proxyHost, QStringLiteral("127.0.0.1")));
        QVERIFY(settings.set(Settings::proxyPort, office.serverPort()));
        QVERIFY(clerk->desk().configureConnection());
        QCOMPARE(signInKey(), QStringLiteral("portal.proxySignIn"));
        QVERIFY(settings.set(Settings::proxyUser, QStringLiteral("kowalski")));
        setProxyPassword(QStringLiteral("falsch"));
        office.refused = 0;
        QCOMPARE(signInKey(), QStringLiteral("portal.proxySignIn"));
        QVERIFY(office.refused <= 3); // no hammering that locks the account
        QCOMPARE(office.let, 0);
        setProxyPassword(QStringLiteral("geheim"));
        QCOMPARE(signInKey(), QString());
        QVERIFY(clerk->sync());
        QVERIFY(office.let > 0);

        // After a start the password comes out of the keyring.
        clerk->close();
        clerk->open(QStringLiteral("manual"));
        office.let = 0;
        QVERIFY(clerk->sync());
        QVERIFY(office.let > 0);
        QCOMPARE(
            clerk->keyring.entries.value(QStringLiteral("proxy-password")), QByteArray("geheim"));
    }

private:
    QString signInKey()
    {
        QString key = QStringLiteral("no answer");
        const QObject context;
        QObject::connect(&clerk->desk().credentials(), &Credentials::signInFinished, &context,
            [&](const Result<DeviceId> &result) { key = result ? QString() : result.error().key; });
        clerk->desk().signIn(PortalProcess::login(), PortalProcess::password());
        const bool answered
            = QTest::qWaitFor([&] { return key != QLatin1String("no answer"); }, 20'000);
        return answered ? key : QStringLiteral("no answer");
    }
    void setProxyPassword(const QString &password)
    {
        bool stored = false;
        clerk->desk().setProxyPassword(
            password, [&](const Status &written) { stored = written.ok(); });
        QTRY_VERIFY(stored);
    }

    QString certificate;
    QUrl address;
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
