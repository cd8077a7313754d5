#include "toast.h"

#include "icons.h"
#include "keycap.h"
#include "labels.h"
#include "panel.h"
#include "theme.h"
#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <cmath>

namespace {

constexpr int messageMs = 5000;
constexpr int tickMs = 100;
constexpr QMargins shadowRoom(20, 12, 20, 28);
constexpr int gap = 8; // above what is not to be covered

} // namespace

Toast::Toast(QWidget *host)
    : QWidget(host)
    , m_text(new ElidedLabel({}, TextRole::Ui, Colour::OnTooltip, this))
    , m_undo(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(shadowRoom + QMargins(46, 8, 8, 8));
    row->setSpacing(20);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    m_undo->setProperty("kind", QStringLiteral("toast"));
    m_undo->setProperty("small", true);
    m_undo->setAutoDefault(false);
    m_undo->setProperty("hint", KeyCap::textOf(QKeySequence(Qt::CTRL | Qt::Key_Z)));
    connect(m_undo, &QPushButton::clicked, this, [this] {
        dismiss();
        emit undoRequested();
    });
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &Toast::onTick);
    host->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &iconName)
{
    m_icon = iconName;
    m_counts = false;
    m_undo->hide();
    present(text, messageMs);
}

void Toast::showUndo(const QString &text, const QString &undoText, int milliseconds)
{
    m_icon.clear();
    m_counts = true;
    m_undo->setText(undoText);
    m_undo->setShortcut(QKeySequence::Undo); // setText takes the shortcut away
    m_undo->show();
    present(text, milliseconds);
}

void Toast::present(const QString &text, int milliseconds)
{
    m_text->setText(text);
    m_total = std::max(1, milliseconds);
    m_since.start();
    m_tick.start();
    setAccessibleName(text);
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::dismiss()
{
    m_tick.stop();
    hide();
}

void Toast::keepClearOf(QWidget *widget)
{
    m_obstacle = widget;
    widget->installEventFilter(this);
}

qreal Toast::remaining() const
{
    if (!m_tick.isActive())
        return 0;
    return std::max(0.0, 1.0 - qreal(m_since.elapsed()) / m_total);
}

void Toast::onTick()
{
    if (m_since.elapsed() < m_total) {
        update();
        return;
    }
    const bool counted = m_counts;
    dismiss();
    if (counted)
        emit expired();
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(sizeHint().width(), room.width()), sizeHint().height());
    resize(size);
    int bottom = room.height();
    int right = room.width() - 4;
    if (m_obstacle && m_obstacle->isVisible()) {
        const QPoint corner
            = m_obstacle->mapTo(parentWidget(), m_obstacle->rect().topRight() + QPoint(1, 0));
        bottom = corner.y() + shadowRoom.bottom() - gap;
        right = qMin(right, corner.x() + shadowRoom.right());
    }
    move(qMax(0, right - size.width()), qMax(0, bottom - size.height()));
}

void Toast::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const QRectF box = QRectF(rect()).marginsRemoved(shadowRoom);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadow(&painter, box, 10, theme.colour(Colour::Shadow), 18, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Tooltip));
    painter.drawRoundedRect(box, 10, 10);
    const QColor ink = theme.colour(Colour::OnTooltip);
    const qreal side = 20;
    const QRectF square(box.left() + 14, box.center().y() - side / 2, side, side);
    if (!m_counts) {
        paintIcon(&painter, square, m_icon, ink);
        return;
    }
    QColor faint = ink;
    faint.setAlpha(70);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faint, 2.4));
    painter.drawEllipse(square);
    painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(square, 90 * 16, int(remaining() * 360 * 16));
    QFont small = theme.font(TextRole::UiStrong);
    small.setPointSizeF(7.5);
    painter.setFont(small);
    painter.drawText(
        square, Qt::AlignCenter, QString::number(int(std::ceil(remaining() * m_total / 1000.0))));
}

void Toast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !isHidden())
        place();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move
        || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (moved && !isHidden())
        QMetaObject::invokeMethod(this, &Toast::place, Qt::QueuedConnection); // once all have moved
    return QWidget::eventFilter(watched, event);
}
