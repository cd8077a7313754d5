#include "portalfixture.h"
#include "server/store/files.h"

// The page of a case: who may open it and what the applicant sees and does there.
class TestCasePages : public QObject {
    Q_OBJECT
private slots:
    void statusNeedsReferenceAndCode();
    void guessingIsSlowedDown();
    void messagesGoBothWays();
    void documentsOnlyOfOwnCase();
    void feeIsShownWithCode();
    void noticeCopyIsInformationOnly();
    void withdraws();
    void endedCasesTakeNoMessages();
    void messageOutlivesTheSession();
    void measuredTimeOnlyFromTen();
};

void TestCasePages::statusNeedsReferenceAndCode()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    TestBrowser other(portal);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    QCOMPARE(TestBrowser::location(other.get(page)), u"/de/stand"_qs);
    other.get(u"/de/stand"_qs);
    QCOMPARE(other.post(u"/de/stand"_qs, {}).status, 422);
    const QByteArray reference = sent.caseFile.reference.toUtf8();
    const http::Response wrong
        = other.post(u"/de/stand"_qs, { { "reference", reference }, { "code", "AAAA-BBBB-CCCC" } });
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.body.contains(reference)); // kept
    const http::Response unknown
        = other.post(u"/de/stand"_qs, { { "reference", "LIN-1" }, { "code", "AAAA-BBBB-CCCC" } });
    QCOMPARE(unknown.status, 422);
    const QByteArray spelled = ' ' + sent.code.toLower().remove(QLatin1Char('-')).toUtf8() + ' ';
    const http::Response good = other.post(
        u"/de/stand"_qs, { { "reference", reference.toLower() }, { "code", spelled } });
    QCOMPARE(good.status, 303);
    QCOMPARE(TestBrowser::location(good), page);
    const http::Response shown = other.get(page);
    QCOMPARE(shown.status, 200);
    QVERIFY(shown.body.contains("Eingegangen"));
    QVERIFY(shown.body.contains("Voraussichtlich bis 4. Dezember 2026"));
    QVERIFY(!shown.body.contains(sent.code.toUtf8()));
    QCOMPARE(other.get(u"/en/vorgang/"_qs + sent.caseFile.id.text).status, 200);
    // Two hours later the door is closed again.
    portal.clock.at = portal.clock.at.plusSeconds(2 * 3600 + 1);
    QCOMPARE(TestBrowser::location(other.get(page)), u"/de/stand"_qs);
}

void TestCasePages::guessingIsSlowedDown()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    TestBrowser guesser(portal);
    guesser.get(u"/de/stand"_qs);
    int status = 0;
    for (int i = 0; i < 12 && status != 429; ++i)
        status = guesser
                     .post(u"/de/stand"_qs,
                         { { "reference", sent.caseFile.reference.toUtf8() },
                             { "code", "AAAA-BBBB-CCCC" } })
                     .status;
    QCOMPARE(status, 429);
    // Even the right code waits.
    QCOMPARE(guesser
                 .post(u"/de/stand"_qs,
                     { { "reference", sent.caseFile.reference.toUtf8() },
                         { "code", sent.code.toUtf8() } })
                 .status,
        429);
}

void TestCasePages::messagesGoBothWays()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    portal.carryOut(sent.caseFile,
        Reply{ newId<MessageId>(portal.clock), u"Guten Tag, <b>welches</b> Sofa?"_qs, {}, {} });
    QByteArray html = browser.get(page).body;
    QVERIFY(html.contains("&lt;b&gt;welches&lt;/b&gt;"));
    QVERIFY(html.contains("· neu"));
    const CaseFile read = portal.cases().value(0);
    QCOMPARE(read.messages[0].readByApplicant, portal.clock.at);
    QCOMPARE(read.events.last().code, u"message.read"_qs);
    portal.clock.at = portal.clock.at.plusSeconds(60);
    QVERIFY(!browser.get(page).body.contains("· neu"));
    QCOMPARE(portal.cases().value(0), read); // the first time is the evidence
    const QByteArray once = TestBrowser::match_(html, u"name=\"once\" value=\"([^\"]+)\""_qs);
    QCOMPARE(
        browser.post(page + u"/nachricht"_qs, { { "once", once }, { "text", "  " } }).status, 422);
    const auto photo
        = [] { return std::make_shared<BytesFile>("files", u"sofa.jpg"_qs, jpgBytes); };
    const TestBrowser::Form form{ { "once", once }, { "text", "Das rote.\nDanke" } };
    QCOMPARE(browser.post(page + u"/nachricht"_qs, form, { photo() }).status, 303);
    QCOMPARE(browser.post(page + u"/nachricht"_qs, form, { photo() }).status, 303); // pressed twice
    const CaseFile after = portal.cases().value(0);
    QCOMPARE(after.messages.size(), 2);
    QCOMPARE(after.messages[1].text, u"Das rote.\nDanke"_qs);
    QCOMPARE(after.messages[1].attachments.size(), 1);
    const http::Response refused = browser.post(page + u"/nachricht"_qs,
        { { "once", newUuid7(portal.clock).toLatin1() }, { "text", "bleibt stehen" } },
        { std::make_shared<BytesFile>("files", u"a.exe"_qs, "MZ") });
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("bleibt stehen"));
    const http::Response file
        = browser.get(page + u"/dokument/"_qs + after.messages[1].attachments[0].text);
    QCOMPARE(file.status, 200);
    QVERIFY(file.headers.value("Content-Disposition").startsWith("attachment;"));
    QCOMPARE(file.headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
}

