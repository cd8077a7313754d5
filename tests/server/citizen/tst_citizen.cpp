#include "portalfixture.h"
#include "server/store/files.h"

namespace {

// S26: what a browser may do with any page, also with one that says no.
void verifyHeaders(const http::Response &page)
{
    const QList<QByteArray> policy
        = page.headers.value("Content-Security-Policy").replace("; ", ";").split(';');
    for (const char *rule : { "default-src 'none'", "style-src 'self'", "form-action 'self'",
             "base-uri 'none'", "frame-ancestors 'none'" })
        QVERIFY2(policy.contains(QByteArray(rule)), rule);
    for (const QByteArray &rule : policy)
        QVERIFY2(!rule.contains("unsafe") && !rule.contains('*'), rule.constData());
    QCOMPARE(page.headers.values("Content-Security-Policy").size(), 1);
    QCOMPARE(page.headers.value("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(page.headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(page.headers.value("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(page.headers.value("Referrer-Policy"), QByteArray("same-origin"));
}

} // namespace

// The whole way of a citizen through the pages: from the start page to the receipt and the status.
class TestCitizen : public QObject {
    Q_OBJECT
private slots:
    void everyPageInBothLanguages();
    void filesAnApplication_data();
    void filesAnApplication();
    void statutoryPeriodRunsFromTheApplication();
    void sendingTwiceIsOneCase();
    void errorsKeepWhatWasTyped();
    void stepsAreSavedAndCanBeChanged();
    void groupsGrowAndShrink();
    void reviewNeedsConfirmation();
    void uploadsAndTheirFate();
    void barriersAreReported();
    void uploadTextsNameWhatTheFieldTakes();
    void answersAndHoursInTheReadersLanguage();
    void draftsEndAfterFourteenDays();
    void searchFinds();
    void everyErrorPageIsGuardedAndCanBeAskedAbout();
    void receiptIsAPdf();
};

void TestCitizen::everyPageInBothLanguages()
{
    TestPortal portal;
    TestBrowser browser(portal);
    for (const QString &language : { u"de"_qs, u"en"_qs }) {
        QStringList paths{ u"/"_qs, u"/suche?q="_qs, u"/suche?q=Hund"_qs, u"/suche?q=xyzzy"_qs,
            u"/lebenslage/tiere"_qs, u"/stand"_qs, u"/impressum"_qs, u"/datenschutz"_qs,
            u"/barrierefreiheit"_qs, u"/barriere-melden"_qs, u"/leichte-sprache"_qs,
            u"/gebaerdensprache"_qs };
        for (const char *slug : { "baumfaellgenehmigung", "sperrmuell", "hundesteuer" })
            paths.append(u"/leistung/"_qs + QLatin1String(slug));
        for (const QString &path : paths) {
            const http::Response page = browser.get(QLatin1Char('/') + language + path);
            QVERIFY2(page.status == 200, qPrintable(path));
            QVERIFY(page.body.contains("<html lang=\"" + language.toLatin1()));
            QVERIFY2(!page.body.contains("{{"), qPrintable(path));
            QVERIFY(!page.body.contains("<script") && !page.body.contains(" style="));
            verifyHeaders(page);
        }
        // Every step of every service, empty and with errors.
        for (const char *slug : { "baumfaellgenehmigung", "sperrmuell", "hundesteuer" }) {
            const QString service
                = QLatin1Char('/') + language + u"/leistung/"_qs + QLatin1String(slug);
            browser.get(service);
            const QString first = TestBrowser::location(browser.post(service, {}));
            const auto types
                = catalogue::readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services"))
                      .types;
            for (const CaseType &type : types) {
                if (type.service->slug != QLatin1String(slug))
                    continue;
                for (const FormStep &step : type.service->steps) {
                    const QString at
                        = first.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/') + step.key;
                    if (step.key == QLatin1String("nachweise"))
                        continue;
                    QCOMPARE(browser.get(at).status, 200);
                    const http::Response wrong = browser.post(at, {});
                    QCOMPARE(wrong.status, 422);
                    verifyHeaders(wrong);
                    QVERIFY(wrong.body.contains("class=\"ko-errors\""));
                }
            }
            QCOMPARE(
                browser.get(first.section(QLatin1Char('/'), 0, -2) + u"/pruefen"_qs).status, 200);
        }
        const http::Response nowhere = browser.get(QLatin1Char('/') + language + u"/nirgends"_qs);
        QCOMPARE(nowhere.status, 404);
        verifyHeaders(nowhere);
        QCOMPARE(browser.get(QLatin1Char('/') + language + u"/leistung/nirgends"_qs).status, 404);
        QCOMPARE(browser.get(QLatin1Char('/') + language + u"/lebenslage/nirgends"_qs).status, 404);
    }
    QCOMPARE(TestBrowser::location(browser.get(u"/"_qs)), u"/de/"_qs);
}

void TestCitizen::filesAnApplication_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("de") << u"de"_qs;
    QTest::newRow("en") << u"en"_qs;
}

void TestCitizen::filesAnApplication()
{
    QFETCH(QString, language);
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser, language);
    QCOMPARE(portal.cases().size(), 1);
    const CaseFile &filed = sent.caseFile;
    QVERIFY(!filed.reference.isEmpty());
    QCOMPARE(filed.state, CaseState::New);
    QCOMPARE(filed.language, language);
    QCOMPARE(filed.department.text, u"abfall"_qs);
    const Party *party = applicant(filed);
    QVERIFY(party);
    QCOMPARE(displayName(*party), u"Änne Szczepańska"_qs);
    QCOMPARE(party->address.city, u"Lindenau"_qs);
    QCOMPARE(party->email, u"kim@beispiel.de"_qs);
    QVERIFY(filed.consent.electronic);
    QCOMPARE(filed.consent.email, u"kim@beispiel.de"_qs);
    QCOMPARE(filed.consent.wording, u"2026-11"_qs);
    QVERIFY(filed.target.due.isValid());
    const FormAnswer *amount = findAnswer(filed.answers, u"gegenstaende.menge");
    QVERIFY(amount);
    QCOMPARE(amount->value.toDouble(), 2.5);
    QCOMPARE(amount->display, language == u"de"_qs ? u"2,5\u00a0m³"_qs : u"2.5\u00a0m³"_qs);
    QCOMPARE(findAnswer(filed.answers, u"gegenstaende.liste.1.beschreibung")->display, u"Sofa"_qs);
    QVERIFY(!sent.code.isEmpty());
    const http::Response receipt = browser.get(sent.receipt);
    QCOMPARE(receipt.status, 200);
    QVERIFY(receipt.body.contains(filed.reference.toUtf8()));
    QVERIFY(receipt.body.contains("Szczepa"));
}

