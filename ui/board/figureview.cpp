#include "figureview.h"

#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace {

constexpr int cellSide = 12; // left and right of a cell
constexpr int openBarWidth = 260;

} // namespace

FigureDelegate::FigureDelegate(QObject *parent)
    : ListDelegate(parent)
{
    setDivider(0);
}

Colour FigureDelegate::colourOf(WaitsFor reason)
{
    switch (reason) {
    case WaitsFor::Citizen:
        return Colour::Chart2;
    case WaitsFor::Colleague:
        return Colour::Chart5;
    case WaitsFor::Fee:
        return Colour::Chart3;
    case WaitsFor::Nobody:
        break;
    }
    return Colour::Chart1;
}

void FigureDelegate::paintBar(
    QPainter *painter, const Theme &theme, const QRectF &rect, const QList<int> &parts, int most)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    qreal left = rect.left();
    for (int i = 0; i < parts.size(); ++i) {
        const qreal width = most > 0 ? rect.width() * parts[i] / most : 0;
        if (width <= 0)
            continue;
        painter->setBrush(theme.colour(colourOf(WaitsFor(i))));
        // A thin gap between the parts: they are told apart without their colours.
        painter->drawRoundedRect(
            QRectF(left, rect.top(), std::max(2.0, width - 1.5), rect.height()), 2, 2);
        left += width;
    }
    painter->restore();
}

void FigureDelegate::paintOpenBar(QPainter *painter, const QRectF &rect, const QModelIndex &index,
    const FigureTable &table, const Theme &theme) const
{
    int most = 1;
    for (const QList<FigureCell> &row : table.rows)
        most = std::max(most, row[1].value.toInt());
    QList<int> parts;
    for (int i = 0; i < waitsForCount; ++i)
        parts.append(table.rows[index.row()][2 + i].value.toInt());
    const qreal number = text().widthOf(theme, QLocale().toString(most), TextRole::UiStrong);
    const qreal height = theme.scaled(12);
    const qreal room = rect.width() - number - 2 * Space::small;
    if (room > theme.scaled(40))
        paintBar(painter, theme,
            QRectF(rect.left() + Space::small, rect.center().y() - height / 2, room, height), parts,
            most);
}

void FigureDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    const auto *model = static_cast<const FigureModel *>(index.model());
    const FigureCell *cell = model->cell(index);
    if (!cell)
        return;
    const QRectF rect = QRectF(option.rect).adjusted(cellSide, 0, -cellSide, 0);
    const int column = index.column();
    if (column == 1 && model->table().bars)
        paintOpenBar(painter, rect, index, model->table(), theme);
    const bool late = model->table().bars && column == 2 + waitsForCount;
    const bool opens = cell->cases && cell->value.toInt() > 0;
    const Colour colour = !opens && column > 0 ? Colour::Text2
        : late                                 ? Colour::RedFg
        : opens                                ? Colour::Link
                                               : Colour::Text;
    const TextRole role
        = column == 0 || (opens && (late || column == 1)) ? TextRole::UiStrong : TextRole::Ui;
    const qreal line = QFontMetricsF(theme.font(role)).height();
    text().draw(painter, theme,
        QRectF(rect.left(), rect.center().y() - line / 2, rect.width(), line),
        index.data().toString(), role, colour,
        Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask);
}

FigureView::FigureView(QWidget *parent)
    : QTableView(parent)
    , m_model(new FigureModel(this))
{
    setModel(m_model);
    setItemDelegate(new FigureDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::clicked, this, &FigureView::open);
}

void FigureView::setTable(const FigureTable &table)
{
    m_model->setTable(table);
    setAccessibleName(table.name);
    fit();
}

void FigureView::setFullHeight(bool on)
{
    m_fullHeight = on;
    setVerticalScrollBarPolicy(on ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, on ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

void FigureView::open(const QModelIndex &index)
{
    const FigureCell *cell = m_model->cell(index);
    if (cell && cell->cases && cell->value.toInt() > 0)
        emit casesRequested(*cell->cases, cell->what);
}

void FigureView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space;
    if (enter && event->modifiers() == Qt::NoModifier)
        open(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void FigureView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, std::min(1, m_model->columnCount() - 1)));
}

// Numbers are as wide as their headings, the name takes what is left.
void FigureView::fit()
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF small(theme.font(TextRole::SmallStrong));
    int used = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        int width = int(small.horizontalAdvance(
                        m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()))
            + 2 * cellSide + 6;
        if (column == 1 && m_model->table().bars)
            width = std::max(
                width, theme.scaled(viewport()->width() < openBarWidth * 4 ? 120 : openBarWidth));
        width = std::max(width, theme.scaled(56));
        horizontalHeader()->resizeSection(column, width);
        used += width;
    }
    if (m_model->columnCount() > 0)
        horizontalHeader()->resizeSection(0,
            std::max(theme.scaled(m_model->table().bars ? 180 : 110), viewport()->width() - used));
    updateGeometry();
}

QSize FigureView::sizeHint() const
{
    if (!m_fullHeight)
        return QTableView::sizeHint();
    const int bar = horizontalScrollBar() && horizontalScrollBar()->maximum() > 0
        ? style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this)
        : 0;
    return { 300, verticalHeader()->length() + horizontalHeader()->sizeHint().height() + bar };
}

QSize FigureView::minimumSizeHint() const
{
    return m_fullHeight ? QSize(120, sizeHint().height()) : QSize(120, 80);
}

void FigureView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void FigureView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fit();
}
