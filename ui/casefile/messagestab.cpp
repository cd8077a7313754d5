#include "messagestab.h"

#include "composer.h"
#include "filetile.h"
#include "pendingpart.h"
#include "scrollpage.h"
#include "transferrows.h"
#include "ui/common/avatar.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTimer>

MessagesTab::MessagesTab(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_thread(new ScrollPage)
    , m_bottom(new Panel(Colour::Surface))
    , m_composer(new Composer)
    , m_transfers(new TransferRows(context.transfers()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_thread, 1);
    auto *bottom = new QVBoxLayout(m_bottom);
    bottom->setContentsMargins(Space::wide, Space::tiny, Space::wide, Space::large);
    bottom->setSpacing(Space::small);
    bottom->addWidget(m_transfers);
    bottom->addWidget(m_composer);
    column->addWidget(m_bottom);
}

void MessagesTab::setCase(const ViewedCase &viewed)
{
    const CaseFile &caseFile = viewed.caseFile;
    const bool toEnd = m_case != caseFile.id || m_shown != caseFile.messages.size();
    m_case = caseFile.id;
    m_shown = caseFile.messages.size();
    m_transfers->setCase(caseFile.id);
    if (!toEnd)
        m_thread->keepPosition();
    m_thread->clear();
    const Party *party = applicant(caseFile);
    m_bottom->setVisible(party && !caseFile.internal);
    if (party)
        m_composer->setRecipient(displayName(*party), tr("shown on the page of the case"));
    if (caseFile.messages.isEmpty()) {
        m_thread->column()->addStretch(1);
        m_thread->column()->addWidget(
            new EmptyState(QStringLiteral("messages-square"), tr("No messages yet"),
                party ? tr("What you write below is shown to the applicant.")
                      : tr("An internal case has no applicant to write to.")));
        m_thread->column()->addStretch(1);
        return;
    }
    QDate day;
    for (const Message &message : caseFile.messages) {
        const QDate that = m_context.dates().dayOf(message.at);
        if (that != day)
            addDay(that);
        day = that;
        addMessage(viewed, message);
    }
    m_thread->column()->addStretch(1);
    if (toEnd) {
        // Once the layout knows its height.
        QTimer::singleShot(0, m_thread, [thread = m_thread] {
            thread->verticalScrollBar()->setValue(thread->verticalScrollBar()->maximum());
        });
    }
}

void MessagesTab::addDay(QDate day)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::medium);
    row->addWidget(new Rule, 1);
    row->addWidget(new ElidedLabel(m_context.dates().heading(day), TextRole::Small, Colour::Text2));
    row->addWidget(new Rule, 1);
    m_thread->column()->addWidget(line);
    m_thread->column()->addSpacing(Space::medium);
}

void MessagesTab::addMessage(const ViewedCase &viewed, const Message &message)
{
    const bool own = message.direction == MessageDirection::ToApplicant;
    auto *card
        = new Panel(own ? Colour::Sunken : Colour::Surface, own ? Panel::NoSide : Panel::AllSides);
    card->setRadius(Radius::card);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, Space::medium, 14, Space::medium);
    inside->setSpacing(Space::small);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new Avatar(message.author.name));
    const bool me = own && message.author.id == m_context.clerk().id.text;
    head->addWidget(new ElidedLabel(me ? tr("You") : message.author.name, TextRole::UiStrong));
    head->addWidget(
        new ElidedLabel(m_context.dates().time(message.at), TextRole::Small, Colour::Text2));
    head->addStretch(1);
    if (const PendingOperation *entry = pendingPart(viewed, message.id.text)) {
        const bool bad = PendingWords::needsClerk(entry->state);
        head->addWidget(new IconView(
            PendingWords::icon(entry->state), bad ? Colour::RedFg : Colour::Text2, 14));
        head->addWidget(new ElidedLabel(PendingWords::state(entry->state), TextRole::Small,
            bad ? Colour::RedFg : Colour::Text2));
    } else if (own && !message.readByApplicant.isNull()) {
        head->addWidget(new IconView(QStringLiteral("check"), Colour::Text2, 14));
        head->addWidget(
            new ElidedLabel(tr("Read %1").arg(m_context.dates().when(message.readByApplicant)),
                TextRole::Small, Colour::Text2));
    }
    inside->addLayout(head);
    if (!message.text.isEmpty()) {
        auto *prose = new Prose(message.text);
        prose->setAccessibleName(tr("Message of %1").arg(message.author.name));
        inside->addWidget(prose);
    }
    for (const AttachmentId &id : message.attachments) {
        const Attachment *file = findAttachment(viewed.caseFile, id);
        if (!file)
            continue;
        auto *tile = new FileTile(file->name, file->type, CaseWords::size(file->size));
        connect(tile, &FileTile::clicked, this, [this, id] { emit attachmentRequested(id); });
        auto *row = new QHBoxLayout;
        row->addWidget(tile);
        row->addStretch(1);
        inside->addLayout(row);
    }
    m_thread->column()->addWidget(card);
    m_thread->column()->addSpacing(Space::large);
}
