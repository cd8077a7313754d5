#pragma once

#include "models/board/board.h"
#include "models/sheet/sheet.h"

#include <QCoreApplication>

class DeskContext;

// A number of the board where it is shown, with the cases behind it. Cells of a table, marks of a
// chart, tiles and the cells of an exported sheet are all made of these.
struct FigureCell {
    QVariant value; // QString, int or invalid
    std::optional<CaseCondition> cases; // nothing: a word, or a number that is no count
    QString what; // heading of the list behind it: "Overdue · Tree felling"
};

struct FigureTable {
    QString name;
    QStringList headings;
    QStringList narrow; // the same where there is little room; empty: as they are
    QList<QList<FigureCell>> rows; // the first cell names the row
    bool bars = false; // the second column is the sum of the four after it, shown as a bar, too
};

enum class Grouping { Service, Department, Person };

// The board in words, as tables.
class FigureTables {
    Q_DECLARE_TR_FUNCTIONS(FigureTables)
public:
    FigureTables(const Board &board, const DeskContext &context)
        : m_board(board)
        , m_context(context)
    {
    }

    FigureTable overview() const; // one row a figure: open, overdue … waits for payment
    FigureTable weeks() const;
    FigureTable ages() const;
    FigureTable days() const;
    FigureTable groups(Grouping grouping) const;

    static QString waits(WaitsFor reason); // "Waits for the citizen"
    static Sheet sheet(const FigureTable &table);

private:
    QString nameOf(const BoardGroup &group, Grouping grouping) const;
    QList<FigureCell> row(const BoardGroup &group, const QString &name) const;

    const Board &m_board;
    const DeskContext &m_context;
};
