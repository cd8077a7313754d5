#include "figurechart.h"

#include "ui/common/labels.h"
#include "ui/common/styleparts.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace {

// A screen reader hears a chart with the mark where the keyboard stands as its value, and can press
// it.
class AccessibleChart : public QAccessibleWidget {
public:
    explicit AccessibleChart(FigureChart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        const auto *chart = static_cast<FigureChart *>(widget());
        return kind == QAccessible::Value ? chart->spoken(chart->row(), chart->column())
                                          : QAccessibleWidget::text(kind);
    }
    QStringList actionNames() const override
    {
        return QStringList{ pressAction() } + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            static_cast<FigureChart *>(widget())->open();
        else
            QAccessibleWidget::doAction(name);
    }
};

QAccessibleInterface *accessibleChart(const QString &, QObject *object)
{
    auto *chart = qobject_cast<FigureChart *>(object);
    return chart ? new AccessibleChart(chart) : nullptr;
}

constexpr int maxSteps = 5;
} // namespace

FigureChart::FigureChart(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(accessibleChart); // known already: nothing happens
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigureChart::setTable(const FigureTable &table)
{
    m_table = table;
    m_row = std::clamp(m_row, 0, std::max(0, int(table.rows.size()) - 1));
    m_column = std::clamp(m_column, 1, std::max(1, int(table.headings.size()) - 1));
    describe();
    update();
}

QString FigureChart::spoken(int row, int column) const
{
    if (row >= m_table.rows.size())
        return {};
    return QStringLiteral("%1 %2, %3: %4")
        .arg(m_table.headings.first(), m_table.rows[row].first().value.toString(),
            m_table.headings[column], QLocale().toString(value(row, column)));
}

// The name says what the chart shows, the description where the keyboard stands in it.
void FigureChart::describe()
{
    setAccessibleName(tr("%1, chart").arg(m_table.name));
    setAccessibleDescription(m_table.rows.isEmpty()
            ? tr("No figures")
            : tr("%1. Arrow keys go on, Enter opens the cases.").arg(spoken(m_row, m_column)));
}

int FigureChart::value(int row, int column) const
{
    return m_table.rows[row][column].value.toInt();
}

int FigureChart::most() const
{
    int most = 0;
    for (int row = 0; row < m_table.rows.size(); ++row) {
        for (int column = 1; column < m_table.headings.size(); ++column)
            most = std::max(most, value(row, column));
    }
    return most;
}

// At most five steps of 1, 2 or 5 times a power of ten.
FigureChart::Frame FigureChart::frame() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF metrics(theme.font(TextRole::Small));
    const qreal line = metrics.height();
    Frame frame;
    const int highest = std::max(1, most());
    for (int factor = 1; frame.step * maxSteps < highest; factor *= 10) {
        for (const int lead : { 1, 2, 5 }) {
            frame.step = lead * factor;
            if (frame.step * maxSteps >= highest)
                break;
        }
    }
    frame.top = (highest + frame.step - 1) / frame.step * frame.step;
    qreal left = 0; // digits differ in width: 0 may need more than 1
    for (int mark = 0; mark <= frame.top; mark += frame.step)
        left = std::max(left, metrics.horizontalAdvance(QLocale().toString(mark)));
    left += Space::small;
    const qreal above = line + Space::tiny; // for the number on the highest bar
    const qreal below = line + Space::small;
    frame.area = QRectF(
        left, above, width() - left - rightRoom(theme), std::max(20.0, height() - above - below));
    return frame;
}

qreal FigureChart::slot() const
{
    return frame().area.width() / std::max(1, int(m_table.rows.size()));
}

void FigureChart::paintWord(QPainter &painter, const Theme &theme, qreal x, qreal top,
    const QString &word, TextRole role, Colour colour) const
{
    const QFont font = theme.font(role);
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(word);
    painter.setFont(font);
    painter.setPen(theme.colour(colour));
    painter.drawText(QRectF(x - width / 2, top, width + 1, metrics.height()),
        Qt::AlignCenter | Qt::TextDontClip, word);
}

