#include "pendingpart.h"
#include "recordtabs.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/emptystate.h"
#include "ui/common/factrow.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace {

// Whether the applicant was told that the notice is there: with it stands or falls the day of
// disclosure.
QString notificationOf(const Retrieval &evidence, const DateWords &dates)
{
    if (!evidence.notifiedAt.isNull())
        return NoticesTab::tr("Sent %1").arg(dates.when(evidence.notifiedAt));
    if (evidence.notification == QLatin1String("refused"))
        return NoticesTab::tr("Not accepted by the mail server");
    if (evidence.notification == QLatin1String("none"))
        return NoticesTab::tr("None: post only, or no address given");
    return NoticesTab::tr("Not sent yet");
}

} // namespace

NoticesTab::NoticesTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

void NoticesTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    if (viewed.caseFile.notices.isEmpty()) {
        auto *empty = new EmptyState(QStringLiteral("stamp"), tr("No notice yet"),
            tr("The assistant leads through decision, reasons, fee and remedy."));
        connect(empty->setAction(tr("Begin the notice"), QStringLiteral("file-pen")),
            &QPushButton::clicked, this, &NoticesTab::noticeRequested);
        column()->addStretch(1);
        column()->addWidget(empty);
        column()->addStretch(1);
        return;
    }
    for (const Notice &notice : viewed.caseFile.notices)
        addNotice(viewed, notice);
    column()->addStretch(1);
}

void NoticesTab::addNotice(const ViewedCase &viewed, const Notice &notice)
{
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::large, Space::medium, Space::large, Space::small);
    inside->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->addWidget(new WrappedLabel(notice.title, TextRole::Heading), 1);
    const PendingOperation *pending = pendingPart(viewed, notice.id.text);
    if (pending)
        head->addWidget(new Chip(PendingWords::state(pending->state),
            PendingWords::needsClerk(pending->state) ? Tone::Red : Tone::Amber,
            PendingWords::icon(pending->state)));
    else if (notice.finalOn.isValid())
        head->addWidget(new Chip(tr("Final"), Tone::Green, QStringLiteral("check")));
    else
        head->addWidget(new Chip(tr("Issued"), Tone::Violet, QStringLiteral("stamp")));
    inside->addLayout(head);
    inside->addSpacing(Space::small);
    addFacts(inside, viewed, notice);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, Space::medium, 0, Space::small);
    buttons->setSpacing(Space::small);
    QPushButton *show
        = newSmallButton(ButtonKind::Secondary, tr("Show the document"), QStringLiteral("eye"));
    connect(show, &QPushButton::clicked, this,
        [this, id = notice.document] { emit documentRequested(id); });
    buttons->addWidget(show);
    const bool open
        = !pending && !notice.finalOn.isValid() && notice.letterDate <= m_context.today();
    if (open && m_context.may(Permission::NoticeIssue, viewed.caseFile.department)) {
        QPushButton *confirm = newSmallButton(
            ButtonKind::Secondary, tr("Confirm finality …"), QStringLiteral("check"));
        confirm->setObjectName(QStringLiteral("confirmFinality"));
        connect(confirm, &QPushButton::clicked, this,
            [this, id = notice.id] { emit finalityRequested(id); });
        buttons->addWidget(confirm);
    }
    buttons->addStretch(1);
    inside->addLayout(buttons);
    column()->addWidget(card);
    column()->addSpacing(Space::large);
}

void NoticesTab::addFacts(QVBoxLayout *column, const ViewedCase &viewed, const Notice &notice)
{
    const DateWords dates = m_context.dates();
    const auto fact = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            column->addWidget(new FactRow(label, value));
    };
    const auto by = [](const QString &when, const Actor &who) {
        return who.name.isEmpty() ? when : QStringLiteral("%1 · %2").arg(when, who.name);
    };
    fact(tr("Channel"), CaseWords::channel(notice.channel));
    fact(tr("Date of the letter"), dates.fullDay(notice.letterDate));
    fact(tr("Issued"), by(dates.when(notice.issuedAt), notice.issuedBy));
    fact(tr("Disclosed"),
        notice.disclosedOn.isValid() ? dates.fullDay(notice.disclosedOn)
                                     : tr("Depends on the retrieval"));
    fact(tr("Remedy until"), dates.fullDay(notice.remedyEndsOn));
    if (notice.finalOn.isValid())
        fact(tr("Final since"), by(dates.fullDay(notice.finalOn), notice.finalBy));
    for (const Retrieval &retrieval : viewed.caseFile.retrievals) {
        if (retrieval.document != notice.document)
            continue;
        fact(tr("E-mail hint"), notificationOf(retrieval, dates));
        if (!retrieval.retrievedAt.isNull())
            fact(tr("Retrieved"), dates.when(retrieval.retrievedAt));
    }
}
