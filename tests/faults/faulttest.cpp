#include "faulttest.h"

bool FaultTest::startPortal(int cases)
{
    portal = std::make_unique<PortalProcess>(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"));
    if (!portal->start(cases)) {
        qWarning("%s", qPrintable(portal->log()));
        return false;
    }
    office = std::make_unique<BackOffice>(*portal);
    return true;
}

bool FaultTest::startCase()
{
    if (!proxy)
        proxy = std::make_unique<FaultProxy>(portal->url());
    proxy->tell(QStringLiteral("fresh"));
    proxy->tell(QStringLiteral("accept"));
    proxy->hits({});
    if (!clerk)
        clerk = std::make_unique<Clerk>(proxy->url());
    return (clerk->isSignedIn() || clerk->signIn()) && clerk->sync().ok();
}

void FaultTest::endCase()
{
    // Signing in takes long on purpose: a desk with nothing left to do serves the next case, too.
    if (QTest::currentTestFailed() || !clerk || !clerk->isIdle()) {
        clerk.reset();
        proxy.reset();
    }
    reportCase(PortalProcess::store());
}

bool FaultTest::isAtRest(Clerk &desk)
{
    if (!desk.sync().ok() || !desk.outbox().all().isEmpty())
        return false;
    const QMap<QString, CaseFile> before = desk.everything();
    QSignalSpy changed(&desk.view(), &CaseView::caseChanged);
    if (!desk.sync().ok() || changed.count() > 0 || desk.everything() != before)
        return false;
    for (const CaseFile &shown : before) {
        if (!(office->caseOf(shown.id) == shown)) {
            qWarning("differs from the portal: %s", qPrintable(shown.reference));
            return false;
        }
    }
    return !before.isEmpty();
}

CaseId FaultTest::nextCase()
{
    for (int round = 0; round < 2; ++round) {
        for (const CaseId &id : clerk->cases(QStringLiteral("ordnung"))) {
            if (m_used.contains(id) || clerk->shown(id)->internal)
                continue;
            m_used.insert(id);
            return id;
        }
        m_used.clear(); // once around
    }
    qFatal("the sample has no case");
}

CaseId FaultTest::caseInProgress()
{
    const CaseId id = nextCase();
    if (clerk->shown(id)->state != CaseState::InProgress)
        clerk->act(id, ChangeState{ CaseState::InProgress, {} });
    if (!clerk->sync() || clerk->shown(id)->state != CaseState::InProgress)
        qFatal("the case does not get into progress");
    return id;
}

int FaultTest::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"), arguments + portal->whichData());
    return process.waitForFinished(60'000) ? process.exitCode() : -1;
}

bool FaultTest::restartPortal()
{
    portal->stop();
    return portal->serve();
}
