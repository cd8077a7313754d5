#pragma once

#include "tokens.h"
#include <QIcon>
#include <QRectF>

class QPainter;

// Icons are line drawings of the Lucide set, embedded by name (resources/icons/icons.txt). An icon
// holds name and colour token, so it follows the theme and the state of its button.
// `on` is the colour of a checked button. A disabled icon has Colour::Text3.
QIcon icon(const QString &name, Colour colour = Colour::Text2);
QIcon icon(const QString &name, Colour colour, Colour on);

// Paints the icon with its own colour into the square; sharp on every scale.
void paintIcon(QPainter *painter, const QRectF &square, const QString &name, const QColor &colour);

// The program's own picture.
QIcon applicationIcon();
// The file type's icon name: "file-text" for PDF, "file-image" for pictures, else "file".
QString iconNameOfFileType(const QString &mediaType);
