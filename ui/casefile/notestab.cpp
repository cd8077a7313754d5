#include "pendingpart.h"
#include "recordtabs.h"
#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/common/sectionheading.h"
#include "ui/common/timelinelist.h"
#include "ui/words/deskcontext.h"
#include "ui/words/eventwords.h"

#include <QHBoxLayout>
#include <QPushButton>

NotesTab::NotesTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

void NotesTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    const CaseFile &caseFile = viewed.caseFile;
    if (caseFile.notes.isEmpty() && caseFile.followUps.isEmpty()) {
        auto *empty = new EmptyState(QStringLiteral("sticky-note"), tr("No notes"),
            tr("Notes belong to the file and are never shown to the applicant."));
        connect(empty->setAction(tr("Write a note"), QStringLiteral("plus")), &QPushButton::clicked,
            this, &NotesTab::noteRequested);
        column()->addStretch(1);
        column()->addWidget(empty);
        column()->addStretch(1);
        return;
    }
    if (!caseFile.followUps.isEmpty()) {
        column()->addWidget(new SectionHeading(tr("Follow-ups")));
        column()->addSpacing(Space::small);
        for (const FollowUp &followUp : caseFile.followUps)
            addFollowUp(viewed, followUp);
        column()->addSpacing(Space::large);
    }
    if (!caseFile.notes.isEmpty()) {
        auto *heading = new SectionHeading(tr("Notes"));
        heading->setCount(int(caseFile.notes.size()));
        column()->addWidget(heading);
        column()->addSpacing(Space::small);
    }
    for (const Note &note : caseFile.notes) {
        auto *card = new Card;
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(14, Space::medium, 14, Space::medium);
        inside->setSpacing(Space::small);
        auto *head = new QHBoxLayout;
        head->addWidget(new Avatar(note.author.name, 24));
        head->addWidget(new ElidedLabel(note.author.name, TextRole::UiStrong));
        head->addWidget(
            new ElidedLabel(m_context.dates().when(note.at), TextRole::Small, Colour::Text2), 1);
        if (const PendingOperation *entry = pendingPart(viewed, note.id.text)) {
            head->addWidget(new IconView(PendingWords::icon(entry->state), Colour::Text2, 14));
            head->addWidget(
                new ElidedLabel(PendingWords::state(entry->state), TextRole::Small, Colour::Text2));
        }
        inside->addLayout(head);
        auto *prose = new Prose(note.text);
        prose->setAccessibleName(tr("Note of %1").arg(note.author.name));
        inside->addWidget(prose);
        column()->addWidget(card);
        column()->addSpacing(Space::medium);
    }
    column()->addStretch(1);
}

void NotesTab::addFollowUp(const ViewedCase &viewed, const FollowUp &followUp)
{
    const DateWords dates = m_context.dates();
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, Space::small);
    const bool done = !followUp.doneAt.isNull();
    const bool due = !done && followUp.on <= dates.today();
    row->addWidget(
        new IconView(done ? QStringLiteral("calendar-check") : QStringLiteral("calendar-clock"),
            due ? Colour::AmberFg : Colour::Text2));
    QString text = dates.day(followUp.on);
    if (!followUp.reason.isEmpty())
        text += QStringLiteral(" · ") + followUp.reason;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new WrappedLabel(
        text, done ? TextRole::Ui : TextRole::UiStrong, done ? Colour::Text2 : Colour::Text));
    QString meta = done ? tr("Done %1").arg(dates.when(followUp.doneAt)) : followUp.by.name;
    if (const PendingOperation *entry = pendingPart(viewed, followUp.id.text))
        meta += QStringLiteral(" · ") + PendingWords::state(entry->state);
    words->addWidget(new WrappedLabel(meta, TextRole::Small, Colour::Text2));
    row->addLayout(words, 1);
    if (!done) {
        QPushButton *button
            = newSmallButton(ButtonKind::Secondary, tr("Done"), QStringLiteral("check"));
        button->setAccessibleName(tr("Mark the follow-up as done"));
        connect(button, &QPushButton::clicked, this,
            [this, id = followUp.id] { emit followUpDoneRequested(id); });
        row->addWidget(button);
    }
    column()->addWidget(line);
}

HistoryTab::HistoryTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

void HistoryTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    QList<TimelineEntry> entries;
    for (const TimelineEvent &event : viewed.caseFile.events)
        entries.append(EventWords::entry(event, m_context));
    for (const PendingOperation &entry : viewed.pending) {
        if (!entry.isOpen() || std::holds_alternative<MarkRead>(entry.operation.args))
            continue;
        entries.append({ PendingWords::icon(entry.state),
            PendingWords::needsClerk(entry.state) ? Tone::Red : Tone::Grey,
            EventWords::operation(entry.operation, m_context),
            PendingWords::line(entry, m_context.dates()), {}, true });
    }
    const QDate due = effectiveDue(viewed.caseFile.target, m_context.today());
    if (due.isValid() && isOpen(viewed.caseFile.state))
        entries.append({ QStringLiteral("file-pen"), Tone::Grey, tr("Decision due"),
            m_context.dates().day(due), {}, true });
    auto *list = new TimelineList;
    list->setEntries(entries);
    column()->addWidget(list);
    column()->addStretch(1);
}
