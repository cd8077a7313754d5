#include "casedialogs.h"

#include "formfields.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

QString caseSubtitle(const ViewedCase &view)
{
    const CaseFile &caseFile = view.caseFile;
    QStringList parts;
    if (!caseFile.reference.isEmpty())
        parts.append(caseFile.reference);
    if (const Party *party = applicant(caseFile))
        parts.append(displayName(*party));
    else
        parts.append(caseFile.title);
    return parts.join(QStringLiteral(" · "));
}

AssignDialog::AssignDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Assign the case"), caseSubtitle(view), parent)
    , m_choice(new QComboBox)
{
    m_choice->addItem(tr("Nobody"), QString());
    for (const Colleague &colleague : context.colleaguesOf(view.caseFile.department)) {
        m_choice->addItem(colleague.name, colleague.id.text);
        if (colleague.id == view.caseFile.assignee)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    addField(body(), tr("Responsible"), m_choice,
        tr("Colleagues of %1").arg(context.departmentName(view.caseFile.department)));
    body()->addStretch();
    addCancel();
    setPrimary(tr("Assign"));
    m_choice->setFocus();
}

ClerkId AssignDialog::assignee() const
{
    return ClerkId{ m_choice->currentData().toString() };
}

QString AssignDialog::assigneeName() const
{
    return assignee().isNull() ? QString() : m_choice->currentText();
}

StateDialog::StateDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Change the state"), caseSubtitle(view), parent)
    , m_from(view.caseFile.state)
    , m_group(new QButtonGroup(this))
    , m_reason(newTextArea(3, tr("Why? It is written into the history.")))
{
    body()->addWidget(
        new WrappedLabel(tr("Now: %1").arg(CaseWords::state(m_from)), TextRole::Ui, Colour::Text2));
    body()->addSpacing(Space::medium);
    QList<CaseState> next = nextStates(m_from, context.permissions(view.caseFile.department));
    next.removeAll(CaseState::Decided); // follows from the notice
    for (const CaseState state : next) {
        auto *button = new QRadioButton(CaseWords::transition(m_from, state));
        m_group->addButton(button, int(state));
        body()->addWidget(button);
        body()->addSpacing(Space::tight);
    }
    if (next.isEmpty())
        body()->addWidget(new WrappedLabel(
            tr("From this state you cannot choose another one in your department.")));
    body()->addSpacing(Space::medium);
    addField(body(), tr("Reason"), m_reason);
    addCancel();
    setPrimary(tr("Change"));
    if (!m_group->buttons().isEmpty())
        m_group->buttons().first()->setFocus();
    connect(m_group, &QButtonGroup::idToggled, this, &StateDialog::onChanged);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &StateDialog::onChanged);
    onChanged();
}

CaseState StateDialog::state() const
{
    return m_group->checkedId() < 0 ? CaseState::Unknown : CaseState(m_group->checkedId());
}

QString StateDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

void StateDialog::onChanged()
{
    const Transition *chosen = findTransition(m_from, state());
    const bool reasonMissing = chosen && chosen->needsReason && reason().isEmpty();
    primary()->setEnabled(chosen && !reasonMissing);
    setNote(!chosen         ? tr("Choose the new state.")
            : reasonMissing ? tr("This state needs a reason.")
            : state() == CaseState::WaitingForApplicant
            ? tr("The internal target rests meanwhile; a statutory period does not.")
            : QString(),
        QStringLiteral("info"));
}

NoteDialog::NoteDialog(const ViewedCase &view, QWidget *parent)
    : DialogFrame(tr("Write a note"), caseSubtitle(view), parent)
    , m_text(newTextArea(6, {}))
{
    addField(body(), tr("Note"), m_text);
    setNote(tr("Notes are never shown to the applicant."), QStringLiteral("lock"));
    addCancel();
    setPrimary(tr("Save the note"))->setEnabled(false);
    connect(m_text, &QPlainTextEdit::textChanged, this,
        [this] { primary()->setEnabled(!text().isEmpty()); });
    m_text->setFocus();
}

void NoteDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

QString NoteDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

