#include "transferrows.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>
#include <algorithm>

TransferRows::TransferRows(TransferList &transfers, QWidget *parent)
    : QWidget(parent)
    , m_transfers(transfers)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Files under way"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::tiny);
    connect(&transfers, &TransferList::changed, this, &TransferRows::refresh);
    hide();
}

void TransferRows::setCase(const CaseId &id)
{
    m_case = id;
    refresh();
}

void TransferRows::showAll()
{
    m_all = true;
    refresh();
}

// Rows stay while their file is under way, so that a button never moves from under the pointer.
void TransferRows::refresh()
{
    const QList<Transfer> now = m_all ? m_transfers.all() : m_transfers.ofCase(m_case);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const bool there = std::any_of(now.begin(), now.end(),
            [&](const Transfer &transfer) { return transfer.attachment == m_rows[i].id; });
        if (there)
            continue;
        m_rows[i].widget->hide();
        m_rows[i].widget->deleteLater();
        m_rows.removeAt(i);
    }
    for (const Transfer &transfer : now) {
        auto row = std::find_if(m_rows.begin(), m_rows.end(),
            [&](const Row &known) { return known.id == transfer.attachment; });
        if (row == m_rows.end())
            row = m_rows.insert(m_rows.end(), newRow(transfer));
        row->bar->setValue(transfer.percent());
        row->amount->setText(
            tr("%1 of %2").arg(CaseWords::size(transfer.done), CaseWords::size(transfer.size)));
        row->bar->setAccessibleDescription(row->amount->text());
    }
    setVisible(!m_rows.isEmpty());
}

TransferRows::Row TransferRows::newRow(const Transfer &transfer)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(
        new IconView(transfer.isUpload() ? QStringLiteral("upload") : QStringLiteral("download"),
            Colour::Text2));
    auto *name = new ElidedLabel(transfer.name, TextRole::Small);
    row->addWidget(name, 1);
    auto *amount = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    row->addWidget(amount);
    auto *bar = new QProgressBar;
    bar->setRange(0, 100);
    bar->setTextVisible(false);
    bar->setAccessibleName(transfer.name);
    bar->setFixedSize(Theme::of(this).scaled(200), Space::small);
    row->addWidget(bar);
    QToolButton *stop
        = newToolButton(QStringLiteral("x"), tr("Stop the transfer of %1").arg(transfer.name));
    stop->setObjectName(QStringLiteral("stopTransfer"));
    connect(stop, &QToolButton::clicked, this,
        [this, id = transfer.attachment] { m_transfers.requestStop(id); });
    row->addWidget(stop);
    m_column->addWidget(line);
    return { transfer.attachment, line, bar, amount };
}
