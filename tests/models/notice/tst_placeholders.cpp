#include "models/notice/noticecheck.h"
#include "models/notice/placeholders.h"
#include "samplenotice.h"

#include <QtTest>

class TestPlaceholders : public QObject {
    Q_OBJECT
private slots:
    void shouldListEachOnceWhereItIsMended()
    {
        NoticeContent draft = sampleNotice();
        draft.decisions << QStringLiteral("gilt ab {{validFrom}} nach {{legalBasis}}");
        draft.conditions << QStringLiteral("{{width}} m frei");
        draft.reasons.law = QStringLiteral("{{legalBasis}} und {{rule}}");
        using P = NoticePart;
        QCOMPARE(openPlaceholders(draft),
            (QVector<OpenPlaceholder>{ { QStringLiteral("validFrom"), P::Decision },
                { QStringLiteral("legalBasis"), P::Decision },
                { QStringLiteral("width"), P::Conditions },
                { QStringLiteral("rule"), P::Reasons } }));
        QStringList parts;
        for (const OpenPoint &point : check(draft))
            parts << point.params.value(QStringLiteral("part")).toString();
        QCOMPARE(parts,
            (QStringList{ QStringLiteral("decision"), QStringLiteral("decision"),
                QStringLiteral("conditions"), QStringLiteral("reasons") }));
    }

    void shouldStandWhereverItIsNamed()
    {
        NoticeContent draft = sampleNotice();
        draft.subject = QStringLiteral("Nach {{legalBasis}}");
        draft.reasons.law = QStringLiteral("{{legalBasis}} verlangt es");
        draft.values = { { QStringLiteral("legalBasis"), QStringLiteral(" § 18 {{x}} ") } };
        const NoticeContent notice = filled(draft);
        QCOMPARE(notice.subject, QStringLiteral("Nach § 18 {{x}}")); // a value is only text …
        QCOMPARE(notice.reasons.law, QStringLiteral("§ 18 {{x}} verlangt es"));
        QVERIFY(notice.values.isEmpty());
        QVERIFY(!isIssuable(notice)); // … and braces in it still block
        draft.values = { { QStringLiteral("legalBasis"), QStringLiteral("§ 18 StrWG") } };
        QVERIFY(isIssuable(filled(draft)));
        draft.values = { { QStringLiteral("legalBasis"), QStringLiteral("  ") } };
        QCOMPARE(filled(draft).subject, draft.subject); // nothing is no value
    }

    void shouldKeepTheValuesWithTheDraft()
    {
        NoticeContent draft = sampleNotice();
        draft.values = { { QStringLiteral("validFrom"), QStringLiteral("01.12.2026") } };
        QCOMPARE(*noticeContentFromJson(toJson(draft)), draft);
        QVERIFY(!toJson(filled(draft)).contains(QStringLiteral("values")));
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
