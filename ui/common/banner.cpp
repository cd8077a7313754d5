#include "banner.h"

#include "labels.h"
#include "panel.h"
#include "theme.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

Banner::Banner(Tone tone, const QString &iconName, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_icon(new IconView(iconName, foregroundOf(tone), Size::iconTool, this))
    , m_text(new WrappedLabel({}, TextRole::Ui, foregroundOf(tone), this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(Space::large, Space::small, Space::medium, Space::small);
    m_row->setSpacing(10);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void Banner::setTone(Tone tone, const QString &iconName)
{
    m_tone = tone;
    m_icon->setIcon(iconName, foregroundOf(tone));
    m_text->setColour(foregroundOf(tone));
    for (QPushButton *button : std::as_const(m_actions))
        button->setProperty("tone", int(tone));
    update();
}

void Banner::setText(const QString &text)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    // Qt 6.4 cannot announce a sentence; an alert makes screen readers read the name.
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Banner::text() const
{
    return m_text->text();
}

QPushButton *Banner::addAction(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("banner"));
    button->setProperty("small", true);
    button->setProperty("tone", int(m_tone));
    button->setProperty("framed", m_actions.isEmpty());
    button->setAutoDefault(false);
    m_row->insertWidget(2, button);
    m_actions << button;
    return button;
}

void Banner::clearActions()
{
    qDeleteAll(m_actions);
    m_actions.clear();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(this).background(m_tone));
}
