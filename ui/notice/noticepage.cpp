#include "noticepage.h"

#include "noticepreview.h"
#include "noticestep.h"
#include "placeholderfields.h"
#include "ui/attachments/documentview.h"
#include "ui/casefile/caserequests.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/buttons.h"
#include "ui/common/checkrow.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/steplist.h"
#include "ui/common/theme.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace {
constexpr int narrowest = 620;
constexpr int sideBySide = 900; // below it the document takes the place of the form
} // namespace

NoticePage::NoticePage(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_requests(requests)
    , m_preview(new NoticePreview(context.clock(), this))
{
    setMinimumWidth(Theme::of(this).scaled(narrowest)); // the document gives way, see fit()
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSteps());
    m_middle = buildMiddle();
    row->addWidget(m_middle, 5);
    row->addWidget(buildPreview(), 4);
    column->addLayout(row, 1);
    connect(m_preview, &NoticePreview::rendered, this, [this](const QByteArray &pdf) {
        if (m_firstPage)
            m_document->showBytes(pdf, QStringLiteral("application/pdf"), tr("Preview"));
        else
            m_document->updateBytes(pdf);
        m_firstPage = false;
    });
    connect(m_preview, &NoticePreview::failed, this, [this](const Error &error) {
        const ErrorText text = ErrorWords::of(error);
        m_document->showNothing(QStringLiteral("file-x"), tr("No preview"),
            tr("The document cannot be drawn as it is now: %1").arg(text.why));
        m_firstPage = true;
    });
}

NoticePage::~NoticePage() = default;

QWidget *NoticePage::buildTop()
{
    auto *top = new Panel(Colour::Surface, Panel::Bottom);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(Space::medium, 10, Space::wide, 10);
    row->setSpacing(Space::small);
    QToolButton *back = newToolButton(QStringLiteral("arrow-left"), tr("Back to the case"));
    connect(back, &QToolButton::clicked, this, &NoticePage::closeRequested);
    row->addWidget(back);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_title = new ElidedLabel({}, TextRole::Heading);
    m_subtitle = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    m_count = new Chip({}, Tone::Amber, QStringLiteral("triangle-alert"));
    m_count->setObjectName(QStringLiteral("openPoints"));
    row->addWidget(m_count);
    m_showDocument = newToolButton(QStringLiteral("eye"), tr("Show the document"));
    m_showDocument->setCheckable(true);
    connect(m_showDocument, &QToolButton::toggled, this, &NoticePage::fit);
    row->addWidget(m_showDocument);
    QPushButton *discard = newButton(ButtonKind::Ghost, tr("Discard"), QStringLiteral("trash-2"));
    connect(discard, &QPushButton::clicked, this, &NoticePage::onDiscard);
    row->addWidget(discard);
    m_release = newButton(ButtonKind::Secondary, tr("Issue"), QStringLiteral("stamp"));
    m_release->setObjectName(QStringLiteral("release"));
    connect(m_release, &QPushButton::clicked, this, &NoticePage::onRelease);
    row->addWidget(m_release);
    return top;
}

QWidget *NoticePage::buildSteps()
{
    auto *side = new Panel(Colour::Window, Panel::Right);
    side->setFixedWidth(Theme::of(this).scaled(248));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(Space::medium, Space::large, Space::medium, Space::medium);
    m_steps = new StepList;
    m_steps->setAccessibleName(tr("Steps"));
    QList<Step> steps;
    for (int i = 0; i < noticeStepCount; ++i)
        steps.append({ NoticePoints::stepName(NoticeStepId(i)), {}, StepState::Open });
    m_steps->setSteps(steps);
    connect(m_steps, &StepList::stepRequested, this, &NoticePage::onStep);
    column->addWidget(m_steps);
    column->addStretch(1);
    auto *box = new Panel(Colour::AccentSoft);
    box->setRadius(Radius::card);
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(14, Space::medium, 14, 14);
    inside->setSpacing(Space::tight);
    auto *head = new QHBoxLayout;
    head->addWidget(new IconView(QStringLiteral("scale"), Colour::Accent));
    head->addWidget(new ElidedLabel(tr("Disclosure"), TextRole::UiStrong), 1);
    inside->addLayout(head);
    m_periods = new WrappedLabel({}, TextRole::Small);
    m_periodSource = new WrappedLabel({}, TextRole::Small, Colour::Link);
    inside->addWidget(m_periods);
    inside->addWidget(m_periodSource);
    column->addWidget(box);
    return side;
}

