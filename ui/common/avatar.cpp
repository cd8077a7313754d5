#include "avatar.h"

#include "theme.h"
#include <QPainter>

namespace {

// The same name has the same colour in every session, so no seeded hash.
Tone toneOfName(const QString &name)
{
    static constexpr Tone tones[]
        = { Tone::Blue, Tone::Teal, Tone::Amber, Tone::Violet, Tone::Green, Tone::Grey };
    uint sum = 5;
    for (const QChar letter : name)
        sum = sum * 31 + letter.unicode();
    return tones[sum % std::size(tones)];
}

bool isNamePart(const QString &word)
{
    static const QStringList legalForms = { QStringLiteral("GmbH"), QStringLiteral("AG"),
        QStringLiteral("eG"), QStringLiteral("OHG"), QStringLiteral("KG"), QStringLiteral("mbH") };
    return !word.endsWith(QLatin1Char('.')) && word.at(0).isLetter() && !legalForms.contains(word);
}

} // namespace

Avatar::Avatar(const QString &name, int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = Theme::of(this).scaled(m_size);
    return { side, side };
}

QString Avatar::initials(const QString &name)
{
    QStringList words;
    const QStringList all = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (isNamePart(word))
            words << word;
    }
    if (words.isEmpty())
        return name.left(1).toUpper();
    QString letters(words.first().at(0).toUpper());
    if (words.size() > 1)
        letters += words.last().at(0).toUpper();
    return letters;
}

void Avatar::paint(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &name)
{
    const Tone tone = toneOfName(name);
    QFont font = theme.font(TextRole::UiStrong);
    font.setPointSizeF(rect.width() * .36 * .75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.background(tone));
    painter->drawEllipse(rect);
    painter->setFont(font);
    painter->setPen(theme.foreground(tone));
    painter->drawText(rect, Qt::AlignCenter, initials(name));
    painter->restore();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal side = std::min(width(), height());
    paint(&painter, Theme::of(this),
        QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_name);
}
