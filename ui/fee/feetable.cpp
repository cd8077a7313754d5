#include "feetable.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace {

constexpr int mostItems = 99;
constexpr int textPart = 5;
constexpr int basisPart = 4;

bool isEmpty(const FeeItem &item)
{
    return item.text.isEmpty() && item.legalBasis.isEmpty() && item.amount.cents == 0;
}

} // namespace

FeeTable::FeeTable(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    outer->addWidget(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    const Theme &theme = Theme::of(this);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    header->setSpacing(Space::small);
    header->addWidget(new ElidedLabel(tr("Item"), TextRole::SmallStrong, Colour::Text2), textPart);
    header->addWidget(
        new ElidedLabel(tr("Legal basis"), TextRole::SmallStrong, Colour::Text2), basisPart);
    auto *amount = new ElidedLabel(tr("Amount"), TextRole::SmallStrong, Colour::Text2);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setFixedWidth(theme.scaled(110));
    header->addWidget(amount);
    header->addSpacing(theme.scaled(Size::toolButton) + Space::small);
    column->addLayout(header);
    column->addWidget(new Rule);
    auto *rows = new QWidget;
    m_rowColumn = new QVBoxLayout(rows);
    m_rowColumn->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    m_rowColumn->setSpacing(Space::small);
    column->addWidget(rows);
    auto *footer = new Panel(Colour::Sunken, Panel::Top);
    auto *sum = new QHBoxLayout(footer);
    sum->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    m_add = newSmallButton(ButtonKind::Ghost, tr("Add an item"), QStringLiteral("plus"));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addItem();
        m_rows.last().text->setFocus();
    });
    sum->addWidget(m_add);
    sum->addStretch(1);
    sum->addWidget(new ElidedLabel(tr("Total"), TextRole::UiStrong));
    sum->addSpacing(Space::medium);
    m_total = new ElidedLabel({}, TextRole::Heading);
    m_total->setObjectName(QStringLiteral("total"));
    sum->addWidget(m_total);
    sum->addSpacing(theme.scaled(Size::toolButton) + Space::small);
    column->addWidget(footer);
    addItem();
}

void FeeTable::setItems(const QList<FeeItem> &items)
{
    while (!m_rows.isEmpty())
        delete m_rows.takeLast().box;
    for (const FeeItem &item : items)
        addItem(item);
    if (items.isEmpty())
        addItem();
    onChanged();
}

void FeeTable::addItem(const FeeItem &item)
{
    const Theme &theme = Theme::of(this);
    Row row{ new QWidget, new QLineEdit(item.text), new QLineEdit(item.legalBasis), new QLineEdit };
    const int number = int(m_rows.size()) + 1;
    row.text->setMaxLength(200);
    row.text->setPlaceholderText(tr("Administrative fee"));
    row.text->setAccessibleName(tr("Item %1: text").arg(number));
    row.basis->setMaxLength(200);
    row.basis->setPlaceholderText(tr("Act, section, tariff"));
    row.basis->setAccessibleName(tr("Item %1: legal basis").arg(number));
    for (QLineEdit *edit : { row.text, row.basis })
        edit->setCursorPosition(0); // of a long text its beginning is shown
    row.amount->setAccessibleName(tr("Item %1: amount in euros").arg(number));
    row.amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.amount->setFixedWidth(theme.scaled(110));
    row.amount->setPlaceholderText(formatMoney({}, QLocale()));
    if (item.amount.cents > 0)
        row.amount->setText(formatMoney(item.amount, QLocale()));
    QToolButton *remove = newToolButton(QStringLiteral("x"), tr("Remove item %1").arg(number));
    auto *line = new QHBoxLayout(row.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(row.text, textPart);
    line->addWidget(row.basis, basisPart);
    line->addWidget(row.amount);
    line->addWidget(remove);
    m_rowColumn->addWidget(row.box);
    m_rows.append(row);
    for (QLineEdit *edit : { row.text, row.basis, row.amount })
        connect(edit, &QLineEdit::textChanged, this, &FeeTable::onChanged);
    connect(remove, &QToolButton::clicked, this, [this, box = row.box] { removeRow(box); });
    onChanged();
}

void FeeTable::removeRow(QWidget *box)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].box == box) {
            m_rows.removeAt(i);
            box->hide();
            box->deleteLater();
            break;
        }
    }
    if (m_rows.isEmpty())
        addItem();
    onChanged();
}

FeeItem FeeTable::itemOf(const Row &row)
{
    FeeItem item;
    item.text = row.text->text().simplified();
    item.legalBasis = row.basis->text().simplified();
    item.amount = parseMoney(row.amount->text(), QLocale()).value_or(Money{});
    return item;
}

QList<FeeItem> FeeTable::items() const
{
    QList<FeeItem> list;
    for (const Row &row : m_rows) {
        const FeeItem item = itemOf(row);
        if (!isEmpty(item) || !row.amount->text().trimmed().isEmpty())
            list.append(item);
    }
    return list;
}

bool FeeTable::isComplete() const
{
    const QList<FeeItem> list = items();
    for (const FeeItem &item : list) {
        if (item.text.isEmpty() || item.legalBasis.isEmpty() || item.amount.cents <= 0)
            return false;
    }
    return !list.isEmpty() && list.size() <= mostItems;
}

void FeeTable::focusFirst()
{
    m_rows.first().text->setFocus();
}

void FeeTable::onChanged()
{
    m_total->setText(formatMoney(total(items()), QLocale()));
    m_add->setEnabled(m_rows.size() < mostItems);
    emit changed();
}
