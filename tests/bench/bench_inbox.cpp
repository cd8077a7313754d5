// The list of cases with a million of them: what a clerk waits for at start, while filtering,
// sorting and scrolling, and when a case is opened.
#include "bulkcache.h"
#include "measure.h"

#include "models/items/inboxmodel.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/caserequests.h"
#include "ui/common/kontorstyle.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/deskcontext.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

namespace {

using bench::giveUp;

// Stores, model and window as the program puts them together, without a portal.
struct Desk {
    explicit Desk(const ProfilePaths &paths)
        : clock(sample::Bulk().newest)
        , outbox(*Outbox::open(paths, clock))
        , writer(paths, clock)
        , view(*CaseView::open(paths, *outbox, writer, clock))
        , inbox(*view)
        , context(clock)
        , window(context, requests)
    {
        context.setSession(view->session());
        QObject::connect(&window, &MainWindow::filterRequested, &inbox, &InboxModel::setFilter);
        QObject::connect(&window, &MainWindow::orderRequested, &inbox, &InboxModel::sort);
        window.resize(1440, 900);
    }
    void load()
    {
        QEventLoop loop;
        QObject::connect(&inbox, &InboxModel::loaded, &loop, &QEventLoop::quit);
        inbox.load();
        if (!inbox.isLoaded())
            loop.exec();
    }
    // Reads the words of the search, so that their worker rests while something is measured.
    void readWords()
    {
        bool read = false;
        const QObject here;
        QObject::connect(view.get(), &CaseView::wordsRead, &here, [&read] { read = true; });
        view->columns();
        while (!read)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    FixedClock clock;
    std::unique_ptr<Outbox> outbox;
    CacheWriter writer;
    std::unique_ptr<CaseView> view;
    InboxModel inbox;
    DeskContext context;
    CaseRequests requests;
    MainWindow window;
};

// --- what runs in a process of its own ---

class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget *viewport) { viewport->installEventFilter(this); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                qApp,
                [] {
                    std::puts("painted");
                    std::fflush(stdout);
                    std::_Exit(0);
                },
                Qt::QueuedConnection);
        return false;
    }
};

int paintBare()
{
    QMainWindow window;
    auto *table = new QTableView;
    window.setCentralWidget(table);
    window.resize(1440, 900);
    const FirstPaint painted(table->viewport());
    window.show();
    return QApplication::exec();
}

int paintInbox(const QString &folder)
{
    KontorStyle::install(*qApp, false);
    Desk desk({ folder });
    desk.window.setInboxModel(&desk.inbox);
    const FirstPaint painted(desk.window.inbox()->view()->viewport());
    desk.window.show();
    desk.inbox.load();
    return QApplication::exec();
}

double residentMb()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        giveUp("no /proc/self/statm");
    return statm.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

int weigh(const QString &folder)
{
    KontorStyle::install(*qApp, false);
    Desk desk({ folder });
    desk.window.setInboxModel(&desk.inbox);
    desk.load();
    desk.window.show();
    QApplication::processEvents();
    std::printf("%f\n", residentMb());
    std::fflush(stdout);
    std::_Exit(0);
}

QByteArray run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        giveUp("child", qPrintable(arguments.join(u' ')));
    return process.readAllStandardOutput();
}

// --- figures ---

void measureStart(bench::Figures &figures, const ProfilePaths &medium, int rounds)
{
    const bench::Pair start = bench::interleaved(
        rounds,
        [&] {
            run({ QStringLiteral("--paint"), medium.root });
        },
        [] { run({ QStringLiteral("--paint") }); });
    std::printf("# first paint: inbox %.0f ms, bare window %.0f ms\n", bench::median(start.ours),
        bench::median(start.theirs));
    figures.add("first_paint_vs_bare_window", start.ratio(), "<= 1.3");
}

void measureMemory(bench::Figures &figures, const ProfilePaths &large)
{
    QTemporaryDir empty;
    bench::openCache({ empty.path() });
    const double nothing = run({ QStringLiteral("--weigh"), empty.path() }).toDouble();
    const double all = run({ QStringLiteral("--weigh"), large.root }).toDouble();
    figures.add("rss_L_over_empty_mb", all - nothing, "<= 100");
}

void measureFirstRows(bench::Figures &figures, Desk &desk, int rounds)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        InboxModel model(*desk.view);
        times.append(bench::milliseconds([&] { model.load(); }));
        QEventLoop loop; // its worker is not to disturb the next round
        QObject::connect(&model, &InboxModel::loaded, &loop, &QEventLoop::quit);
        loop.exec();
    }
    figures.add("first_rows_L_ms", bench::median(times), "<= 2");
}

QList<InboxFilter> filters()
{
    const auto of = [](InboxTerm::Field field, const char *value, bool negated = false,
                        InboxTerm::Relation relation = InboxTerm::Relation::Is) {
        InboxFilter filter;
        filter.terms = { { field, relation, negated, { QString::fromLatin1(value) } } };
        return filter;
    };
    using Field = InboxTerm::Field;
    InboxFilter both = of(Field::Status, "inProgress");
    both.terms += of(Field::Due, "+30", false, InboxTerm::Relation::Before).terms;
    return { of(Field::Status, "new"), {}, of(Field::Due, "overdue"), of(Field::Assignee, "none"),
        of(Field::Fee, "none", true), both, of(Field::Filed, "week"), of(Field::Status, "finished"),
        of(Field::Waiting, "yes") };
}

