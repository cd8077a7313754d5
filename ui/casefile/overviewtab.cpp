#include "overviewtab.h"

#include "applicationtab.h"
#include "filetile.h"
#include "pendingpart.h"
#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/common/sectionheading.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"
#include "ui/words/eventwords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace {

constexpr int shownFacts = 6;
constexpr int shownFiles = 6;

void collectLeaves(const QList<FormAnswer> &answers, QList<const FormAnswer *> &leaves)
{
    for (const FormAnswer &answer : answers) {
        const bool later
            = answer.origin == AnswerOrigin::Amendment || answer.origin == AnswerOrigin::Office;
        if (later && !leaves.isEmpty() && leaves.last()->key == answer.key)
            leaves.removeLast(); // what counts now; the application shows both
        if (!answer.children.isEmpty())
            collectLeaves(answer.children, leaves);
        else if (answer.type != FieldType::File && answer.type != FieldType::Heading
            && answer.type != FieldType::Paragraph && !ApplicationTab::valueOf(answer).isEmpty()
            && !answer.value.isNull())
            leaves.append(&answer);
    }
}

} // namespace

OverviewTab::OverviewTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

void OverviewTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    addStep(viewed);
    addPending(viewed);
    for (auto it = viewed.caseFile.messages.rbegin(); it != viewed.caseFile.messages.rend(); ++it) {
        if (it->direction == MessageDirection::FromApplicant) {
            addMessage(*it);
            break;
        }
    }
    addFacts(viewed.caseFile);
    addFiles(viewed);
    column()->addStretch(1); // takes all that is left, or the answers drift apart
}

void OverviewTab::addStep(const ViewedCase &viewed)
{
    const NextStep step = NextStep::of(viewed, m_context);
    const bool alarming = step.tone == Tone::Red || step.tone == Tone::Amber;
    auto *card = new ::Panel(alarming ? backgroundOf(step.tone) : Colour::AccentSoft);
    card->setRadius(Radius::card);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(14, Space::medium, Space::medium, Space::medium);
    row->setSpacing(Space::medium);
    row->addWidget(
        new IconView(step.iconName, alarming ? foregroundOf(step.tone) : Colour::Accent, 20));
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    words->addWidget(new WrappedLabel(step.title, TextRole::UiStrong));
    words->addWidget(new WrappedLabel(
        step.detail, TextRole::Small, alarming ? foregroundOf(step.tone) : Colour::Text2));
    row->addLayout(words, 1);
    if (!step.button.isEmpty()) {
        QPushButton *button = newSmallButton(ButtonKind::Secondary, step.button);
        button->setObjectName(QStringLiteral("nextStep"));
        connect(button, &QPushButton::clicked, this,
            [this, action = step.action] { emit stepRequested(action); });
        row->addWidget(button);
    }
    column()->addWidget(card);
    column()->addSpacing(Space::large);
}

void OverviewTab::addPending(const ViewedCase &viewed)
{
    for (const PendingOperation &entry : viewed.pending) {
        if (!entry.isOpen() || PendingWords::needsClerk(entry.state)
            || std::holds_alternative<MarkRead>(entry.operation.args))
            continue;
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Space::small);
        row->addWidget(new IconView(PendingWords::icon(entry.state), Colour::Text2, 14));
        row->addWidget(new WrappedLabel(QStringLiteral("%1 · %2").arg(
                                            EventWords::operation(entry.operation, m_context),
                                            PendingWords::line(entry, m_context.dates())),
                           TextRole::Small, Colour::Text2),
            1);
        column()->addWidget(line);
        column()->addSpacing(Space::small);
    }
}

void OverviewTab::addMessage(const Message &message)
{
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, Space::medium, 14, Space::medium);
    inside->setSpacing(Space::small);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new Avatar(message.author.name));
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addWidget(new ElidedLabel(message.author.name, TextRole::UiStrong));
    who->addWidget(
        new ElidedLabel(m_context.dates().when(message.at), TextRole::Small, Colour::Text2));
    head->addLayout(who, 1);
    if (message.readByOffice.isNull())
        head->addWidget(new Chip(tr("New"), Tone::Blue));
    QPushButton *all = newSmallButton(ButtonKind::Ghost, tr("All messages"));
    connect(all, &QPushButton::clicked, this, &OverviewTab::messagesRequested);
    head->addWidget(all);
    inside->addLayout(head);
    auto *prose = new Prose(message.text);
    prose->setAccessibleName(tr("Message"));
    inside->addWidget(prose);
    column()->addWidget(card);
    column()->addSpacing(Space::wide);
}

void OverviewTab::addFacts(const CaseFile &caseFile)
{
    QList<const FormAnswer *> leaves;
    // The applicant stands in the header of the side; here the matter itself comes first.
    for (const FormAnswer &answer : caseFile.answers) {
        const CaseType *type = m_context.caseType(caseFile);
        bool ofPerson = false;
        if (type && type->service) {
            for (const QString &path : type->service->applicant)
                ofPerson = ofPerson || path.section(QLatin1Char('.'), 0, 0) == answer.key;
        }
        if (!ofPerson)
            collectLeaves({ answer }, leaves);
    }
    if (leaves.isEmpty())
        collectLeaves(caseFile.answers, leaves);
    if (leaves.isEmpty())
        return;
    column()->addWidget(new SectionHeading(tr("Application")));
    column()->addSpacing(10);
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::page);
    grid->setVerticalSpacing(Space::large);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const int count = int(qMin<qsizetype>(leaves.size(), shownFacts));
    for (int i = 0; i < count; ++i) {
        auto *cell = new QWidget;
        auto *words = new QVBoxLayout(cell);
        words->setContentsMargins(0, 0, 0, 0);
        words->setSpacing(Space::hair);
        words->addWidget(new WrappedLabel(leaves[i]->label, TextRole::Small, Colour::Text2));
        words->addWidget(new WrappedLabel(ApplicationTab::valueOf(*leaves[i])));
        words->addStretch();
        grid->addWidget(cell, i / 2, i % 2);
    }
    column()->addWidget(box);
    column()->addSpacing(Space::wide);
}

void OverviewTab::addFiles(const ViewedCase &viewed)
{
    const QList<Attachment> &files = viewed.caseFile.attachments;
    if (files.isEmpty())
        return;
    auto *heading = new SectionHeading(tr("Attachments"));
    heading->setCount(int(files.size()));
    column()->addWidget(heading);
    column()->addSpacing(10);
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Space::small);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    // Newest first: what has just come is what is looked for.
    const int count = int(qMin<qsizetype>(files.size(), shownFiles));
    for (int i = 0; i < count; ++i) {
        const Attachment &file = files[files.size() - 1 - i];
        const DateWords dates = m_context.dates();
        auto *tile = new FileTile(file.name, file.type,
            QStringLiteral("%1 · %2").arg(dates.when(file.at), CaseWords::size(file.size)));
        if (pendingPart(viewed, file.id.text))
            tile->setMetaIcon(QStringLiteral("clock"));
        connect(
            tile, &FileTile::clicked, this, [this, id = file.id] { emit attachmentRequested(id); });
        grid->addWidget(tile, i / 2, i % 2);
    }
    column()->addWidget(box);
}
