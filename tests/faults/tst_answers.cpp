#include "faulttest.h"
#include "rawclerk.h"

#include "models/store/cache.h"
#include "sync/credentials/credentials.h"

#include <random>

// Cases 13 to 18 and 20: what comes back is not what it should be.
class TestAnswers : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init() { QVERIFY(startCase()); }
    void cleanup() { endCase(); }

    void case13_tokenExpiredMidBatch_data()
    {
        QTest::addColumn<QString>("request");
        QTest::newRow("with the operations") << QStringLiteral("POST /sync/v1/operations");
        QTest::newRow("within a file") << QStringLiteral("PATCH /sync/v1/uploads");
        QTest::newRow("while fetching") << QStringLiteral("GET /sync/v1/changes");
    }
    void case13_tokenExpiredMidBatch()
    {
        QFETCH(const QString, request);
        const qsizetype cases = clerk->allCases().size();
        const Operation note = clerk->note(nextCase(), QStringLiteral("dreizehn"));
        const NewAttachment file = clerk->stage(QByteArray(1'500'000, 'd') + request.toUtf8());
        const Operation reply = clerk->reply(nextCase(), QStringLiteral("mit Plan"), { file });
        proxy->fault(request.section(QLatin1Char(' '), 0, 0), request.section(QLatin1Char(' '), 1),
            QStringLiteral("problem 401 signin.expired"), 1);
        const int tokens = proxy->count(QStringLiteral("POST"), QStringLiteral("/sync/v1/token"));
        QVERIFY(clerk->sync()); // one round: refreshed and sent again on the way
        QCOMPARE(
            proxy->count(QStringLiteral("POST"), QStringLiteral("/sync/v1/token")), tokens + 1);
        QCOMPARE(clerk->allCases().size(), cases);
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
        QCOMPARE(office->effects(reply), 1);
    }

    void case14_refreshTokenRevoked()
    {
        const QMap<QString, CaseFile> before = clerk->everything();
        const Operation note = clerk->note(nextCase(), QStringLiteral("vierzehn"));
        const QStringList user{ PortalProcess::login() };
        QCOMPARE(run(QStringList{ QStringLiteral("user"), QStringLiteral("disable") } + user), 0);
        QCOMPARE(run(QStringList{ QStringLiteral("user"), QStringLiteral("enable") } + user), 0);
        QSignalSpy revoked(&clerk->desk().credentials(), &Credentials::revoked);
        QCOMPARE(clerk->sync().error().code, ErrorCode::Unauthenticated);
        QCOMPARE(clerk->sync().error().code, ErrorCode::Unauthenticated);
        QCOMPARE(revoked.count(), 1); // asked to sign in once
        QCOMPARE(clerk->engine().status().reachability, Reachability::SignedOut);
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        QCOMPARE(clerk->allCases().size(), before.size());
        QVERIFY(clerk->signIn());
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

    void case15_errorOnTheFeed_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *status : { "401", "403", "404", "410", "500" }) {
            const QString code = QString::fromLatin1(status);
            QTest::addRow("%s of a proxy", status) << QStringLiteral("status ") + code;
            if (qstrcmp(status, "410") != 0)
                QTest::addRow("%s of the portal", status)
                    << QStringLiteral("problem %1 request.notFound").arg(code);
        }
    }
    void case15_errorOnTheFeed()
    {
        QFETCH(const QString, fault);
        keepsEverything(QStringLiteral("GET"), changes, fault);
    }

    void case16_captivePortal_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("everywhere") << QStringLiteral("/");
        QTest::newRow("at the session") << QStringLiteral("/sync/v1/session");
        QTest::newRow("at the feed") << changes;
    }
    void case16_captivePortal()
    {
        QFETCH(const QString, path);
        keepsEverything(QStringLiteral("*"), path, QStringLiteral("html"));
    }
    void case16_captivePortalTakesNoOperations()
    {
        proxy->fault(QStringLiteral("POST"), operations, QStringLiteral("html"), 0);
        const Operation note = clerk->note(nextCase(), QStringLiteral("sechzehn"));
        QVERIFY(!clerk->sync());
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        proxy->clear();
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

    void case17_damagedPage_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("cut") << QStringLiteral("cut 0.5");
        QTest::newRow("cut at the start") << QStringLiteral("cut 1");
        QTest::newRow("closed early") << QStringLiteral("end 0.9");
        for (const char *at : { "0.05", "0.3", "0.5", "0.7", "0.95" })
            QTest::addRow("bit flipped at %s", at) << QStringLiteral("flip ") + QLatin1String(at);
        QTest::newRow("bit flipped in gzip") << QStringLiteral("gzip 0.5");
    }
    void case17_damagedPage()
    {
        QFETCH(const QString, fault);
        keepsEverything(QStringLiteral("GET"), changes, fault);
    }
    void case17_soundGzipIsRead()
    {
        proxy->fault(QStringLiteral("GET"), changes, QStringLiteral("gzip"), 0);
        const CaseId id = nextCase();
        office->applicantWrites(id, QStringLiteral("komprimiert"));
        QVERIFY(clerk->sync());
        QCOMPARE(clerk->shown(id)->messages.last().text, QStringLiteral("komprimiert"));
    }

    void case18_pagesTwiceAndOutOfOrder()
    {
        const CaseId away = nextCase();
        const CaseId back = nextCase();
        RawClerk raw(portal->url());
        QList<FeedPage> pages;
        const auto fetch = [&](QString cursor) {
            for (bool more = true; more;) {
                const Result<FeedPage> page = raw.changes(cursor, 6);
                QVERIFY(page);
                pages.append(*page);
                more = page->more;
                cursor = page->next;
            }
        };
        fetch({});
        QVERIFY(pages.size() > 3);
        office->applicantWrites(back, QStringLiteral("neu"));
        fetch(pages.last().next);
        office->transfer({ away, back }, QStringLiteral("steuern"));
        fetch(pages.last().next);
        office->transfer({ back }, QStringLiteral("ordnung"));
        fetch(pages.last().next);

        std::mt19937 random(18); // the same orders in every run
        for (int round = 0; round < 8; ++round) {
            QList<FeedPage> order = pages + pages.first(pages.size() / 2);
            std::shuffle(order.begin(), order.end(), random);
            const QTemporaryDir folder;
            const auto cache = Cache::open(ProfilePaths{ folder.path() });
            QVERIFY(cache);
            for (const FeedPage &page : std::as_const(order))
                QVERIFY((*cache)->applyPage(page, clerk->clock.now()));
            QVERIFY(!(*cache)->find(away));
            int found = 0;
            for (const FeedPage &page : std::as_const(pages)) {
                for (const FeedChange &change : page.changes) {
                    const CaseId id{ change.id };
                    if (change.kind != AggregateKind::Case || id == away)
                        continue;
                    ++found;
                    QCOMPARE((*cache)->find(id), std::optional(office->caseOf(id)));
                }
            }
            QVERIFY(found > 15);
        }
        office->transfer({ away }, QStringLiteral("ordnung"));
    }

    void case20_cursorExpired()
    {
        const CaseId id = nextCase();
        const qint64 row = clerk->view().keyOf(id); // what a selection holds on to
        const Operation note = *clerk->outbox().append(
            clerk->view().operation(
                id, AddNote{ newId<NoteId>(clerk->clock), QStringLiteral("bleibt liegen") }),
            { {}, clerk->clock.now().plusSeconds(3600) });
        QVERIFY(clerk->cases(QStringLiteral("steuern")).isEmpty());
        const QStringList roles{ QStringLiteral("user"), QStringLiteral("roles"),
            PortalProcess::login(), QStringLiteral("--role"), QStringLiteral("ordnung:seniorClerk"),
            QStringLiteral("--role"), QStringLiteral("abfall:seniorClerk") };
        // Other rights, another feed: the cursor is answered with 410.
        QCOMPARE(
            run(roles + QStringList{ QStringLiteral("--role"), QStringLiteral("steuern:reader") }),
            0);
        QSignalSpy removed(&clerk->view(), &CaseView::caseRemoved);
        QVERIFY(clerk->sync());
        QVERIFY(!clerk->cases(QStringLiteral("steuern")).isEmpty());
        QCOMPARE(removed.count(), 0); // nothing went away while everything was read anew
        QCOMPARE(clerk->view().keyOf(id), row);
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        QCOMPARE(notesOf(*clerk->shown(id), QStringLiteral("bleibt liegen")), 1);
        QCOMPARE(run(roles), 0);
        QVERIFY(clerk->sync());
        QVERIFY(clerk->cases(QStringLiteral("steuern")).isEmpty());
        QVERIFY(clerk->outbox().release(note.id));
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

private:
    // While this goes wrong nothing changes here; then everything is caught up with.
    void keepsEverything(const QString &method, const QString &path, const QString &fault)
    {
        const CaseId id = nextUnused();
        office->applicantWrites(id, QStringLiteral("Neuigkeit: ") + fault);
        const QMap<QString, CaseFile> before = clerk->everything();
        const QString cursor = clerk->cursor();
        proxy->fault(method, path, fault, 0);
        QVERIFY(!clerk->sync());
        QCOMPARE(clerk->everything(), before);
        QCOMPARE(clerk->cursor(), cursor);
        proxy->clear();
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(clerk->shown(id)->messages.last().text, QStringLiteral("Neuigkeit: ") + fault);
    }
    CaseId nextUnused() { return m_case.isNull() ? m_case = nextCase() : m_case; }

    CaseId m_case; // the same one for all that only read
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
