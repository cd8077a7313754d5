#include "outboxpage.h"

#include "models/items/outboxmodel.h"
#include "outboxdelegate.h"
#include "ui/casefile/caserequests.h"
#include "ui/casefile/pendingpart.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

OutboxPage::OutboxPage(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : Panel(Colour::Surface, NoSide, parent)
    , m_context(context)
    , m_requests(requests)
    , m_stack(new QStackedWidget)
    , m_view(new QTableView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader(column);
    column->addWidget(new Rule);
    m_view->setItemDelegate(new OutboxDelegate(context, m_view));
    m_view->setAccessibleName(tr("Actions waiting for transfer"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->hide();
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *empty = new QWidget;
    auto *middle = new QVBoxLayout(empty);
    middle->addStretch();
    middle->addWidget(new EmptyState(QStringLiteral("cloud-check"), tr("Everything is transferred"),
        tr("What you do without a connection is kept here until the portal has it.")));
    middle->addStretch();
    m_stack->addWidget(m_view);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
    buildDetail(column);
    updateState();
}

void OutboxPage::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::page, Space::large, Space::page, Space::large);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    words->addWidget(new ElidedLabel(tr("Transfer"), TextRole::Title));
    m_meta = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    words->addWidget(m_meta);
    row->addLayout(words, 1);
    QPushButton *all
        = newButton(ButtonKind::Secondary, tr("Try all again"), QStringLiteral("refresh-cw"));
    all->setObjectName(QStringLiteral("retryAll"));
    connect(all, &QPushButton::clicked, this, [this] {
        emit m_requests.retryAllRequested();
        emit syncRequested();
    });
    row->addWidget(all);
    column->addLayout(row);
}

void OutboxPage::buildDetail(QVBoxLayout *column)
{
    m_detail = new Panel(Colour::Sunken, Panel::Top);
    auto *row = new QHBoxLayout(m_detail);
    row->setContentsMargins(Space::page, Space::medium, Space::page, Space::medium);
    row->setSpacing(Space::small);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    m_detailTitle = new ElidedLabel({}, TextRole::UiStrong);
    m_detailText = new WrappedLabel({}, TextRole::Small, Colour::Text2);
    words->addWidget(m_detailTitle);
    words->addWidget(m_detailText);
    row->addLayout(words, 1);
    m_openCase
        = newSmallButton(ButtonKind::Ghost, tr("Open the case"), QStringLiteral("folder-open"));
    m_withdraw = newSmallButton(ButtonKind::Secondary, tr("Withdraw"), QStringLiteral("undo-2"));
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    m_retry = newSmallButton(ButtonKind::Secondary, tr("Try again"), QStringLiteral("refresh-cw"));
    m_retry->setObjectName(QStringLiteral("retry"));
    row->addWidget(m_openCase);
    row->addWidget(m_withdraw);
    row->addWidget(m_retry);
    column->addWidget(m_detail);
    connect(
        m_retry, &QPushButton::clicked, this, [this] { emit m_requests.retryRequested(chosen()); });
    connect(m_openCase, &QPushButton::clicked, this, [this] {
        emit caseRequested(
            CaseId{ m_view->currentIndex().data(OutboxModel::CaseIdRole).toString() });
    });
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        auto *dialog = new ConfirmDialog(tr("Withdraw the action?"),
            OutboxDelegate::title(m_view->currentIndex()),
            tr("It will not be carried out. What you wrote in it is lost."), tr("Withdraw"),
            ButtonKind::Danger, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
            [this, id = chosen()] { emit m_requests.withdrawRequested(id); });
        dialog->open();
    });
}

void OutboxPage::setModel(QAbstractItemModel *model)
{
    if (m_view->model())
        m_view->model()->disconnect(this);
    m_view->setModel(model);
    if (model) {
        m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OutboxPage::updateDetail);
        connect(model, &QAbstractItemModel::rowsInserted, this, &OutboxPage::updateState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &OutboxPage::updateState);
        connect(model, &QAbstractItemModel::modelReset, this, &OutboxPage::updateState);
        connect(model, &QAbstractItemModel::dataChanged, this, &OutboxPage::updateDetail);
    }
    updateState();
}

void OutboxPage::setCounts(const CaseCounts &counts)
{
    QString text = tr("%n open", nullptr, counts.pendingOperations);
    if (counts.needAttention)
        text += QStringLiteral(", ") + tr("%n need(s) you", nullptr, counts.needAttention);
    m_meta->setText(text + QStringLiteral(". ")
        + tr("Nothing gets lost: every action is kept on this device."));
}

OperationId OutboxPage::chosen() const
{
    return OperationId{ m_view->currentIndex().data(OutboxModel::OperationRole).toString() };
}

void OutboxPage::updateState()
{
    const bool empty = !m_view->model() || m_view->model()->rowCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    updateDetail();
}

void OutboxPage::updateDetail()
{
    const QModelIndex index = m_view->currentIndex();
    m_detail->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const auto state = PendingState(index.data(OutboxModel::StateRole).toInt());
    m_detailTitle->setText(
        QStringLiteral("%1 · %2").arg(OutboxDelegate::title(index), PendingWords::state(state)));
    const QString why = OutboxDelegate::reason(index);
    const int attempts = index.data(OutboxModel::AttemptsRole).toInt();
    m_detailText->setText(!why.isEmpty() ? why
            : attempts > 0 ? tr("Tried %n time(s). It is tried again by itself.", nullptr, attempts)
                           : tr("It is transferred in its turn."));
    const bool sending = state == PendingState::Sending;
    m_withdraw->setEnabled(!sending);
    m_withdraw->setToolTip(sending ? tr("It is on its way and may have arrived.") : QString());
    m_retry->setEnabled(!sending);
}
