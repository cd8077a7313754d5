#pragma once

#include <QString>
#include <memory>
#include <pango/pango.h>

struct TextStyle {
    enum class Align { Left, Right };

    double size = 10.5; // points
    bool bold = false;
    Align align = Align::Left;
    double spacing = 0.12; // between lines, as a part of the size
};

struct GObjectRelease {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using PangoLayoutPtr = std::unique_ptr<PangoLayout, GObjectRelease>;

// One text broken into lines of a width; lengths in points. Knows heights before anything is drawn,
// which page breaks depend on.
class TypesetBlock {
public:
    TypesetBlock(PangoContext *context, const QString &text, double width, const TextStyle &style);

    int lines() const;
    double height() const;
    // Top and bottom of a line within the block.
    double lineTop(int line) const;
    double lineBottom(int line) const;
    bool hasUnknownGlyphs() const;
    PangoLayout *layout() const { return m_layout.get(); }

private:
    PangoLayoutPtr m_layout;
};
