#pragma once

#include "fontset.h"
#include "textblock.h"

#include <QByteArray>
#include <QRectF>
#include <QSet>
#include <QVector>
#include <cairo/cairo.h>
#include <functional>
#include <pango/pangocairo.h>

inline constexpr double mm = 72.0 / 25.4;
inline constexpr double pageWidth = 210 * mm;
inline constexpr double pageHeight = 297 * mm;

// A figure as drawn: the finishing step writes its alternative text into the structure tree.
struct DrawnFigure {
    QString alternative;
    QRectF box; // points, origin at the top left of its page
};

// A4 pages of a tagged PDF, drawn by Cairo and Pango; lengths in points from the top left. What is
// drawn outside begin()/end() of a leaf becomes an artifact. One canvas belongs to one thread.
class Canvas {
public:
    Canvas(const FontSet &fonts, const QString &language);
    ~Canvas();
    Canvas(const Canvas &) = delete;
    Canvas &operator=(const Canvas &) = delete;

    // Structure elements of PDF 1.7: Document, P, H1, Table, TR …
    void begin(const char *tag);
    void end(const char *tag);
    void tagged(const char *tag, const std::function<void()> &draw);
    void figure(const QString &alternative, const QRectF &box, const std::function<void()> &draw);

    TypesetBlock text(const QString &text, double width, const TextStyle &style = {});
    void draw(const TypesetBlock &block, double x, double y);
    // Lines [first, last) with the top of the first at y.
    void drawLines(const TypesetBlock &block, double x, double y, int first, int last);
    void rule(double x1, double y1, double x2, double y2, double width, double grey = 0);
    // Fills rectangles in black as one shape.
    void fill(const QVector<QRectF> &rectangles);
    void nextPage();
    int page() const { return m_page; }

    // The file, once. Errors: `notice.glyphs` (InvalidInput, params.characters) if a letter is in
    // no bundled font; `notice.draw` (Internal).
    Result<QByteArray> finish();
    const QVector<DrawnFigure> &figures() const { return m_figures; }

private:
    const FontSet &m_fonts;
    QByteArray m_bytes;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> m_surface;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> m_cairo;
    std::unique_ptr<PangoFontMap, GObjectRelease> m_fontMap;
    std::unique_ptr<PangoContext, GObjectRelease> m_context;
    QVector<DrawnFigure> m_figures;
    QStringList m_missing;
    int m_page = 1;
};
