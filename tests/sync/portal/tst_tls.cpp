#include "sync/portal/downloadjob.h"
#include "sync/portal/eventstream.h"
#include "sync/portal/feedjobs.h"
#include "sync/portal/signinjobs.h"
#include "sync/portal/uploadjob.h"
#include "tests/testing/casefixtures.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

// A portal behind TLS that keeps every byte it is told and lets nobody in.
class TlsPortal : public QSslServer {
public:
    TlsPortal(const QString &certificate, const QString &key)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QFile file(key);
        if (file.open(QIODevice::ReadOnly))
            tls.setPrivateKey(QSslKey(&file, QSsl::Ec));
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the test's portal cannot listen");
    }
    QByteArray received;

private:
    void take(QTcpSocket &socket)
    {
        received += socket.readAll();
        if (!received.contains("\r\n\r\n"))
            return;
        const QByteArray body = "{\"code\":\"unauthenticated\",\"key\":\"signin.refused\"}";
        socket.write("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\n"
                     "Connection: close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }
};

// S11: whatever the client wants from the portal, it says nothing to somebody who cannot prove to
// be it.
class TestTls : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldTellNothingToAStranger_data();
    void shouldTellNothingToAStranger();
    void shouldTrustTheAuthorityOfTheSettings();
    void shouldRefuseAFileWithoutCertificates();

private:
    using Flow = std::function<Status(PortalConnection &)>;
    QHash<QString, Flow> flows();
    void makeCertificate(const QString &name, const QString &subject, int beginsInDays, int days);
    void openssl(const QStringList &arguments);
    QString at(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    Status configure(PortalConnection &connection, const TlsPortal &portal, const QString &caFile)
    {
        TransportSettings settings;
        settings.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(portal.serverPort()));
        settings.proxy = TransportSettings::Proxy::None;
        settings.caFile = caFile;
        settings.transferTimeoutMs = 10'000;
        return connection.configure(settings);
    }
    template <class T, class Job> static Status outcomeOf(Job *job)
    {
        std::optional<Status> outcome;
        QObject context;
        connect(job, &Job::finished, &context, [&](const Result<T> &result) {
            outcome = result ? success() : Status(result.error());
        });
        job->start();
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
            return error(ErrorCode::Internal, "test.noEnd");
        return *outcome;
    }

    const FixedClock m_clock{ { 1'795'000'500'000 } };
    QTemporaryDir m_folder;
};

void TestTls::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
}

void TestTls::makeCertificate(
    const QString &name, const QString &subject, int beginsInDays, int days)
{
    const auto day = [](int distance) {
        return QDateTime::currentDateTimeUtc().addDays(distance).toString(
            QStringLiteral("yyyyMMddHHmmss'Z'"));
    };
    openssl({ u"req"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs, u"ec_paramgen_curve:P-256"_qs,
        u"-nodes"_qs, u"-keyout"_qs, name + u".key"_qs, u"-out"_qs, name + u".csr"_qs, u"-subj"_qs,
        u"/CN="_qs + name });
    write(name + u".ext"_qs, "subjectAltName=" + subject.toLatin1() + "\n");
    openssl({ u"ca"_qs, u"-batch"_qs, u"-notext"_qs, u"-config"_qs, u"ca.cnf"_qs, u"-in"_qs,
        name + u".csr"_qs, u"-out"_qs, name + u".pem"_qs, u"-startdate"_qs, day(beginsInDays),
        u"-enddate"_qs, day(beginsInDays + days), u"-extfile"_qs, name + u".ext"_qs });
}

void TestTls::initTestCase()
{
    write(u"ca.cnf"_qs,
        "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\ncertificate=ca.pem\n"
        "private_key=ca.key\nrand_serial=yes\ndefault_md=sha256\npolicy=any\nunique_subject=no\n"
        "[any]\ncommonName=supplied\n");
    write(u"index.txt"_qs, {});
    for (const QString &name : { u"ca"_qs, u"self"_qs }) {
        openssl({ u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs,
            u"ec_paramgen_curve:P-256"_qs, u"-nodes"_qs, u"-days"_qs, u"2"_qs, u"-keyout"_qs,
            name + u".key"_qs, u"-out"_qs, name + u".pem"_qs, u"-subj"_qs, u"/CN="_qs + name,
            u"-addext"_qs, u"subjectAltName=IP:127.0.0.1"_qs });
    }
    makeCertificate(u"good"_qs, u"IP:127.0.0.1"_qs, -1, 2);
    makeCertificate(u"expired"_qs, u"IP:127.0.0.1"_qs, -30, 29);
    makeCertificate(u"other"_qs, u"DNS:anderswo.example"_qs, -1, 2);
}

