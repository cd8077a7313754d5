#include "models/payment/paymentreference.h"
#include "server/payment/cashdesk.h"
#include "tests/server/store/office.h"

using namespace portal;

class TestCashDesk : public QObject {
    Q_OBJECT

private slots:
    void shouldLeaseEachNumberOnce()
    {
        Office office;
        CashDesk desk(*office.registrar);
        const QString request = newUuid7(office.clock);
        const DeviceId device = newId<DeviceId>(office.clock);
        const ClerkId maren{ QStringLiteral("maren") };
        const auto first = desk.lease(request, device, maren);
        const auto again = desk.lease(request, device, maren);
        QCOMPARE(again->first, first->first);
        QCOMPARE(again->last, first->last);
        const auto second = desk.lease(newUuid7(office.clock), device, maren);
        QCOMPARE(second->first, first->last + 1);
        // The request id of somebody else gives nothing away.
        QVERIFY(!desk.lease(request, newId<DeviceId>(office.clock), maren));
        QVERIFY(!desk.lease(QStringLiteral("1"), device, maren));
        office.clock.at = office.clock.at.plusSeconds(60LL * 24 * 3600);
        QCOMPARE(desk.lease(newUuid7(office.clock), device, maren)->prefix, QStringLiteral("KS27"));
    }

    void shouldSettleTheFeeOfAReference()
    {
        Office office;
        CashDesk desk(*office.registrar);
        const CaseFile caseFile = office.filed();
        RequestFee fee;
        fee.id = newId<FeeId>(office.clock);
        fee.items
            = { FeeItem{ QStringLiteral("Gebühr"), Money{ 3070 }, QStringLiteral("Satzung") } };
        fee.due = QDate(2026, 12, 31);
        fee.reference = formatReference(QStringLiteral("KS26"), 4711, 7);
        QCOMPARE(
            office.registrar
                ->carryOut(office.operation(caseFile.id, fee, 1), office.clerk("maren", "green"))
                ->result.outcome,
            Outcome::Applied);
        const auto paid
            = desk.settle(QString(fee.reference).toLower().replace(u'-', u' '), FeeState::Paid);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().key));
        QCOMPARE(paid->fees.first().state, FeeState::Paid);
        QCOMPARE(desk.settle(fee.reference, FeeState::ChargedBack)->fees.first().state,
            FeeState::ChargedBack);
        const QString swapped = QString(fee.reference).replace(u"4711"_qs, u"7411"_qs);
        QCOMPARE(desk.settle(swapped, FeeState::Paid).error().key,
            QStringLiteral("payment.reference.invalid"));
        QCOMPARE(
            desk.settle(formatReference(QStringLiteral("KS26"), 9, 7), FeeState::Paid).error().code,
            ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestCashDesk)
#include "tst_cashdesk.moc"
