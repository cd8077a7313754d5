#include "server/mail/mailservice.h"
#include "server/mail/news.h"
#include "server/store/cases.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"
#include "server/store/files.h"
#include "tests/server/store/testdatabase.h"
#include "tests/testing/smtpsink.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace mail;

namespace {

// The words do not matter here; what they may name does.
QString words(const QString &language, const QString &key, const QJsonObject &params)
{
    return language + QLatin1Char(' ') + key + QStringLiteral(" ä ")
        + params.value(QLatin1String("reference")).toString() + QLatin1Char(' ')
        + params.value(QLatin1String("link")).toString();
}

struct Office {
    Office()
    {
        store = *portal::Store::open(folder.path(), database.address());
        registrar = std::make_unique<portal::Registrar>(*store, clock);
        Authority authority;
        authority.name = QStringLiteral("Stadt Lindenau – Rathaus");
        authority.referencePrefix = QStringLiteral("LIN");
        Department department;
        department.id.text = QStringLiteral("abfall");
        department.name = { QStringLiteral("Abfall"), QStringLiteral("Waste") };
        department.code = QStringLiteral("70.2");
        const Status saved = store->write([&](portal::Writing &writing) -> Status {
            if (const Status done = portal::Directory::saveAuthority(writing, authority); !done)
                return done;
            CaseType type;
            type.id.text = QStringLiteral("sperrmuellabholung");
            type.version = 1;
            type.name = { QStringLiteral("Sperrmüllabholung"), QStringLiteral("Bulky waste") };
            type.department = department.id;
            if (const auto done = portal::CaseTypes::save(writing, type); !done)
                return done.error();
            return portal::Directory::saveDepartment(writing, department);
        });
        if (!saved)
            qFatal("office");
    }
    CaseFile file(const QString &email = QStringLiteral("kim@beispiel.de"))
    {
        FileApplication application;
        application.type.text = QStringLiteral("sperrmuellabholung");
        application.typeVersion = 1;
        application.department.text = QStringLiteral("abfall");
        application.title = QStringLiteral("Sperrmüll: Geheimstraße 7");
        application.language = QStringLiteral("de");
        application.consent.email = email;
        Party party;
        party.id = newId<PartyId>(clock);
        party.roles = { PartyRole::Applicant };
        party.familyName = QStringLiteral("Szczepańska");
        application.parties = { party };
        return carryOut({}, application);
    }
    CaseFile carryOut(const CaseFile &caseFile, OperationArgs args)
    {
        Operation operation;
        operation.id = newId<OperationId>(clock);
        operation.caseId = caseFile.id.isNull() ? newId<CaseId>(clock) : caseFile.id;
        operation.baseVersion = caseFile.version;
        operation.args = std::move(args);
        const auto done = registrar->carryOut(operation, portal::Author::system());
        if (!done || done->result.outcome != Outcome::Applied)
            qFatal("refused: %s", qPrintable(done ? done->result.reason : done.error().key));
        return done->caseFile;
    }
    QList<portal::Mail> mails(const CaseFile &caseFile) const
    {
        return *store->read(
            [&](portal::Sql &sql) { return portal::Mails(sql).ofCase(caseFile.id); });
    }
    CaseFile current(const CaseFile &caseFile) const
    {
        return **store->read(
            [&](portal::Sql &sql) { return portal::Cases(sql).find(caseFile.id); });
    }
    MailSettings settings(const SmtpSink &sink) const
    {
        MailSettings settings;
        settings.smtp.host = QStringLiteral("localhost");
        settings.smtp.port = sink.port;
        settings.smtp.caFile = sink.ca();
        settings.smtp.timeoutSeconds = 10;
        settings.from = QStringLiteral("portal@lindenau.example");
        settings.publicUrl = QStringLiteral("https://service.lindenau.example");
        return settings;
    }

    QTemporaryDir folder;
    TestDatabase database;
    FixedClock clock{ { 1795255200000 } };
    std::unique_ptr<portal::Store> store;
    std::unique_ptr<portal::Registrar> registrar;
};

} // namespace

class TestMail : public QObject {
    Q_OBJECT
private slots:
    void addressesThatMayBeSentTo();
    void textSaysNothingOfTheCase();
    void newsAreToldOnce();
    void arrivesWithTls();
    void twoProcessesSendEachOnce();
    void wrongAuthorityIsNotTrusted();
    void refusedForGood();
    void busyIsTriedAgain();
    void nobodyAnswers();
    void noticeKeepsEvidence();
    void threadWakes();
};

