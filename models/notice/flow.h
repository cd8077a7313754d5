#pragma once

#include "canvas.h"

struct FlowFrame {
    double left = 25 * mm;
    double right = 190 * mm;
    double top = 27 * mm; // on pages after the first
    double bottom = 272 * mm;
};

struct TableColumn {
    QString title;
    double width = 0; // points
    TextStyle::Align align = TextStyle::Align::Left;
};

// Text that runs down the pages: breaks paragraphs without widows, keeps headings with what
// follows, repeats table heads. Tags come from the kind of block, so nobody can make an untagged
// document.
class Flow {
public:
    // `decorate` draws what stands on every page outside the text (artifacts); called once per
    // page.
    Flow(Canvas &canvas, const FlowFrame &frame, std::function<void(int page)> decorate);

    double y() const { return m_y; }
    void moveTo(double y) { m_y = y; }
    void space(double height) { m_y += height; }
    double width() const { return m_frame.right - m_frame.left; }
    double left() const { return m_frame.left; }
    // Goes to the next page if `height` does not fit on this one.
    void need(double height);

    // `level` 1 to 6; keeps at least three lines of what follows on the same page.
    void heading(int level, const QString &text, double size);
    // Empty lines separate paragraphs; nothing is drawn for an empty text.
    void paragraphs(const QString &text, const TextStyle &style = {}, double width = 0);
    void numbered(const QStringList &items);
    // A table with a head; the first column names the row. Rows never break; `sum` is a last, bold
    // row.
    void table(const QVector<TableColumn> &columns, const QVector<QStringList> &rows,
        const QStringList &sum = {}, double size = 9.5);
    // Names and values without a head row.
    void facts(const QVector<QPair<QString, QString>> &rows, double nameWidth, double size = 10,
        double width = 0);
    // Ends the last page.
    void finish() { m_decorate(m_canvas.page()); }
    // True if a row was higher than a page.
    bool overflowed() const { return m_overflowed; }

private:
    struct Row {
        std::vector<TypesetBlock> cells;
        double height = 0;
    };

    void newPage();
    void lines(const char *tag, const TypesetBlock &block, double x);
    Row row(const QVector<TableColumn> &columns, const QStringList &cells, double size, bool bold,
        bool boldFirst = false);
    void drawRow(const QVector<TableColumn> &columns, const Row &row, const char *firstTag,
        const char *otherTag);
    void rowLine(const QVector<TableColumn> &columns);
    int fitting(const TypesetBlock &block, int first) const;

    Canvas &m_canvas;
    FlowFrame m_frame;
    std::function<void(int)> m_decorate;
    std::function<void()> m_repeatHead;
    double m_y = 0;
    bool m_overflowed = false;
};
