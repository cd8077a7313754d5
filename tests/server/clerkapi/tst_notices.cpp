#include "desk.h"

#include "models/domain/wire.h"
#include "models/notice/noticerenderer.h"
#include "models/notice/noticetemplate.h"
#include "models/payment/paymentreference.h"
#include "tests/models/notice/samplenotice.h"

#include <QJsonArray>

using namespace portal;

namespace {

// Makes a good notice a bad one: the operation, or what is printed.
using Spoil = void (*)(IssueNotice &issue, NoticeContent &printed);

NoticeContent soundContent(const Desk &desk)
{
    NoticeContent content = sampleNotice();
    content.basedOn = builtInTemplates()->first().ref;
    content.letterDate = localDate(desk.clock.now(), "Europe/Berlin");
    content.fees.clear();
    content.total = {};
    content.payment.reset();
    return content;
}

void addFee(NoticeContent &content, const QString &reference)
{
    content.fees = sampleNotice().fees;
    content.total = content.sumOfFees();
    content.payment = sampleNotice().payment;
    content.payment->reference = reference;
}

IssueNotice issueOf(const Desk &desk, const NoticeContent &content)
{
    IssueNotice issue;
    issue.id = newId<NoticeId>(desk.clock);
    issue.title = content.title();
    issue.templateId = content.basedOn.id;
    issue.templateVersion = content.basedOn.version;
    issue.templateHash = content.basedOn.hash;
    issue.content = toJson(content);
    issue.letterDate = content.letterDate;
    if (content.payment) {
        RequestFee fee;
        fee.id = newId<FeeId>(desk.clock);
        for (const NoticeFee &item : content.fees)
            fee.items.append({ item.text, item.amount, item.legalBasis, {} });
        fee.due = content.payment->due;
        fee.reference = content.payment->reference;
        issue.fee = fee;
    }
    return issue;
}

} // namespace
Q_DECLARE_METATYPE(Spoil)

