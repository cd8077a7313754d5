#include "app/client/reassignment.h"
#include "deskfixture.h"

#include <QSignalSpy>

// A redistribution carried out: through the outbox, all in one undo window, and never over what
// somebody else did meanwhile.
class TestReassignment : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->ready());
        m_runner = std::make_unique<Reassignment>(
            m_fixture->desk->view(), m_fixture->desk->actions(), m_fixture->clock);
        m_outcome.reset();
        connect(m_runner.get(), &Reassignment::finished, this,
            [this](const Reassignment::Outcome &outcome) { m_outcome = outcome; });
    }
    void cleanup()
    {
        m_runner.reset();
        m_fixture.reset();
    }

    void shouldAssignOfflineAndDeliver()
    {
        m_fixture->desk->actions().setUndoSeconds(0);
        m_fixture->portal.http().setAccepting(false);
        run(moves());
        QCOMPARE(m_outcome->assigned.size(), 3);
        QVERIFY(m_outcome->sentAt.isNull());
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(m_fixture->seen(n).assignee, clerk());
        m_fixture->portal.http().setAccepting(true);
        QVERIFY(m_fixture->sync());
        QVERIFY(m_fixture->desk->outbox().all().isEmpty());
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(m_fixture->portal.caseOf(m_fixture->id(n)).assignee, clerk());
    }

    void shouldWaitForTheUndoWindowAndTakeEverythingBack()
    {
        m_fixture->desk->actions().setUndoSeconds(10);
        run(moves());
        Outbox &outbox = m_fixture->desk->outbox();
        QCOMPARE(outbox.all().size(), 3);
        QVERIFY(m_outcome->sentAt.ms >= m_fixture->clock.now().ms + 10'000);
        QVERIFY(outbox.sendable(m_fixture->clock.now()).isEmpty());
        QCOMPARE(m_runner->undo(*m_outcome), 0);
        QVERIFY(outbox.all().isEmpty());
        for (int n = 1; n <= 3; ++n)
            QVERIFY(m_fixture->seen(n).assignee.isNull());
        QCOMPARE(m_runner->undo(*m_outcome), 3); // nothing is left to take back, and that is said
    }

    void shouldLeaveWhatSomebodyTookMeanwhile()
    {
        m_fixture->desk->actions().setUndoSeconds(0);
        const QList<CaseMove> planned = moves();
        QVERIFY(m_fixture->desk->actions().takeOver(m_fixture->id(2)));
        QList<CaseMove> wanted = planned;
        wanted.append({ 4711, {}, clerk() }); // a case that has left
        run(wanted);
        QCOMPARE(m_outcome->changed, 2);
        QCOMPARE(m_outcome->assigned.size(), 2);
    }

    void shouldStopInTheMiddle()
    {
        connect(&m_fixture->desk->actions(), &CaseActions::queued, m_runner.get(),
            [this] { m_runner->stop(); });
        run(moves());
        QCOMPARE(m_outcome->assigned.size(), 1);
        QCOMPARE(m_fixture->desk->outbox().all().size(), 1);
        QVERIFY(!m_runner->isRunning());
    }

private:
    ClerkId clerk() const { return m_fixture->desk->view().session().clerk.id; }
    QList<CaseMove> moves() const
    {
        QList<CaseMove> list;
        for (int n = 1; n <= 3; ++n)
            list.append({ m_fixture->desk->view().keyOf(m_fixture->id(n)), {}, clerk() });
        return list;
    }
    void run(const QList<CaseMove> &moves)
    {
        m_runner->start(moves);
        QTRY_VERIFY(m_outcome.has_value());
    }

    std::unique_ptr<ClientFixture> m_fixture;
    std::unique_ptr<Reassignment> m_runner;
    std::optional<Reassignment::Outcome> m_outcome;
};

QTEST_GUILESS_MAIN(TestReassignment)
#include "tst_reassignment.moc"
