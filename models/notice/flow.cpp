#include "flow.h"

#include <QRegularExpression>

namespace {
const double paragraphGap = 7;
const double rowPadding = 3;
const double cellPadding = 3;
} // namespace

Flow::Flow(Canvas &canvas, const FlowFrame &frame, std::function<void(int)> decorate)
    : m_canvas(canvas)
    , m_frame(frame)
    , m_decorate(std::move(decorate))
    , m_y(frame.top)
{
}

void Flow::newPage()
{
    m_decorate(m_canvas.page());
    m_canvas.nextPage();
    m_y = m_frame.top;
    if (m_repeatHead)
        m_repeatHead();
}

void Flow::need(double height)
{
    if (m_y + height > m_frame.bottom)
        newPage();
}

void Flow::heading(int level, const QString &text, double size)
{
    if (text.trimmed().isEmpty())
        return;
    const TypesetBlock block = m_canvas.text(text, width(), { .size = size, .bold = true });
    need(block.height() + 48);
    const QByteArray tag = "H" + QByteArray::number(level);
    lines(tag.constData(), block, m_frame.left);
    m_y += 4;
}

// How many lines from `first` on this page takes: all, none, or so many that at least two stay and
// two go over.
int Flow::fitting(const TypesetBlock &block, int first) const
{
    const int left = block.lines() - first;
    const double start = block.lineTop(first);
    int fit = 0;
    while (fit < left && m_y + block.lineBottom(first + fit) - start <= m_frame.bottom)
        ++fit;
    if (fit == left)
        return fit;
    if (left - fit < 2)
        fit = left - 2;
    return fit < 2 ? 0 : fit;
}

void Flow::lines(const char *tag, const TypesetBlock &block, double x)
{
    int fit = fitting(block, 0);
    if (fit == 0) { // before the element begins, so that it has no empty part
        newPage();
        fit = fitting(block, 0);
    }
    const int all = block.lines();
    const bool split = fit < all;
    m_canvas.begin(tag);
    int first = 0;
    while (first < all) {
        const int last = first + qMax(fit, 1);
        if (split)
            m_canvas.begin("Span");
        m_canvas.drawLines(block, x, m_y, first, last);
        if (split)
            m_canvas.end("Span");
        m_y += block.lineBottom(last - 1) - block.lineTop(first);
        first = last;
        if (first < all) {
            newPage();
            fit = fitting(block, first);
        }
    }
    m_canvas.end(tag);
}

void Flow::paragraphs(const QString &text, const TextStyle &style, double wide)
{
    static const QRegularExpression emptyLine(QStringLiteral("\\n[ \\t]*\\n"));
    for (const QString &part : text.split(emptyLine, Qt::SkipEmptyParts)) {
        const QString paragraph = part.trimmed();
        if (paragraph.isEmpty())
            continue;
        lines("P", m_canvas.text(paragraph, wide > 0 ? wide : width(), style), m_frame.left);
        m_y += paragraphGap;
    }
}

void Flow::numbered(const QStringList &items)
{
    const double indent = 7 * mm;
    int number = 0;
    m_canvas.begin("L");
    for (const QString &item : items) {
        if (item.trimmed().isEmpty())
            continue;
        const TypesetBlock label = m_canvas.text(QStringLiteral("%1.").arg(++number), indent);
        const TypesetBlock body = m_canvas.text(item.trimmed(), width() - indent);
        need(qMin(body.height(), 2.2 * label.height()));
        if (fitting(body, 0) == 0)
            newPage();
        m_canvas.begin("LI");
        m_canvas.tagged("Lbl", [&] { m_canvas.draw(label, m_frame.left, m_y); });
        lines("LBody", body, m_frame.left + indent);
        m_canvas.end("LI");
        m_y += 4;
    }
    m_canvas.end("L");
    m_y += paragraphGap - 4;
}

Flow::Row Flow::row(const QVector<TableColumn> &columns, const QStringList &cells, double size,
    bool bold, bool boldFirst)
{
    Row row;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const TextStyle style{
            .size = size, .bold = bold || (boldFirst && i == 0), .align = columns.at(i).align
        };
        row.cells.push_back(
            m_canvas.text(cells.value(i), columns.at(i).width - 2 * cellPadding, style));
        row.height = qMax(row.height, row.cells.back().height());
    }
    row.height += 2 * rowPadding;
    return row;
}

void Flow::drawRow(
    const QVector<TableColumn> &columns, const Row &row, const char *firstTag, const char *otherTag)
{
    m_canvas.begin("TR");
    double x = m_frame.left;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        m_canvas.tagged(i == 0 ? firstTag : otherTag,
            [&] { m_canvas.draw(row.cells.at(size_t(i)), x + cellPadding, m_y + rowPadding); });
        x += columns.at(i).width;
    }
    m_canvas.end("TR");
    m_y += row.height;
    rowLine(columns);
}

void Flow::rowLine(const QVector<TableColumn> &columns)
{
    double end = m_frame.left;
    for (const TableColumn &column : columns)
        end += column.width;
    m_canvas.rule(m_frame.left, m_y, end, m_y, 0.4, 0.6);
}

void Flow::table(const QVector<TableColumn> &columns, const QVector<QStringList> &rows,
    const QStringList &sum, double size)
{
    QStringList titles;
    for (const TableColumn &column : columns)
        titles << column.title;
    const Row head = row(columns, titles, size, true);
    need(head.height + 40);
    m_canvas.begin("Table");
    drawRow(columns, head, "TH", "TH");
    m_repeatHead = [this, &columns, &head] { // again, but for the eye only
        double x = m_frame.left;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            m_canvas.draw(head.cells.at(size_t(i)), x + cellPadding, m_y + rowPadding);
            x += columns.at(i).width;
        }
        m_y += head.height;
        rowLine(columns);
    };
    const double page = m_frame.bottom - m_frame.top - head.height;
    for (const QStringList &cells : rows) {
        const Row body = row(columns, cells, size, false);
        m_overflowed = m_overflowed || body.height > page;
        need(body.height);
        drawRow(columns, body, "TH", "TD");
    }
    if (!sum.isEmpty()) {
        const Row last = row(columns, sum, size, true);
        need(last.height);
        drawRow(columns, last, "TD", "TD");
    }
    m_repeatHead = nullptr;
    m_canvas.end("Table");
    m_y += paragraphGap;
}

void Flow::facts(
    const QVector<QPair<QString, QString>> &rows, double nameWidth, double size, double wide)
{
    const QVector<TableColumn> columns{ { {}, nameWidth, TextStyle::Align::Left },
        { {}, (wide > 0 ? wide : width()) - nameWidth, TextStyle::Align::Left } };
    m_canvas.begin("Table");
    for (const auto &[name, value] : rows) {
        const Row body = row(columns, { name, value }, size, false, true);
        m_overflowed = m_overflowed || body.height > m_frame.bottom - m_frame.top;
        need(body.height);
        drawRow(columns, body, "TH", "TD");
    }
    m_canvas.end("Table");
    m_y += paragraphGap;
}
