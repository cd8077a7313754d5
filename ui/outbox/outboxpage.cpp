#include "outboxpage.h"

#include "notsentlist.h"
#include "ui/casefile/caserequests.h"
#include "ui/casefile/casetabs.h"
#include "ui/common/buttons.h"
#include "ui/common/currentstack.h"
#include "ui/common/labels.h"
#include "waitinglist.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

OutboxPage::OutboxPage(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : Panel(Colour::Surface, NoSide, parent)
    , m_requests(requests)
    , m_tabs(new CaseTabs)
    , m_pages(new CurrentStack)
    , m_waiting(new WaitingList(context, requests))
    , m_notSent(new NotSentList(context, requests))
    , m_journal(new JournalList(context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader(column);
    const QList<QPair<QString, QWidget *>> tabs{ { tr("Waiting"), m_waiting },
        { tr("Not sent"), m_notSent }, { tr("What happened"), m_journal } };
    for (const auto &[name, page] : tabs) {
        m_tabs->addNamed(name);
        m_pages->addWidget(page);
    }
    m_tabs->setAccessibleName(tr("Parts of the transfer"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 0, 10, 0);
    bar->addWidget(m_tabs);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &CaseTabs::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_waiting, &WaitingList::caseRequested, this, &OutboxPage::caseRequested);
    connect(m_waiting, &WaitingList::countChanged, this,
        [this](int count) { m_tabs->setCount(Waiting, count); });
    connect(m_notSent, &NotSentList::countChanged, this,
        [this](int count) { m_tabs->setCount(NotSent, count, count > 0); });
}

void OutboxPage::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::page, Space::large, Space::page, Space::small);
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

void OutboxPage::setModel(QAbstractItemModel *model)
{
    m_waiting->setModel(model);
}

void OutboxPage::setNotSentModel(QAbstractItemModel *model)
{
    m_notSent->setModel(model);
}

void OutboxPage::setJournal(
    const QList<JournalEntry> &entries, const JournalList::CaseNames &caseName)
{
    m_journal->setEntries(entries, caseName);
}

void OutboxPage::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

QTableView *OutboxPage::view() const
{
    return m_waiting->view();
}

void OutboxPage::setCounts(const CaseCounts &counts)
{
    QString text = tr("%n open", nullptr, counts.pendingOperations);
    if (counts.needAttention)
        text += QStringLiteral(", ") + tr("%n need(s) you", nullptr, counts.needAttention);
    m_meta->setText(text + QStringLiteral(". ")
        + tr("Nothing gets lost: every action is kept on this device."));
}