void TestCitizen::statutoryPeriodRunsFromTheApplication()
{
    TestPortal portal;
    const auto types
        = portal.store->read([](portal::Sql &sql) { return portal::CaseTypes(sql).list(); });
    QVERIFY(types.ok());
    for (CaseType type : *types) {
        type.statutoryPeriod = u"vwgo-75"_qs;
        QVERIFY(portal.store->write(
            [&](portal::Writing &writing) { return portal::CaseTypes::save(writing, type); }));
    }
    TestBrowser browser(portal);
    const CaseFile filed = send(portal, browser).caseFile;
    const QDate day = localDate(filed.filedAt, "Europe/Berlin");
    QCOMPARE(filed.period.rule, u"vwgo-75"_qs);
    QCOMPARE(filed.period.begins, day.addDays(1));
    QCOMPARE(filed.period.ends, day.addMonths(3));
}

void TestCitizen::sendingTwiceIsOneCase()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste();
    browser.get(review);
    const http::Response first = browser.post(review, { { "confirm", "true" } });
    const http::Response second = browser.post(review, { { "confirm", "true" } });
    QCOMPARE(first.status, 303);
    QCOMPARE(TestBrowser::location(first), TestBrowser::location(second));
    QCOMPARE(portal.cases().size(), 1);
    const QByteArray page = browser.get(TestBrowser::location(first)).body;
    QCOMPARE(browser.get(TestBrowser::location(second)).body.size(), page.size());
    // Somebody else's browser sees neither the draft nor the receipt.
    TestBrowser stranger(portal);
    QCOMPARE(stranger.get(review).status, 404);
    QCOMPARE(stranger.get(TestBrowser::location(first)).status, 404);
}

