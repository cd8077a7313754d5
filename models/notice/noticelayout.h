#pragma once

#include "flow.h"
#include "noticecontent.h"

#include <QLocale>

// Lays a notice out as a business letter of DIN 5008 form B, in the order in which it must be read:
// decision, conditions directly after it, reasons, fee, payment, remedy instruction, signature.
class NoticeLayout {
public:
    NoticeLayout(Canvas &canvas, const NoticeContent &content, int pages, bool draft);

    Status draw();

private:
    void addressee();
    void infoBlock();
    void foldMarks();
    void opening();
    void decision();
    void reasons();
    void fees();
    void payment();
    Status giroCode(double top, double size);
    void remedy();
    void signature();
    void enclosures();
    QString amount(const Money &money) const;

    Canvas &m_canvas;
    const NoticeContent &m_content;
    QLocale m_locale;
    int m_pages;
    bool m_draft;
    Flow m_flow;
    double m_infoBottom = 0;
    Status m_status = success();
};
