#include "caseheader.h"

#include "pendingpart.h"
#include "scrollpage.h"
#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/statusring.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

CaseHeader::CaseHeader(const DeskContext &context, QWidget *parent)
    : Panel(Colour::Surface, NoSide, parent)
    , m_context(context)
    , m_chipBox(new QWidget)
    , m_buttonBox(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::medium, Space::wide, 14);
    column->setSpacing(0);
    buildTop(column);
    m_title = new WrappedLabel({}, TextRole::Title);
    m_title->setSelectable(true);
    column->addWidget(m_title);
    column->addSpacing(Space::small);
    auto *status = new QHBoxLayout;
    status->setSpacing(Space::small);
    m_chips = new FlowLayout(m_chipBox, Space::small);
    status->addWidget(m_chipBox, 1);
    m_avatar = new Avatar({}, 24);
    m_assignee = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    status->addWidget(m_avatar);
    status->addWidget(m_assignee);
    column->addLayout(status);
    column->addSpacing(14);
    m_buttons = new FlowLayout(m_buttonBox, Space::small);
    column->addWidget(m_buttonBox);
}

void CaseHeader::buildTop(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::tiny);
    m_back = newToolButton(QStringLiteral("arrow-left"), tr("Back to the list"));
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &CaseHeader::closeRequested);
    m_reference = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    m_copy = newToolButton(QStringLiteral("copy"), tr("Copy the file reference"));
    connect(m_copy, &QToolButton::clicked, this, &CaseHeader::onCopy);
    m_expand = newToolButton(QStringLiteral("maximize-2"), tr("Show the case alone"));
    connect(m_expand, &QToolButton::clicked, this, &CaseHeader::expandRequested);
    row->addWidget(m_back);
    row->addWidget(m_reference);
    row->addWidget(m_copy);
    row->addStretch(1);
    m_more = newToolButton(QStringLiteral("ellipsis"), tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->setShortcut(QKeySequence(Qt::Key_M));
    row->addWidget(m_more);
    row->addWidget(m_expand);
    column->addLayout(row);
}

void CaseHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void CaseHeader::setExpanded(bool expanded)
{
    const QString name = expanded ? tr("Show the list again") : tr("Show the case alone");
    m_expand->setIcon(icon(
        expanded ? QStringLiteral("minimize-2") : QStringLiteral("maximize-2"), Colour::Text2));
    m_expand->setToolTip(name);
    m_expand->setAccessibleName(name);
}

void CaseHeader::addAction(QAction *action, bool primary)
{
    QPushButton *button
        = newButton(primary ? ButtonKind::Primary : ButtonKind::Secondary, action->text());
    button->setIcon(action->icon());
    button->setObjectName(action->objectName());
    button->setAutoDefault(false);
    if (primary)
        button->setIcon(icon(QStringLiteral("reply"), Colour::OnAccent));
    showKeyHint(button, action->shortcut());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(
            action->toolTip() == action->text() ? QString() : plainToolTip(action->toolTip()));
        button->setVisible(action->isVisible());
    });
    m_buttons->addWidget(button);
    m_actions.append({ button, action });
}

void CaseHeader::addMoreAction(QAction *action)
{
    m_more->menu()->addAction(action);
}

void CaseHeader::setCase(const ViewedCase &viewed)
{
    const CaseFile &caseFile = viewed.caseFile;
    const bool given = !caseFile.reference.isEmpty();
    m_reference->setText(given ? caseFile.reference : tr("file reference will be given"));
    m_copy->setVisible(given);
    m_title->setText(caseFile.title);
    const bool nobody = caseFile.assignee.isNull();
    const QString name = nobody ? tr("Not assigned") : m_context.clerkName(caseFile.assignee);
    m_avatar->setVisible(!nobody);
    m_avatar->setName(name);
    m_assignee->setText(name);
    addChips(viewed);
}

void CaseHeader::addChips(const ViewedCase &viewed)
{
    const CaseFile &caseFile = viewed.caseFile;
    const DateWords dates = m_context.dates();
    clearLayout(m_chips);
    m_chips->addWidget(new StatusChip(CaseWords::shape(caseFile.state),
        CaseWords::state(caseFile.state, m_context.caseType(caseFile))));
    const QDate due = effectiveDue(caseFile.target, dates.today());
    if (due.isValid() && isOpen(caseFile.state)) {
        const qint64 days = dates.today().daysTo(due);
        if (caseFile.target.isPaused())
            m_chips->addWidget(
                new Chip(tr("Target rests"), Tone::Grey, QStringLiteral("circle-pause")));
        else
            m_chips->addWidget(
                new Chip(tr("Target %1 · %2").arg(dates.day(due), dates.distance(due)),
                    days < 0       ? Tone::Red
                        : days < 7 ? Tone::Amber
                                   : Tone::Grey,
                    QStringLiteral("clock")));
    }
    if (caseFile.period.ends.isValid() && isOpen(caseFile.state))
        m_chips->addWidget(new Chip(tr("Statutory period %1").arg(dates.day(caseFile.period.ends)),
            caseFile.period.ends < dates.today() ? Tone::Red : Tone::Grey,
            QStringLiteral("scale")));
    if (hasOpenFee(caseFile))
        m_chips->addWidget(new Chip(tr("Fee open"), Tone::Violet, QStringLiteral("euro")));
    if (const QString level = CaseWords::levelChip(caseFile.level); !level.isEmpty())
        m_chips->addWidget(new Chip(level, Tone::Grey, QStringLiteral("shield-check")));
    if (viewed.isNew())
        m_chips->addWidget(
            new Chip(tr("Not yet at the portal"), Tone::Grey, QStringLiteral("clock")));
    if (const PendingOperation *entry = viewed.conflict())
        m_chips->addWidget(new Chip(
            PendingWords::state(entry->state), Tone::Red, PendingWords::icon(entry->state)));
}

void CaseHeader::onCopy()
{
    QGuiApplication::clipboard()->setText(m_reference->text());
}

void CaseHeader::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fit();
}

void CaseHeader::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_buttons)
        fit();
}

// Key caps go before buttons wrap: a narrow window or large text needs the room for words.
void CaseHeader::fit()
{
    const bool hints = width() / Theme::of(this).textFactor() > 640;
    m_assignee->setVisible(width() / Theme::of(this).textFactor() > 480);
    if (hints == m_hints)
        return;
    m_hints = hints;
    for (const auto &[button, action] : std::as_const(m_actions))
        showKeyHint(button, hints ? action->shortcut() : QKeySequence());
}