void TestCitizen::errorsKeepWhatWasTyped()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/leistung/sperrmuell"_qs);
    const QString at = TestBrowser::location(browser.post(u"/de/leistung/sperrmuell"_qs, {}));
    const http::Response page
        = browser.post(at, { { "vorname", "<b>\"Kim\" & {{x}}" }, { "plz", "123" } });
    QCOMPARE(page.status, 422);
    QVERIFY(page.body.contains("<title>Fehler: "));
    QVERIFY(page.body.contains("&lt;b&gt;&quot;Kim&quot; &amp; {{x}}"));
    QVERIFY(page.body.contains("href=\"#person-plz\""));
    QVERIFY(page.body.contains("id=\"person-plz\""));
    QVERIFY(page.body.contains("aria-invalid=\"true\""));
    QVERIFY(page.body.contains("Bitte prüfen Sie 4 Angaben"));
    // Saved nevertheless: the page can be left and found again.
    QVERIFY(browser.get(at).body.contains("value=\"123\""));
}

void TestCitizen::stepsAreSavedAndCanBeChanged()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste();
    const QString person = review.section(QLatin1Char('/'), 0, -2) + u"/person"_qs;
    QVERIFY(browser.get(review).body.contains("Lindenstra"));
    TestBrowser::Form form = TestBrowser::person();
    form[0].second = "Zoë";
    QCOMPARE(browser.post(person, form).status, 303);
    QVERIFY(browser.get(review).body.contains("Zoë"));
}

void TestCitizen::groupsGrowAndShrink()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/leistung/baumfaellgenehmigung"_qs);
    const QString first
        = TestBrowser::location(browser.post(u"/de/leistung/baumfaellgenehmigung"_qs, {}));
    const QString at = first.section(QLatin1Char('/'), 0, -2) + u"/baum"_qs;
    http::Response added = browser.post(at, { { "baeume.1.art", "Eiche" }, { "add", "baeume" } });
    QCOMPARE(added.status, 303);
    QVERIFY(TestBrowser::location(added).endsWith(QLatin1String("#baum-baeume-2")));
    QVERIFY(browser.get(at).body.contains("name=\"baum.baeume.2.art\""));
    browser.post(
        at, { { "baeume.1.art", "Eiche" }, { "baeume.2.art", "Linde" }, { "remove", "baeume.1" } });
    const QByteArray page = browser.get(at).body;
    QVERIFY(!page.contains("name=\"baum.baeume.2.art\""));
    QVERIFY(page.contains("value=\"Linde\""));
    for (int i = 0; i < 15; ++i)
        browser.post(at, { { "add", "baeume" } });
    QVERIFY(!browser.get(at).body.contains("name=\"baum.baeume.11.art\""));
}

void TestCitizen::reviewNeedsConfirmation()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste();
    browser.get(review);
    const http::Response page = browser.post(review, {});
    QCOMPARE(page.status, 422);
    QVERIFY(page.body.contains("href=\"#confirm\""));
    QVERIFY(portal.cases().isEmpty());
    // A step that was skipped is found before anything is sent.
    TestBrowser hasty(portal);
    hasty.get(u"/de/leistung/sperrmuell"_qs);
    const QString first = TestBrowser::location(hasty.post(u"/de/leistung/sperrmuell"_qs, {}));
    const http::Response refused = hasty.post(
        first.section(QLatin1Char('/'), 0, -2) + u"/pruefen"_qs, { { "confirm", "true" } });
    QCOMPARE(refused.status, 422);
    QVERIFY(portal.cases().isEmpty());
}

