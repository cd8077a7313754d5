#include "timelinelist.h"

#include "icons.h"
#include "labels.h"
#include "theme.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace {

constexpr int discSize = 24;

// The disc and the line down to the next one.
class Rail : public QWidget {
public:
    Rail(const TimelineEntry &entry, bool last, bool nextIsFuture, QWidget *parent)
        : QWidget(parent)
        , m_entry(entry)
        , m_last(last)
        , m_dotted(nextIsFuture || entry.future)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }
    QSize sizeHint() const override
    {
        const int side = Theme::of(this).scaled(discSize) + 2;
        return { side, side };
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const qreal side = theme.scaled(discSize);
        const QRectF disc(1, 1, side, side);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_last) {
            QPen pen(theme.colour(m_dotted ? Colour::BorderControl : Colour::Border), 1.5);
            if (m_dotted)
                pen.setDashPattern({ 2, 3 });
            painter.setPen(pen);
            painter.drawLine(QPointF(disc.center().x(), disc.bottom() + 3),
                QPointF(disc.center().x(), height() - 3));
        }
        if (m_entry.future) {
            painter.setPen(QPen(theme.colour(Colour::BorderControl), 1.2));
            painter.drawEllipse(disc.adjusted(.6, .6, -.6, -.6));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.background(m_entry.tone));
            painter.drawEllipse(disc);
        }
        const int icon = theme.scaled(14);
        paintIcon(&painter,
            QRectF(disc.center().x() - icon / 2.0, disc.center().y() - icon / 2.0, icon, icon),
            m_entry.iconName,
            m_entry.future ? theme.colour(Colour::Text2) : theme.foreground(m_entry.tone));
    }

private:
    TimelineEntry m_entry;
    bool m_last;
    bool m_dotted;
};

QWidget *newRow(const TimelineEntry &entry, bool last, bool nextIsFuture, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new Rail(entry, last, nextIsFuture, box));
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(0, 3, 0, last ? 2 : 14);
    texts->setSpacing(2);
    texts->addWidget(new WrappedLabel(entry.title, entry.future ? TextRole::Ui : TextRole::UiStrong,
        entry.future ? Colour::Text2 : Colour::Text, box));
    if (!entry.meta.isEmpty())
        texts->addWidget(new WrappedLabel(entry.meta, TextRole::Small, Colour::Text2, box));
    if (!entry.detail.isEmpty()) {
        auto *detail = new WrappedLabel(entry.detail, TextRole::Ui, Colour::Text, box);
        detail->setSelectable(true);
        texts->addWidget(detail);
    }
    texts->addStretch(1);
    row->addLayout(texts, 1);
    box->setAccessibleName(QStringList{ entry.title, entry.meta }.join(QStringLiteral(", ")));
    return box;
}

} // namespace

TimelineList::TimelineList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TimelineList::setEntries(const QList<TimelineEntry> &entries)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const bool last = i + 1 == entries.size();
        m_column->addWidget(newRow(entries.at(i), last, !last && entries.at(i + 1).future, this));
    }
    m_column->addStretch(1);
}
