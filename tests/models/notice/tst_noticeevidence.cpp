#include "models/law/calendar.h"
#include "models/notice/noticeevidence.h"
#include "samplenotice.h"
#include "tests/testing/casefixtures.h"

#include <QtTest>

// Decision 20: until the citizen has an account with recognised identification and has agreed, the
// letter is the only channel.
class TestNoticeEvidence : public QObject {
    Q_OBJECT

    static QStringList missing(const CaseFile &caseFile, const char *channel,
        const char *ars = "053340002002", QDate day = QDate(2026, 11, 23))
    {
        const LawTable law = *loadLawTable();
        const Place place{ QString::fromLatin1(ars), {} };
        for (const ChannelOffer &offer : channelOffers(caseFile, law, place, day)) {
            if (offer.channel == QLatin1String(channel))
                return offer.missing;
        }
        return { QStringLiteral("no offer") };
    }
    static CaseFile caseWith(AssuranceLevel level, bool consent, const QString &postbox = {})
    {
        CaseFile caseFile = sampleCase(1);
        caseFile.level = level;
        caseFile.consent.electronic = consent;
        caseFile.parties.first().postboxHandle = postbox;
        return caseFile;
    }

private slots:
    void shouldAlwaysAllowTheLetter()
    {
        QCOMPARE(missing(caseWith(AssuranceLevel::None, false), "letter"), QStringList());
        QCOMPARE(missing({}, "letter"), QStringList());
        QCOMPARE(missing(sampleCase(1), "letter", "nowhere"), QStringList());
    }

    void shouldAskForConsentAndSignInBeforeARetrieval()
    {
        const QString consent = QStringLiteral("channel.noConsent");
        const QString signIn = QStringLiteral("channel.noSignIn");
        using L = AssuranceLevel;
        QCOMPARE(missing(caseWith(L::None, false), "portal"), (QStringList{ signIn, consent }));
        QCOMPARE(missing(caseWith(L::None, true), "portal"), QStringList{ signIn });
        QCOMPARE(missing(caseWith(L::Low, false), "portal"), QStringList{ consent });
        QCOMPARE(missing(caseWith(L::Low, true), "portal"), QStringList());
    }

    void shouldAskForARecognisedAccountBeforeAPostbox()
    {
        const QString box = QStringLiteral("bundid:4711");
        using L = AssuranceLevel;
        QCOMPARE(missing(caseWith(L::High, true), "account"),
            QStringList{ QStringLiteral("channel.noPostbox") });
        QCOMPARE(missing(caseWith(L::Low, true, box), "account"),
            QStringList{ QStringLiteral("channel.noIdentity") });
        QCOMPARE(missing(caseWith(L::Substantial, false, box), "account"),
            QStringList{ QStringLiteral("channel.noConsent") });
        QCOMPARE(missing(caseWith(L::Substantial, true, box), "account"), QStringList());
        QCOMPARE(
            missing(caseWith(L::High, true, box), "account", "053340002002", QDate(2023, 1, 2)),
            QStringList{ QStringLiteral("channel.noRule") }); // § 9 OZG was not yet in force
    }

    void shouldOfferNothingElectronicWithoutAnApplicant()
    {
        CaseFile internal = caseWith(AssuranceLevel::High, true);
        internal.parties.clear();
        QCOMPARE(missing(internal, "portal"), QStringList{ QStringLiteral("channel.noApplicant") });
    }

    void shouldBlockAChannelWithoutEvidenceAndHintAtUnconfirmedLaw()
    {
        const LawTable law = *loadLawTable();
        const Place place{ QStringLiteral("NW"), {} };
        NoticeContent content = sampleNotice();
        content.channel = QStringLiteral("portal");
        const CaseFile plain = caseWith(AssuranceLevel::None, false);
        auto points = checkEvidence(content, plain, law, place);
        QCOMPARE(points.size(), 2);
        QCOMPARE(points[0].key, QStringLiteral("notice.check.channelEvidence"));
        QVERIFY(points[0].blocks);
        QCOMPARE(points[1].key, QStringLiteral("notice.check.lawUnconfirmed")); // the remedy
        QVERIFY(!points[1].blocks);
        content.channel = QStringLiteral("letter");
        QCOMPARE(checkEvidence(content, plain, law, place).size(), 1);
        const Place saxony{ QStringLiteral("SN"), {} }; // its own law is not confirmed either
        points = checkEvidence(content, plain, law, saxony);
        QCOMPARE(points.size(), 2);
        QVERIFY(points[0].params.value(QStringLiteral("citation")).toString().contains(u"§ 41"));
    }
};

QTEST_GUILESS_MAIN(TestNoticeEvidence)
#include "tst_noticeevidence.moc"