class TestNotices : public QObject {
    Q_OBJECT

private slots:
    void shouldIssueWhatTheDocumentSays()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        NoticeContent content = soundContent(desk);
        addFee(content, leased(desk, token));
        IssueNotice issue = issueOf(desk, content);
        print(desk, issue, content);
        const Operation operation = desk.operation(desk.filed("green").id, issue, 1);
        const OperationResult first = send(desk, token, operation);
        QCOMPARE(first.reason, QString());
        QCOMPARE(first.outcome, Outcome::Applied);
        QCOMPARE(send(desk, token, operation), first); // once more is the same answer
    }

    void shouldRefuseWhatIsNoNotice_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, Spoil spoil, const char *reason) {
            QTest::newRow(name) << spoil << QString::fromLatin1(reason);
        };
        row(
            "prints something else",
            [](IssueNotice &, NoticeContent &printed) { printed.decisions.append(u"Mehr."_qs); },
            "notice.content");
        row(
            "content that is none",
            [](IssueNotice &issue, NoticeContent &) {
                issue.content = { { u"a"_qs, 1 } };
            },
            "notice.content");
        row(
            "not lawful",
            [](IssueNotice &issue, NoticeContent &printed) {
                printed.remedy = {};
                issue.content = toJson(printed);
            },
            "notice.incomplete");
        row(
            "unknown template",
            [](IssueNotice &issue, NoticeContent &printed) {
                printed.basedOn = { u"nope"_qs, 99, QString(), {} };
                issue.templateId = u"nope"_qs;
                issue.templateVersion = 99;
                issue.templateHash.clear();
                issue.content = toJson(printed);
            },
            "notice.template");
        row(
            "another template than the printed one",
            [](IssueNotice &issue, NoticeContent &) { issue.templateVersion = 2; },
            "notice.template");
        row(
            "letter of 1999",
            [](IssueNotice &issue, NoticeContent &printed) {
                issue.letterDate = printed.letterDate = QDate(1999, 1, 1);
                issue.content = toJson(printed);
            },
            "notice.letterDate");
        row(
            "letter of next month",
            [](IssueNotice &issue, NoticeContent &printed) {
                issue.letterDate = printed.letterDate = printed.letterDate.addDays(30);
                issue.content = toJson(printed);
            },
            "notice.letterDate");
        row(
            "another channel than the printed one",
            [](IssueNotice &issue, NoticeContent &) { issue.channel = NoticeChannel::HandedOver; },
            "notice.channel");
        row(
            "portal without consent",
            [](IssueNotice &issue, NoticeContent &printed) {
                issue.channel = NoticeChannel::PortalRetrieval;
                printed.channel = u"portal"_qs;
                issue.content = toJson(printed);
            },
            "notice.channel.noConsent");
        row(
            "postbox that nobody has",
            [](IssueNotice &issue, NoticeContent &printed) {
                issue.channel = NoticeChannel::AccountPostbox;
                printed.channel = u"account"_qs;
                issue.content = toJson(printed);
            },
            "notice.channel.noPostbox");
        row(
            "fee that is not printed",
            [](IssueNotice &issue, NoticeContent &) {
                RequestFee fee;
                fee.items = { FeeItem{ u"Gebühr"_qs, Money{ 100 }, u"Satzung"_qs, {} } };
                issue.fee = fee;
            },
            "notice.fee");
    }
    void shouldRefuseWhatIsNoNotice()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QString, reason);
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        NoticeContent printed = soundContent(desk);
        IssueNotice issue = issueOf(desk, printed);
        spoil(issue, printed);
        print(desk, issue, printed);
        const CaseFile caseFile = desk.filed("green");
        const Operation operation = desk.operation(caseFile.id, issue, 1);
        const OperationResult result = send(desk, token, operation);
        QCOMPARE(result.reason, reason);
        QCOMPARE(result.outcome, Outcome::Rejected);
        QCOMPARE(send(desk, token, operation), result);
        QVERIFY(desk.now(caseFile.id).notices.isEmpty());
    }

    void shouldRefuseADocumentThatIsNoPdf()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        IssueNotice issue = issueOf(desk, soundContent(desk));
        const QByteArray page = "<script>alert(1)</script>";
        const auto kept = keepBytes(
            *desk.store, desk.clock, page, QStringLiteral("text/plain"), u"clerk:maren"_qs);
        issue.document = { newId<AttachmentId>(desk.clock), u"evil.html"_qs, kept->type, kept->size,
            kept->sha256 };
        const CaseId caseId = desk.filed("green").id;
        QCOMPARE(send(desk, token, desk.operation(caseId, issue, 1)).reason,
            QStringLiteral("notice.document"));
        // A page that only calls itself a PDF.
        issue.document = desk.file("%PDF-1.7 broken", u"clerk:maren"_qs);
        QCOMPARE(send(desk, token, desk.operation(caseId, issue, 1)).reason,
            QStringLiteral("notice.document"));
        // Not there yet is another thing.
        issue.document.sha256 = QString(64, u'0');
        QCOMPARE(
            send(desk, token, desk.operation(caseId, issue, 1)).outcome, Outcome::MissingBlobs);
    }

    void shouldTakeNumbersThatWereLeasedToThisClerkOnly_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<bool>("good");
        QTest::newRow("own") << u"own"_qs << true;
        QTest::newRow("made up") << u"MADE-UP-123"_qs << false;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("right digits, never leased")
            << formatReference(u"KS26"_qs, 4711, 7) << false;
        QTest::newRow("of a colleague") << u"colleague"_qs << false;
        QTest::newRow("as if the cash system gave it") << u"cash"_qs << false;
    }
    void shouldTakeNumbersThatWereLeasedToThisClerkOnly()
    {
        QFETCH(QString, which);
        QFETCH(bool, good);
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        RequestFee fee;
        fee.id = newId<FeeId>(desk.clock);
        fee.items = { FeeItem{ u"Gebühr"_qs, Money{ 3070 }, u"Satzung"_qs, {} } };
        fee.due = QDate(2026, 12, 31);
        fee.reference = which;
        if (which == QLatin1String("own"))
            fee.reference = leased(desk, token);
        if (which == QLatin1String("colleague"))
            fee.reference = leased(desk, desk.token("jan", "green"));
        if (which == QLatin1String("cash"))
            fee.source = ReferenceSource::CashSystem;
        const OperationResult result
            = send(desk, token, desk.operation(desk.filed("green").id, fee, 1));
        QCOMPARE(result.reason, good ? QString() : QStringLiteral("fee.reference"));
    }

    // The sealed bytes are the document, whoever made the unsealed ones.
    void shouldSealNotices()
    {
        QTemporaryDir folder;
        Desk desk;
        desk.clock.at = { QDateTime::currentMSecsSinceEpoch() + 60000 }; // the key begins now
        desk.api.seal = throwAwayKey(folder);
        QVERIFY(desk.api.seal);
        const QByteArray token = desk.token("maren", "green");
        QVERIFY(Desk::json(desk.get("/sync/v1/session", token))
                    .value(QLatin1String("limits"))
                    .toObject()
                    .value(QLatin1String("seal"))
                    .toBool());
        const NoticeContent content = soundContent(desk);
        IssueNotice issue = issueOf(desk, content);
        print(desk, issue, content, true);
        const CaseFile caseFile = desk.filed("green");
        const Operation operation = desk.operation(caseFile.id, issue, 1);
        const OperationResult result = send(desk, token, operation);
        QCOMPARE(result.reason, QString());
        QCOMPARE(send(desk, token, operation), result);
        const Attachment document = desk.now(caseFile.id).attachments.first();
        QCOMPARE(document.id, issue.document.id);
        QVERIFY(document.sha256 != issue.document.sha256);
        const auto download = desk.get("/sync/v1/cases/" + caseFile.id.text.toLatin1()
                + "/attachments/" + document.id.text.toLatin1(),
            token);
        QFile file(download.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sealed = file.readAll();
        QCOMPARE(qint64(sealed.size()), document.size);
        QCOMPARE(QCryptographicHash::hash(sealed, QCryptographicHash::Sha256).toHex(),
            document.sha256.toLatin1());
        QVERIFY(sealed.contains("ETSI.CAdES.detached"));
        QVERIFY(!sealed.contains("1111111111")); // the place of the seal is filled
        QCOMPARE(*contentOfNotice(sealed), content);
    }

private:
    static std::optional<SealKey> throwAwayKey(const QTemporaryDir &folder)
    {
        const QString key = folder.filePath(u"key.pem"_qs);
        const QString certificate = folder.filePath(u"cert.pem"_qs);
        const QString container = folder.filePath(u"seal.p12"_qs);
        QProcess::execute(u"openssl"_qs,
            { u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"rsa:2048"_qs, u"-nodes"_qs, u"-days"_qs,
                u"2"_qs, u"-subj"_qs, u"/CN=Siegel"_qs, u"-keyout"_qs, key, u"-out"_qs,
                certificate });
        QProcess::execute(u"openssl"_qs,
            { u"pkcs12"_qs, u"-export"_qs, u"-inkey"_qs, key, u"-in"_qs, certificate, u"-out"_qs,
                container, u"-passout"_qs, u"pass:geheim"_qs });
        QFile file(container);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto read = SealKey::fromPkcs12(file.readAll(), "geheim");
        return read ? std::optional<SealKey>(*read) : std::nullopt;
    }

    static void print(
        Desk &desk, IssueNotice &issue, const NoticeContent &content, bool roomForSeal = false)
    {
        RenderOptions options;
        options.reserveSeal = roomForSeal;
        const auto pdf = renderNotice(content, desk.clock.now(), options);
        if (!pdf)
            qFatal("pdf: %s", qPrintable(pdf.error().key + pdf.error().detail));
        issue.document = desk.file(*pdf, QStringLiteral("clerk:maren"));
    }

    static OperationResult send(Desk &desk, const QByteArray &token, const Operation &operation)
    {
        const auto answer = desk.post("/sync/v1/operations",
            { { QStringLiteral("operations"), QJsonArray{ toJson(operation) } } }, token);
        const QJsonArray results = Desk::json(answer).value(QLatin1String("results")).toArray();
        const auto result = resultFromJson(results.first().toObject());
        return result ? *result : OperationResult{};
    }

    // A number as the desk prints it.
    static QString leased(Desk &desk, const QByteArray &token)
    {
        const auto block = Desk::json(desk.post("/sync/v1/reference-blocks",
            { { QStringLiteral("deviceId"), newUuid7(desk.clock) },
                { QStringLiteral("requestId"), newUuid7(desk.clock) } },
            token));
        return formatReference(block.value(QLatin1String("prefix")).toString(),
            block.value(QLatin1String("first")).toInteger(), 7);
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
