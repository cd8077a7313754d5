#include "dialogframe.h"

#include "icons.h"
#include "keycap.h"
#include "labels.h"
#include "panel.h"
#include "theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace {

// Dims the window behind the dialog and follows its size.
class Shade : public QWidget {
public:
    explicit Shade(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(window->rect());
        window->installEventFilter(this);
        show();
        raise();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::of(this).colour(Colour::Scrim));
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(static_cast<QWidget *>(watched)->rect());
        return QWidget::eventFilter(watched, event);
    }
};

constexpr int sideWidth = 264;
constexpr int leastNoteWidth = 150; // no word is broken beside the buttons

} // namespace

DialogFrame::DialogFrame(const QString &title, const QString &subtitle, QWidget *parent)
    : QDialog(parent)
    , m_title(new WrappedLabel({}, TextRole::Title, Colour::Text, this))
    , m_subtitle(new ElidedLabel({}, TextRole::Ui, Colour::Text2, this))
    , m_body(new QVBoxLayout)
    , m_middle(new QHBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_noteIcon(new IconView({}, Colour::Text2, Size::icon, this))
    , m_note(new WrappedLabel({}, TextRole::Small, Colour::Text2, this))
{
    auto *header = new QVBoxLayout;
    header->setContentsMargins(Space::page, Space::wide, Space::page, Space::large);
    header->setSpacing(Space::hair);
    header->addWidget(m_title);
    header->addWidget(m_subtitle);
    m_body->setSpacing(Space::large);
    m_middle->setContentsMargins(Space::page, Space::wide, Space::page, Space::wide);
    m_middle->setSpacing(Space::wide);
    m_middle->addLayout(m_body, 1);
    m_footer->setContentsMargins(Space::page, 14, Space::page, 14);
    m_footer->setSpacing(Space::small);
    m_footer->addWidget(m_noteIcon);
    m_footer->addWidget(m_note, 1);
    m_footer->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(header);
    all->addWidget(new Rule(Qt::Horizontal, this));
    all->addLayout(m_middle, 1);
    all->addWidget(new Rule(Qt::Horizontal, this));
    all->addLayout(m_footer);
    setHeader(title, subtitle);
    setNote({});
}

DialogFrame::~DialogFrame()
{
    delete m_scrim;
}

void DialogFrame::setHeader(const QString &title, const QString &subtitle)
{
    setWindowTitle(title);
    setAccessibleDescription(subtitle);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

QVBoxLayout *DialogFrame::side(const QString &heading)
{
    if (m_side)
        return m_side;
    auto *panel = new Panel(Colour::Sunken, Panel::NoSide, this);
    panel->setRadius(Radius::card);
    panel->setFixedWidth(Theme::of(this).scaled(sideWidth));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(Space::large, 14, Space::large, 14);
    column->setSpacing(Space::small);
    if (!heading.isEmpty())
        column->addWidget(new WrappedLabel(heading, TextRole::UiStrong, Colour::Text, panel));
    m_side = new QVBoxLayout;
    m_side->setSpacing(Space::tight);
    column->addLayout(m_side);
    column->addStretch(1);
    m_middle->addWidget(panel);
    return m_side;
}

void DialogFrame::setNote(const QString &text, const QString &iconName)
{
    m_note->setText(text);
    m_note->setMinimumWidth(text.isEmpty() ? 0 : Theme::of(this).scaled(leastNoteWidth));
    m_note->setVisible(!text.isEmpty());
    m_noteIcon->setIcon(iconName.isEmpty() ? QStringLiteral("info") : iconName, Colour::Text2);
    m_noteIcon->setVisible(!text.isEmpty());
}

QPushButton *DialogFrame::setPrimary(const QString &text, ButtonKind kind)
{
    if (!m_primary) {
        m_primary = newButton(kind, text, {}, this);
        m_primary->setDefault(true);
        connect(m_primary, &QPushButton::clicked, this, &QDialog::accept);
        // The key of the number pad is another key to Qt.
        auto *enter = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), this);
        connect(enter, &QShortcut::activated, m_primary, [this] { m_primary->click(); });
        m_footer->addWidget(m_primary);
    }
    m_primary->setText(text);
    setKeyHint(
        m_primary, QKeySequence(Qt::CTRL | Qt::Key_Return)); // setText takes the shortcut away
    return m_primary;
}

QPushButton *DialogFrame::addCancel(const QString &text)
{
    QPushButton *button = addButton(text.isEmpty() ? tr("Cancel") : text);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    return button;
}

QPushButton *DialogFrame::addButton(const QString &text, const QString &iconName)
{
    QPushButton *button = newButton(ButtonKind::Secondary, text, iconName, this);
    const int before = m_primary ? m_footer->indexOf(m_primary) : m_footer->count();
    m_footer->insertWidget(before, button);
    return button;
}

void DialogFrame::showEvent(QShowEvent *event)
{
    if (parentWidget() && !m_scrim)
        m_scrim = new Shade(parentWidget()->window());
    QDialog::showEvent(event);
    // A window asks its layout for a size without a width: wrapped lines are not in it.
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void DialogFrame::hideEvent(QHideEvent *event)
{
    delete m_scrim;
    QDialog::hideEvent(event);
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(this).colour(Colour::Surface));
}
