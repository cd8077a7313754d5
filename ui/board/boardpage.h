#pragma once

#include "figures.h"
#include "models/board/redistribution.h"
#include "models/domain/result.h"
#include "ui/common/panel.h"

class ChartCard;
class DeskContext;
class ElidedLabel;
class FigureTile;
class FigureView;
class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QGridLayout;
class QPushButton;
class QStackedWidget;
class ScrollPage;
class WrappedLabel;

// The place from which a team is steered: how much there is, what it waits for, what comes and
// goes, what will be late; by service, department and, where that is allowed, person. It shows the
// board it is given and asks for everything else.
class BoardPage : public Panel {
    Q_OBJECT
public:
    explicit BoardPage(const DeskContext &context, QWidget *parent = nullptr);

    void setBoard(const Board &board);
    void setFailed(const Error &error);
    void focusFirst(); // as soon as there is something to stand on
    // Answers redistributionRequested().
    void openRedistribution(const SharedBoardRows &rows);
    // That the board is to be counted for: the one chosen, or all that may be seen.
    QList<DepartmentId> departments() const;
    QList<Sheet> sheets() const; // of what is shown
    void setGrouping(Grouping grouping);
    Grouping grouping() const;

signals:
    void departmentsChanged();
    void watched(bool on); // the page is on the screen
    void casesRequested(const CaseCondition &cases, const QString &what);
    void exportRequested(const QList<Sheet> &sheets, const QString &path); // .csv or .ods
    void redistributionRequested();
    void movesRequested(const QList<CaseMove> &moves);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader(QBoxLayout *column);
    void buildTiles(QBoxLayout *column);
    void buildCharts(QBoxLayout *column);
    void buildGroups(QBoxLayout *column);
    QWidget *buildLegend();
    void fit();
    void updateDepartments();
    void updateGroups();
    void updateRights();
    void updateState();
    void onExport(const QString &ending);
    FigureTables tables() const { return { *m_board, m_context }; }

    const DeskContext &m_context;
    std::optional<Board> m_board;
    std::optional<Error> m_failure;
    bool m_focusWanted = false;
    ElidedLabel *m_meta;
    QComboBox *m_department;
    QList<DepartmentId> m_allowed; // those that m_department offers
    QPushButton *m_export;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
    ScrollPage *m_scroll;
    QGridLayout *m_tileGrid;
    QList<FigureTile *> m_tiles;
    QBoxLayout *m_charts;
    ChartCard *m_weeks;
    ChartCard *m_days;
    ChartCard *m_ages;
    ElidedLabel *m_groupTitle;
    QButtonGroup *m_grouping;
    FigureView *m_groups;
    QPushButton *m_redistribute;
    WrappedLabel *m_why; // nothing is shown by person
};
