#pragma once

#include "models/board/boardsource.h"
#include "models/domain/wire.h"
#include "models/items/inboxmodel.h"
#include "models/items/outboxmodel.h"
#include "models/law/lawtable.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "sampledata.h"
#include "ui/board/boardpage.h"
#include "ui/casefile/caserequests.h"
#include "ui/common/kontorstyle.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/deskcontext.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

// The window on a real cache, a real outbox and real models, without a portal: what app puts
// together, as far as the tests of ui need it.
class SampleDesk {
public:
    explicit SampleDesk(QList<CaseFile> cases)
        : paths{ folder.path() }
        , clock(sampledata::now)
        , outbox(*Outbox::open(paths, clock))
        , writer(paths, clock)
        , context(clock)
    {
        auto open = Cache::open(paths);
        QVERIFY2(open.ok(), "cache");
        FeedPage page;
        page.epoch = QStringLiteral("e1");
        page.next = QStringLiteral("c1");
        for (const CaseType &type : sampledata::caseTypes())
            page.changes.append(
                change(AggregateKind::CaseType, type.id.text, type.version, toJson(type)));
        for (const CaseFile &caseFile : cases)
            page.changes.append(
                change(AggregateKind::Case, caseFile.id.text, caseFile.version, toJson(caseFile)));
        const Session session = sampledata::session();
        writer.saveSession(session).waitForFinished();
        writer.applyPage(page).waitForFinished();
        view = *CaseView::open(paths, *outbox, writer, clock);
        inbox = std::make_unique<InboxModel>(*view);
        outboxModel = std::make_unique<OutboxModel>(*view);
        notSentModel = std::make_unique<OutboxModel>(*view, OutboxModel::Part::NotSent);
        context.setSession(session);
        context.setCaseTypes(sampledata::caseTypes());
        if (const auto law = loadLawTable())
            context.setLaw(*law);
        if (const auto templates = builtInTemplates())
            context.setTemplates(*templates);
        context.setReferencesLeft(20);
        context.setPreviewHelper(QStringLiteral(KONTOR_BIN_DIR "/kontor-pdfview"));
        window = std::make_unique<MainWindow>(context, requests);
        window->setInboxModel(inbox.get());
        window->setOutboxModel(outboxModel.get());
        window->setNotSentModel(notSentModel.get());
        window->setLoading(false);
        QObject::connect(window.get(), &MainWindow::filterRequested, inbox.get(),
            [this](const InboxFilter &filter) { inbox->setFilter(filter); });
        QObject::connect(window.get(), &MainWindow::orderRequested, inbox.get(),
            [this](int column, Qt::SortOrder order) { inbox->sort(column, order); });
        QObject::connect(window.get(), &MainWindow::viewsChanged, inbox.get(),
            [this] { inbox->setCounted(window->viewFilters()); });
        QObject::connect(inbox.get(), &InboxModel::countsChanged, window.get(),
            [this] { window->setViewCounts(inbox->counts()); });
        QObject::connect(window.get(), &MainWindow::caseRequested, window.get(),
            [this](const CaseId &id) { show(id); });
        connectBoard();
        inbox->load();
        setLink(DeskStatus::Link::Online);
    }

    void connectBoard()
    {
        board = std::make_unique<BoardSource>(*view, clock);
        BoardPage *page = window->board();
        QObject::connect(board.get(), &BoardSource::ready, page, &BoardPage::setBoard);
        QObject::connect(board.get(), &BoardSource::failed, page, &BoardPage::setFailed);
        QObject::connect(page, &BoardPage::watched, board.get(), &BoardSource::setWatched);
        QObject::connect(page, &BoardPage::departmentsChanged, board.get(), [this] { count(); });
        QObject::connect(page, &BoardPage::redistributionRequested, page,
            [this, page] { page->openRedistribution(board->rows()); });
        count();
    }
    void count(bool persons = true)
    {
        board->setWish(
            { window->board()->departments(), persons, {}, context.zone(), context.calendar() });
    }
    void show(const CaseId &id)
    {
        if (const auto viewed = view->find(id))
            window->showCase(*viewed);
    }
    void setLink(DeskStatus::Link link)
    {
        DeskStatus status;
        status.link = link;
        status.syncedAt = sampledata::now.plusSeconds(link == DeskStatus::Link::Online ? 0 : -1620);
        status.offlineSince = status.syncedAt;
        status.counts = view->counts();
        window->setStatus(status);
    }
    Operation queue(const CaseId &id, OperationArgs args)
    {
        auto operation = outbox->append(view->operation(id, std::move(args)));
        return operation.valueOr({});
    }

    QTemporaryDir folder;
    ProfilePaths paths;
    FixedClock clock;
    std::unique_ptr<Outbox> outbox;
    CacheWriter writer;
    std::unique_ptr<CaseView> view;
    std::unique_ptr<InboxModel> inbox;
    std::unique_ptr<OutboxModel> outboxModel;
    std::unique_ptr<OutboxModel> notSentModel;
    DeskContext context;
    CaseRequests requests;
    std::unique_ptr<BoardSource> board;
    std::unique_ptr<MainWindow> window;

private:
    static FeedChange change(
        AggregateKind kind, const QString &id, qint64 version, const QJsonObject &body)
    {
        FeedChange change;
        change.kind = kind;
        change.action = ChangeAction::Upsert;
        change.id = id;
        change.version = version;
        change.body = body;
        return change;
    }
};
