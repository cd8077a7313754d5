#include "labels.h"

#include "theme.h"
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolTip>
#include <cmath>

namespace {

constexpr int widestNatural = 700;
constexpr int widestWord = 240;

void restyleLabel(QLabel *label, TextRole role, Colour colour)
{
    const Theme &theme = Theme::of(label);
    label->setFont(theme.font(role));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.colour(colour));
    palette.setColor(QPalette::Text, theme.colour(colour));
    label->setPalette(palette);
}

int advance(const QLabel *label, const QString &text)
{
    return int(std::ceil(QFontMetricsF(label->font()).horizontalAdvance(text)));
}

// Lays plain text out in lines of `width`; draws them if there is a painter. Returns the height.
qreal layOut(const QLabel *label, qreal width, QPainter *painter = nullptr)
{
    QTextOption option(label->alignment() & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QString text = label->text();
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(text, label->font());
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({ 0, height });
        height += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, {});
    return height;
}

// "&Name" of a label with a buddy shows "Name".
QString shown(const QLabel *label)
{
    QString text = label->text();
    if (label->buddy())
        text.remove(QLatin1Char('&'));
    return text;
}

} // namespace

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped())
                                     : text;
}

ElidedLabel::ElidedLabel(const QString &text, TextRole role, Colour colour, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    restyle();
}

void ElidedLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void ElidedLabel::setColour(Colour colour)
{
    m_colour = colour;
    restyle();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isElided() const
{
    return advance(this, shown(this)) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { std::min(sizeHint().width(), 24), sizeHint().height() };
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return { advance(this, shown(this)) + 1 + margins.left() + margins.right(),
        int(std::ceil(QFontMetricsF(font()).height())) + margins.top() + margins.bottom() };
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QRect room = contentsRect();
    painter.drawText(room, int(alignment() & Qt::AlignHorizontal_Mask) | int(Qt::AlignVCenter),
        isElided() ? QFontMetrics(font()).elidedText(shown(this), m_mode, room.width())
                   : shown(this));
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (isElided()) {
            QToolTip::showText(
                static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(shown(this)), this);
        }
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::restyle()
{
    restyleLabel(this, m_role, m_colour);
    updateGeometry();
}

WrappedLabel::WrappedLabel(const QString &text, TextRole role, Colour colour, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    restyle();
}

void WrappedLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void WrappedLabel::setColour(Colour colour)
{
    m_colour = colour;
    restyle();
}

void WrappedLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
    setFocusPolicy(selectable ? Qt::StrongFocus : Qt::NoFocus);
}

QSize WrappedLabel::minimumSizeHint() const
{
    int width = 40;
    if (textInteractionFlags() & Qt::TextSelectableByMouse) {
        const QStringList words = text().simplified().split(QLatin1Char(' '));
        for (const QString &word : words)
            width = std::max(width, advance(this, word) + 2);
        width = std::min(width, widestWord);
    }
    return { width, int(std::ceil(QFontMetricsF(font()).height())) };
}

QSize WrappedLabel::sizeHint() const
{
    int natural = 0;
    const QStringList lines = text().split(QLatin1Char('\n'));
    for (const QString &line : lines)
        natural = std::max(natural, advance(this, line));
    const int width = std::min({ natural + 2, widestNatural, maximumWidth() });
    return { width, heightForWidth(width) };
}

int WrappedLabel::heightForWidth(int width) const
{
    return std::max(minimumSizeHint().height(), int(std::ceil(layOut(this, width))));
}

void WrappedLabel::paintEvent(QPaintEvent *event)
{
    if (textInteractionFlags() & Qt::TextSelectableByMouse) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const qreal free = height() - layOut(this, width());
    if (free > 0 && !(alignment() & Qt::AlignTop))
        painter.translate(0, alignment() & Qt::AlignBottom ? free : std::floor(free / 2));
    layOut(this, width(), &painter);
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void WrappedLabel::restyle()
{
    restyleLabel(this, m_role, m_colour);
    updateGeometry();
}
