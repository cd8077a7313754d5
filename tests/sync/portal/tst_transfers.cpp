#include "sync/portal/downloadjob.h"
#include "sync/portal/signinjobs.h"
#include "sync/portal/uploadjob.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/fakeportal.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using Kind = FakePortal::Fault::Kind;

// Files on their way: cut, resumed, and never wrong.
class TestTransfers : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        portal = std::make_unique<FakePortal>(clock);
        connection = std::make_unique<PortalConnection>(clock);
        TransportSettings settings;
        settings.baseUrl = portal->url();
        settings.proxy = TransportSettings::Proxy::None;
        QVERIFY(connection->configure(settings));
        auto *job
            = new SignInJob(*connection, portal->login, portal->password, {}, {}, connection.get());
        connect(job, &SignInJob::finished, this, [this](const Result<TokenGrant> &grant) {
            connection->setAccessToken(grant->accessToken);
        });
        job->start();
        QTRY_VERIFY(!connection->accessToken().isEmpty());

        folder = std::make_unique<QTemporaryDir>();
        QRandomGenerator random(7);
        bytes.resize(1'300'000);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        caseFile = sampleCase(1);
        caseFile.attachments = { sampleAttachment(1, bytes) };
    }

    void shouldUploadInPieces()
    {
        const Result<UploadedFile> sent = upload();
        QVERIFY(sent);
        QCOMPARE(sent->sentBytes, bytes.size());
        QCOMPARE(portal->blob(hash()), bytes);
        QCOMPARE(portal->requests(QStringLiteral("PATCH")), 2);
        const Result<UploadedFile> again = upload(); // the portal has it
        QVERIFY(again);
        QCOMPARE(again->sentBytes, 0);
    }

    void shouldContinueACutUploadByItself()
    {
        portal->http().cutNextBodyAfter(300'000);
        const Result<UploadedFile> sent = upload();
        QVERIFY(sent);
        QCOMPARE(portal->blob(hash()), bytes);
        QCOMPARE(portal->uploadedBytes(), bytes.size()); // nothing twice
        QVERIFY(portal->requests(QStringLiteral("HEAD")) >= 1);
    }

    void shouldKnowThatItIsDoneWhenTheLastAnswerIsLost()
    {
        bytes.truncate(500'000); // one piece
        caseFile.attachments = { sampleAttachment(1, bytes) };
        portal->fail(QStringLiteral("PATCH"), { Kind::LoseReply, 500, {}, 0 });
        QVERIFY(upload());
        QCOMPARE(portal->blob(hash()), bytes);
        QCOMPARE(portal->uploadedBytes(), bytes.size());
        QVERIFY(portal->requests(QStringLiteral("PATCH")) <= 2); // Qt itself may send one again
    }

    void shouldContinueAnEarlierAttempt()
    {
        portal->fail(QStringLiteral("HEAD"), { Kind::DropRequest, 500, {}, 0 }, 100);
        portal->http().cutNextBodyAfter(700'000);
        QVERIFY(!upload());
        QVERIFY(portal->uploadedBytes() > 0);
        const qint64 before = portal->uploadedBytes();
        const Result<UploadedFile> sent = upload();
        QVERIFY(sent);
        QCOMPARE(sent->sentBytes, bytes.size() - before);
        QCOMPARE(portal->blob(hash()), bytes);
    }

    void shouldRefuseAFileThatIsGone()
    {
        const Result<UploadedFile> sent = upload(QStringLiteral("/nowhere"));
        QCOMPARE(sent.error().key, QStringLiteral("upload.fileMissing"));
    }

    void shouldSayThatTheHashIsWrong()
    {
        QFile file(folder->filePath(QStringLiteral("other")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bytes.size(), 'z')); // not what the hash says
        file.close();
        const Result<UploadedFile> sent = upload(file.fileName());
        QCOMPARE(sent.error().key, QStringLiteral("upload.hash"));
        QCOMPARE(sent.error().code, ErrorCode::Corrupt);
    }

    void shouldDownload()
    {
        serve();
        QVERIFY(download());
        QCOMPARE(part(), bytes);
    }

    void shouldContinueADownload()
    {
        serve();
        portal->fail(QStringLiteral("GET /sync/v1/cases"), { Kind::Truncate, 200, {}, 0 });
        QVERIFY(!download());
        const qsizetype first = part().size();
        QVERIFY(first > 0 && first < bytes.size());
        QVERIFY(download());
        QCOMPARE(part(), bytes);
    }

    void shouldStartAnewWhenThePartIsOfSomethingElse()
    {
        serve();
        QFile file(partPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1'000'000, '?'));
        file.close();
        QVERIFY(download());
        QCOMPARE(part(), bytes);
    }

    void shouldRefuseCorruptedBytes()
    {
        serve();
        portal->corruptBlob(hash());
        const Result<QString> got = download();
        QCOMPARE(got.error().key, QStringLiteral("download.hash"));
        QVERIFY(!QFile::exists(partPath()));
        QCOMPARE(portal->requests(QStringLiteral("GET /sync/v1/cases")), 2); // once more, then no
    }

    void shouldNotTakeAPageForTheFile()
    {
        serve();
        portal->fail(QStringLiteral("GET /sync/v1/cases"), { Kind::Html, 200, {}, 0 }, 2);
        QVERIFY(!download());
        QVERIFY(!QFile::exists(partPath()));
    }

    void shouldRemoveThePartOfWhatIsNoLongerOurs()
    {
        serve();
        portal->fail(QStringLiteral("GET /sync/v1/cases"), { Kind::Truncate, 200, {}, 0 });
        QVERIFY(!download());
        portal->revoke(caseFile.id);
        QCOMPARE(download().error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(partPath()));
    }

private:
    QString hash() const { return caseFile.attachments.first().sha256; }
    QString partPath() const { return folder->filePath(QStringLiteral("file.part")); }
    QByteArray part() const
    {
        QFile file(partPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void serve()
    {
        portal->add(caseFile);
        portal->addBlob(bytes);
    }
    template <class T, class Job> Result<T> resultOf(Job *job)
    {
        std::optional<Result<T>> result;
        QObject context;
        connect(
            job, &Job::finished, &context, [&](const Result<T> &finished) { result = finished; });
        job->start();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
            return error(ErrorCode::Internal, "test.noEnd");
        return *result;
    }
    Result<UploadedFile> upload(QString path = {})
    {
        if (path.isEmpty()) {
            QFile file(folder->filePath(QStringLiteral("source")));
            if (file.open(QIODevice::WriteOnly))
                file.write(bytes);
            path = file.fileName();
            file.close();
        }
        return resultOf<UploadedFile>(new UploadJob(*connection,
            { path, hash(), bytes.size(), QStringLiteral("a.pdf"),
                QStringLiteral("application/pdf") },
            connection.get()));
    }
    Result<QString> download()
    {
        return resultOf<QString>(new DownloadJob(*connection,
            { caseFile.id, caseFile.attachments.first().id, hash(), bytes.size(), partPath() },
            connection.get()));
    }

    const FixedClock clock{ { 1'795'000'500'000 } };
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<PortalConnection> connection;
    std::unique_ptr<QTemporaryDir> folder;
    QByteArray bytes;
    CaseFile caseFile;
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
