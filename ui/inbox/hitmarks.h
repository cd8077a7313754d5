#pragma once

#include "ui/common/tokens.h"

#include <QRectF>
#include <QStringList>

class QPainter;
class Theme;

// Marks where the searched words stand in a line of text that is painted over it, from the left of
// `rect`. The words are folded; without any nothing is painted.
void paintHitMarks(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text,
    TextRole role, const QStringList &words);
