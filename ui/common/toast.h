#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class ElidedLabel;
class QPushButton;

// A short message at the lower right of its host (the reading pane, never the list) with a ring
// that counts down while it can be undone. The toast only shows: whether something is still undone
// is decided by whoever sends, the ring's end is reported as expired().
class Toast : public QWidget {
    Q_OBJECT
public:
    // host: the widget over which the toast lies
    explicit Toast(QWidget *host);

    // A message without a way back, shown for 5 seconds.
    void showMessage(const QString &text, const QString &iconName);
    // A message with a ring; Ctrl+Z or the button undoes. milliseconds > 0.
    void showUndo(const QString &text, const QString &undoText, int milliseconds);
    void dismiss();
    // Stands above the right end of this widget wherever both would be seen: what is at the lower
    // edge to be used (the bar that sends the next message) is not covered. Lives inside of the
    // host.
    void keepClearOf(QWidget *widget);
    // 1 at the beginning, 0 at the end.
    qreal remaining() const;

signals:
    void undoRequested();
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void present(const QString &text, int milliseconds);
    void place();
    void onTick();

    ElidedLabel *m_text;
    QPushButton *m_undo;
    QPointer<QWidget> m_obstacle;
    QTimer m_tick;
    QString m_icon;
    int m_total = 0;
    QElapsedTimer m_since;
    bool m_counts = false;
};