void TestCitizen::uploadsAndTheirFate()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/leistung/baumfaellgenehmigung"_qs);
    QString at = TestBrowser::location(browser.post(u"/de/leistung/baumfaellgenehmigung"_qs, {}));
    at = TestBrowser::location(browser.post(at, TestBrowser::person()));
    at = TestBrowser::location(
        browser.post(at, { { "gleich", "true" }, { "verhaeltnis", "eigentum" } }));
    at = TestBrowser::location(browser.post(at,
        { { "vorhaben", "faellung" }, { "baeume.1.art", "Eiche" }, { "baeume.1.umfang", "120" },
            { "gruende", "krank" }, { "zeitraum.day", "1" }, { "zeitraum.month", "12" },
            { "zeitraum.year", "2026" }, { "ersatz", "true" } }));
    QVERIFY(at.endsWith(QLatin1String("/anlagen")));
    QCOMPARE(browser.post(at, { { "next", "1" } }).status, 422); // the plan is required
    const QByteArray field = "nachweise.lageplan";
    const auto file = [&](const char *name, const QByteArray &bytes) {
        return std::make_shared<BytesFile>(field, QString::fromUtf8(name), bytes);
    };
    const http::Response mixed = browser.post(at, { { "upload", "1" } },
        { file("../../plan\u202e.pdf", pdfBytes),
            file("foto.heic",
                QByteArray("\0\0\0\x18"
                           "ftypheic",
                    12)),
            file("leer.pdf", {}), file("falsch.pdf", pngBytes), file("prog.exe", "MZ") });
    QCOMPARE(mixed.status, 422);
    for (const char *told : { "HEIC", "leer.pdf", "falsch.pdf", "prog.exe" })
        QVERIFY2(mixed.body.contains(told), told);
    QVERIFY(mixed.body.contains("plan.pdf")); // the good one stays
    // Where no picture is taken at all, JPG would be no advice. The list of the field has no HEIC:
    // a telephone then hands over a JPG by itself.
    const http::Response elsewhere = browser.post(at, { { "upload", "1" } },
        { std::make_shared<BytesFile>("nachweise.gutachten", u"foto.heic"_qs,
            QByteArray("\0\0\0\x18"
                       "ftypheic",
                12)) });
    QCOMPARE(elsewhere.status, 422);
    QVERIFY(elsewhere.body.contains("foto.heic") && !elsewhere.body.contains("HEIC-Foto"));
    QVERIFY(elsewhere.body.contains("accept=\".pdf,.jpg,.jpeg,.png\""));
    QVERIFY(!mixed.body.contains("../"));
    QCOMPARE(browser
                 .post(at, { { "upload", "1" } },
                     { file("foto.jpeg", jpgBytes), file("b.png", pngBytes) })
                 .status,
        303);
    QByteArray page = browser.get(at).body;
    QCOMPARE(page.count("name=\"remove\""), 3);
    const QByteArray id = TestBrowser::match_(page, u"name=\"remove\" value=\"([^\"]+)\""_qs);
    QCOMPARE(browser.post(at, { { "remove", id } }).status, 303);
    QVERIFY(!QFile::exists(portal.store->filePath(QString::fromLatin1(id))));
    QCOMPARE(browser
                 .post(at, { { "upload", "1" } },
                     { file("1.pdf", pdfBytes), file("2.pdf", pdfBytes), file("3.pdf", pdfBytes),
                         file("4.pdf", pdfBytes) })
                 .status,
        422); // five are allowed
    const QString contact = TestBrowser::location(browser.post(at, { { "next", "1" } }));
    QVERIFY(contact.endsWith(QLatin1String("/kontakt")));
    const QString review
        = TestBrowser::location(browser.post(contact, { { "email", "" }, { "consent", "no" } }));
    const http::Response done = browser.post(review, { { "confirm", "true" } });
    QCOMPARE(done.status, 303);
    const CaseFile filed = portal.cases().value(0);
    QCOMPARE(filed.attachments.size(), 5);
    QVERIFY(!filed.consent.electronic);
    for (const Attachment &attachment : filed.attachments) {
        QCOMPARE(attachment.field, u"nachweise.lageplan"_qs);
        const auto stored = portal.store->read([&](portal::Sql &sql) {
            return portal::Files(sql).findAttached(filed.id, attachment.id);
        });
        QVERIFY(stored.ok() && stored->has_value());
    }
}

