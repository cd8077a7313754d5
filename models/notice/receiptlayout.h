#pragma once

#include "flow.h"
#include "receiptrenderer.h"

#include <QLocale>
#include <QMap>

// The fixed words of a receipt by key, in one language.
using ReceiptTexts = QMap<QString, QString>;

class ReceiptLayout {
public:
    ReceiptLayout(Canvas &canvas, const Receipt &receipt, const ReceiptTexts &texts, int pages);

    Status draw();

private:
    QString word(const char *key) const { return m_texts.value(QLatin1String(key)); }
    void head();
    void answers();
    void files();
    void next();

    Canvas &m_canvas;
    const Receipt &m_receipt;
    const ReceiptTexts &m_texts;
    QLocale m_locale;
    int m_pages;
    Flow m_flow;
};
