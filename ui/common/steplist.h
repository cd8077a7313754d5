#pragma once

#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

enum class StepState : quint8 {
    Open, // its number
    Done, // a tick
    Warning, // something is missing
};

struct Step {
    QString title;
    QString detail; // may be empty
    StepState state = StepState::Open;
};

// The steps of an assistant at its left; each can be jumped to with mouse and keyboard.
class StepList : public QWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    void setStep(int index, const Step &step);
    void setCurrent(int index);
    int current() const;

signals:
    void stepRequested(int index);

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
};
