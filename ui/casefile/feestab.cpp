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

FeesTab::FeesTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

void FeesTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    if (viewed.caseFile.fees.isEmpty()) {
        auto *empty = new EmptyState(QStringLiteral("receipt-euro"), tr("No fee"),
            tr("A fee can be requested here, or together with the notice."));
        connect(empty->setAction(tr("Request a fee"), QStringLiteral("receipt-euro")),
            &QPushButton::clicked, this, &FeesTab::feeRequested);
        column()->addStretch(1);
        column()->addWidget(empty);
        column()->addStretch(1);
        return;
    }
    for (const FeeRequest &fee : viewed.caseFile.fees)
        addFee(viewed, fee);
    column()->addStretch(1);
}

void FeesTab::addFee(const ViewedCase &viewed, const FeeRequest &fee)
{
    const DateWords dates = m_context.dates();
    const QLocale locale;
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::large, Space::medium, Space::large, Space::medium);
    inside->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->addWidget(new WrappedLabel(formatMoney(total(fee.items), locale), TextRole::Heading), 1);
    const bool overdue = fee.state == FeeState::Open && fee.due < dates.today();
    if (const PendingOperation *entry = pendingPart(viewed, fee.id.text))
        head->addWidget(new Chip(PendingWords::state(entry->state),
            PendingWords::needsClerk(entry->state) ? Tone::Red : Tone::Amber,
            PendingWords::icon(entry->state)));
    else if (overdue)
        head->addWidget(new Chip(dates.distance(fee.due), Tone::Red, QStringLiteral("clock")));
    else
        head->addWidget(new Chip(CaseWords::fee(fee.state), CaseWords::feeTone(fee.state),
            QStringLiteral("badge-euro")));
    inside->addLayout(head);
    inside->addSpacing(Space::small);
    for (const FeeItem &item : fee.items) {
        auto *row = new FactRow(formatMoney(item.amount, locale), item.text);
        row->addBelow(new WrappedLabel(item.legalBasis, TextRole::Small, Colour::Text2));
        inside->addWidget(row);
    }
    inside->addWidget(new FactRow(tr("Payment reference"),
        fee.reference.isEmpty() ? tr("will be given by the cash system") : fee.reference));
    inside->addWidget(new FactRow(tr("Due"), dates.fullDay(fee.due)));
    if (!fee.reason.isEmpty())
        inside->addWidget(new FactRow(tr("Reason"), fee.reason));
    auto *last = new FactRow(tr("Requested"),
        QStringLiteral("%1 · %2").arg(dates.when(fee.requestedAt), fee.requestedBy.name));
    last->setDivider(false);
    inside->addWidget(last);
    const bool open = fee.state == FeeState::Open || fee.state == FeeState::Failed;
    if (open && m_context.may(Permission::FeeCancel, viewed.caseFile.department)) {
        auto *buttons = new QHBoxLayout;
        QPushButton *cancel = newSmallButton(
            ButtonKind::Secondary, tr("Cancel the payment request"), QStringLiteral("circle-x"));
        connect(
            cancel, &QPushButton::clicked, this, [this, id = fee.id] { emit cancelRequested(id); });
        buttons->addWidget(cancel);
        buttons->addStretch(1);
        inside->addSpacing(Space::small);
        inside->addLayout(buttons);
    }
    column()->addWidget(card);
    column()->addSpacing(Space::large);
}