void TestMail::addressesThatMayBeSentTo()
{
    QVERIFY(isSendable(QStringLiteral("kim@beispiel.de")));
    for (const QString &bad : { u""_qs, u"kim"_qs, u"a@b@c"_qs, u"a b@c.de"_qs,
             u"a@b.de\r\nBcc: c@d.de"_qs, u"<a@b.de>"_qs })
        QVERIFY2(!isSendable(bad), qPrintable(bad));
}

void TestMail::textSaysNothingOfTheCase()
{
    Office office;
    const CaseFile caseFile = office.file();
    const auto news = newsOf(caseFile, {}, office.clock.now());
    QVERIFY(news.has_value());
    QCOMPARE(news->kind, u"received"_qs);
    const QByteArray text = mailText(*news,
        { u"portal@lindenau.example"_qs, u"Stadt Lindenau – Rathaus"_qs,
            u"https://service.lindenau.example"_qs },
        words, office.clock.now(), u"id-1"_qs);
    for (const char *secret : { "Geheim", "Szczepa", "Sperrm" })
        QVERIFY2(!text.contains(secret), secret);
    QVERIFY(text.contains(caseFile.reference.toUtf8()));
    QVERIFY(text.contains("From: =?UTF-8?B?"));
    QVERIFY(text.contains("Message-ID: <id-1@lindenau.example>\r\n"));
    QVERIFY(text.contains("Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n"));
    for (const QByteArray &line : text.split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(line.size() <= 79, line.constData());
    }
}

void TestMail::newsAreToldOnce()
{
    Office office;
    CaseFile caseFile = office.file();
    const Timestamp now = office.clock.now();
    QList<portal::Mail> earlier{ *newsOf(caseFile, {}, now) };
    QVERIFY(!newsOf(caseFile, earlier, now));
    caseFile
        = office.carryOut(caseFile, Reply{ newId<MessageId>(office.clock), u"Hallo"_qs, {}, {} });
    RequestFee fee;
    fee.id = newId<FeeId>(office.clock);
    fee.items = { { u"Abholung"_qs, { 2500 }, u"§ 6"_qs, {} } };
    fee.due = QDate(2026, 12, 12);
    caseFile = office.carryOut(caseFile, fee);
    const auto both = newsOf(caseFile, earlier, now);
    QVERIFY(both.has_value());
    QCOMPARE(both->kind, u"message"_qs);
    QCOMPARE(both->params.value(QLatin1String("about")).toArray().size(), 2);
    earlier.append(*both);
    QVERIFY(!newsOf(caseFile, earlier, now));
    QVERIFY(!newsOf(caseFile, {}, now.plusSeconds(newForSeconds + 1))); // long ago
    QVERIFY(!newsOf(office.file(QString()), {}, now)); // no address
    CaseFile byPost = office.file();
    byPost.consent.wording = u"2026-11"_qs;
    byPost.consent.electronic = true;
    QVERIFY(newsOf(byPost, {}, now));
    byPost.consent.electronic = false; // "only by post" means it
    QVERIFY(!newsOf(byPost, {}, now));
    QVERIFY(!newsOf(office.file(u"a@b.de\nBcc: x@y.de"_qs), {}, now));
}

void TestMail::arrivesWithTls()
{
    Office office;
    SmtpSink sink;
    const CaseFile caseFile = office.file();
    MailService service(*office.registrar, office.settings(sink), words);
    const auto sent = service.runOnce();
    QVERIFY(sent.ok());
    QCOMPARE(*sent, 1);
    QCOMPARE(sink.mails().size(), 1);
    const QByteArray mail = sink.mails().first();
    QVERIFY(mail.contains("X-TLS: True"));
    QVERIFY(mail.contains("X-Envelope-To: kim@beispiel.de"));
    QVERIFY(mail.contains("X-Envelope-From: portal@lindenau.example"));
    QCOMPARE(office.mails(caseFile).size(), 1);
    QCOMPARE(office.mails(caseFile).first().state, portal::MailState::Sent);
    QCOMPARE(*service.runOnce(), 0);
    // A restart looks at everything again and still tells nothing twice.
    MailService restarted(*office.registrar, office.settings(sink), words);
    QCOMPARE(*restarted.runOnce(), 0);
    QCOMPARE(sink.mails().size(), 1);
}

void TestMail::twoProcessesSendEachOnce()
{
    Office office;
    SmtpSink sink;
    for (int i = 0; i < 5; ++i)
        (void)office.file();
    const auto store = *portal::Store::open(office.folder.path(), office.database.address());
    portal::Registrar registrar(*store, office.clock);
    MailService here(*office.registrar, office.settings(sink), words);
    MailService there(registrar, office.settings(sink), words);
    int sentThere = 0;
    std::thread other([&] { sentThere = there.runOnce().valueOr(-100); });
    const int sentHere = here.runOnce().valueOr(-100);
    other.join();
    QCOMPARE(sentHere + sentThere, 5);
    QCOMPARE(sink.mails().size(), 5);
}

