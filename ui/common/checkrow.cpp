#include "checkrow.h"

#include "buttons.h"
#include "labels.h"
#include "panel.h"
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

CheckRow::CheckRow(CheckState state, const QString &title, const QString &detail, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_icon(new IconView({}, Colour::Text2, Size::iconTool, this))
    , m_title(new WrappedLabel({}, TextRole::Ui, Colour::Text, this))
    , m_detail(new WrappedLabel({}, TextRole::Small, Colour::Text2, this))
    , m_row(new QHBoxLayout(this))
{
    auto *texts = new QGridLayout;
    texts->setHorizontalSpacing(10);
    texts->setVerticalSpacing(1);
    texts->setColumnStretch(1, 1);
    texts->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    texts->addWidget(m_title, 0, 1);
    texts->addWidget(m_detail, 1, 1);
    auto *middle = new QVBoxLayout;
    middle->addStretch(1);
    middle->addLayout(texts);
    middle->addStretch(1);
    m_row->setContentsMargins(0, 3, 0, 3);
    m_row->setSpacing(10);
    m_row->addLayout(middle, 1);
    setTexts(title, detail);
    setState(state);
}

void CheckRow::setState(CheckState state)
{
    m_state = state;
    switch (state) {
    case CheckState::Passed:
        m_icon->setIcon(QStringLiteral("circle-check"), Colour::GreenFg);
        break;
    case CheckState::Open:
        m_icon->setIcon(QStringLiteral("triangle-alert"), Colour::AmberFg);
        break;
    case CheckState::Failed:
        m_icon->setIcon(QStringLiteral("circle-x"), Colour::RedFg);
        break;
    case CheckState::Running:
        m_icon->setIcon(QStringLiteral("loader-circle"), Colour::Accent);
        break;
    }
    describe();
}

void CheckRow::setTexts(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    describe();
}

void CheckRow::describe()
{
    QString state;
    switch (m_state) {
    case CheckState::Passed:
        state = tr("passed");
        break;
    case CheckState::Open:
        state = tr("open");
        break;
    case CheckState::Failed:
        state = tr("failed");
        break;
    case CheckState::Running:
        state = tr("being checked");
        break;
    }
    setAccessibleName(QStringLiteral("%1: %2").arg(m_title->text(), state));
    setAccessibleDescription(m_detail->text());
}

QPushButton *CheckRow::addAction(const QString &text)
{
    QPushButton *button = newSmallButton(ButtonKind::Secondary, text, {}, this);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}