void TestCitizen::barriersAreReported()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString at = u"/de/barriere-melden"_qs;
    browser.referer = "http://localhost/de/leistung/sperrmuell?x=1";
    const QByteArray page = browser.get(at).body;
    QVERIFY(page.contains("value=\"/de/leistung/sperrmuell\"")); // where it was met
    const QByteArray once
        = TestBrowser::match_(page, QStringLiteral("name=\"once\" value=\"([^\"]+)\""));
    QCOMPARE(browser.post(at, { { "meldung.seite", "Start" } }).status, 400);
    const http::Response wrong
        = browser.post(at, { { "once", once }, { "meldung.seite", "Suche" }, { "email", "x" } });
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.body.contains("value=\"Suche\"") && wrong.body.contains("2 Angaben"));
    QVERIFY(portal.cases().isEmpty());

    const TestBrowser::Form report{ { "once", once }, { "meldung.seite", "Suche" },
        { "meldung.problem", "Die Treffer werden nicht vorgelesen." },
        { "meldung.name", "Änne Größler" }, { "email", "kim@beispiel.de" } };
    const QString receipt = TestBrowser::location(browser.post(at, report));
    QCOMPARE(TestBrowser::location(browser.post(at, report)), receipt); // a second click
    const QByteArray shown = browser.get(receipt).body;
    QVERIFY(shown.contains("Ihre Meldung ist eingegangen"));
    QVERIFY(shown.contains("Die Treffer werden nicht vorgelesen."));
    QCOMPARE(portal.cases().size(), 1);
    const CaseFile filed = portal.cases().first();
    QCOMPARE(filed.title, u"Barriere: Suche"_qs);
    QCOMPARE(findAnswer(filed.answers, u"meldung.problem")->display,
        u"Die Treffer werden nicht vorgelesen."_qs);
    QCOMPARE(applicant(filed)->familyName, u"Änne Größler"_qs);
    QCOMPARE(filed.consent.email, u"kim@beispiel.de"_qs); // to be told of the answer
    QVERIFY(!filed.consent.electronic && filed.consent.wording.isEmpty()); // was not asked
    QVERIFY(filed.target.due.isValid());
    for (const QString &list : { u"/de/"_qs, u"/de/suche?q=barriere"_qs })
        QVERIFY(!browser.get(list).body.contains("leistung/barriere-melden"));
}

void TestCitizen::uploadTextsNameWhatTheFieldTakes()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const auto document = [](const char *field, const char *name, const QByteArray &bytes) {
        return std::make_shared<BytesFile>(field, QString::fromLatin1(name), bytes);
    };
    // Photos only.
    QString at = browser.writeWaste().section(QLatin1Char('/'), 0, -2) + u"/anlagen"_qs;
    QVERIFY(browser.get(at).body.contains("JPG oder PNG. Höchstens 4 Dateien, je bis 15 MB."));
    QByteArray refused = browser
                             .post(at, { { "upload", "1" } },
                                 { document("gegenstaende.fotos", "plan.pdf", pdfBytes) })
                             .body;
    QVERIFY(
        refused.contains("„plan.pdf“ können wir hier nicht annehmen. Wählen Sie eine Datei als JPG "
                         "oder PNG."));
    refused = browser
                  .post(at, { { "upload", "1" } },
                      { document("gegenstaende.fotos", "sofa.pdf", jpgBytes) })
                  .body;
    QVERIFY(refused.contains("mit der richtigen Endung: .jpg"));
    at.replace(u"/de/"_qs, u"/en/"_qs);
    QVERIFY(browser.get(at).body.contains("JPG or PNG. At most 4 files of up to 15 MB each."));
    // Documents too.
    browser.get(u"/de/leistung/baumfaellgenehmigung"_qs);
    at = TestBrowser::location(browser.post(u"/de/leistung/baumfaellgenehmigung"_qs, {}))
             .section(QLatin1Char('/'), 0, -2)
        + u"/anlagen"_qs;
    QVERIFY(browser.get(at).body.contains("PDF, JPG oder PNG. Höchstens 5 Dateien, je bis 25 MB."));
    refused = browser
                  .post(at, { { "upload", "1" } },
                      { document("nachweise.lageplan", "plan.gif", "GIF89a") })
                  .body;
    QVERIFY(refused.contains("Wählen Sie eine Datei als PDF, JPG oder PNG."));
}

