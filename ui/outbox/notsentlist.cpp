#include "notsentlist.h"

#include "models/domain/filename.h"
#include "models/items/outboxmodel.h"
#include "outboxdelegate.h"
#include "outboxview.h"
#include "ui/casefile/caserequests.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/common/theme.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/words/deskcontext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>

NotSentList::NotSentList(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_requests(requests)
    , m_stack(new QStackedWidget)
    , m_view(newOutboxView(context, tr("Not sent")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(
        newEmptyPage(new EmptyState(QStringLiteral("archive"), tr("Nothing was left behind"),
            tr("If a case is taken from you, what you wrote and could not send stays here for 7 "
               "days."))));
    column->addWidget(m_stack, 1);
    buildDetail(column);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &NotSentList::updateDetail);
    const QAbstractItemModel *model = m_view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &NotSentList::updateState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &NotSentList::updateState);
    connect(model, &QAbstractItemModel::modelReset, this, &NotSentList::updateState);
    updateState();
}

void NotSentList::buildDetail(QVBoxLayout *column)
{
    m_detail = new Panel(Colour::Sunken, Panel::Top);
    auto *inside = new QVBoxLayout(m_detail);
    inside->setContentsMargins(Space::page, Space::medium, Space::page, Space::medium);
    inside->setSpacing(Space::small);
    m_title = new ElidedLabel({}, TextRole::UiStrong);
    inside->addWidget(m_title);
    m_reason = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    inside->addWidget(m_reason);
    m_text = new Prose;
    m_text->setAccessibleName(tr("What you wrote"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_text);
    scroll->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);
    scroll->setMinimumHeight(Theme::of(this).scaled(120));
    scroll->setMaximumHeight(Theme::of(this).scaled(240));
    inside->addWidget(scroll);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::small);
    row->addStretch(1);
    QPushButton *forget
        = newSmallButton(ButtonKind::Ghost, tr("Delete now"), QStringLiteral("trash-2"));
    forget->setObjectName(QStringLiteral("forget"));
    QPushButton *save
        = newSmallButton(ButtonKind::Secondary, tr("Hand over …"), QStringLiteral("share-2"));
    save->setObjectName(QStringLiteral("handOver"));
    save->setToolTip(tr("Saves your words as a text file for whoever has the case now."));
    QPushButton *copy = newSmallButton(ButtonKind::Secondary, tr("Copy"), QStringLiteral("copy"));
    copy->setObjectName(QStringLiteral("copyText"));
    for (QPushButton *button : { forget, save, copy })
        row->addWidget(button);
    inside->addLayout(row);
    column->addWidget(m_detail);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(save, &QPushButton::clicked, this, &NotSentList::onHandOver);
    connect(forget, &QPushButton::clicked, this, &NotSentList::onForget);
}

QString NotSentList::text() const
{
    return m_view->currentIndex().data(OutboxModel::TextRole).toString();
}

void NotSentList::onHandOver()
{
    const QModelIndex index = m_view->currentIndex();
    const Timestamp written{ index.data(OutboxModel::QueuedRole).toDateTime().toMSecsSinceEpoch() };
    const QString title = OutboxDelegate::title(index);
    const QString words = QStringLiteral("%1\n%2\n\n%3\n")
                              .arg(title,
                                  tr("Written by %1, %2, not sent")
                                      .arg(m_context.clerk().name, m_context.dates().when(written)),
                                  text());
    auto *dialog = new QFileDialog(this, tr("Hand over what you wrote"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(cleanFileName(title + QStringLiteral(".txt")));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, words](const QString &path) { emit m_requests.handOverRequested(words, path); });
    dialog->open();
}

void NotSentList::onForget()
{
    const QModelIndex index = m_view->currentIndex();
    auto *dialog = new ConfirmDialog(tr("Delete what you wrote?"), OutboxDelegate::title(index),
        tr("It is on this device only and cannot be brought back."), tr("Delete"),
        ButtonKind::Danger, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const OperationId id{ index.data(OutboxModel::OperationRole).toString() };
    const bool draft = index.data(OutboxModel::DraftRole).toBool();
    connect(dialog, &QDialog::accepted, this,
        [this, id, draft] { emit m_requests.forgetRequested(id, draft); });
    dialog->open();
}

void NotSentList::setModel(QAbstractItemModel *model)
{
    setOutbox(*m_view, model);
}

void NotSentList::updateState()
{
    const int count = m_view->model()->rowCount();
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    updateDetail();
    emit countChanged(count);
}

void NotSentList::updateDetail()
{
    const QModelIndex index = m_view->currentIndex();
    m_detail->setVisible(index.isValid());
    if (!index.isValid())
        return;
    m_title->setText(OutboxDelegate::title(index));
    m_reason->setText(OutboxDelegate::reason(index));
    m_text->setText(text().isEmpty() ? tr("This action holds no words of yours.") : text());
}
