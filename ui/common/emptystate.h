#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

// What stands in the place of a list or a page that has nothing: one picture, one sentence, one
// action.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &title, const QString &text,
        QWidget *parent = nullptr);

    // Adds the one action and returns its button.
    QPushButton *setAction(const QString &text, const QString &iconName = {});

private:
    QVBoxLayout *m_column;
    QPushButton *m_action = nullptr;
};