void TestCitizen::answersAndHoursInTheReadersLanguage()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste(u"en"_qs);
    const QByteArray page = browser.get(review).body;
    QVERIFY(page.contains(">Yes<"));
    QVERIFY(!page.contains(">Ja<"));
    const QByteArray english = browser.get(u"/en/leistung/sperrmuell"_qs).body;
    QVERIFY(english.contains("Mon to Fri 9–12"));
    QVERIFY(!english.contains("Mo–Fr"));
    QVERIFY(browser.get(u"/de/leistung/sperrmuell"_qs).body.contains("Mo–Fr 9–12 Uhr"));
}

void TestCitizen::draftsEndAfterFourteenDays()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste();
    portal.clock.at = portal.clock.at.plusSeconds(14 * 24 * 3600 - 60);
    QCOMPARE(browser.get(review).status, 200);
    portal.clock.at = portal.clock.at.plusSeconds(120);
    QCOMPARE(browser.get(review).status, 404);
}

void TestCitizen::searchFinds()
{
    TestPortal portal;
    TestBrowser browser(portal);
    QVERIFY(browser.get(u"/de/suche?q=sperrmuell"_qs).body.contains("/de/leistung/sperrmuell"));
    QVERIFY(browser.get(u"/en/suche?q=dog"_qs).body.contains("1 service for “dog”"));
    const QByteArray odd = browser.get(u"/de/suche?q=%3Cscript%3E%E2%80%AE"_qs).body;
    QVERIFY(!odd.contains("<script"));
    QVERIFY(!odd.contains("\u202e"));
}

void TestCitizen::everyErrorPageIsGuardedAndCanBeAskedAbout()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/"_qs);
    http::Request request;
    request.path = "/de/x";
    for (const int status : { 404, 413, 429, 500, 503, 507 }) {
        if (status >= 500) // with what the page shows, the operator finds the line of the log
            QTest::ignoreMessage(QtCriticalMsg,
                QRegularExpression(u"error page [0-9A-Z]+ %1 x.y the detail"_qs.arg(status)));
        const http::Response page = portal.router.errorPage(
            request, status, error(ErrorCode::Internal, "x.y", {}, u"the detail"_qs));
        QCOMPARE(page.status, status);
        verifyHeaders(page);
        QVERIFY(!page.body.contains("the detail"));
        const QByteArray reference
            = TestBrowser::match_(page.body, u"Kennung für Rückfragen: <span[^>]*>([0-9A-Z]+)<"_qs);
        QCOMPARE(!reference.isEmpty(), status >= 500);
    }
}

void TestCitizen::receiptIsAPdf()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const http::Response pdf = browser.get(sent.receipt + u".pdf"_qs);
    QCOMPARE(pdf.status, 200);
    QVERIFY(pdf.body.startsWith("%PDF-"));
    QVERIFY(pdf.headers.value("Content-Disposition").startsWith("attachment"));
}

QTEST_GUILESS_MAIN(TestCitizen)
#include "tst_citizen.moc"