void TestMail::wrongAuthorityIsNotTrusted()
{
    Office office;
    SmtpSink sink;
    const CaseFile caseFile = office.file();
    MailSettings settings = office.settings(sink);
    settings.smtp.caFile.clear(); // the system does not know the test's authority
    MailService service(*office.registrar, settings, words);
    QCOMPARE(*service.runOnce(), 0);
    QVERIFY(sink.mails().isEmpty());
    QCOMPARE(office.mails(caseFile).first().state, portal::MailState::Waiting);
    QCOMPARE(office.mails(caseFile).first().outcome, u"tls"_qs);
}

void TestMail::refusedForGood()
{
    Office office;
    SmtpSink sink({ QStringLiteral("--reject") });
    const CaseFile caseFile = office.file();
    MailService service(*office.registrar, office.settings(sink), words);
    QCOMPARE(*service.runOnce(), 0);
    QCOMPARE(office.mails(caseFile).first().state, portal::MailState::Failed);
    QCOMPARE(office.mails(caseFile).first().outcome, u"550"_qs);
    QCOMPARE(office.mails(caseFile).first().attempts, 1);
}

void TestMail::busyIsTriedAgain()
{
    Office office;
    SmtpSink busy({ QStringLiteral("--busy") });
    const CaseFile caseFile = office.file();
    MailService service(*office.registrar, office.settings(busy), words);
    QCOMPARE(*service.runOnce(), 0);
    portal::Mail mail = office.mails(caseFile).first();
    QCOMPARE(mail.state, portal::MailState::Waiting);
    QCOMPARE(mail.outcome, u"451"_qs);
    QCOMPARE(mail.nextAttemptAt, office.clock.at.plusSeconds(60));
    QCOMPARE(*service.runOnce(), 0);
    QCOMPARE(office.mails(caseFile).first().attempts, 1); // not before its time
    office.clock.at = office.clock.at.plusSeconds(61);
    SmtpSink ready;
    MailService later(*office.registrar, office.settings(ready), words);
    QCOMPARE(*later.runOnce(), 1);
    QCOMPARE(office.mails(caseFile).first().attempts, 2);
}

void TestMail::nobodyAnswers()
{
    Office office;
    MailSettings settings;
    {
        SmtpSink gone;
        settings = office.settings(gone);
    }
    settings.smtp.caFile.clear();
    const CaseFile caseFile = office.file();
    MailService service(*office.registrar, settings, words);
    QCOMPARE(*service.runOnce(), 0);
    QCOMPARE(office.mails(caseFile).first().outcome, u"connect"_qs);
    // After three days nobody waits for it any more.
    office.clock.at = office.clock.at.plusSeconds(3 * 24 * 3600 + 1);
    QCOMPARE(*service.runOnce(), 0);
    QCOMPARE(office.mails(caseFile).first().state, portal::MailState::Failed);
}

void TestMail::noticeKeepsEvidence()
{
    Office office;
    SmtpSink sink;
    CaseFile caseFile = office.file();
    const auto kept = portal::keepBytes(*office.store, office.clock, "%PDF-1.7",
        u"application/pdf"_qs, portal::Author::system().key);
    QVERIFY(kept.ok());
    IssueNotice issue;
    issue.id = newId<NoticeId>(office.clock);
    issue.title = u"Bescheid"_qs;
    issue.content = { { u"kind"_qs, u"Bescheid"_qs } };
    issue.document = { newId<AttachmentId>(office.clock), u"bescheid.pdf"_qs, u"application/pdf"_qs,
        kept->size, kept->sha256, {}, {} };
    issue.letterDate = QDate(2026, 11, 21);
    caseFile = office.carryOut(caseFile, issue);
    office.clock.at = office.clock.at.plusSeconds(5);
    MailService service(*office.registrar, office.settings(sink), words);
    QCOMPARE(*service.runOnce(), 1); // arrival and notice in one
    const CaseFile after = office.current(caseFile);
    QCOMPARE(after.retrievals.size(), 1);
    QCOMPARE(after.retrievals[0].notification, u"sent"_qs);
    QCOMPARE(after.retrievals[0].notifiedAt, office.clock.at);
    QCOMPARE(*service.runOnce(), 0); // the evidence itself is no news
}

void TestMail::threadWakes()
{
    Office office;
    SmtpSink sink;
    MailService service(*office.registrar, office.settings(sink), words);
    office.store->onCommit([&](qint64) { service.wake(); });
    service.start();
    office.file();
    QTRY_COMPARE_WITH_TIMEOUT(sink.mails().size(), 1, 20'000);
    office.store->onCommit({});
    service.stop();
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
