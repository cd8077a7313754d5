#include "deskfixture.h"

#include <QSignalSpy>

// The desk as a whole: one program at a time has a profile, it works without a network, and comes
// back as it was left.
class TestDesk : public QObject {
    Q_OBJECT
private slots:
    void init() { fixture = std::make_unique<ClientFixture>(); }
    void cleanup() { fixture.reset(); }

    void shouldGiveAProfileToOneProgramOnly()
    {
        QVERIFY(fixture->open());
        const auto second = Desk::open({ fixture->folder.filePath(QStringLiteral("profile")) },
            { fixture->clock, fixture->keyring, fixture->settings, [] { return 0.5; } });
        QVERIFY(!second);
        QCOMPARE(second.error().key, QStringLiteral("store.inUse"));
        QVERIFY(second.error().params.contains(QLatin1String("pid")));
        fixture->desk.reset();
        QVERIFY(fixture->open());
    }

    void shouldSignInOnceAndStayIt()
    {
        QVERIFY(fixture->open());
        QVERIFY(!fixture->desk->wasEverSignedIn());
        fixture->portal.password = QStringLiteral("anders");
        fixture->desk->restoreSignIn();
        QSignalSpy refused(&fixture->desk->credentials(), &Credentials::signInFinished);
        fixture->desk->signIn(fixture->portal.login, QStringLiteral("falsch"));
        QVERIFY(refused.wait(20'000));
        QVERIFY(!fixture->desk->wasEverSignedIn());
        QVERIFY(fixture->signIn());
        QVERIFY(fixture->sync());
        QVERIFY(fixture->desk->wasEverSignedIn());
        QCOMPARE(fixture->desk->login(), fixture->portal.login);

        fixture->desk.reset(); // waits for the keyring
        QVERIFY(fixture->open());
        QVERIFY(fixture->desk->wasEverSignedIn());
        fixture->desk->restoreSignIn();
        QVERIFY(fixture->sync()); // without a password
    }

    void shouldShowWhatItHasWithoutANetwork()
    {
        QVERIFY(fixture->ready());
        fixture->desk.reset();
        fixture->portal.http().setAccepting(false);
        QVERIFY(fixture->open());
        QCOMPARE(fixture->desk->view().counts().inbox, 3);
        QCOMPARE(fixture->seen().reference, sampleCase(1).reference);
        QVERIFY(!fixture->sync());
        QCOMPARE(fixture->desk->view().counts().inbox, 3);
    }

    void shouldBindOneReferenceToADraftAndGiveItBack()
    {
        QVERIFY(fixture->ready());
        ReferenceStore &references = fixture->desk->outbox().references();
        const int left = references.left();
        QVERIFY(left > 0);
        Desk::NoticeWish wish;
        wish.templateId = QStringLiteral("gebuehrenbescheid");
        wish.withFee = true;
        wish.owner = newId<DraftId>(fixture->clock);
        const QString first = fixture->desk->prepareNotice(fixture->id(), wish)->payment->reference;
        QCOMPARE(fixture->desk->prepareNotice(fixture->id(), wish)->payment->reference, first);
        QCOMPARE(references.left(), left - 1);
        fixture->desk->discardNotice(wish.owner);
        QCOMPARE(references.left(), left);
        wish.templateId = QStringLiteral("unbekannt");
        QCOMPARE(fixture->desk->prepareNotice(fixture->id(), wish).error().key,
            QStringLiteral("notice.template"));
        QCOMPARE(
            fixture->desk->prepareNotice({}, wish).error().key, QStringLiteral("case.notFound"));
    }

    void shouldFetchAnAttachmentWhenItIsAskedFor()
    {
        const QByteArray bytes(200'000, 'x'); // too large to come with the case
        CaseFile with = sampleCase(9);
        with.attachments = { sampleAttachment(1, bytes) };
        fixture->portal.add(with, { { with.attachments.first().id.text, bytes } });
        fixture->portal.addBlob(bytes);
        QVERIFY(fixture->ready());
        const AttachmentId id = with.attachments.first().id;
        QSignalSpy arrived(&fixture->desk->engine(), &SyncEngine::fileArrived);
        QVERIFY(fixture->desk->attachmentPath(with.id, id).isEmpty());
        QVERIFY(arrived.wait(20'000));
        QFile file(fixture->desk->attachmentPath(with.id, id));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(fixture->desk->attachmentPath(with.id, AttachmentId()).isEmpty());
    }

private:
    std::unique_ptr<ClientFixture> fixture;
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