QWidget *NoticePage::buildMiddle()
{
    auto *middle = new Panel(Colour::Surface, Panel::Right);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(28, Space::wide, 28, Space::small);
    head->setSpacing(Space::tiny);
    m_stepTitle = new WrappedLabel({}, TextRole::Title);
    m_stepHint = new WrappedLabel({}, TextRole::Ui, Colour::Text2);
    head->addWidget(m_stepTitle);
    head->addWidget(m_stepHint);
    column->addLayout(head);
    m_pages = new QStackedWidget;
    m_editors = { newAddresseeStep(m_context), newDecisionStep(), newConditionsStep(),
        newReasonsStep(m_context), newFeeStep(m_context), newRemedyStep(), newReleaseStep() };
    for (NoticeStep *editor : std::as_const(m_editors)) {
        editor->column()->setContentsMargins(28, Space::medium, 28, Space::large);
        m_pages->addWidget(editor);
        connect(editor, &NoticeStep::changed, this, &NoticePage::onChanged);
        connect(editor, &NoticeStep::referenceNeeded, this,
            [this] { emit m_requests.noticeReferenceRequested(m_case.id); });
    }
    column->addWidget(m_pages, 1);
    column->addWidget(new Rule);
    auto *checks = new ScrollPage; // many open points must not squeeze the editor
    static_cast<Panel *>(checks->widget())->setBackground(Colour::Sunken);
    checks->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    checks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    checks->setMaximumHeight(Theme::of(this).scaled(220));
    checks->setMinimumHeight(Theme::of(this).scaled(120));
    m_checks = checks->column();
    m_checks->setContentsMargins(28, Space::medium, 28, Space::medium);
    m_checks->setSpacing(Space::small);
    column->addWidget(checks);
    auto *foot = new Panel(Colour::Surface, Panel::Top);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(28, Space::medium, 28, Space::medium);
    row->setSpacing(Space::small);
    m_saved = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    row->addWidget(m_saved, 1);
    m_back = newButton(ButtonKind::Secondary, tr("Back"));
    m_next = newButton(ButtonKind::Primary, tr("Next"));
    m_next->setObjectName(QStringLiteral("next"));
    setKeyHint(m_next, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_back, &QPushButton::clicked, this, [this] { onStep(m_steps->current() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { onStep(m_steps->current() + 1); });
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addWidget(foot);
    return middle;
}

QWidget *NoticePage::buildPreview()
{
    m_document = new DocumentView(m_context.previewHelper());
    m_document->setMinimumWidth(280);
    return m_document;
}

// Steps, form and document side by side where there is room; else the document takes the place of
// the form while it is asked for.
void NoticePage::fit()
{
    const bool room = width() / Theme::of(this).textFactor() >= sideBySide;
    m_showDocument->setVisible(!room);
    const bool alone = !room && m_showDocument->isChecked();
    m_document->setVisible(room || alone);
    m_middle->setVisible(!alone);
}

void NoticePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void NoticePage::open(const ViewedCase &viewed, const NoticeContent &content)
{
    m_case = viewed.caseFile;
    m_lastSeen = lastApplicantMessage(viewed.caseFile);
    m_content = content;
    m_firstPage = true;
    m_saved->setText({});
    m_document->showLoading(tr("Preview"));
    const NoticeBasis basis{ m_case, m_context.caseType(m_case),
        m_context.noticeTemplate(content.basedOn) };
    for (NoticeStep *editor : std::as_const(m_editors)) {
        editor->begin(basis);
        editor->load(content);
    }
    const Party *party = applicant(viewed.caseFile);
    m_subtitle->setText(party
            ? QStringLiteral("%1 · %2").arg(viewed.caseFile.reference, displayName(*party))
            : viewed.caseFile.reference);
    updateAll();
    onStep(int(NoticeStepId::Addressee));
}

void NoticePage::close()
{
    if (!isOpen())
        return;
    emit m_requests.noticeDraftChanged(m_case.id, m_content);
    m_preview->stop();
    m_case = {};
}

int NoticePage::openPoints() const
{
    int count = 0;
    for (const OpenPoint &point : m_points)
        count += point.blocks;
    return count;
}

void NoticePage::onChanged()
{
    if (!isOpen())
        return;
    for (const NoticeStep *editor : std::as_const(m_editors))
        editor->store(m_content);
    for (NoticeStep *editor : std::as_const(m_editors))
        editor->refresh(m_content);
    updateAll();
    updateChecks();
    emit m_requests.noticeDraftChanged(m_case.id, m_content);
}

void NoticePage::updateAll()
{
    const NoticeContent notice = filled(m_content);
    m_points = check(notice) + checkEvidence(notice, m_case, m_context.law(), m_context.place());
    const NoticeTemplate *source = m_context.noticeTemplate(m_content.basedOn);
    for (OpenPoint &point : m_points) {
        const QString key = point.params.value(QLatin1String("placeholder")).toString();
        if (!key.isEmpty())
            point.params.insert(QStringLiteral("label"), PlaceholderFields::labelOf(source, key));
    }
    updateSteps();
    updatePeriods();
    updateHead();
    m_preview->show(notice);
}

void NoticePage::setReference(const CaseId &id, const QString &reference)
{
    if (id != m_case.id || !m_content.payment)
        return;
    m_content.payment->reference = reference;
    m_editors[int(NoticeStepId::Fee)]->load(m_content);
    onChanged();
}

void NoticePage::setStep(NoticeStepId step)
{
    onStep(int(step));
}

void NoticePage::onStep(int index)
{
    if (index < 0 || index >= noticeStepCount)
        return;
    m_steps->setCurrent(index);
    m_pages->setCurrentIndex(index);
    const auto step = NoticeStepId(index);
    m_stepTitle->setText(NoticePoints::stepName(step));
    m_stepHint->setText(tr("Step %1 of %2 · %3")
                            .arg(index + 1)
                            .arg(noticeStepCount)
                            .arg(NoticePoints::stepHint(step)));
    m_back->setEnabled(index > 0);
    m_next->setVisible(index + 1 < noticeStepCount);
    if (index + 1 < noticeStepCount)
        m_next->setText(tr("Next: %1").arg(NoticePoints::stepName(NoticeStepId(index + 1))));
    updateChecks();
    if (QWidget *first = m_editors[index]->widget()->nextInFocusChain())
        first->setFocus();
}

void NoticePage::updateSteps()
{
    for (int i = 0; i < noticeStepCount; ++i) {
        bool blocked = false;
        for (const OpenPoint &point : std::as_const(m_points))
            blocked = blocked || (point.blocks && int(NoticePoints::step(point)) == i);
        const bool last = i == int(NoticeStepId::Release);
        const StepState state = blocked ? StepState::Warning
            : last && openPoints() > 0  ? StepState::Open
                                        : StepState::Done;
        m_steps->setStep(i,
            { NoticePoints::stepName(NoticeStepId(i)), m_editors[i]->summary(m_content), state });
    }
}

// The points of this step, or on the last one all of them, each with the way to where it is mended.
void NoticePage::updateChecks()
{
    clearLayout(m_checks);
    const int current = m_steps->current();
    const bool all = current == int(NoticeStepId::Release);
    auto *head = new ElidedLabel(tr("Legal check"), TextRole::UiStrong);
    m_checks->addWidget(head);
    int shown = 0;
    for (const OpenPoint &point : std::as_const(m_points)) {
        const NoticeStepId step = NoticePoints::step(point);
        if (!all && int(step) != current)
            continue;
        auto *row = new CheckRow(point.blocks ? CheckState::Failed : CheckState::Open,
            NoticePoints::text(point),
            point.blocks ? QString() : tr("A hint; the notice can be issued."));
        if (all && step != NoticeStepId::Release)
            connect(row->addAction(NoticePoints::stepName(step)), &QPushButton::clicked, this,
                [this, step] { onStep(int(step)); });
        m_checks->addWidget(row);
        ++shown;
    }
    if (!shown)
        m_checks->addWidget(new CheckRow(
            CheckState::Passed, all ? tr("Nothing is open") : tr("Nothing is open in this step")));
    m_checks->addStretch();
}

void NoticePage::updatePeriods()
{
    const auto rule = disclosureRule(m_context.law(), m_content.channel, QStringLiteral("VwVfG"),
        m_context.place(), m_content.letterDate);
    if (!rule) {
        m_periods->setText(tr("For this channel no rule is known: compute the period yourself."));
        m_periodSource->setText({});
        return;
    }
    m_periodSource->setText(
        rule->law.confirmed ? rule->law.citation : NoticePoints::unconfirmed(rule->law.citation));
    const bool byRetrieval = rule->basis == DisclosureRule::Basis::Retrieved;
    const Calendar calendar = m_context.calendar();
    const Disclosure disclosure = disclosureDay(*rule, m_content.letterDate, calendar);
    if (byRetrieval || !disclosure.day.isValid()) {
        m_periods->setText(tr("The period begins with the retrieval; without it the notice is "
                              "not disclosed."));
        return;
    }
    const auto remedy = remedyById(m_context.law(), m_content.remedy.id, m_content.remedy.version);
    const DateWords dates = m_context.dates();
    QString text = tr("If it leaves on %1, it counts as disclosed on %2.")
                       .arg(dates.day(m_content.letterDate), dates.fullDay(disclosure.day));
    if (remedy) {
        const PeriodEnd end
            = endOfPeriod(disclosure.day, Period::ofMonths(remedy->periodMonths), calendar);
        text += QLatin1Char(' ')
            + tr("The period for the remedy ends on %1.").arg(dates.fullDay(end.end));
    }
    m_periods->setText(text);
}

void NoticePage::updateHead()
{
    const QString subject = filled(m_content.subject, m_content.values);
    m_title->setText(subject.isEmpty() ? tr("Notice") : tr("Notice: %1").arg(subject));
    const int open = openPoints();
    m_count->setText(open ? tr("%n open point(s)", nullptr, open) : tr("Nothing is open"));
    m_count->setTone(open ? Tone::Amber : Tone::Green);
    m_count->setIcon(open ? QStringLiteral("triangle-alert") : QStringLiteral("check"));
    m_release->setEnabled(open == 0);
    const QString why = open ? tr("Still %n open point(s) of the legal check", nullptr, open)
                             : tr("Issues the notice");
    m_release->setToolTip(why);
    m_release->setAccessibleDescription(why);
}

void NoticePage::setDraftSaved(const CaseId &id, Timestamp at)
{
    if (id == m_case.id)
        m_saved->setText(
            tr("Draft saved %1, also without a connection").arg(m_context.dates().time(at)));
}

void NoticePage::onRelease()
{
    const bool fee = !m_content.fees.isEmpty();
    auto *dialog = new ConfirmDialog(tr("Issue the notice?"), m_subtitle->text(),
        fee ? tr("The notice and the payment request of %1 are issued together. After the portal "
                 "has accepted them they cannot be taken back here.")
                  .arg(formatMoney(m_content.total, QLocale()))
            : tr("After the portal has accepted the notice it cannot be taken back here."),
        tr("Issue"), ButtonKind::Primary, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this] { emit m_requests.issueRequested(m_case.id, m_content, m_lastSeen); });
    dialog->open();
}

void NoticePage::onDiscard()
{
    auto *dialog = new ConfirmDialog(tr("Discard the draft?"), m_subtitle->text(),
        tr("What you wrote in this notice is lost. A payment reference goes back."), tr("Discard"),
        ButtonKind::Danger, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        const CaseId id = m_case.id;
        m_preview->stop();
        m_case = {}; // no last draft
        emit m_requests.noticeDiscardRequested(id);
        emit closeRequested();
    });
    dialog->open();
}