QHash<QString, TestTls::Flow> TestTls::flows()
{
    const QByteArray bytes = "%PDF-1.7 Lageplan";
    const CaseFile caseFile = sampleCase(1);
    const Attachment file = sampleAttachment(1, bytes);
    write(u"source"_qs, bytes);
    return {
        { u"sign-in"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<TokenGrant>(
                    new SignInJob(portal, u"anna"_qs, u"geheim"_qs, {}, u"PC"_qs, &portal));
            } },
        { u"refresh"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<TokenGrant>(new RefreshJob(portal, "geheim", &portal));
            } },
        { u"sign-out"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<Unit>(new SignOutJob(portal, {}, &portal));
            } },
        { u"session"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<Session>(new SessionJob(portal, &portal));
            } },
        { u"changes"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<FeedPage>(new ChangesJob(portal, {}, 500, 0, &portal));
            } },
        { u"operations"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<QList<OperationResult>>(
                    new OperationsJob(portal, { Operation() }, &portal));
            } },
        { u"references"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<LeasedNumbers>(
                    new ReferenceBlockJob(portal, {}, u"geheim"_qs, &portal));
            } },
        { u"upload"_qs,
            [this, file](PortalConnection &portal) {
                return outcomeOf<UploadedFile>(new UploadJob(portal,
                    { at(u"source"_qs), file.sha256, file.size, file.name, file.type }, &portal));
            } },
        { u"download"_qs,
            [this, file, caseFile](PortalConnection &portal) {
                return outcomeOf<QString>(new DownloadJob(portal,
                    { caseFile.id, file.id, file.sha256, file.size, at(u"file.part"_qs) },
                    &portal));
            } },
        { u"events"_qs,
            [](PortalConnection &portal) {
                return outcomeOf<Unit>(new EventStream(portal, &portal));
            } },
    };
}

void TestTls::shouldTellNothingToAStranger_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("reason");
    const QStringList names = flows().keys();
    for (const QString &flow : names) {
        QTest::addRow("%s, self-signed", qPrintable(flow)) << flow << u"self"_qs << u"untrusted"_qs;
        QTest::addRow("%s, expired", qPrintable(flow)) << flow << u"expired"_qs << u"expired"_qs;
        QTest::addRow("%s, of another host", qPrintable(flow)) << flow << u"other"_qs << u"host"_qs;
    }
}

void TestTls::shouldTellNothingToAStranger()
{
    QFETCH(QString, flow);
    QFETCH(QString, certificate);
    QFETCH(QString, reason);
    TlsPortal portal(at(certificate + u".pem"_qs), at(certificate + u".key"_qs));
    PortalConnection connection(m_clock);
    QVERIFY(configure(connection, portal, at(u"ca.pem"_qs)));
    connection.setAccessToken("geheim");
    const Status outcome = flows().value(flow)(connection);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().key, u"portal.tls"_qs);
    QCOMPARE(outcome.error().code, ErrorCode::Unreachable);
    QCOMPARE(outcome.error().params.value(u"reason"_qs).toString(), reason);
    QCOMPARE(portal.received, QByteArray());
}

void TestTls::shouldTrustTheAuthorityOfTheSettings()
{
    TlsPortal portal(at(u"good.pem"_qs), at(u"good.key"_qs));
    const Flow signIn = flows().value(u"sign-in"_qs);
    PortalConnection stranger(m_clock);
    QVERIFY(configure(stranger, portal, {}));
    QCOMPARE(signIn(stranger).error().params.value(u"reason"_qs).toString(), u"untrusted"_qs);
    QCOMPARE(portal.received, QByteArray());
    PortalConnection connection(m_clock);
    QVERIFY(configure(connection, portal, at(u"ca.pem"_qs)));
    QCOMPARE(signIn(connection).error().key, u"signin.refused"_qs); // the portal's own word
    QVERIFY(portal.received.startsWith("POST /sync/v1/sign-in HTTP/1.1\r\n"));
}

void TestTls::shouldRefuseAFileWithoutCertificates()
{
    TlsPortal portal(at(u"good.pem"_qs), at(u"good.key"_qs));
    PortalConnection connection(m_clock);
    for (const QString &file : { at(u"nowhere.pem"_qs), at(u"good.key"_qs) })
        QCOMPARE(configure(connection, portal, file).error().key, u"portal.caFile"_qs);
    QVERIFY(!connection.isConfigured());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
