#include "app/desk/draftkeeper.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestDraftKeeper : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        keeper.reset();
        outbox.reset();
    }

    void shouldSaveAfterAPauseAndOnlyTheLastWords()
    {
        QSignalSpy saved(keeper.get(), &DraftKeeper::saved);
        for (const char *text : { "G", "Gu", "Guten Tag" })
            keeper->change(id, kind, content(text));
        QVERIFY(!keeper->find(id, kind)); // the keyboard has not paused yet
        QVERIFY(saved.wait());
        QCOMPARE(saved.count(), 1);
        QCOMPARE(keeper->find(id, kind)->content, content("Guten Tag"));
        keeper->change(id, kind, content("Guten Tag, Frau"));
        QVERIFY(saved.wait());
        QCOMPARE(outbox->drafts().list(id).size(), 1); // one draft for each case and kind
    }

    void shouldSaveWhatIsOpenWhenTheProgramEnds()
    {
        keeper->change(id, kind, content("fast fertig"));
        keeper.reset();
        outbox.reset();
        open();
        QCOMPARE(keeper->find(id, kind)->content, content("fast fertig"));
    }

    void shouldKeepCasesAndKindsApart()
    {
        const CaseId other{ QStringLiteral("0192bbbb-0000-7000-8000-000000000002") };
        keeper->change(id, kind, content("a"));
        keeper->change(other, kind, content("b"));
        keeper->change(id, QStringLiteral("notice"), content("c"));
        keeper->saveNow();
        QCOMPARE(keeper->find(id, kind)->content, content("a"));
        QCOMPARE(keeper->find(other, kind)->content, content("b"));
        QCOMPARE(keeper->find(id, QStringLiteral("notice"))->content, content("c"));
        keeper->remove(id, kind);
        QVERIFY(!keeper->find(id, kind));
        QVERIFY(keeper->find(other, kind));
    }

    void shouldNotBringBackWhatWasForgotten()
    {
        keeper->change(id, kind, content("gesendet"));
        keeper->forget(id, kind);
        keeper->saveNow();
        QVERIFY(!keeper->find(id, kind));
    }

    void shouldKeepTheIdThatSomethingIsBoundTo()
    {
        const Result<DraftId> first = keeper->ensure(id, kind);
        QVERIFY(first);
        QCOMPARE(*keeper->ensure(id, kind), *first);
        keeper->change(id, kind, content("weiter"));
        keeper->saveNow();
        QCOMPARE(keeper->find(id, kind)->id, *first);
    }

private:
    static QJsonObject content(const char *text)
    {
        return { { QStringLiteral("text"), QString::fromLatin1(text) } };
    }
    void open()
    {
        outbox = *Outbox::open({ folder->path() }, clock);
        keeper = std::make_unique<DraftKeeper>(outbox->drafts(), clock);
    }

    const CaseId id{ QStringLiteral("0192bbbb-0000-7000-8000-000000000001") };
    const QString kind = QStringLiteral("reply");
    FixedClock clock{ { 1'795'423'260'000 } };
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<DraftKeeper> keeper;
};

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
