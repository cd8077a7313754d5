#pragma once

#include "figures.h"
#include "ui/common/tokens.h"

#include <QWidget>

class Theme;

// A chart of a table: the first column names the marks, every other one is a series. It is walked
// with the arrow keys like a table, says each mark to a screen reader, and Enter or a click opens
// the cases behind it. Subclasses only paint.
class FigureChart : public QWidget {
    Q_OBJECT
public:
    explicit FigureChart(QWidget *parent = nullptr);

    void setTable(const FigureTable &table);
    const FigureTable &table() const { return m_table; }
    int row() const { return m_row; } // of the current mark
    int column() const { return m_column; }
    QString spoken(int row, int column) const; // "Week 47, Received: 59"
    void open(); // the cases behind the current mark

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void casesRequested(const CaseCondition &cases, const QString &what);

protected:
    struct Frame { // where the marks stand
        QRectF area;
        int top = 1; // value at the upper edge, a multiple of
        int step = 1;
    };
    virtual QRectF markRect(int row, int column) const = 0;
    virtual void paintMarks(QPainter &painter, const Theme &theme) const = 0;
    virtual qreal rightRoom(const Theme &) const { return 4; } // for words beside the area

    Frame frame() const;
    int value(int row, int column) const;
    int most() const;
    qreal slot() const; // width of one row
    // One line, centred on x, with its baseline box at `top`.
    void paintWord(QPainter &painter, const Theme &theme, qreal x, qreal top, const QString &word,
        TextRole role, Colour colour) const;

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    void paintGrid(QPainter &painter, const Theme &theme) const;
    void paintLabels(QPainter &painter, const Theme &theme) const;
    void moveTo(int row, int column);
    void describe();
    bool markAt(const QPointF &point, int &row, int &column) const;

    FigureTable m_table;
    int m_row = 0;
    int m_column = 1;
};

// Bars; with a second series that part of each bar stands out.
class BarChart : public FigureChart {
    Q_OBJECT
public:
    using FigureChart::FigureChart;

protected:
    QRectF markRect(int row, int column) const override;
    void paintMarks(QPainter &painter, const Theme &theme) const override;
};

// Two lines, told apart by dashes, dots and words, not by colour alone; where the first is above
// the second the backlog grows, and the area between them is tinted.
class LineChart : public FigureChart {
    Q_OBJECT
public:
    using FigureChart::FigureChart;

protected:
    QRectF markRect(int row, int column) const override;
    void paintMarks(QPainter &painter, const Theme &theme) const override;
    qreal rightRoom(const Theme &theme) const override;

private:
    QPointF point(int row, int column) const;
    void paintBacklog(QPainter &painter, const Theme &theme) const;
    void paintEnds(QPainter &painter, const Theme &theme) const;
};
