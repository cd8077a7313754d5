#include "emptystate.h"

#include "buttons.h"
#include "icons.h"
#include "labels.h"
#include "theme.h"
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

class Disc : public QWidget {
public:
    Disc(QString iconName, QWidget *parent)
        : QWidget(parent)
        , m_icon(std::move(iconName))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const int side = Theme::of(this).scaled(80);
        return { side, side };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const int side = theme.scaled(32);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::AccentSoft));
        const qreal disc = std::min(width(), height());
        painter.drawEllipse(QRectF((width() - disc) / 2, (height() - disc) / 2, disc, disc));
        paintIcon(&painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side),
            m_icon, theme.colour(Colour::Accent));
    }

private:
    QString m_icon;
};

constexpr int sentenceWidth = 360;

} // namespace

EmptyState::EmptyState(
    const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    auto *heading = new ElidedLabel(title, TextRole::Heading, Colour::Text, this);
    heading->setAlignment(Qt::AlignCenter);
    auto *sentence = new WrappedLabel(text, TextRole::Ui, Colour::Text2, this);
    sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence->setMaximumWidth(Theme::of(this).scaled(sentenceWidth));
    // Stretches instead of an alignment: an aligned wrapped label gets the wrong height.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(sentence, 1000);
    middle->addStretch(1);
    m_column->setContentsMargins(Space::page, Space::page, Space::page, Space::page);
    m_column->setSpacing(0);
    m_column->addStretch(2);
    m_column->addWidget(new Disc(iconName, this), 0, Qt::AlignHCenter);
    m_column->addSpacing(Space::large);
    m_column->addWidget(heading);
    m_column->addSpacing(Space::tight);
    m_column->addLayout(middle);
    m_column->addStretch(3);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton *EmptyState::setAction(const QString &text, const QString &iconName)
{
    delete m_action;
    m_action = newButton(ButtonKind::Secondary, text, iconName, this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, Space::large, 0, 0);
    row->addWidget(m_action, 0, Qt::AlignHCenter);
    m_column->insertLayout(m_column->count() - 1, row);
    return m_action;
}
