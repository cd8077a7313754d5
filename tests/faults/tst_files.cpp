#include "faulttest.h"

#include "models/store/filestore.h"

#include <QFile>
#include <QRandomGenerator>

// Cases 33 to 36: files on their way up and down.
class TestFiles : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init() { QVERIFY(startCase()); }
    void cleanup() { endCase(); }

    void case33_uploadCutTwice()
    {
        const QByteArray bytes = noise(3'300'000);
        const NewAttachment file = clerk->stage(bytes);
        const Operation reply = clerk->reply(nextCase(), QStringLiteral("mit Plan"), { file });
        const QString patch = QStringLiteral("PATCH");
        const QString uploads = QStringLiteral("/sync/v1/uploads");
        const qint64 before = proxy->bytesUp();
        // One piece arrives, then the line is cut again and again within the next.
        proxy->fault(patch, uploads, QStringLiteral("pass"), 1);
        proxy->fault(patch, uploads, QStringLiteral("cutup 0.3"), 0);
        QVERIFY(!clerk->sync());
        clerk->close(); // and the program ends
        clerk->open();
        proxy->clear();
        proxy->fault(patch, uploads, QStringLiteral("pass"), 1);
        proxy->fault(patch, uploads, QStringLiteral("cutup 0.6"), 0);
        QVERIFY(!clerk->sync());
        proxy->clear();
        const qint64 wasted = proxy->bytesUp() - before;
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(reply), 1);
        QVERIFY(office->attached(reply.caseId, file.sha256) == bytes);
        // The last part only: what had arrived was not sent again.
        const qint64 rest = proxy->bytesUp() - before - wasted;
        QVERIFY2(rest < 1'400'000, qPrintable(QString::number(rest)));
    }

    void case34_originalChangesAfterAttaching_data()
    {
        QTest::addColumn<bool>("deleted");
        QTest::newRow("changed") << false;
        QTest::newRow("deleted") << true;
    }
    void case34_originalChangesAfterAttaching()
    {
        QFETCH(const bool, deleted);
        const QByteArray bytes = noise(20'000);
        QFile original(clerk->file(QStringLiteral("Lageplan.pdf")));
        QVERIFY(original.open(QIODevice::WriteOnly));
        original.write(bytes);
        original.close();
        const NewAttachment file = *clerk->outbox().stageFile(original.fileName());
        const Operation reply = clerk->reply(nextCase(), QStringLiteral("anbei"), { file });
        if (deleted) {
            QVERIFY(original.remove());
        } else {
            QVERIFY(original.open(QIODevice::WriteOnly));
            original.write("etwas ganz anderes");
            original.close();
        }
        QVERIFY(isAtRest(*clerk));
        QVERIFY(office->attached(reply.caseId, file.sha256) == bytes);
    }

    void case35_portalLosesTheFileBeforeItsOperation()
    {
        const QByteArray bytes = noise(30'000);
        const NewAttachment file = clerk->stage(bytes);
        const Operation reply = clerk->reply(nextCase(), QStringLiteral("anbei"), { file });
        proxy->fault(QStringLiteral("POST"), operations, QStringLiteral("hold"), 1);
        std::optional<Status> round;
        const QObject context;
        connect(&clerk->engine(), &SyncEngine::roundFinished, &context,
            [&](const Status &result) { round = result; });
        clerk->engine().syncNow();
        QVERIFY(proxy->waitForHit(QStringLiteral("hold")));
        QCOMPARE(office->loseFile(file.sha256), 1);
        proxy->tell(QStringLiteral("release"));
        QTRY_VERIFY(round.has_value());
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(reply), 1);
        QVERIFY(office->attached(reply.caseId, file.sha256) == bytes);
        QCOMPARE(proxy->count(QStringLiteral("POST"), operations), 2); // missingBlobs, then applied
    }

    void case36_damagedDownload()
    {
        const CaseId id = nextCase();
        const QByteArray bytes = noise(300'000);
        office->applicantWrites(id, QStringLiteral("mit Foto"), bytes);
        QVERIFY(clerk->sync());
        const Attachment file = clerk->shown(id)->attachments.last();
        const QString path = QStringLiteral("/sync/v1/cases");
        proxy->fault(QStringLiteral("GET"), path, QStringLiteral("flip 0.5"), 0);
        QSignalSpy failed(&clerk->engine(), &SyncEngine::fileFailed);
        QSignalSpy arrived(&clerk->engine(), &SyncEngine::fileArrived);
        QVERIFY(clerk->desk().attachmentPath(id, file.id).isEmpty());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(2).value<Error>().key, QStringLiteral("download.hash"));
        QVERIFY(clerk->view().filePath(file).isEmpty()); // nothing that could be opened
        QVERIFY(FileStore(clerk->paths().files()).list().filter(file.sha256).isEmpty());

        proxy->clear();
        proxy->fault(QStringLiteral("GET"), path, QStringLiteral("flip 0.2"), 1);
        QVERIFY(clerk->desk().attachmentPath(id, file.id).isEmpty());
        QTRY_COMPARE(arrived.count(), 1); // tried again by itself
        QFile here(clerk->view().filePath(file));
        QVERIFY(here.open(QIODevice::ReadOnly));
        QVERIFY(here.readAll() == bytes);
    }

private:
    static QByteArray noise(qsizetype size)
    {
        static QRandomGenerator random(33); // the same bytes in every run
        QByteArray bytes(size / 4 * 4, Qt::Uninitialized);
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
