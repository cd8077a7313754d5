#include "pagestack.h"

#include "pageaccess.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace {

constexpr qreal margin = 20; // around and between pages
constexpr qreal pixelsPerPoint = 96.0 / 72;
constexpr int mostPictures = 12;
constexpr qreal leastZoom = 0.1;
constexpr qreal mostZoom = 5;

} // namespace

PageStack::PageStack(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setProperty("desk", true);
    setFocusPolicy(Qt::StrongFocus);
    setFrameStyle(QFrame::NoFrame);
    setAccessibleName(tr("Pages of the document"));
    PageAccess::install();
    verticalScrollBar()->setSingleStep(40);
    m_ask.setSingleShot(true);
    m_ask.setInterval(0); // once per scroll, not per pixel
    connect(&m_ask, &QTimer::timeout, this, &PageStack::askForVisible);
}

void PageStack::setPages(const QList<QSizeF> &sizes)
{
    m_pictures.clear();
    m_lastPage = -1;
    m_text.clear();
    verticalScrollBar()->setValue(0);
    refresh(sizes);
}

void PageStack::refresh(const QList<QSizeF> &sizes)
{
    m_sizes = sizes;
    m_asked.clear();
    for (auto it = m_pictures.begin(); it != m_pictures.end();) {
        it->dpi = 0; // old: to be asked for again, shown until then
        it = it.key() < pageCount() ? ++it : m_pictures.erase(it);
    }
    arrange();
}

void PageStack::setPicture(int page, int dpi, const QImage &picture, const QString &problem)
{
    if (page < 0 || page >= pageCount() || m_asked.value(page) != dpi)
        return; // of a former zoom
    m_asked.remove(page);
    m_pictures.insert(page, { picture, dpi, problem });
    forgetFarPages();
    viewport()->update();
    m_ask.start();
}

void PageStack::setText(int page, const QString &text)
{
    if (page != m_lastPage || text == m_text)
        return; // another page came into view meanwhile
    const QString old = m_text;
    m_text = text;
    PageAccess::notify(this, old);
}

qreal PageStack::shownZoom() const
{
    if (m_zoom > 0 || m_sizes.isEmpty())
        return m_zoom > 0 ? m_zoom : 1;
    qreal widest = 1;
    for (const QSizeF &size : m_sizes)
        widest = std::max(widest, size.width());
    const qreal room = viewport()->width() - 2 * margin;
    return std::clamp(room / (widest * pixelsPerPoint), leastZoom, mostZoom);
}

void PageStack::setZoom(qreal zoom)
{
    const int page = currentPage();
    m_zoom = zoom > 0 ? std::clamp(zoom, leastZoom, mostZoom) : 0;
    arrange();
    if (page >= 0)
        goToPage(page);
    emit zoomChanged();
}

void PageStack::arrange()
{
    const qreal scale = shownZoom() * pixelsPerPoint;
    m_tops.clear();
    m_content = QSizeF(0, margin);
    for (const QSizeF &size : std::as_const(m_sizes)) {
        m_tops << m_content.height();
        m_content.rheight() += size.height() * scale + margin;
        m_content.setWidth(std::max(m_content.width(), size.width() * scale + 2 * margin));
    }
    const QSize room = viewport()->size();
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setRange(
        0, std::max(0, int(std::ceil(m_content.height())) - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(
        0, m_zoom > 0 ? std::max(0, int(std::ceil(m_content.width())) - room.width()) : 0);
    viewport()->update();
    m_ask.start();
}

// As many pixels as the screen has, in steps, so that a small change of width does not draw anew.
int PageStack::resolution(int) const
{
    const qreal exact = shownZoom() * 96 * devicePixelRatioF();
    return std::clamp(int(std::ceil(exact / 12)) * 12, 24, 600);
}

QRectF PageStack::rectOf(int page) const
{
    const QSizeF size = m_sizes.at(page) * shownZoom() * pixelsPerPoint;
    const qreal room = std::max<qreal>(viewport()->width(), m_content.width());
    return { (room - size.width()) / 2 - horizontalScrollBar()->value(),
        m_tops.at(page) - verticalScrollBar()->value(), size.width(), size.height() };
}

int PageStack::pageAt(qreal y) const
{
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), y);
    return std::max(0, int(after - m_tops.cbegin()) - 1);
}

