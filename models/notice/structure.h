#pragma once

#include "canvas.h"

#include <qpdf/QPDF.hh>

// Completes the structure tree that Cairo wrote: alternative texts and boxes of figures, scope of
// table heads, numbering of lists. Error `notice.structure` (Internal) if tree and drawing
// disagree.
Status completeStructure(QPDF &pdf, const QVector<DrawnFigure> &figures);

// Puts an interactive field (a widget annotation) into the tree, so that PDF/UA finds it.
void addFormElement(QPDF &pdf, QPDFObjectHandle page, QPDFObjectHandle field, const QString &name);
