#pragma once

#include "tokens.h"
#include <QFont>
#include <QObject>
#include <QPalette>

class QWidget;

// The look that is on now: one set of tokens and the user's text factor. The KontorStyle owns it,
// so that there is no global; widgets ask Theme::of(this) while painting and in sizeHint and keep
// no colour of their own, which is what makes the live switch between light and dark possible.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    // The theme of the widget's style, or of the application's style for nullptr. Without a
    // KontorStyle (a bare test) a light theme that belongs to the application.
    static const Theme &of(const QWidget *widget);
    // What the desktop asked for at start; only meaningful before the look is installed.
    static bool desktopIsDark();

    bool isDark() const { return m_tokens.dark; }
    qreal textFactor() const { return m_textFactor; }
    const Tokens &tokens() const { return m_tokens; }

    QColor colour(Colour name) const { return m_tokens[name]; }
    QColor background(Tone tone) const { return m_tokens[backgroundOf(tone)]; }
    QColor foreground(Tone tone) const { return m_tokens[foregroundOf(tone)]; }

    QFont font(TextRole role) const;
    // Icons, avatars and everything else that must grow with the text.
    int scaled(qreal pixels) const;
    // max(token, height of the role's font + padding), all in device independent pixels.
    int height(int token, TextRole role, int padding) const;

    QPalette palette() const;
    // Views select palely, text fields with the accent.
    QPalette listPalette() const;

    void setDark(bool dark);
    // 0.8 to 2.0; other values are brought into that range.
    void setTextFactor(qreal factor);

signals:
    // The style then repolishes every widget and sends QEvent::StyleChange to each.
    void changed();

private:
    Tokens m_tokens = Tokens::light();
    qreal m_textFactor = 1.0;
};
