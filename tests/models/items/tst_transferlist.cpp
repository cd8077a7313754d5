#include "models/items/transferlist.h"

#include <QSignalSpy>
#include <QtTest>

class TestTransferList : public QObject {
    Q_OBJECT

    static Transfer transfer(const char *file, qint64 done, const char *operation = "")
    {
        return { CaseId{ QStringLiteral("c1") }, OperationId{ QString::fromLatin1(operation) },
            AttachmentId{ QString::fromLatin1(file) }, QStringLiteral("Plan.pdf"), 200, done };
    }

private slots:
    void shouldFollowEachFileToItsEnd()
    {
        TransferList list;
        QSignalSpy changed(&list, &TransferList::changed);
        list.report(transfer("a", 0));
        list.report(transfer("b", 10, "op"));
        list.report(transfer("a", 50));
        list.report(transfer("a", 50)); // no news
        QCOMPARE(changed.count(), 3);
        QCOMPARE(list.ofCase(CaseId{ QStringLiteral("c1") }).size(), 2);
        QVERIFY(list.ofCase(CaseId{ QStringLiteral("c2") }).isEmpty());
        QCOMPARE(list.find(AttachmentId{ QStringLiteral("a") })->percent(), 25);
        QVERIFY(!list.all()[0].isUpload() && list.all()[1].isUpload());
        list.report(transfer("a", 200)); // complete
        QCOMPARE(list.all().size(), 1);
        list.endOperation({}); // downloads have none
        QCOMPARE(list.all().size(), 1);
        list.endOperation(OperationId{ QStringLiteral("op") });
        QVERIFY(list.all().isEmpty());
        QCOMPARE(transfer("x", 0).percent(), 0);
    }

    void shouldAskToStopOnlyWhatIsUnderWay()
    {
        TransferList list;
        QSignalSpy stop(&list, &TransferList::stopRequested);
        list.requestStop(AttachmentId{ QStringLiteral("a") });
        QCOMPARE(stop.count(), 0);
        list.report(transfer("a", 1));
        connect(&list, &TransferList::stopRequested, &list,
            [&](const Transfer &transfer) { list.end(transfer.attachment); });
        list.requestStop(AttachmentId{ QStringLiteral("a") });
        QCOMPARE(stop.count(), 1);
        QVERIFY(list.all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTransferList)
#include "tst_transferlist.moc"
