#pragma once

#include "flow.h"
#include "lettertexts.h"
#include "receiptrenderer.h"

#include <QLocale>

class ReceiptLayout {
public:
    ReceiptLayout(Canvas &canvas, const Receipt &receipt, const LetterTexts &texts, int pages);

    Status draw();

private:
    QString word(const char *key) const { return m_texts.value(QLatin1String(key)); }
    void head();
    void answers();
    void files();
    void next();

    Canvas &m_canvas;
    const Receipt &m_receipt;
    const LetterTexts &m_texts;
    QLocale m_locale;
    int m_pages;
    Flow m_flow;
};
