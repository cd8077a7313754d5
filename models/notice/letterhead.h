#pragma once

#include "canvas.h"
#include "noticecontent.h"

// What every letter of the authority shows around its text.

// Name and department at the top of the first page; tagged, since it says who decides.
void drawLetterhead(Canvas &canvas, const IssuingAuthority &authority);
// Artifacts of a page: footer with page x of y, and from the second page on a line that says which
// letter it belongs to.
void drawPageMarks(Canvas &canvas, int page, const QString &footer, const QString &continuation,
    const QString &pageOfPages);
// Says at the top of a page that this is no notice yet.
void drawDraftMark(Canvas &canvas);
