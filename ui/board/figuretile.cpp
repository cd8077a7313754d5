#include "figuretile.h"

#include "ui/common/icons.h"
#include "ui/common/styleparts.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

FigureTile::FigureTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_figure.cases && m_figure.value.toInt() > 0)
            emit casesRequested(*m_figure.cases, m_figure.what);
    });
}

void FigureTile::setFigure(const QString &name, const FigureCell &figure, bool alert)
{
    setText(name);
    m_figure = figure;
    m_alert = alert && figure.value.toInt() > 0;
    setAccessibleName(QStringLiteral("%1: %2").arg(name, QLocale().toString(figure.value.toInt())));
    setAccessibleDescription(figure.value.toInt() > 0 ? tr("Opens these cases") : QString());
    updateGeometry();
    update();
}

QSize FigureTile::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF name(theme.font(TextRole::Small));
    const QFontMetricsF number(theme.font(TextRole::Display));
    return { int(name.horizontalAdvance(text())) + 2 * Space::large,
        int(name.height() + number.height()) + 2 * Space::medium };
}

QSize FigureTile::minimumSizeHint() const
{
    return { Theme::of(this).scaled(110), sizeHint().height() };
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::Border), 1));
    painter.setBrush(theme.colour(underMouse() ? Colour::Hover : Colour::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), Radius::card, Radius::card);
    if (hasFocus())
        StyleParts::focusRing(&painter, theme, rect(), Radius::card);
    const QFont small = theme.font(TextRole::Small);
    const QFontMetricsF name(small);
    const qreal room = width() - 2 * Space::large;
    painter.setFont(small);
    painter.setPen(theme.colour(Colour::Text2));
    painter.drawText(QRectF(Space::large, Space::medium, room, name.height()), Qt::AlignVCenter,
        name.elidedText(text(), Qt::ElideRight, room));
    painter.setFont(theme.font(TextRole::Display));
    painter.setPen(theme.colour(m_alert ? Colour::RedFg : Colour::Text));
    const QRectF number(Space::large, Space::medium + name.height(), room,
        height() - 2 * Space::medium - name.height());
    painter.drawText(
        number, Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(m_figure.value.toInt()));
    if (m_alert) { // not by colour alone
        const int side = theme.scaled(Size::icon);
        paintIcon(&painter,
            QRectF(width() - Space::large - side, number.center().y() - side / 2., side, side),
            QStringLiteral("triangle-alert"), theme.colour(Colour::RedFg));
    }
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}
