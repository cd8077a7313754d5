#pragma once

#include <QKeySequence>
#include <QLineEdit>

// A line edit with a magnifier and, while it is empty, the key that leads to it. Esc clears.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    // Focuses the field from anywhere in the window.
    void setShortcut(const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QString m_hint;
};
