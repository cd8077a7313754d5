#pragma once

#include "tokens.h"
#include <QWidget>

class ElidedLabel;
class QHBoxLayout;
class QVBoxLayout;
class WrappedLabel;

// One fact: a label of fixed width, a selectable value, where it comes from at the right, and what
// it was before underneath. A filled chip only for what is proven.
class FactRow : public QWidget {
    Q_OBJECT
public:
    FactRow(const QString &label, const QString &value, QWidget *parent = nullptr);

    void setValue(const QString &value);
    QString value() const;
    // Grey words with an icon at the right: an unproven statement.
    void setOrigin(const QString &text, const QString &iconName);
    // A green chip at the right: proven by eID, register, seal.
    void setProven(const QString &text, const QString &iconName);
    // A tinted line under the value, e.g. the former value.
    void setNote(const QString &text, const QString &iconName, Tone tone = Tone::Amber);
    // The line below, on by default; the last fact of a card has none.
    void setDivider(bool on);
    // Any widget under the value.
    void addBelow(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setRight(QWidget *widget);
    void restyle();

    WrappedLabel *m_label;
    WrappedLabel *m_value;
    QHBoxLayout *m_row;
    QVBoxLayout *m_column;
    QWidget *m_right = nullptr;
    QWidget *m_note = nullptr;
    bool m_divider = true;
};
