#include "deskfixture.h"

#include "tests/testing/casefixtures.h"

// Files on their way can be seen and stopped, and nothing that has arrived is sent twice.
class TestTransfers : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        portal = std::make_unique<FakePortal>(clock);
        portal->add(sampleCase(1));
        desk = std::make_unique<DeskFixture>(*portal, clock);
        QVERIFY(desk->signIn());
        QVERIFY(desk->sync());
    }
    void cleanup()
    {
        desk.reset();
        portal.reset();
    }

    void shouldReportTheBytesOfAnUpload()
    {
        queueFile();
        QList<qint64> steps;
        connect(desk->engine.get(), &SyncEngine::uploadProgressed, this,
            [&](const OperationId &, const NewAttachment &file, qint64 sent) {
                QCOMPARE(file.size, bytes.size());
                steps.append(sent);
            });
        QVERIFY(desk->sync());
        QVERIFY(steps.size() >= 3); // pieces of 1 MB
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        QCOMPARE(steps.last(), bytes.size());
    }

    void shouldHoldAnOperationWhoseUploadWasStopped()
    {
        const OperationId id = queueFile();
        CaseFile other = sampleCase(2);
        portal->add(other);
        desk->act(sampleCase(1).id, AddNote{ newId<NoteId>(clock), QStringLiteral("danach") });
        QObject context;
        connect(desk->engine.get(), &SyncEngine::uploadProgressed, &context,
            [&](const OperationId &operation, const NewAttachment &, qint64 sent) {
                if (sent > 0)
                    desk->engine->stopUpload(operation);
            });
        QVERIFY(desk->sync()); // the round itself is sound
        const auto held = desk->outbox->find(id);
        QCOMPARE(held->state, PendingState::NeedsAttention);
        QCOMPARE(held->reason, QStringLiteral("upload.stopped"));
        QVERIFY(portal->caseOf(sampleCase(1).id).messages.isEmpty());
        QVERIFY(portal->caseOf(sampleCase(1).id).notes.isEmpty()); // in order behind it

        const qint64 before = portal->uploadedBytes();
        QVERIFY(before > 0 && before < bytes.size());
        disconnect(desk->engine.get(), &SyncEngine::uploadProgressed, &context, nullptr);
        QVERIFY(desk->outbox->release(id));
        QVERIFY(desk->sync());
        QCOMPARE(portal->uploadedBytes(), bytes.size()); // goes on where it stopped
        QCOMPARE(portal->caseOf(sampleCase(1).id).messages.size(), 1);
        QCOMPARE(portal->caseOf(sampleCase(1).id).notes.size(), 1);
    }

    void shouldIgnoreAStopThatComesTooLate()
    {
        const OperationId id = queueFile();
        QVERIFY(desk->sync());
        desk->engine->stopUpload(id);
        QVERIFY(desk->sync());
        QCOMPARE(portal->caseOf(sampleCase(1).id).messages.size(), 1);
    }

    void shouldStopAndResumeADownload()
    {
        CaseFile with = sampleCase(5);
        with.attachments = { sampleAttachment(1, bytes) };
        portal->add(with);
        portal->addBlob(bytes);
        QVERIFY(desk->sync());
        const AttachmentId id = with.attachments.first().id;
        QSignalSpy failed(desk->engine.get(), &SyncEngine::fileFailed);
        QSignalSpy arrived(desk->engine.get(), &SyncEngine::fileArrived);
        qint64 most = 0;
        connect(desk->engine.get(), &SyncEngine::fetchProgressed, this,
            [&](const CaseId &, const Attachment &, qint64 received) { most = received; });
        desk->engine->fetchFile(with.id, with.attachments.first());
        desk->engine->stopFetch(with.id, id);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(2).value<Error>().key, QStringLiteral("file.stopped"));
        desk->engine->fetchFile(with.id, with.attachments.first());
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(most, bytes.size());
    }

private:
    OperationId queueFile()
    {
        const auto file = desk->outbox->stageData(
            QStringLiteral("Plan.pdf"), QStringLiteral("application/pdf"), bytes);
        Reply reply;
        reply.id = newId<MessageId>(clock);
        reply.attachments = { *file };
        return desk->act(sampleCase(1).id, reply).id;
    }

    const QByteArray bytes = QByteArray(2'500'000, 'p');
    FixedClock clock{ { 1'795'423'260'000 } };
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<DeskFixture> desk;
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