void TestCasePages::documentsOnlyOfOwnCase()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    TestBrowser other(portal);
    const Sent others = send(portal, other);
    const QString foreign = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    for (const QString &rest : { u""_qs, u"/dokument/x"_qs, u"/zahlung/x"_qs })
        QCOMPARE(TestBrowser::location(other.get(foreign + rest)), u"/de/stand"_qs);
    QCOMPARE(other.post(foreign + u"/nachricht"_qs, { { "text", "x" } }).status, 403);
    QCOMPARE(browser.get(foreign + u"/dokument/"_qs + newUuid7(portal.clock)).status, 404);
    QCOMPARE(browser.get(foreign + u"/zahlung/nix"_qs).status, 404);
}

void TestCasePages::feeIsShownWithCode()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    RequestFee fee;
    fee.id = newId<FeeId>(portal.clock);
    fee.items = { { u"Eilabholung"_qs, { 4000 }, u"§ 6 Abs. 3 (Mustersatzung)"_qs, {} } };
    fee.due = QDate(2026, 12, 12);
    fee.reference = u"KS26-0004711-18"_qs;
    fee.reason = u"Sie haben um Abholung <heute> gebeten."_qs;
    portal.carryOut(sent.caseFile, fee);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    const QByteArray html = browser.get(page).body;
    for (const char *told : { "Bitte zahlen Sie 40,00", "12. Dezember 2026", "KS26-0004711-18",
             "Stadtkasse Lindenau", "§ 6 Abs. 3", "Abholung &lt;heute&gt; gebeten" })
        QVERIFY2(html.contains(told), told);
    const http::Response code = browser.get(page + u"/zahlung/"_qs + fee.id.text);
    QCOMPARE(code.status, 200);
    QCOMPARE(code.headers.value("Content-Type"), QByteArray("image/svg+xml"));
    QVERIFY(code.body.contains("<svg"));
    portal.carryOut(portal.cases().value(0), SettleFee{ fee.id, FeeState::Paid, {} });
    QVERIFY(browser.get(page).body.contains("Bezahlt: 40,00"));
}

void TestCasePages::noticeCopyIsInformationOnly()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const auto kept = portal::keepBytes(
        *portal.store, portal.clock, pdfBytes, u"application/pdf"_qs, portal::Author::system().key);
    QVERIFY(kept.ok());
    IssueNotice issue;
    issue.id = newId<NoticeId>(portal.clock);
    issue.title = u"Bescheid über die Abholung"_qs;
    issue.content = { { u"kind"_qs, u"Bescheid"_qs } };
    issue.document = { newId<AttachmentId>(portal.clock), u"bescheid.pdf"_qs, u"application/pdf"_qs,
        kept->size, kept->sha256, {}, {} };
    issue.letterDate = QDate(2026, 11, 21);
    portal.carryOut(sent.caseFile, issue);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    const QByteArray html = browser.get(page).body;
    QVERIFY(html.contains("Bescheid über die Abholung"));
    QVERIFY(html.contains("dient nur Ihrer Information"));
    QVERIFY(html.contains("Bescheid erteilt"));
    QCOMPARE(browser.get(page + u"/dokument/"_qs + issue.document.id.text).status, 200);
    portal.clock.at = portal.clock.at.plusSeconds(60);
    QCOMPARE(browser.get(page + u"/dokument/"_qs + issue.document.id.text).status, 200);
    const CaseFile after = portal.cases().value(0);
    QCOMPARE(after.retrievals.size(), 1);
    QCOMPARE(after.retrievals[0].retrievedAt.ms, portal.clock.at.ms - 60'000); // the first time
    QCOMPARE(after.events.last().code, u"document.retrieved"_qs);
    QCOMPARE(after.events.last().params.value(u"name"_qs).toString(), u"bescheid.pdf"_qs);
}

void TestCasePages::withdraws()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    QCOMPARE(browser.post(page + u"/zurueckziehen"_qs, {}).status, 422);
    QCOMPARE(browser.post(page + u"/zurueckziehen"_qs, { { "confirm", "true" } }).status, 303);
    QCOMPARE(portal.cases().value(0).state, CaseState::Withdrawn);
    const QByteArray html = browser.get(page).body;
    QVERIFY(html.contains("Von Ihnen zurückgenommen"));
    QVERIFY(!html.contains("name=\"once\""));
    // A second click, from the page as it was.
    QCOMPARE(browser.post(page + u"/zurueckziehen"_qs, { { "confirm", "true" } }).status, 303);
    QCOMPARE(portal.cases().value(0).version, 2);
}

