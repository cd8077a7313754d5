#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

// One table to be taken along: a heading row and rows of cells. A cell is a text (QString), a whole
// number, a QDate, or invalid for an empty one.
struct Sheet {
    QString name;
    QStringList headings;
    QList<QList<QVariant>> rows;

    bool operator==(const Sheet &) const = default;
};

// A text that no spreadsheet takes for a formula: one that begins with = + - @ (their full-width
// forms too), a tabulator, a line break or NUL gets an apostrophe before it (OWASP, ASVS 1.2.10).
QString harmless(const QString &text);

// RFC 4180 in UTF-8 with the mark that makes Excel read it so; the separator is the semicolon where
// the comma separates decimals, since Excel reads a file by the regional settings. Several sheets
// follow each other with an empty line between them, each under its name.
QByteArray csv(const QList<Sheet> &sheets, QChar separator = u',');

// OpenDocument 1.3 spreadsheet: a zip of XML. Numbers and dates stay numbers and dates, texts are
// never formulas. The same sheets give the same bytes. Internal "sheet.zip" if the library fails.
Result<QByteArray> ods(const QList<Sheet> &sheets);
