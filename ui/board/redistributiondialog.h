#pragma once

#include "models/board/redistribution.h"
#include "ui/common/dialogframe.h"

class DeskContext;
class LoadModel;
class LoadView;
class QComboBox;
class QSpinBox;
class WrappedLabel;

// Tries out who would have how many cases before anything is changed: by keys with the fields at
// the top, by mouse with a row dragged onto another one.
class RedistributionDialog : public DialogFrame {
    Q_OBJECT
public:
    RedistributionDialog(const SharedBoardRows &rows, const QList<DepartmentId> &departments,
        const DeskContext &context, QWidget *parent);

    QList<CaseMove> moves() const { return m_trial.moves(); }

private:
    void buildFields();
    void fillServices();
    void updateMovable();
    void refresh();
    MoveWish wish() const;
    void onMove();
    void onDropped(int fromRow, int toRow);
    QStringList summary() const; // one line for each pair of clerks

    const DeskContext &m_context;
    Redistribution m_trial;
    LoadModel *m_model;
    LoadView *m_view;
    QComboBox *m_from;
    QComboBox *m_service;
    QSpinBox *m_count;
    QComboBox *m_to;
    QPushButton *m_move;
    QPushButton *m_back;
    WrappedLabel *m_plan;
};
