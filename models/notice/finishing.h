#pragma once

#include "canvas.h"
#include "models/domain/time.h"

struct AssociatedFile {
    QString name; // "bescheid.json"
    QString description;
    QByteArray mimeType;
    QByteArray bytes;
};

struct DocumentInfo {
    QString title;
    QString author; // the authority
    QString language = QStringLiteral("de-DE");
    Timestamp createdAt;
    AssociatedFile data;
    bool reserveSeal = false; // room for seal() of seal.h
};

// Makes Cairo's tagged pages a PDF/A-3a and PDF/UA-1 file: metadata, output intent, associated
// file, structure, artifacts, optionally an empty signature field. Same input, same bytes.
Result<QByteArray> finishPdf(
    const QByteArray &pages, const DocumentInfo &info, const QVector<DrawnFigure> &figures);

// Draws a document and finishes it; a second time if "page x of y" turned out differently.
// `draw` returns an error if the content cannot be laid out.
Result<QByteArray> renderDocument(const FontSet &fonts, const DocumentInfo &info,
    const std::function<Status(Canvas &canvas, int pages)> &draw);