// The model alone, as a list of the worst: the slowest filter, the slowest column.
void measureModel(bench::Figures &figures, Desk &desk, int rounds)
{
    InboxModel &model = desk.inbox;
    double slowest = 0;
    for (const InboxFilter &filter : filters()) {
        QList<double> times;
        for (int round = 0; round < rounds; ++round) {
            times.append(bench::milliseconds([&] { model.setFilter(filter); }));
            model.setFilter({});
        }
        std::printf("# filter to %d rows: %.1f ms\n", model.countOf(filter), bench::median(times));
        slowest = std::max(slowest, bench::median(times));
    }
    figures.add("filter_L_ms", slowest, "<= 10");
    model.setFilter({});
    slowest = 0;
    for (int column = InboxModel::Urgency; column < InboxModel::ColumnCount; ++column) {
        QList<double> times;
        for (int round = 0; round < rounds; ++round) {
            model.sort(column == InboxModel::Due ? InboxModel::State : InboxModel::Due);
            times.append(bench::milliseconds([&] { model.sort(column, Qt::AscendingOrder); }));
        }
        std::printf("# sort by %s: %.1f ms\n", qPrintable(InboxModel::columnName(column)),
            bench::median(times));
        slowest = std::max(slowest, bench::median(times));
    }
    figures.add("sort_L_ms", slowest, "<= 80");
    model.sort(InboxModel::Urgency);
}

void measureWindow(bench::Figures &figures, Desk &desk, int repeats)
{
    InboxView *list = desk.window.inbox()->view();
    QScrollBar *bar = list->verticalScrollBar();
    QRandomGenerator random(7);
    QList<double> jumps;
    for (int i = 0; i < repeats; ++i) {
        const int target = int(random.bounded(quint32(std::max(1, bar->maximum()))));
        jumps.append(bench::milliseconds([&] {
            bar->setValue(target);
            list->viewport()->repaint();
        }));
    }
    figures.add("jump_scroll_p95_ms", bench::percentile(jumps, 0.95), "<= 12");
    QList<double> filtered;
    for (const InboxFilter &filter : filters()) {
        filtered.append(bench::milliseconds([&] {
            desk.inbox.setFilter(filter);
            QApplication::processEvents();
            list->viewport()->repaint();
        }));
    }
    desk.inbox.setFilter({});
    QApplication::processEvents();
    figures.add("filter_in_window_L_ms", bench::median(filtered));
}

// A case whose target has moved: from the store's word to the painted list.
void measureMoves(bench::Figures &figures, Desk &desk, const ProfilePaths &paths,
    const sample::Bulk &bulk, int cases, int repeats)
{
    const auto cache = bench::openCache(paths);
    QRandomGenerator random(11);
    QList<double> moves;
    for (int i = 0; i < repeats; ++i) {
        const CaseId id{ bulk.id(int(random.bounded(quint32(cases)))) };
        std::optional<CaseFile> caseFile = cache->find(id);
        if (!caseFile)
            giveUp("a case is missing");
        bulk.change(*caseFile, i);
        caseFile->target.due = QDate(2026, 1, 1).addDays(int(random.bounded(700u)));
        bench::apply(*cache, bench::pageOf(*caseFile));
        const qint64 key = desk.view->keyOf(id);
        moves.append(bench::milliseconds([&] {
            emit desk.view->rowsChanged({ key }, {});
            QApplication::processEvents();
            desk.window.inbox()->view()->viewport()->repaint();
        }));
    }
    figures.add("move_row_L_ms", bench::median(moves), "<= 5");
}

void measureCases(
    bench::Figures &figures, Desk &desk, const sample::Bulk &bulk, int cases, int repeats)
{
    QRandomGenerator random(13);
    QList<double> opened;
    for (int i = 0; i < repeats; ++i) {
        const CaseId id{ bulk.id(int(random.bounded(quint32(cases)))) };
        opened.append(bench::milliseconds([&] {
            desk.window.showCase(*desk.view->find(id));
            for (int tab = CasePage::Overview; tab <= CasePage::History; ++tab)
                desk.window.casePage()->setTab(tab);
        }));
        QApplication::processEvents();
    }
    figures.add("open_case_p95_ms", bench::percentile(opened, 0.95), "<= 20");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--paint"))
        return arguments.size() > 2 ? paintInbox(arguments[2]) : paintBare();
    if (arguments.value(1) == QLatin1String("--weigh"))
        return weigh(arguments.value(2));
    const bool small = bench::isSmall(argc, argv);
    const int cases = small ? 1000 : 1'000'000;
    bench::Figures figures;
    const sample::Bulk bulk;
    const QString folder = bench::dataFolder(small);
    const ProfilePaths medium = bench::keptCache(folder, bulk, small ? 300 : 100'000);
    const ProfilePaths large = bench::keptCache(folder, bulk, cases);
    measureStart(figures, medium, small ? 1 : 9);
    measureMemory(figures, large);
    KontorStyle::install(application, false);
    Desk desk(large);
    desk.readWords();
    measureFirstRows(figures, desk, small ? 1 : 5);
    desk.load();
    measureModel(figures, desk, small ? 1 : 5);
    desk.window.setInboxModel(&desk.inbox);
    desk.window.show();
    QApplication::processEvents();
    measureWindow(figures, desk, small ? 5 : 200);
    measureMoves(figures, desk, large, bulk, cases, small ? 3 : 50);
    measureCases(figures, desk, bulk, cases, small ? 3 : 100);
    return 0;
}
