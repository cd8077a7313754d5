#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QList>
#include <QSizeF>
#include <QTimer>

// The pages of a document one below the other on a grey desk. Asks for the pictures of the pages in
// view (and the next one) and keeps the pictures of some: a scan of 200 pages would fill the
// memory.
class PageStack : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    // Sizes in points; empty clears.
    void setPages(const QList<QSizeF> &sizes);
    // dpi is what was asked for; a null picture shows the placeholder with `problem`.
    void setPicture(int page, int dpi, const QImage &picture, const QString &problem = {});
    // Shows the old pictures until the new ones have come: for a document that is being written.
    void refresh(const QList<QSizeF> &sizes);

    // What is written on the page that is being read: for assistive tools, which cannot see it.
    void setText(int page, const QString &text);
    QString text() const { return m_text; }

    int pageCount() const { return int(m_sizes.size()); }
    int currentPage() const;
    void goToPage(int page);

    // 1 is one point per 1/72 inch of the screen; 0 fits the width.
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; } // 0: fits the width
    qreal shownZoom() const; // what that is now
    bool hasPicture(int page) const { return m_pictures.contains(page); }

signals:
    void pictureRequested(int page, int dpi);
    void currentPageChanged(int page);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Picture {
        QImage image;
        int dpi = 0;
        QString problem;
    };

    void arrange();
    int resolution(int page) const;
    QRectF rectOf(int page) const; // in the viewport
    int pageAt(qreal y) const; // y in the content
    void askForVisible();
    void forgetFarPages();
    void paintPage(QPainter &painter, int page);

    QList<QSizeF> m_sizes;
    QList<qreal> m_tops; // y of each page in the content, in pixels
    QSizeF m_content;
    qreal m_zoom = 0;
    QHash<int, Picture> m_pictures;
    QHash<int, int> m_asked; // page → dpi that was asked for
    QTimer m_ask;
    QString m_text; // of m_lastPage
    int m_lastPage = -1;
};