FollowUpDialog::FollowUpDialog(const ViewedCase &view, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Follow-up"), caseSubtitle(view), parent)
    , m_day(newDateEdit(context.today().addDays(7), context.today()))
    , m_reason(new QLineEdit)
{
    auto *quick = new QWidget;
    auto *row = new FlowLayout(quick);
    const QDate today = context.today();
    const QList<QPair<QString, QDate>> days{ { tr("Tomorrow"), today.addDays(1) },
        { tr("In 1 week"), today.addDays(7) }, { tr("In 2 weeks"), today.addDays(14) },
        { tr("In 1 month"), today.addMonths(1) } };
    for (const auto &[text, day] : days) {
        QPushButton *button = newSmallButton(ButtonKind::Secondary, text);
        connect(button, &QPushButton::clicked, this, [this, day = day] { m_day->setDate(day); });
        row->addWidget(button);
    }
    addField(body(), tr("Show again on"), m_day);
    body()->addWidget(quick);
    body()->addSpacing(Space::large);
    m_reason->setMaxLength(200);
    addField(body(), tr("What for"), m_reason, tr("For example: statement of the police"));
    body()->addStretch();
    addCancel();
    setPrimary(tr("Set the follow-up"));
    m_day->setFocus();
}

QDate FollowUpDialog::day() const
{
    return m_day->date();
}

QString FollowUpDialog::reason() const
{
    return m_reason->text().trimmed();
}

FinalityDialog::FinalityDialog(
    const ViewedCase &view, const Notice &notice, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Confirm that the notice is final"), caseSubtitle(view), parent)
    , m_remedyEndsOn(notice.remedyEndsOn)
    , m_meaning(new WrappedLabel)
{
    const QDate today = context.today();
    const QDate first = m_remedyEndsOn.isValid() ? m_remedyEndsOn.addDays(1) : today;
    m_day = newDateEdit(qMin(first, today), notice.letterDate);
    m_day->setMaximumDate(today);
    m_day->setObjectName(QStringLiteral("day"));
    body()->addWidget(new WrappedLabel(notice.title, TextRole::BodyStrong));
    body()->addSpacing(Space::medium);
    addField(body(), tr("Final since"), m_day);
    body()->addWidget(m_meaning);
    body()->addSpacing(Space::small);
    body()->addWidget(new WrappedLabel(
        tr("It is entered into the history with your name and cannot be taken back."),
        TextRole::Small, Colour::Text2));
    body()->addStretch();
    addCancel();
    setPrimary(tr("Confirm finality"));
    connect(m_day, &QDateEdit::dateChanged, this, [this, &context] { onChanged(context); });
    onChanged(context);
    m_day->setFocus();
}

void FinalityDialog::onChanged(const DeskContext &context)
{
    const QString until = context.dates().fullDay(m_remedyEndsOn);
    const bool early = m_remedyEndsOn.isValid() && day() <= m_remedyEndsOn;
    m_meaning->setColour(early ? foregroundOf(Tone::Amber) : Colour::Text);
    if (early)
        m_meaning->setText(tr("The remedy period runs until %1. An earlier day is right only if "
                              "everyone concerned has waived the remedy.")
                               .arg(until));
    else if (m_remedyEndsOn.isValid())
        m_meaning->setText(tr("You confirm that nobody has filed a remedy until %1.").arg(until));
    else
        m_meaning->setText(tr("You confirm that no remedy is pending."));
}

QDate FinalityDialog::day() const
{
    return m_day->date();
}

ConfirmDialog::ConfirmDialog(const QString &title, const QString &subtitle, const QString &text,
    const QString &yes, ButtonKind kind, QWidget *parent)
    : DialogFrame(title, subtitle, parent)
{
    body()->addWidget(new WrappedLabel(text, TextRole::Body));
    body()->addSpacing(Space::large);
    addCancel()->setFocus();
    setPrimary(yes, kind);
}

void ConfirmDialog::askReason(const QString &label)
{
    m_reason = newTextArea(3, {});
    addField(body(), label, m_reason);
    primary()->setEnabled(false);
    connect(m_reason, &QPlainTextEdit::textChanged, this,
        [this] { primary()->setEnabled(!reason().isEmpty()); });
    m_reason->setFocus();
}

QString ConfirmDialog::reason() const
{
    return m_reason ? m_reason->toPlainText().trimmed() : QString();
}
