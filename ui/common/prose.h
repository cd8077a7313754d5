#pragma once

#include "tokens.h"
#include <QTextEdit>

// A longer text of a person, read-only: plain text with the reading line height of 138 %,
// selectable, as high as its content. A QLabel cannot set a line height without markup.
class Prose : public QTextEdit {
    Q_OBJECT
public:
    explicit Prose(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    // Nothing outside the text is ever loaded.
    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void restyle();
};
