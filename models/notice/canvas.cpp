#include "canvas.h"

#include <cairo/cairo-pdf.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>

namespace {

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), int(length));
    return CAIRO_STATUS_SUCCESS;
}

// Pango blanks the space at a wrapped line end, and Cairo then writes an empty ActualText span into
// the paragraph, which makes readers lose its other lines. The real space has no width there and
// keeps the words apart when text is copied.
void restoreSpaces(PangoLayoutLine *line)
{
    for (GSList *item = line->runs; item; item = item->next) {
        auto *run = static_cast<PangoLayoutRun *>(item->data);
        hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);
        hb_codepoint_t space = 0;
        if (!hb_font_get_nominal_glyph(font, ' ', &space))
            continue;
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY)
                run->glyphs->glyphs[i].glyph = space;
        }
    }
}

} // namespace

Canvas::Canvas(const FontSet &fonts, const QString &language)
    : m_fonts(fonts)
    , m_surface(cairo_pdf_surface_create_for_stream(&append, &m_bytes, pageWidth, pageHeight),
          &cairo_surface_destroy)
    , m_cairo(cairo_create(m_surface.get()), &cairo_destroy)
    , m_fontMap(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT))
{
    cairo_pdf_surface_restrict_to_version(m_surface.get(), CAIRO_PDF_VERSION_1_5);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_fontMap.get()), fonts.config());
    m_context.reset(pango_font_map_create_context(m_fontMap.get()));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(m_context.get(), 72);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_language(
        m_context.get(), pango_language_from_string(language.toLatin1().constData()));
    pango_cairo_update_context(m_cairo.get(), m_context.get());
}

Canvas::~Canvas() = default;

void Canvas::begin(const char *tag)
{
    cairo_tag_begin(m_cairo.get(), tag, "");
}

void Canvas::end(const char *tag)
{
    cairo_tag_end(m_cairo.get(), tag);
}

void Canvas::tagged(const char *tag, const std::function<void()> &draw)
{
    begin(tag);
    draw();
    end(tag);
}

void Canvas::figure(
    const QString &alternative, const QRectF &box, const std::function<void()> &draw)
{
    m_figures.append({ alternative, box });
    tagged("Figure", draw);
}

TypesetBlock Canvas::text(const QString &text, double width, const TextStyle &style)
{
    TypesetBlock block(m_context.get(), text, width, style);
    if (block.hasUnknownGlyphs()) {
        const QStringList missing = m_fonts.missing(text.normalized(QString::NormalizationForm_C));
        m_missing += missing.isEmpty() ? QStringList{ QStringLiteral("?") } : missing;
    }
    return block;
}

void Canvas::draw(const TypesetBlock &block, double x, double y)
{
    drawLines(block, x, y, 0, block.lines());
}

void Canvas::drawLines(const TypesetBlock &block, double x, double y, int first, int last)
{
    PangoLayoutIter *iter = pango_layout_get_iter(block.layout());
    const double offset = first < last ? block.lineTop(first) : 0;
    for (int line = 0; line < last; ++line, pango_layout_iter_next_line(iter)) {
        if (line < first)
            continue;
        PangoRectangle box;
        pango_layout_iter_get_line_extents(iter, nullptr, &box);
        cairo_move_to(m_cairo.get(), x + double(box.x) / PANGO_SCALE,
            y - offset + double(pango_layout_iter_get_baseline(iter)) / PANGO_SCALE);
        PangoLayoutLine *content = pango_layout_iter_get_line(iter);
        restoreSpaces(content);
        pango_cairo_show_layout_line(m_cairo.get(), content);
    }
    pango_layout_iter_free(iter);
    cairo_new_path(m_cairo.get());
}

void Canvas::rule(double x1, double y1, double x2, double y2, double width, double grey)
{
    cairo_set_source_rgb(m_cairo.get(), grey, grey, grey);
    cairo_set_line_width(m_cairo.get(), width);
    cairo_move_to(m_cairo.get(), x1, y1);
    cairo_line_to(m_cairo.get(), x2, y2);
    cairo_stroke(m_cairo.get());
    cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
}

void Canvas::fill(const QVector<QRectF> &rectangles)
{
    for (const QRectF &r : rectangles)
        cairo_rectangle(m_cairo.get(), r.x(), r.y(), r.width(), r.height());
    cairo_fill(m_cairo.get());
}

void Canvas::nextPage()
{
    cairo_show_page(m_cairo.get());
    ++m_page;
}

Result<QByteArray> Canvas::finish()
{
    cairo_show_page(m_cairo.get());
    cairo_surface_finish(m_surface.get());
    if (!m_missing.isEmpty()) {
        m_missing.removeDuplicates();
        return error(ErrorCode::InvalidInput, "notice.glyphs",
            { { QStringLiteral("characters"), m_missing.join(QStringLiteral(", ")) } });
    }
    // A broken tag leaves a file of some hundred bytes and says so only here.
    for (const cairo_status_t status :
        { cairo_status(m_cairo.get()), cairo_surface_status(m_surface.get()) }) {
        if (status != CAIRO_STATUS_SUCCESS)
            return error(ErrorCode::Internal, "notice.draw", {},
                QString::fromLatin1(cairo_status_to_string(status)));
    }
    return m_bytes;
}
