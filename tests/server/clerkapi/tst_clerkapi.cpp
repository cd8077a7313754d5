#include "desk.h"
#include "uploads.h"

#include "models/domain/wire.h"
#include "server/store/audit.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

using namespace portal;

class TestClerkApi : public QObject {
    Q_OBJECT

private slots:
    void shouldSignInAndOut()
    {
        Desk desk;
        (void)desk.token("maren", "green");
        Account account = **desk.store->read(
            [](Sql &sql) { return Accounts(sql).findByLogin(QStringLiteral("maren")); });
        account.passwordHash = *desk.passwords.hash(QStringLiteral("Lindenblüte-26"));
        QVERIFY(
            desk.store->write([&](Writing &writing) { return Accounts::save(writing, account); }));
        const auto signIn = [&](const char *password) {
            return desk.post("/sync/v1/sign-in",
                { { QStringLiteral("login"), QStringLiteral("maren") },
                    { QStringLiteral("password"), QString::fromUtf8(password) } });
        };
        const auto refused = signIn("falsch");
        QCOMPARE(refused.status, 401);
        QCOMPARE(Desk::key(refused), QStringLiteral("signin.refused"));
        QVERIFY(!Desk::json(refused).value(QLatin1String("reference")).toString().isEmpty());
        const auto tokens = Desk::json(signIn("Lindenblüte-26"));
        const QByteArray access = tokens.value(QLatin1String("accessToken")).toString().toLatin1();
        QCOMPARE(desk.get("/sync/v1/session", access).status, 200);
        const QJsonObject refresh{ { QStringLiteral("refreshToken"),
            tokens.value(QLatin1String("refreshToken")) } };
        const auto refreshed = desk.post("/sync/v1/token", refresh);
        QCOMPARE(refreshed.status, 200);
        const QByteArray next
            = Desk::json(refreshed).value(QLatin1String("accessToken")).toString().toLatin1();
        QCOMPARE(desk.get("/sync/v1/session", next).status, 200);
        const auto reused = desk.post("/sync/v1/token", refresh);
        QCOMPARE(reused.status, 401);
        QCOMPARE(Desk::key(reused), QStringLiteral("signin.revoked"));
        QCOMPARE(desk.get("/sync/v1/session", access).status, 401);
        http::Response throttled;
        for (int i = 0; i < 8; ++i)
            throttled = signIn("falsch");
        QCOMPARE(throttled.status, 429);
        QVERIFY(throttled.headers.value("Retry-After").toInt() > 0);
    }

