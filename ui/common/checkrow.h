#pragma once

#include <QWidget>

class IconView;
class QHBoxLayout;
class QPushButton;
class WrappedLabel;

enum class CheckState : quint8 {
    Passed,
    Open, // a person has to look or act
    Failed,
    Running,
};

// One check with its answer and, when it is open, the button that mends it.
class CheckRow : public QWidget {
    Q_OBJECT
public:
    CheckRow(CheckState state, const QString &title, const QString &detail = {},
        QWidget *parent = nullptr);

    void setState(CheckState state);
    void setTexts(const QString &title, const QString &detail = {});
    QPushButton *addAction(const QString &text);

private:
    void describe();

    CheckState m_state;
    IconView *m_icon;
    WrappedLabel *m_title;
    WrappedLabel *m_detail;
    QHBoxLayout *m_row;
};
