#include "sheet.h"

#include <QDate>

QString harmless(const QString &text)
{
    static const QString dangerous
        = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20") + QChar(u'\0');
    return !text.isEmpty() && dangerous.contains(text.front()) ? QLatin1Char('\'') + text : text;
}

namespace {

QString field(const QString &text, QChar separator)
{
    const bool plain = !text.contains(separator) && !text.contains(u'"') && !text.contains(u'\n')
        && !text.contains(u'\r');
    if (plain)
        return text;
    QString quoted = text;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QString written(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::QString)
        return harmless(cell.toString());
    if (cell.typeId() == QMetaType::QDate)
        return cell.toDate().toString(Qt::ISODate);
    return cell.toString(); // a number; empty if invalid
}

QString line(const QList<QVariant> &cells, QChar separator)
{
    QStringList fields;
    for (const QVariant &cell : cells)
        fields.append(field(written(cell), separator));
    return fields.join(separator) + QStringLiteral("\r\n");
}

} // namespace

QByteArray csv(const QList<Sheet> &sheets, QChar separator)
{
    QString text(QChar::ByteOrderMark);
    for (const Sheet &sheet : sheets) {
        if (sheets.size() > 1) {
            if (text.size() > 1)
                text += QStringLiteral("\r\n");
            text += line({ sheet.name }, separator);
        }
        text += line(QList<QVariant>(sheet.headings.begin(), sheet.headings.end()), separator);
        for (const QList<QVariant> &row : sheet.rows)
            text += line(row, separator);
    }
    return text.toUtf8();
}
