#include "boardcontroller.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/store/caseview.h"
#include "ui/board/boardpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/deskcontext.h"

#include <QSaveFile>

namespace {
constexpr int minuteMs = 60'000;
}

BoardController::BoardController(Desk &desk, DeskContext &context, MainWindow &window)
    : m_desk(desk)
    , m_context(context)
    , m_window(window)
    , m_source(desk.view(), desk.clock())
    , m_reassignment(desk.view(), desk.actions(), desk.clock())
{
    BoardPage *page = window.board();
    connect(&m_source, &BoardSource::ready, page, &BoardPage::setBoard);
    connect(&m_source, &BoardSource::failed, page, &BoardPage::setFailed);
    connect(page, &BoardPage::watched, &m_source, &BoardSource::setWatched);
    connect(page, &BoardPage::departmentsChanged, this, &BoardController::updateWish);
    connect(page, &BoardPage::exportRequested, this, &BoardController::onExport);
    connect(page, &BoardPage::redistributionRequested, this, [this, page] {
        if (m_source.rows())
            page->openRedistribution(m_source.rows());
    });
    connect(page, &BoardPage::movesRequested, &m_reassignment, &Reassignment::start);
    connect(&m_reassignment, &Reassignment::finished, this, &BoardController::onFinished);
    // Overdue, ages and weeks are counted from today: a window left open overnight counts anew.
    connect(&m_clockTick, &QTimer::timeout, this, [this] {
        if (m_context.today() != m_countedOn)
            updateWish();
    });
    m_clockTick.start(minuteMs);
    updateWish();
}

void BoardController::updateWish()
{
    m_countedOn = m_context.today();
    const Settings &settings = m_desk.settings();
    BoardWish wish{ m_window.board()->departments(), false, {}, m_context.zone(),
        m_context.calendar() };
    // Nobody turns this on for themselves: only what the administration has written counts.
    wish.persons = settings.isLocked(Settings::boardPersons)
        && settings.value(Settings::boardPersons).toBool();
    m_source.setWish(wish);
}

// The separator is the one that the spreadsheets of the country expect.
void BoardController::onExport(const QList<Sheet> &sheets, const QString &path)
{
    const bool comma = QLocale().decimalPoint() == QLatin1String(",");
    const bool asCsv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    const Result<QByteArray> bytes
        = asCsv ? Result<QByteArray>(csv(sheets, comma ? u';' : u',')) : ods(sheets);
    if (!bytes) {
        m_window.showError(bytes.error());
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        m_window.showError(error(ErrorCode::NoSpace, "file.write"));
        return;
    }
    m_window.showMessage(tr("The figures are saved as a file"), QStringLiteral("download"));
}

void BoardController::onFinished(const Reassignment::Outcome &outcome)
{
    QString text = tr("%n case(s) reassigned", nullptr, int(outcome.assigned.size()));
    if (outcome.changed > 0)
        text += QLatin1Char(' ')
            + tr("%n had changed meanwhile and stay(s).", nullptr, outcome.changed);
    if (!outcome.refused.isEmpty())
        m_window.showError(outcome.refused.first());
    const qint64 left = outcome.sentAt.ms - m_desk.clock().now().ms;
    if (outcome.assigned.isEmpty() || left <= 0) {
        m_window.showMessage(text, QStringLiteral("arrow-right-left"));
        return;
    }
    m_window.showUndo(text, int(left), [this, outcome] {
        if (const int sent = m_reassignment.undo(outcome))
            m_window.showMessage(
                tr("%n case(s) had been sent already", nullptr, sent), QStringLiteral("info"));
    });
}