int PageStack::currentPage() const
{
    // The page at a third of the height: what is being read.
    return m_sizes.isEmpty() ? -1
                             : pageAt(verticalScrollBar()->value() + viewport()->height() / 3.0);
}

void PageStack::goToPage(int page)
{
    if (page >= 0 && page < pageCount())
        verticalScrollBar()->setValue(int(m_tops.at(page) - margin / 2));
}

void PageStack::askForVisible()
{
    if (m_sizes.isEmpty())
        return;
    const int first = pageAt(verticalScrollBar()->value());
    const int last = pageAt(verticalScrollBar()->value() + viewport()->height());
    for (int page = first; page <= std::min(last + 1, pageCount() - 1); ++page) {
        const int dpi = resolution(page);
        const auto known = m_pictures.constFind(page);
        const bool good = known != m_pictures.cend()
            && (known->dpi == dpi || (known->dpi > 0 && !known->problem.isEmpty()));
        if (good || m_asked.value(page) == dpi)
            continue;
        m_asked.insert(page, dpi);
        emit pictureRequested(page, dpi);
    }
    const int current = currentPage();
    if (current != m_lastPage) {
        m_lastPage = current;
        m_text.clear(); // it says nothing rather than the wrong page
        emit currentPageChanged(current);
    }
}

void PageStack::forgetFarPages()
{
    const int here = currentPage();
    while (m_pictures.size() > mostPictures) {
        auto farthest = m_pictures.begin();
        for (auto it = m_pictures.begin(); it != m_pictures.end(); ++it) {
            if (std::abs(it.key() - here) > std::abs(farthest.key() - here))
                farthest = it;
        }
        m_pictures.erase(farthest);
    }
}

void PageStack::paintPage(QPainter &painter, int page)
{
    const Theme &theme = Theme::of(this);
    const QRectF rect = rectOf(page);
    paintShadow(&painter, rect, 2, theme.colour(Colour::Shadow), 14, 3);
    painter.fillRect(rect, theme.colour(Colour::Paper));
    const Picture picture = m_pictures.value(page);
    if (!picture.image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect, picture.image);
        return;
    }
    // Paper is white in both themes, so the words on it take their colours from the light one.
    painter.setPen(Tokens::light()[picture.problem.isEmpty() ? Colour::Text3 : Colour::RedFg]);
    painter.setFont(theme.font(TextRole::Ui));
    painter.drawText(rect.adjusted(margin, margin, -margin, -margin),
        int(Qt::AlignCenter) | int(Qt::TextWordWrap),
        picture.problem.isEmpty() ? tr("Page %1 is being drawn …").arg(page + 1) : picture.problem);
}

void PageStack::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(this).colour(Colour::Desk));
    if (m_sizes.isEmpty())
        return;
    const int last = pageAt(verticalScrollBar()->value() + viewport()->height());
    for (int page = pageAt(verticalScrollBar()->value()); page <= last; ++page)
        paintPage(painter, page);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::of(this).colour(Colour::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageStack::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int page = currentPage();
    const bool moved = page > 0 && m_zoom == 0;
    arrange();
    if (moved)
        goToPage(page);
}

void PageStack::scrollContentsBy(int, int)
{
    viewport()->update();
    m_ask.start();
}

void PageStack::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Home:
        goToPage(0);
        return;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    case Qt::Key_Space:
        verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier
                ? QAbstractSlider::SliderPageStepSub
                : QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Plus:
        setZoom(shownZoom() * 1.25);
        return;
    case Qt::Key_Minus:
        setZoom(shownZoom() / 1.25);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageStack::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(shownZoom() * (event->angleDelta().y() > 0 ? 1.25 : 0.8));
    event->accept();
}
