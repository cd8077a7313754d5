#include "app/client/noticedraft.h"
#include "models/notice/noticecheck.h"
#include "tests/testing/casefixtures.h"

#include <QTest>

class TestNoticeDraft : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        law = *loadLawTable();
        Authority &authority = session.authority;
        authority.name = QStringLiteral("Stadt Lindenau");
        authority.address.street = QStringLiteral("Marktplatz 1");
        authority.address.postalCode = QStringLiteral("12345");
        authority.address.city = QStringLiteral("Lindenau");
        authority.ars = QStringLiteral("053340002002");
        authority.bank = { QStringLiteral("Stadtkasse Lindenau"),
            QStringLiteral("DE02120300000000202051"), {}, {}, {} };
        session.clerk.name = QStringLiteral("Maren Kowalski");
        session.clerk.phone = QStringLiteral("0123 456");
        Department department;
        department.id = { QStringLiteral("umweltamt") };
        department.name = { QStringLiteral("Umweltamt"), {} };
        session.departments = { department };
        type.id = { QStringLiteral("baumfaellgenehmigung") };
        type.name = { QStringLiteral("Baumfällgenehmigung"), {} };
        type.feeDefaults
            = { { QStringLiteral("Verwaltungsgebühr"), { 3'000, QStringLiteral("EUR") },
                    QStringLiteral("§ 2 der Satzung"), {} },
                  { QStringLiteral("Auslagen"), { 70, QStringLiteral("EUR") },
                      QStringLiteral("§ 3 der Satzung"), {} } };
        caseFile = sampleCase(1);
    }

    void shouldFillWhatIsKnown()
    {
        const Result<NoticeContent> content = draft(true);
        QVERIFY(content);
        QCOMPARE(content->addressee,
            QStringList({ QStringLiteral("Frau"), QStringLiteral("Änne Szczepańska"),
                QStringLiteral("Gartenweg 1"), QStringLiteral("12345 Lindenau") }));
        QCOMPARE(content->channel, QStringLiteral("letter"));
        QCOMPARE(content->fileReference, caseFile.reference);
        QCOMPARE(content->salutation, QStringLiteral("Sehr geehrte Frau Szczepańska,"));
        QCOMPARE(content->fees.size(), 2);
        QCOMPARE(content->total.cents, 3'070);
        QCOMPARE(content->payment->reference, QStringLiteral("KS26-0000001-59"));
        QCOMPARE(content->payment->due, QDate(2026, 12, 21));
        QVERIFY(content->remedy.text.contains(QStringLiteral("Marktplatz 1, 12345 Lindenau")));
        QCOMPARE(content->signature.name, session.clerk.name);
    }

    void shouldNeverStateWhatOnlyAPersonMay()
    {
        const Result<NoticeContent> content = draft(true);
        QVERIFY(!content->hearing.given);
        QVERIFY(!content->discretion.given);
        QVERIFY(!content->automated);
        QVERIFY(!isIssuable(*content));
        NoticeContent confirmed = *content;
        confirmed.hearing = { true, QStringLiteral("begünstigend"), session.clerk.name, {} };
        confirmed.payment->reference = QStringLiteral("anderes Verfahren 1"); // of a cash system
        QStringList blocking;
        for (const OpenPoint &point : check(confirmed)) {
            if (point.blocks)
                blocking.append(point.key);
        }
        QCOMPARE(blocking, QStringList());
    }

    void shouldLeaveTheReferenceToTheCashSystem()
    {
        reference.clear();
        type.referenceSource = ReferenceSource::CashSystem;
        NoticeContent content = *draft(true);
        type.referenceSource = ReferenceSource::LeasedBlock;
        const NoticeContent forgotten = *draft(true);
        reference = QStringLiteral("KS26-0000001-59");
        QVERIFY(content.payment->reference.isEmpty());
        QVERIFY(forgotten.payment->reference.isEmpty());
        content.hearing = { true, QStringLiteral("begünstigend"), session.clerk.name, {} };
        QVERIFY(isIssuable(content)); // the letter says that it follows
        QVERIFY(!isIssuable(forgotten));
    }

    void shouldPreferTheRepresentativeWithAuthority()
    {
        CaseFile with = caseFile;
        Party lawyer = with.parties.first();
        lawyer.roles = { PartyRole::Representative };
        lawyer.familyName = QStringLiteral("Weiß");
        with.parties.append(lawyer);
        QCOMPARE(noticeAddressee(with)->familyName, QStringLiteral("Szczepańska"));
        with.parties.last().authorityToAct = QStringLiteral("Vollmacht vom 1.10.2026");
        QCOMPARE(noticeAddressee(with)->familyName, QStringLiteral("Weiß"));
        with.parties.clear();
        QVERIFY(!noticeAddressee(with));
    }

    void shouldKeepTheAddressInTheWindow()
    {
        Party party = caseFile.parties.first();
        party.title = QStringLiteral("Dr.");
        party.address.extra = QStringLiteral("Hinterhaus");
        party.address.country = QStringLiteral("PL");
        QVERIFY(addresseeLines(party).size() <= 6);
        party.organisation = QStringLiteral("Baumpflege Weiß GmbH");
        QCOMPARE(addresseeLines(party).first(), party.organisation);
    }

    void shouldComputePeriods()
    {
        const Result<NoticePeriods> letter
            = noticePeriods(session.authority, law, NoticeChannel::Letter, QDate(2026, 11, 20));
        QVERIFY(letter);
        QCOMPARE(letter->disclosedOn, QDate(2026, 11, 24)); // fourth day
        QCOMPARE(letter->remedyEndsOn, QDate(2026, 12, 24));
        const Result<NoticePeriods> portal = noticePeriods(
            session.authority, law, NoticeChannel::PortalRetrieval, QDate(2026, 11, 20));
        QVERIFY(portal);
        QVERIFY(!portal->disclosedOn.isValid()); // depends on the retrieval
    }

private:
    Result<NoticeContent> draft(bool withFee)
    {
        NoticeDraftInput input{ caseFile, &type, session, law };
        input.letterDate = QDate(2026, 11, 21);
        input.withFee = withFee;
        input.paymentReference = reference;
        input.values.insert(QStringLiteral("facts"), QStringLiteral("Sie haben beantragt."));
        const QVector<NoticeTemplate> templates = *builtInTemplates();
        for (const NoticeTemplate &candidate : templates) {
            if (candidate.ref.id == QLatin1String("gebuehrenbescheid"))
                return draftNotice(candidate, input);
        }
        return error(ErrorCode::NotFound, "test.template");
    }

    LawTable law;
    Session session;
    CaseType type;
    CaseFile caseFile;
    QString reference = QStringLiteral("KS26-0000001-59");
};

QTEST_GUILESS_MAIN(TestNoticeDraft)
#include "tst_noticedraft.moc"
