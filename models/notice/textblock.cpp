#include "textblock.h"

namespace {

struct IterFree {
    void operator()(PangoLayoutIter *iter) const { pango_layout_iter_free(iter); }
};

std::pair<int, int> lineRange(PangoLayout *layout, int line)
{
    const std::unique_ptr<PangoLayoutIter, IterFree> iter(pango_layout_get_iter(layout));
    for (int i = 0; i < line; ++i)
        pango_layout_iter_next_line(iter.get());
    int top = 0;
    int bottom = 0;
    pango_layout_iter_get_line_yrange(iter.get(), &top, &bottom);
    return { top, bottom };
}

} // namespace

TypesetBlock::TypesetBlock(
    PangoContext *context, const QString &text, double width, const TextStyle &style)
    : m_layout(pango_layout_new(context))
{
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(m_layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(m_layout.get(), int(width * PANGO_SCALE));
    pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(m_layout.get(),
        style.align == TextStyle::Align::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_spacing(m_layout.get(), int(style.spacing * style.size * PANGO_SCALE));
    // No hyphen where a long word must break: it would become part of an e-mail address.
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    // A ligature becomes a span with replacement text, behind which readers lose the rest of the
    // line.
    pango_attr_list_insert(
        attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0, calt=0"));
    pango_layout_set_attributes(m_layout.get(), attributes);
    pango_attr_list_unref(attributes);
    const QByteArray bytes = text.normalized(QString::NormalizationForm_C).toUtf8();
    pango_layout_set_text(m_layout.get(), bytes.constData(), int(bytes.size()));
}

int TypesetBlock::lines() const
{
    return pango_layout_get_line_count(m_layout.get());
}

double TypesetBlock::height() const
{
    int width = 0;
    int height = 0;
    pango_layout_get_size(m_layout.get(), &width, &height);
    return double(height) / PANGO_SCALE;
}

double TypesetBlock::lineTop(int line) const
{
    return double(lineRange(m_layout.get(), line).first) / PANGO_SCALE;
}

double TypesetBlock::lineBottom(int line) const
{
    return double(lineRange(m_layout.get(), line).second) / PANGO_SCALE;
}

bool TypesetBlock::hasUnknownGlyphs() const
{
    return pango_layout_get_unknown_glyphs_count(m_layout.get()) > 0;
}
