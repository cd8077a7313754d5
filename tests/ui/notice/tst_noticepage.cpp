#include "tests/ui/shell/sampledesk.h"

#include "ui/attachments/documentview.h"
#include "ui/notice/noticepage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

// The assistant for a notice, by its fields.
class TestNoticePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }

    void shouldOfferOnlyChannelsWithEvidence_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("consent");
        QTest::addColumn<QString>("postbox");
        QTest::addColumn<QStringList>("allowed");
        const QString letter = QStringLiteral("letter");
        const QString portal = QStringLiteral("portal");
        QTest::newRow("nothing known")
            << int(AssuranceLevel::None) << false << QString() << QStringList{ letter };
        QTest::newRow("no consent")
            << int(AssuranceLevel::High) << false << QStringLiteral("box") << QStringList{ letter };
        QTest::newRow("signed in and agreed")
            << int(AssuranceLevel::Low) << true << QString() << QStringList{ letter, portal };
        QTest::newRow("account") << int(AssuranceLevel::High) << true << QStringLiteral("box")
                                 << QStringList{ letter, portal, QStringLiteral("account") };
    }
    void shouldOfferOnlyChannelsWithEvidence()
    {
        QFETCH(int, level);
        QFETCH(bool, consent);
        QFETCH(QString, postbox);
        QFETCH(QStringList, allowed);
        CaseFile caseFile = sampledata::vogelsang();
        caseFile.level = AssuranceLevel(level);
        caseFile.consent.electronic = consent;
        caseFile.parties.first().postboxHandle = postbox;
        open(caseFile, newContent());
        for (const char *name : { "letter", "portal", "account" }) {
            auto *button = page()->findChild<QRadioButton *>(
                QStringLiteral("channel-") + QLatin1String(name));
            QVERIFY(button);
            const bool may = allowed.contains(QLatin1String(name));
            QCOMPARE(button->isEnabled(), may);
            QVERIFY(may || !button->accessibleDescription().isEmpty()); // the reason
        }
        QVERIFY(page()->findChild<QRadioButton *>(QStringLiteral("channel-letter"))->isChecked());
    }

    void shouldBlockADraftWhoseChannelIsNotAllowedAnyMore()
    {
        NoticeContent content = newContent();
        content.channel = QStringLiteral("portal");
        CaseFile caseFile = sampledata::vogelsang();
        caseFile.consent.electronic = false;
        open(caseFile, content);
        const int open = page()->openPoints();
        page()->findChild<QRadioButton *>(QStringLiteral("channel-letter"))->click();
        QCOMPARE(page()->content().channel, QStringLiteral("letter"));
        QCOMPARE(page()->openPoints(), open - 1);
    }

    void shouldAskForTheDetailsOfTheTemplate()
    {
        NoticeContent content = newContent();
        content.basedOn.id = QStringLiteral("bewilligung");
        content.decisions << QStringLiteral("Sie gilt ab {{validFrom}}.");
        content.reasons.law = QStringLiteral("Beruht auf {{legalBasis}}.");
        open(sampledata::vogelsang(), content);
        const int before = page()->openPoints();
        page()->setStep(NoticeStepId::Decision);
        auto *from = page()->findChild<QLineEdit *>(QStringLiteral("value-validFrom"));
        QVERIFY(from && from->isVisible());
        QVERIFY(!page()->findChild<QLineEdit *>(QStringLiteral("value-legalBasis"))->isVisible());
        from->setFocus();
        QTest::keyClicks(from, QStringLiteral("1.12.26"));
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(from->text(), QStringLiteral("01.12.2026"));
        page()->setStep(NoticeStepId::Reasons);
        auto *basis = page()->findChild<QLineEdit *>(QStringLiteral("value-legalBasis"));
        QTest::keyClicks(basis, QStringLiteral("§ 18 StrG"));
        QCOMPARE(page()->content().values.value(QStringLiteral("validFrom")),
            QStringLiteral("01.12.2026"));
        QCOMPARE(page()->openPoints(), before - 2);
        // A placeholder that the clerk deletes is no question any more.
        page()->setStep(NoticeStepId::Decision);
        page()
            ->findChild<QPlainTextEdit *>(QStringLiteral("decisions"))
            ->setPlainText(QStringLiteral("Ohne Frist."));
        QVERIFY(!page()->findChild<QLineEdit *>(QStringLiteral("value-validFrom"))
            || !page()->findChild<QLineEdit *>(QStringLiteral("value-validFrom"))->isVisible());
    }

    void shouldLetTheReferenceFollow()
    {
        CaseFile caseFile = sampledata::vogelsang();
        open(caseFile, newContent(), ReferenceSource::CashSystem);
        QSignalSpy reference(&m_desk->requests, &CaseRequests::noticeReferenceRequested);
        page()->setStep(NoticeStepId::Fee);
        page()->findChild<QCheckBox *>(QStringLiteral("withFee"))->click();
        QCOMPARE(reference.count(), 0); // no number of the block is spent
        QVERIFY(page()->content().payment->waitsForReference());
        auto *edit = page()->findChild<QLineEdit *>(QStringLiteral("paymentReference"));
        QVERIFY(!edit->isReadOnly());
        QTest::keyClicks(edit, QStringLiteral("5.0815.123456.7"));
        QCOMPARE(page()->content().payment->reference, QStringLiteral("5.0815.123456.7"));
        QVERIFY(!page()->content().payment->waitsForReference());
    }

    void shouldHintAtLawThatNobodyHasConfirmed()
    {
        open(sampledata::vogelsang(), newContent()); // Saxony-Anhalt: a row to be confirmed
        page()->setStep(NoticeStepId::Release);
        bool hinted = false;
        for (const QLabel *label : page()->findChildren<QLabel *>())
            hinted = hinted || label->text().startsWith(QLatin1String("To be confirmed"));
        QVERIFY(hinted);
    }

private:
    static NoticeContent newContent()
    {
        NoticeContent content;
        content.subject = QStringLiteral("Sondernutzung");
        content.letterDate = QDate(2026, 11, 23);
        content.decisions = { QStringLiteral("Erlaubt.") };
        return content;
    }
    void open(const CaseFile &caseFile, const NoticeContent &content,
        ReferenceSource source = ReferenceSource::LeasedBlock)
    {
        m_desk = std::make_unique<SampleDesk>(QList<CaseFile>{ caseFile });
        QList<CaseType> types = sampledata::caseTypes();
        for (CaseType &type : types)
            type.referenceSource = source;
        m_desk->context.setCaseTypes(types);
        m_desk->window->resize(1440, 900);
        m_desk->window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
        m_desk->window->openNotice(*m_desk->view->find(caseFile.id), content);
    }
    NoticePage *page() const { return m_desk->window->noticePage(); }

    std::unique_ptr<SampleDesk> m_desk;
};

QTEST_MAIN(TestNoticePage)
#include "tst_noticepage.moc"