void FigureChart::paintGrid(QPainter &painter, const Theme &theme) const
{
    const Frame at = frame();
    const qreal line = QFontMetricsF(theme.font(TextRole::Small)).height();
    for (int mark = 0; mark <= at.top; mark += at.step) {
        const qreal y = std::round(at.area.bottom() - at.area.height() * mark / at.top) + .5;
        painter.setPen(QPen(theme.colour(mark == 0 ? Colour::BorderButton : Colour::Grid), 1));
        painter.drawLine(QPointF(at.area.left(), y), QPointF(at.area.right(), y));
        const QString number = QLocale().toString(mark);
        painter.setFont(theme.font(TextRole::Small));
        painter.setPen(theme.colour(Colour::Text2));
        painter.drawText(QRectF(0, y - line / 2, at.area.left() - Space::small, line),
            Qt::AlignRight | Qt::AlignVCenter, number);
    }
}

// As many names as there is room for; the last one is always there.
void FigureChart::paintLabels(QPainter &painter, const Theme &theme) const
{
    const Frame at = frame();
    const QFontMetricsF metrics(theme.font(TextRole::Small));
    qreal widest = 1;
    for (const QList<FigureCell> &row : m_table.rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.first().value.toString()));
    const int every = std::max(1, int(std::ceil((widest + Space::small) / std::max(1.0, slot()))));
    const int last = int(m_table.rows.size()) - 1;
    for (int row = last; row >= 0; row -= every) {
        const QString name = m_table.rows[row].first().value.toString();
        const qreal half = metrics.horizontalAdvance(name) / 2;
        const qreal x = std::clamp(
            at.area.left() + slot() * (row + .5), half, std::max(half, width() - half - 1));
        paintWord(painter, theme, x, at.area.bottom() + Space::tiny, name, TextRole::Small,
            Colour::Text2);
    }
}

void FigureChart::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_table.rows.isEmpty()) {
        paintGrid(painter, theme);
        paintMarks(painter, theme);
        paintLabels(painter, theme);
    }
    if (!hasFocus())
        return;
    StyleParts::focusRing(&painter, theme, rect(), Radius::control);
    if (m_table.rows.isEmpty())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Colour::Focus), 2));
    painter.drawRoundedRect(markRect(m_row, m_column).adjusted(-3, -3, 3, 3), 4, 4);
}

void FigureChart::moveTo(int row, int column)
{
    if (m_table.rows.isEmpty())
        return;
    m_row = std::clamp(row, 0, int(m_table.rows.size()) - 1);
    m_column = std::clamp(column, 1, int(m_table.headings.size()) - 1);
    describe();
    update();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void FigureChart::open()
{
    if (m_table.rows.isEmpty())
        return;
    const FigureCell &cell = m_table.rows[m_row][m_column];
    if (cell.cases && cell.value.toInt() > 0)
        emit casesRequested(*cell.cases, cell.what);
}

void FigureChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_row - 1, m_column);
    case Qt::Key_Right:
        return moveTo(m_row + 1, m_column);
    case Qt::Key_Up:
        return moveTo(m_row, m_column - 1);
    case Qt::Key_Down:
        return moveTo(m_row, m_column + 1);
    case Qt::Key_Home:
        return moveTo(0, m_column);
    case Qt::Key_End:
        return moveTo(int(m_table.rows.size()) - 1, m_column);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return open();
    default:
        QWidget::keyPressEvent(event);
    }
}

// The small mark before the large one on which it may lie; beside all marks the nearest slot.
bool FigureChart::markAt(const QPointF &point, int &row, int &column) const
{
    for (int c = int(m_table.headings.size()) - 1; c >= 1; --c) {
        for (int r = 0; r < m_table.rows.size(); ++r) {
            if (value(r, c) > 0 && markRect(r, c).adjusted(-4, -4, 4, 4).contains(point)) {
                row = r;
                column = c;
                return true;
            }
        }
    }
    return false;
}

void FigureChart::mouseMoveEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    setCursor(markAt(event->position(), row, column) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FigureChart::mouseReleaseEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    if (event->button() != Qt::LeftButton || !markAt(event->position(), row, column))
        return;
    moveTo(row, column);
    open();
}

bool FigureChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        int row = 0;
        int column = 0;
        if (markAt(help->pos(), row, column))
            QToolTip::showText(help->globalPos(), plainToolTip(spoken(row, column)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

QSize FigureChart::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { theme.scaled(340), theme.scaled(230) };
}

QSize FigureChart::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { theme.scaled(200), theme.scaled(200) };
}