    void shouldTellAnOldProgramThatItIsTooOld()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        desk.api.minClient = QStringLiteral("2.10");
        const auto ask = [&](const char *path, const QByteArray &program) {
            return desk.send(http::Method::Get, path, token, {}, { { "User-Agent", program } });
        };
        const auto old = ask("/sync/v1/session", "Kontor/2.9.1");
        QCOMPARE(old.status, 426);
        QCOMPARE(Desk::key(old), QStringLiteral("client.tooOld"));
        QCOMPARE(Desk::json(old)
                     .value(QLatin1String("params"))
                     .toObject()
                     .value(QLatin1String("minClient"))
                     .toString(),
            QStringLiteral("2.10"));
        QCOMPARE(ask("/sync/v1/changes", "Kontor/2.9.1").status, 426);
        QCOMPARE(ask("/sync/v1/ping", "Kontor/2.9.1").status, 204);
        for (const char *path : { "/sync/v1/sign-in", "/sync/v1/token" })
            QCOMPARE(
                desk.send(http::Method::Post, path, {}, "{}", { { "User-Agent", "Kontor/2.9.1" } })
                    .status,
                426);
        const auto session = ask("/sync/v1/session", "Kontor/2.10.0 (Linux)");
        QCOMPARE(session.status, 200);
        QCOMPARE(Desk::json(session).value(QLatin1String("minClient")).toString(), u"2.10"_qs);
        QVERIFY(Desk::json(session).contains(QLatin1String("cursorFloor")));
        QCOMPARE(ask("/sync/v1/session", "curl/8").status, 200);
    }

    void shouldDescribeTheSession()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green", Role::Clerk);
        (void)desk.token("jan", "green");
        (void)desk.token("tom", "tax");
        const auto session = sessionFromJson(Desk::json(desk.get("/sync/v1/session", token)));
        QVERIFY(session);
        QCOMPARE(session->clerk.name, QStringLiteral("maren"));
        QCOMPARE(session->colleagues.size(), 2);
        QCOMPARE(session->departments.size(), 2);
        QCOMPARE(session->grants.size(), 1);
        QVERIFY(session->grants.value({ QStringLiteral("green") }).contains(Permission::CaseRead));
        QCOMPARE(session->api, QList<int>{ 1 });
        QVERIFY(!session->serverId.isEmpty() && !session->epoch.isEmpty());
    }

    void shouldListTheClerksDepartmentsInTheOrderOfTheDirectory()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const auto changed = desk.store->write([&](Writing &writing) -> Status {
            auto account = Accounts(writing.sql).findByLogin(QStringLiteral("maren"));
            QList<DepartmentId> wanted;
            for (const char *id : { "waste", "tax", "street", "school", "park" })
                wanted.append(DepartmentId{ QString::fromLatin1(id) });
            (*account)->clerk.departments = wanted;
            for (const DepartmentId &department : wanted)
                (*account)->roles[department] = { Role::Clerk };
            return Accounts::save(writing, **account);
        });
        QVERIFY(changed);
        const auto session = sessionFromJson(Desk::json(desk.get("/sync/v1/session", token)));
        QStringList shown;
        for (const DepartmentId &department : session->clerk.departments)
            shown.append(department.text);
        QCOMPARE(shown.join(u' '), QStringLiteral("green park school street tax waste"));
    }

    void shouldFeedWhatTheClerkMaySee()
    {
        Desk desk;
        const DraftId draft = newId<DraftId>(desk.clock);
        const NewAttachment file
            = desk.file("%PDF-1.4 klein", QStringLiteral("draft:") + draft.text);
        const CaseFile green = desk.filed("green", { file }, draft);
        const CaseFile tax = desk.filed("tax");
        const QByteArray token = desk.token("maren", "green");
        const FeedPage page = feed(desk, token, "?inline=65536");
        QStringList cases;
        for (const FeedChange &change : page.changes) {
            if (change.kind == AggregateKind::Case)
                cases.append(change.id);
        }
        QCOMPARE(cases, QStringList{ green.id.text });
        QCOMPARE(page.changes.size(), 3); // and both case types
        QCOMPARE(QByteArray::fromBase64(page.changes.last().files.value(file.id.text).toLatin1()),
            QByteArray("%PDF-1.4 klein"));
        QCOMPARE(caseFromJson(page.changes.last().body.object())->id, green.id);
        // Nothing new, then a revocation, and only for who could see the case.
        const QByteArray since = "?since=" + page.next.toLatin1();
        QVERIFY(feed(desk, token, since).changes.isEmpty());
        CaseFile moved = green;
        moved.department = tax.department;
        moved.version = 2;
        QVERIFY(desk.store->write([&](Writing &writing) { return Cases::save(writing, moved); }));
        const FeedPage news = feed(desk, token, since);
        QCOMPARE(news.changes.size(), 1);
        QCOMPARE(news.changes.first().action, ChangeAction::Revoke);
        QVERIFY(news.changes.first().body.isEmpty());
        for (const FeedChange &change : feed(desk, token).changes)
            QVERIFY(change.kind != AggregateKind::Case); // who begins hears nothing of it
    }

    void shouldFeedPageByPage()
    {
        Desk desk;
        for (int i = 0; i < 5; ++i)
            (void)desk.filed("green");
        const QByteArray token = desk.token("maren", "green");
        QByteArray query = "?limit=2";
        QSet<QString> seen;
        FeedPage page;
        do {
            page = feed(desk, token, query);
            QVERIFY(page.changes.size() <= 2);
            for (const FeedChange &change : page.changes)
                seen.insert(change.id);
            query = "?limit=2&since=" + page.next.toLatin1();
        } while (page.more);
        QCOMPARE(seen.size(), 7);
    }

    void shouldBindTheCursor()
    {
        Desk desk;
        const QByteArray maren = desk.token("maren", "green");
        const QByteArray since = "/sync/v1/changes?since=" + feed(desk, maren).next.toLatin1();
        QCOMPARE(desk.get(since, maren).status, 200);
        QCOMPARE(Desk::key(desk.get(since, desk.token("jan", "green"))),
            QStringLiteral("feed.cursorInvalid"));
        QCOMPARE(desk.get("/sync/v1/changes?since=bm9wZQ", maren).status, 400);
        QCOMPARE(desk.get(since, desk.token("maren", "tax")).status, 410); // other rights
        QVERIFY(desk.store->write([](Writing &writing) { return Directory::newEpoch(writing); }));
        const auto expired = desk.get(since, desk.token("maren", "green"));
        QCOMPARE(expired.status, 410);
        QCOMPARE(Desk::key(expired), QStringLiteral("feed.cursorExpired"));
    }

    void shouldForgetLongClosedCases()
    {
        Desk desk;
        CaseFile closed = desk.filed("green");
        closed.state = CaseState::Closed;
        closed.version = 2;
        QVERIFY(desk.store->write([&](Writing &writing) { return Cases::save(writing, closed); }));
        QCOMPARE(feed(desk, desk.token("maren", "green")).changes.size(), 3);
        desk.clock.at = desk.clock.at.plusSeconds(qint64(91) * 24 * 3600);
        QCOMPARE(feed(desk, desk.token("maren", "green")).changes.size(), 2);
    }

    void shouldAnswerEachOperationByItself()
    {
        Desk desk;
        const CaseFile caseFile = desk.filed("green");
        const QByteArray token = desk.token("maren", "green");
        const Operation take = desk.operation(caseFile.id, TakeOver{}, 1);
        const Operation filing = desk.operation(caseFile.id, WithdrawApplication{}, 2);
        Operation newer = desk.operation(caseFile.id, UnknownOperation{}, 1);
        newer.unknownType = QStringLiteral("teleport");
        QJsonObject broken = toJson(take);
        broken.insert(QStringLiteral("id"), 5);
        QJsonObject other = toJson(newer);
        other.insert(QStringLiteral("kind"), QStringLiteral("savedView"));
        other.insert(QStringLiteral("opId"), newId<OperationId>(desk.clock).text);
        const QJsonObject body{ { QStringLiteral("operations"),
            QJsonArray{ toJson(take), broken, toJson(filing), toJson(newer), other } } };
        const auto answer = desk.post("/sync/v1/operations", body, token);
        QCOMPARE(answer.status, 200);
        QStringList outcomes;
        for (const QJsonValue &value :
            Desk::json(answer).value(QLatin1String("results")).toArray()) {
            const auto result = resultFromJson(value.toObject());
            outcomes.append(wireName(result->outcome) + QLatin1Char(' ') + result->reason);
        }
        QCOMPARE(outcomes,
            (QStringList{ QStringLiteral("applied "), QStringLiteral("rejected operation.invalid"),
                QStringLiteral("rejected operation.forbidden"),
                QStringLiteral("rejected operation.unsupported"),
                QStringLiteral("rejected operation.unsupported") }));
        QJsonArray many;
        for (int i = 0; i < 51; ++i)
            many.append(toJson(take));
        QCOMPARE(desk.post("/sync/v1/operations", { { QStringLiteral("operations"), many } }, token)
                     .status,
            413);
    }

    void shouldLeaseTheSameBlockForTheSameRequest()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        QJsonObject body{ { QStringLiteral("deviceId"), newUuid7(desk.clock) },
            { QStringLiteral("requestId"), newUuid7(desk.clock) } };
        const auto first = desk.post("/sync/v1/reference-blocks", body, token);
        QCOMPARE(first.status, 200);
        QCOMPARE(
            Desk::json(first).value(QLatin1String("prefix")).toString(), QStringLiteral("KS26"));
        QCOMPARE(desk.post("/sync/v1/reference-blocks", body, token).body, first.body);
        body.insert(QStringLiteral("requestId"), newUuid7(desk.clock));
        const auto second = desk.post("/sync/v1/reference-blocks", body, token);
        QCOMPARE(Desk::json(second).value(QLatin1String("first")).toInt(),
            Desk::json(first).value(QLatin1String("last")).toInt() + 1);
        const auto reader = desk.post(
            "/sync/v1/reference-blocks", body, desk.token("reader", "green", Role::Reader));
        QCOMPARE(reader.status, 404);
    }

    void shouldLeaseAgainWhatWasGivenBack()
    {
        Desk desk;
        const QByteArray maren = desk.token("maren", "green");
        const QByteArray jan = desk.token("jan", "green");
        const QString request = newUuid7(desk.clock);
        const auto lease = [&](const QByteArray &token, const QString &id) {
            return Desk::json(desk.post("/sync/v1/reference-blocks",
                { { QStringLiteral("deviceId"), newUuid7(desk.clock) },
                    { QStringLiteral("requestId"), id } },
                token));
        };
        const auto block = lease(maren, request);
        const int first = block.value(QLatin1String("first")).toInt();
        const int last = block.value(QLatin1String("last")).toInt();
        const auto signOut = [&](const char *login, int from) {
            const QJsonObject rest{ { QStringLiteral("requestId"), request },
                { QStringLiteral("first"), from } };
            return desk
                .post("/sync/v1/sign-out",
                    { { QStringLiteral("unusedReferences"), QJsonArray{ rest } } },
                    desk.token(login, "green"))
                .status;
        };
        const auto next = [&] {
            return lease(jan, newUuid7(desk.clock)).value(QLatin1String("first")).toInt();
        };
        QCOMPARE(signOut("uwe", first + 3), 204); // of somebody else: nothing is freed
        QCOMPARE(signOut("maren", last + 2), 204); // beyond the block
        QCOMPARE(next(), last + 1);
        QCOMPARE(signOut("maren", first + 3), 204);
        QCOMPARE(signOut("maren", first + 3), 204); // the answer was lost
        const auto again = lease(jan, newUuid7(desk.clock));
        QCOMPARE(again.value(QLatin1String("first")).toInt(), first + 3);
        QCOMPARE(again.value(QLatin1String("last")).toInt(), last);
        // Used ones stay with whom they were given to, and new ones come after all.
        QVERIFY(next() > last + 1);
    }

    // Every route × everybody who must not get through it: as if nothing were there.
    void shouldHideEverythingFromOthers()
    {
        Desk desk;
        const DraftId draft = newId<DraftId>(desk.clock);
        const NewAttachment file
            = desk.file("%PDF-1.4 geheim", QStringLiteral("draft:") + draft.text);
        const CaseFile caseFile = desk.filed("green", { file }, draft);
        const QByteArray maren = desk.token("maren", "green");
        const QByteArray upload = Desk::json(announce(desk, maren, "%PDF-1.4 angefangen"))
                                      .value(QLatin1String("uploadId"))
                                      .toString()
                                      .toLatin1();
        const QByteArray attachmentPath = "/sync/v1/cases/" + caseFile.id.text.toLatin1()
            + "/attachments/" + file.id.text.toLatin1();
        QCOMPARE(desk.get(attachmentPath, maren).status, 200);
        const QSet<QByteArray> open{ "/api/ping", "/sync/v1/ping", "/sync/v1/sign-in",
            "/sync/v1/token" };
        for (const http::Route &route : desk.router.routes()) {
            if (open.contains(route.pattern))
                continue;
            QByteArray target = route.pattern;
            target.replace("{caseId}", caseFile.id.text.toLatin1());
            target.replace("{attachmentId}", file.id.text.toLatin1());
            target.replace("{id}", upload);
            for (const QByteArray &token : { QByteArray(), QByteArray("made-up") }) {
                const auto refused = desk.send(route.method, target, token, "{}");
                QVERIFY2(refused.status == 401, target.constData());
                QVERIFY(refused.file.isEmpty());
            }
            if (!route.pattern.contains('{'))
                continue;
            for (const Role role : { Role::Reader, Role::Clerk, Role::SeniorClerk, Role::TeamLead,
                     Role::Cashier, Role::Editor }) {
                const auto hidden
                    = desk.send(route.method, target, desk.token("other", "tax", role), "{}");
                QVERIFY2(hidden.status == 404, target.constData());
                QVERIFY(hidden.file.isEmpty());
                QVERIFY(!hidden.body.contains("geheim"));
            }
        }
        for (const Role role : { Role::Reader, Role::TeamLead, Role::Cashier }) {
            const QByteArray token = desk.token("other", "tax", role);
            const QByteArray body = desk.get("/sync/v1/changes?inline=65536", token).body;
            QVERIFY(!body.contains(caseFile.id.text.toLatin1()));
            const auto foreign = desk.post("/sync/v1/operations",
                { { QStringLiteral("operations"),
                    QJsonArray{ toJson(desk.operation(caseFile.id, TakeOver{}, 1)) } } },
                token);
            QVERIFY(foreign.body.contains("case.unknown"));
        }
        QCOMPARE(desk.now(caseFile.id).version, 1);
        // A case of the own department and an attachment of another case do not mix.
        const CaseFile own = desk.filed("tax");
        QCOMPARE(desk.get("/sync/v1/cases/" + own.id.text.toLatin1() + "/attachments/"
                             + file.id.text.toLatin1(),
                         desk.token("other", "tax"))
                     .status,
            404);
    }

    void shouldBeDescribedWholly()
    {
        Desk desk;
        QSet<QByteArray> routes;
        const QHash<http::Method, QByteArray> names{ { http::Method::Get, "get" },
            { http::Method::Head, "head" }, { http::Method::Post, "post" },
            { http::Method::Put, "put" }, { http::Method::Patch, "patch" },
            { http::Method::Delete, "delete" } };
        for (const http::Route &route : desk.router.routes())
            routes.insert(names.value(route.method) + ' ' + route.pattern);
        QFile file(QStringLiteral(KONTOR_SOURCE_DIR "/resources/api/portal.openapi.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression path(QStringLiteral("^  (/\\S+):$"));
        static const QRegularExpression method(
            QStringLiteral("^    (get|head|post|put|patch|delete):$"));
        QSet<QByteArray> described;
        QByteArray current;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QString text = QString::fromUtf8(line);
            if (const auto match = path.match(text); match.hasMatch())
                current = match.captured(1).toLatin1();
            if (const auto match = method.match(text); match.hasMatch())
                described.insert(match.captured(1).toLatin1() + ' ' + current);
        }
        QCOMPARE(described, routes);
    }

private:
    static FeedPage feed(Desk &desk, const QByteArray &token, const QByteArray &query = {})
    {
        const auto response = desk.get("/sync/v1/changes" + query, token);
        const auto page = feedPageFromText(response.body);
        if (response.status != 200 || !page)
            qFatal("feed: %d %s", response.status, response.body.constData());
        return *page;
    }
};

QTEST_GUILESS_MAIN(TestClerkApi)
#include "tst_clerkapi.moc"
