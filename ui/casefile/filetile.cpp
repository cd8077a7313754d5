#include "filetile.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QPainter>

FileTile::FileTile(
    const QString &name, const QString &mediaType, const QString &meta, QWidget *parent)
    : QAbstractButton(parent)
    , m_type(mediaType)
    , m_meta(meta)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(meta);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setToolTip(plainToolTip(name));
}

void FileTile::setFramed(bool framed)
{
    m_framed = framed;
    update();
}

void FileTile::setMetaIcon(const QString &iconName)
{
    m_metaIcon = iconName;
    update();
}

QSize FileTile::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics name(theme.font(TextRole::Ui));
    const QFontMetrics meta(theme.font(TextRole::Small));
    const int width
        = qMax(name.horizontalAdvance(text()), meta.horizontalAdvance(m_meta)) + theme.scaled(60);
    return { width, name.height() + meta.height() + theme.scaled(18) };
}

QSize FileTile::minimumSizeHint() const
{
    return { Theme::of(this).scaled(140), sizeHint().height() };
}

void FileTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const QRectF frame = QRectF(rect()).adjusted(.5, .5, -.5, -.5);
    painter.setPen(m_framed ? QPen(theme.colour(Colour::Border)) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()          ? theme.colour(Colour::Selected)
            : underMouse() && isEnabled() ? theme.colour(Colour::Hover)
                                          : theme.colour(Colour::Surface));
    painter.drawRoundedRect(frame, Radius::card, Radius::card);
    if (hasFocus()) {
        painter.setPen(QPen(theme.colour(Colour::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), Radius::card, Radius::card);
    }
    const QString iconName = iconNameOfFileType(m_type);
    const int icon = theme.scaled(20);
    const Tone tone = m_type == QLatin1String("application/pdf") ? Tone::Red
        : m_type.startsWith(QLatin1String("image/"))             ? Tone::Blue
                                                                 : Tone::Grey;
    paintIcon(&painter, QRectF(theme.scaled(10), (height() - icon) / 2., icon, icon), iconName,
        theme.foreground(tone));
    qreal left = theme.scaled(10) + icon + theme.scaled(10);
    const qreal width = this->width() - left - theme.scaled(10);
    const QFont nameFont = theme.font(isChecked() ? TextRole::UiStrong : TextRole::Ui);
    const QFontMetricsF nameMetrics(nameFont);
    const QFontMetricsF metaMetrics(theme.font(TextRole::Small));
    qreal top = (height() - nameMetrics.height() - metaMetrics.height()) / 2;
    painter.setFont(nameFont);
    painter.setPen(theme.colour(Colour::Text));
    painter.drawText(QRectF(left, top, width, nameMetrics.height()), Qt::AlignVCenter,
        nameMetrics.elidedText(text(), Qt::ElideMiddle, width));
    top += nameMetrics.height();
    painter.setFont(theme.font(TextRole::Small));
    painter.setPen(theme.colour(Colour::Text2));
    qreal metaWidth = width;
    if (!m_metaIcon.isEmpty()) {
        const int size = theme.scaled(13);
        paintIcon(&painter, QRectF(left, top + (metaMetrics.height() - size) / 2, size, size),
            m_metaIcon, theme.colour(Colour::Text2));
        left += size + Space::tiny;
        metaWidth -= size + Space::tiny;
    }
    painter.drawText(QRectF(left, top, metaWidth, metaMetrics.height()), Qt::AlignVCenter,
        metaMetrics.elidedText(m_meta, Qt::ElideRight, metaWidth));
}
