#include "letterhead.h"

namespace {
const double left = 25 * mm;
const double right = 190 * mm;
} // namespace

void drawLetterhead(Canvas &canvas, const IssuingAuthority &authority)
{
    const TypesetBlock name
        = canvas.text(authority.name, right - left, { .size = 16, .bold = true });
    canvas.tagged("P", [&] { canvas.draw(name, left, 13 * mm); });
    double y = 13 * mm + name.height();
    if (!authority.department.isEmpty()) {
        const TypesetBlock department
            = canvas.text(authority.department, right - left, { .size = 10.5 });
        canvas.tagged("P", [&] { canvas.draw(department, left, y); });
        y += department.height();
    }
    canvas.rule(left, y + 2 * mm, right, y + 2 * mm, 1);
}

void drawDraftMark(Canvas &canvas)
{
    const TypesetBlock mark = canvas.text(QStringLiteral("ENTWURF – nicht bekannt gegeben"),
        right - left, { .size = 9, .bold = true, .align = TextStyle::Align::Right });
    canvas.draw(mark, left, 7 * mm);
}

void drawPageMarks(Canvas &canvas, int page, const QString &footer, const QString &continuation,
    const QString &pageOfPages)
{
    const TextStyle small{ .size = 8 };
    if (page > 1) {
        canvas.draw(canvas.text(continuation, right - left, small), left, 14 * mm);
        canvas.rule(left, 19.5 * mm, right, 19.5 * mm, 0.4, 0.6);
    }
    canvas.rule(left, 280 * mm, right, 280 * mm, 0.4, 0.6);
    canvas.draw(canvas.text(footer, 130 * mm, small), left, 281.5 * mm);
    const TextStyle ending{ .size = 8, .align = TextStyle::Align::Right };
    canvas.draw(canvas.text(pageOfPages, 35 * mm, ending), right - 35 * mm, 281.5 * mm);
}
