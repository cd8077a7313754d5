#include "waitinglist.h"

#include "models/items/outboxmodel.h"
#include "outboxdelegate.h"
#include "outboxview.h"
#include "ui/casefile/caserequests.h"
#include "ui/casefile/pendingpart.h"
#include "ui/casefile/transferrows.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

WaitingList::WaitingList(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_stack(new QStackedWidget)
    , m_view(newOutboxView(context, tr("Actions waiting for transfer")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *transfers = new TransferRows(context.transfers());
    transfers->setContentsMargins(Space::page, Space::small, Space::page, Space::small);
    transfers->showAll();
    column->addWidget(transfers);
    m_stack->addWidget(m_view);
    m_stack->addWidget(
        newEmptyPage(new EmptyState(QStringLiteral("cloud-check"), tr("Everything is transferred"),
            tr("What you do without a connection is kept here until the portal has it."))));
    column->addWidget(m_stack, 1);
    buildDetail(column);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &WaitingList::updateDetail);
    const QAbstractItemModel *model = m_view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &WaitingList::updateState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &WaitingList::updateState);
    connect(model, &QAbstractItemModel::modelReset, this, &WaitingList::updateState);
    connect(model, &QAbstractItemModel::dataChanged, this, &WaitingList::updateDetail);
    updateState();
}

void WaitingList::buildDetail(QVBoxLayout *column)
{
    m_detail = new Panel(Colour::Sunken, Panel::Top);
    auto *words = new QVBoxLayout(m_detail);
    words->setContentsMargins(Space::page, Space::medium, Space::page, Space::medium);
    words->setSpacing(Space::hair);
    m_detailTitle = new ElidedLabel({}, TextRole::UiStrong);
    m_detailText = new WrappedLabel({}, TextRole::Small, Colour::Text2);
    words->addWidget(m_detailTitle);
    words->addWidget(m_detailText);
    words->addSpacing(Space::small);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::small);
    row->addStretch(1);
    words->addLayout(row);
    m_openCase
        = newSmallButton(ButtonKind::Ghost, tr("Open the case"), QStringLiteral("folder-open"));
    m_edit = newSmallButton(ButtonKind::Secondary, tr("Edit"), QStringLiteral("pencil"));
    m_edit->setObjectName(QStringLiteral("edit"));
    m_withdraw = newSmallButton(ButtonKind::Secondary, tr("Withdraw"), QStringLiteral("undo-2"));
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    m_retry = newSmallButton(ButtonKind::Secondary, tr("Try again"), QStringLiteral("refresh-cw"));
    m_retry->setObjectName(QStringLiteral("retry"));
    for (QPushButton *button : { m_openCase, m_edit, m_withdraw, m_retry })
        row->addWidget(button);
    column->addWidget(m_detail);
    connect(m_retry, &QPushButton::clicked, this, &WaitingList::onRetry);
    connect(
        m_edit, &QPushButton::clicked, this, [this] { emit m_requests.editRequested(chosen()); });
    connect(m_openCase, &QPushButton::clicked, this,
        [this] { emit caseRequested(CaseId{ data(OutboxModel::CaseIdRole).toString() }); });
    connect(m_withdraw, &QPushButton::clicked, this, &WaitingList::onWithdraw);
    connect(m_view, &QTableView::doubleClicked, this, &WaitingList::onRetry);
}

void WaitingList::onRetry()
{
    if (PendingState(data(OutboxModel::StateRole).toInt()) == PendingState::Conflict)
        emit m_requests.decisionRequested(chosen());
    else
        emit m_requests.retryRequested(chosen());
}

void WaitingList::onWithdraw()
{
    auto *dialog = new ConfirmDialog(tr("Withdraw the action?"),
        OutboxDelegate::title(m_view->currentIndex()),
        tr("It will not be carried out. What you wrote in it is lost."), tr("Withdraw"),
        ButtonKind::Danger, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, id = chosen()] { emit m_requests.withdrawRequested(id); });
    dialog->open();
}

void WaitingList::setModel(QAbstractItemModel *model)
{
    setOutbox(*m_view, model);
}

QVariant WaitingList::data(int role) const
{
    return m_view->currentIndex().data(role);
}

OperationId WaitingList::chosen() const
{
    return OperationId{ data(OutboxModel::OperationRole).toString() };
}

void WaitingList::updateState()
{
    const int count = m_view->model()->rowCount();
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    updateDetail();
    emit countChanged(count);
}

// The title says what happened; this says why, what now, and under which reference.
QString WaitingList::explanation(PendingState state) const
{
    const QString key = data(OutboxModel::ReasonRole).toString();
    const int attempts = data(OutboxModel::AttemptsRole).toInt();
    QStringList parts{ ErrorWords::reason(key) };
    switch (state) {
    case PendingState::Conflict:
        parts.append(tr("Decide which version shall count."));
        break;
    case PendingState::Rejected:
        parts.append(tr("Edit it or withdraw it; the case itself is unchanged."));
        break;
    case PendingState::NeedsAttention:
        parts.append(tr("It is not sent without you: try it again or withdraw it."));
        break;
    default:
        parts.append(attempts > 0
                ? tr("Tried %n time(s). It is tried again by itself.", nullptr, attempts)
                : tr("It is transferred in its turn."));
    }
    if (!key.isEmpty()) {
        const QString given
            = data(OutboxModel::ParamsRole).toJsonObject().value(u"reference").toString();
        parts.append(tr("Reference: %1").arg(given.isEmpty() ? key : given));
    }
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

void WaitingList::updateDetail()
{
    const QModelIndex index = m_view->currentIndex();
    m_detail->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const auto state = PendingState(data(OutboxModel::StateRole).toInt());
    m_detailTitle->setText(
        QStringLiteral("%1 · %2").arg(OutboxDelegate::title(index), PendingWords::state(state)));
    m_detailText->setText(explanation(state));
    const bool sending = state == PendingState::Sending;
    const bool mayWithdraw = data(OutboxModel::MayWithdrawRole).toBool();
    const QString underWay = tr("It is on its way and may have arrived.");
    m_withdraw->setEnabled(mayWithdraw);
    m_withdraw->setToolTip(mayWithdraw ? QString() : underWay);
    const bool mayEdit = data(OutboxModel::MayEditRole).toBool();
    m_edit->setEnabled(mayEdit);
    m_edit->setToolTip(mayEdit ? QString()
            : mayWithdraw      ? tr("Withdraw it and do it again.")
                               : underWay);
    m_retry->setEnabled(!sending);
    m_retry->setText(state == PendingState::Conflict ? tr("Decide …") : tr("Try again"));
}
