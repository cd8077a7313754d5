#pragma once

#include "tokens.h"
#include <QWidget>

class ElidedLabel;
class IconView;
class QHBoxLayout;
class QPushButton;
class WrappedLabel;

// Says what is wrong or new, how old the data is, and what to do; over the full width of the
// content. Screen readers are told when the text changes.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(
        Tone tone, const QString &iconName, const QString &text = {}, QWidget *parent = nullptr);

    void setTone(Tone tone, const QString &iconName);
    void setText(const QString &text);
    QString text() const;
    // Buttons from right to left: the first has a frame, the others none.
    QPushButton *addAction(const QString &text);
    void clearActions();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    IconView *m_icon;
    WrappedLabel *m_text;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_actions;
};
