#include "factrow.h"

#include "chip.h"
#include "labels.h"
#include "panel.h"
#include "theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace {

// An icon and words, both in one colour.
QWidget *iconAndText(
    const QString &iconName, const QString &text, Colour iconColour, Colour colour, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::tight);
    row->addWidget(new IconView(iconName, iconColour, 14, box), 0, Qt::AlignTop);
    row->addWidget(new WrappedLabel(text, TextRole::Small, colour, box), 1);
    return box;
}

} // namespace

FactRow::FactRow(const QString &label, const QString &value, QWidget *parent)
    : QWidget(parent)
    , m_label(new WrappedLabel(label, TextRole::Ui, Colour::Text2, this))
    , m_value(new WrappedLabel(value, TextRole::Body, Colour::Text, this))
    , m_row(new QHBoxLayout(this))
    , m_column(new QVBoxLayout)
{
    m_value->setSelectable(true);
    m_value->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    auto *left = new QVBoxLayout;
    left->addWidget(m_label);
    left->addStretch(1);
    m_column->setSpacing(Space::tiny);
    m_column->addWidget(m_value);
    m_column->addStretch(1);
    m_row->setContentsMargins(0, 10, 0, 11);
    m_row->setSpacing(Space::medium);
    m_row->addLayout(left);
    m_row->addLayout(m_column, 1);
    restyle();
}

void FactRow::setValue(const QString &value)
{
    m_value->setText(value);
    m_value->setAccessibleName(QStringLiteral("%1: %2").arg(m_label->text(), value));
}

QString FactRow::value() const
{
    return m_value->text();
}

void FactRow::setOrigin(const QString &text, const QString &iconName)
{
    auto *box = iconAndText(iconName, text, Colour::Text2, Colour::Text2, this);
    box->setMaximumWidth(Theme::of(this).scaled(220));
    setRight(box);
}

void FactRow::setProven(const QString &text, const QString &iconName)
{
    setRight(new Chip(text, Tone::Green, iconName, this));
}

void FactRow::setRight(QWidget *widget)
{
    delete m_right;
    m_right = widget;
    m_row->addWidget(widget, 0, Qt::AlignTop);
}

void FactRow::setNote(const QString &text, const QString &iconName, Tone tone)
{
    delete m_note;
    m_note = nullptr;
    if (text.isEmpty())
        return;
    m_note = iconAndText(iconName, text, foregroundOf(tone), foregroundOf(tone), this);
    m_column->insertWidget(1, m_note);
}

void FactRow::setDivider(bool on)
{
    m_divider = on;
    update();
}

void FactRow::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void FactRow::paintEvent(QPaintEvent *)
{
    if (!m_divider)
        return;
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, Theme::of(this).colour(Colour::Border));
}

void FactRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void FactRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    restyle();
}

void FactRow::restyle()
{
    // In a narrow pane the value needs the room more than the label.
    const int full = Theme::of(this).scaled(Size::factLabel);
    const int narrow = std::max(full / 2, width() * 3 / 10);
    m_label->setFixedWidth(testAttribute(Qt::WA_WState_Created) ? std::min(full, narrow) : full);
}