void TestCasePages::endedCasesTakeNoMessages()
{
    for (const bool withdrawn : { true, false }) {
        TestPortal portal;
        TestBrowser browser(portal);
        const Sent sent = send(portal, browser);
        const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
        const QByteArray once
            = TestBrowser::match_(browser.get(page).body, u"name=\"once\" value=\"([^\"]+)\""_qs);
        if (withdrawn)
            portal.carryOut(sent.caseFile, WithdrawApplication{});
        else
            portal.carryOut(
                sent.caseFile, ChangeState{ CaseState::Transferred, u"Landratsamt"_qs });
        const http::Response refused
            = browser.post(page + u"/nachricht"_qs, { { "once", once }, { "text", "Hallo?" } });
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.body.contains("Wir haben nichts gesendet"));
        QVERIFY(portal.cases().value(0).messages.isEmpty());
        // The rule is the case's own, not the page's.
        Operation operation;
        operation.id = newId<OperationId>(portal.clock);
        operation.caseId = sent.caseFile.id;
        operation.args = ReceiveMessage{ newId<MessageId>(portal.clock), u"Hallo?"_qs, {} };
        const auto done = portal.registrar->carryOut(
            operation, portal::Author::applicant(sent.caseFile.id, u"Änne"_qs));
        QCOMPARE(done->result.reason, u"message.closed"_qs);
        if (!withdrawn) // and a stale page cannot withdraw what is elsewhere
            QCOMPARE(
                browser.post(page + u"/zurueckziehen"_qs, { { "confirm", "true" } }).status, 409);
    }
}

void TestCasePages::messageOutlivesTheSession()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    browser.get(page);
    portal.clock.at = portal.clock.at.plusSeconds(2 * 3600 + 1);
    const TestBrowser::Form form{ { "once", newUuid7(portal.clock).toLatin1() },
        { "text", "Ein <langer> Text\nüber zwei Zeilen" } };
    const QByteArray kept = "Ein &lt;langer&gt; Text\nüber zwei Zeilen</textarea>";
    const http::Response door = browser.post(page + u"/nachricht"_qs, form,
        { std::make_shared<BytesFile>("files", u"sofa.jpg"_qs, jpgBytes) });
    QCOMPARE(door.status, 403);
    QVERIFY(door.body.contains(kept));
    QVERIFY(door.body.contains("action=\"/de/stand\""));
    QVERIFY(door.body.contains("nach zwei Stunden"));
    QVERIFY(door.body.contains("Dateien wählen Sie danach"));
    const auto knock = [&](const QByteArray &code) {
        return browser.post(u"/de/stand"_qs,
            { { "reference", sent.caseFile.reference.toUtf8() }, { "code", code }, form[1] });
    };
    const http::Response wrong = knock("AAAA-BBBB-CCCC");
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.body.contains(kept));
    const http::Response opened = knock(sent.code.toUtf8());
    QVERIFY(opened.body.contains(kept));
    QVERIFY(opened.body.contains("noch nicht gesendet"));
    QVERIFY(portal.cases().value(0).messages.isEmpty());
    const QByteArray once
        = TestBrowser::match_(opened.body, u"name=\"once\" value=\"([^\"]+)\""_qs);
    QCOMPARE(browser.post(page + u"/nachricht"_qs, { { "once", once }, form[1] }).status, 303);
    QCOMPARE(portal.cases().value(0).messages.size(), 1);
}

void TestCasePages::measuredTimeOnlyFromTen()
{
    TestPortal portal;
    for (int i = 0; i < 10; ++i) {
        TestBrowser browser(portal);
        const Sent sent = send(portal, browser);
        const Timestamp filed = portal.clock.at;
        CaseFile caseFile = sent.caseFile;
        for (const CaseFile &any : portal.cases()) {
            if (any.state == CaseState::New)
                caseFile = any;
        }
        portal.clock.at = filed.plusSeconds((i + 1) * 24 * 3600);
        portal.carryOut(caseFile, ChangeState{ CaseState::InProgress, {} });
        for (const CaseFile &any : portal.cases()) {
            if (any.id == caseFile.id)
                portal.carryOut(any, ChangeState{ CaseState::Closed, u"abgeholt"_qs });
        }
        portal.clock.at = filed;
        TestBrowser next(portal);
        const Sent last = send(portal, next);
        CaseFile open;
        for (const CaseFile &any : portal.cases()) {
            if (any.state == CaseState::New)
                open = any;
        }
        const QByteArray html = next.get(u"/de/vorgang/"_qs + open.id.text).body;
        QCOMPARE(html.contains("Zuletzt war die Hälfte"), i == 9);
        portal.carryOut(open, WithdrawApplication{}); // no measure of anybody's work
    }
}

QTEST_GUILESS_MAIN(TestCasePages)
#include "tst_casepages.moc"
