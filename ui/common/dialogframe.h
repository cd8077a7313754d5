#pragma once

#include "buttons.h"
#include <QDialog>
#include <QPointer>

class ElidedLabel;
class IconView;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;
class WrappedLabel;

// The frame of every dialog: title with the case below it, body, checks in a sunken panel at the
// side, footer with a note at the left and the buttons at the right. Dims the window behind it.
// Ctrl+Enter presses the primary button, Esc rejects.
class DialogFrame : public QDialog {
    Q_OBJECT
public:
    // subtitle names the case ("32.2-SN-2026-00418 · Katharina Vogelsang") and may be empty
    DialogFrame(const QString &title, const QString &subtitle, QWidget *parent);
    ~DialogFrame() override;

    QVBoxLayout *body() const { return m_body; }
    // The sunken panel; made at the first call.
    QVBoxLayout *side(const QString &heading = {});
    // The sentence left of the buttons; empty hides it.
    void setNote(const QString &text, const QString &iconName = {});
    void setHeader(const QString &title, const QString &subtitle);

    // Accepts the dialog unless disconnected; there is one.
    QPushButton *setPrimary(const QString &text, ButtonKind kind = ButtonKind::Primary);
    QPushButton *primary() const { return m_primary; }
    // Rejects the dialog.
    QPushButton *addCancel(const QString &text = {});
    // Does nothing by itself.
    QPushButton *addButton(const QString &text, const QString &iconName = {});

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    WrappedLabel *m_title;
    ElidedLabel *m_subtitle;
    QVBoxLayout *m_body;
    QHBoxLayout *m_middle;
    QVBoxLayout *m_side = nullptr;
    QHBoxLayout *m_footer;
    IconView *m_noteIcon;
    WrappedLabel *m_note;
    QPushButton *m_primary = nullptr;
    QPointer<QWidget> m_scrim; // dies with the window behind
};
