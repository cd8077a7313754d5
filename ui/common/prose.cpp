#include "prose.h"

#include "theme.h"
#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <cmath>
#include <memory>

namespace {

constexpr qreal readingLineHeight = 138; // per cent

}

Prose::Prose(const QString &text, QWidget *parent)
    : QTextEdit(parent)
{
    setProperty("bare", true);
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameStyle(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(text);
}

void Prose::setText(const QString &text)
{
    setPlainText(text);
    restyle();
}

void Prose::restyle()
{
    const Theme &theme = Theme::of(this);
    setFont(theme.font(TextRole::Body));
    document()->setDefaultFont(font());
    QTextBlockFormat format;
    format.setLineHeight(readingLineHeight, QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
    updateGeometry();
}

QSize Prose::sizeHint() const
{
    const int width = std::min(700, int(std::ceil(document()->idealWidth())) + 2);
    return { width, heightForWidth(width) };
}

QSize Prose::minimumSizeHint() const
{
    return { 60, int(std::ceil(QFontMetricsF(font()).height() * readingLineHeight / 100)) };
}

int Prose::heightForWidth(int width) const
{
    // On a copy: asking must not lay out the text that is on screen anew.
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setDocumentMargin(0);
    copy->setTextWidth(std::max(1, width));
    return int(std::ceil(copy->size().height()));
}

QVariant Prose::loadResource(int, const QUrl &)
{
    return {};
}

void Prose::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void Prose::wheelEvent(QWheelEvent *event)
{
    QWidget::wheelEvent(event); // the page around it scrolls
}
