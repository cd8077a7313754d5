#pragma once

#include "fontset.h"
#include "models/domain/time.h"
#include "noticecontent.h"

struct RenderOptions {
    bool reserveSeal = false; // room for seal(); without it the file has no signature field
    // For the preview while writing: every page says so, and a GiroCode that cannot be made yet is
    // left out instead of failing.
    bool draft = false;
    QString fontFolder; // empty: FontSet::defaultFolders()
};

// The notice as PDF/A-3a and PDF/UA-1 with its content as associated file "bescheid.json". Pure:
// same content and time, same bytes. May be called from any thread, about 50 ms a page. It draws
// what it is given: call check() before. Errors: `notice.fonts`, `notice.glyphs`,
// `notice.rowTooTall`, those of epcPayload() when there is a fee, and `notice.draw`,
// `notice.structure`, `notice.finish` (Internal).
Result<QByteArray> renderNotice(
    const NoticeContent &content, const Timestamp &createdAt, const RenderOptions &options = {});
// The same with fonts that are loaded once for many notices; `fontFolder` is not used.
Result<QByteArray> renderNotice(const NoticeContent &content, const Timestamp &createdAt,
    const FontSet &fonts, const RenderOptions &options = {});

// The content that a notice carries. Error `notice.pdf` (Corrupt) if it carries none.
Result<NoticeContent> contentOfNotice(const QByteArray &pdf);
