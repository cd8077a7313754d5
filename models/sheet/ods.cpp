#include "sheet.h"

#include <QDate>
#include <QXmlStreamWriter>
#include <zip.h>

namespace {

const auto office = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
const auto table = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
const auto words = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
const auto style = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:style:1.0");
const auto number = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
const auto manifest = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
const auto mediaType = QStringLiteral("application/vnd.oasis.opendocument.spreadsheet");

// XML 1.0 has no place for most control characters and none for half a character.
QString speakable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar one = text[i];
        const bool pair
            = one.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            clean += one;
            clean += text[++i];
        } else if (one.isSurrogate() || one.unicode() >= 0xfffe
            || (one.unicode() < 0x20 && one != u'\t' && one != u'\n' && one != u'\r')) {
            clean += QChar::ReplacementCharacter;
        } else {
            clean += one;
        }
    }
    return clean;
}

// A line break is a paragraph; several blanks and tabulators have elements of their own, because
// white space is collapsed as in HTML.
void writeText(QXmlStreamWriter &xml, const QString &text)
{
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (const QString &line : lines.split(u'\n')) {
        xml.writeStartElement(words, QStringLiteral("p"));
        QString plain;
        for (const QChar one : line) {
            const bool blank = one == u' ' && (plain.isEmpty() || plain.endsWith(u' '));
            if (!blank && one != u'\t') {
                plain += one;
                continue;
            }
            xml.writeCharacters(plain);
            plain.clear();
            xml.writeEmptyElement(words, blank ? QStringLiteral("s") : QStringLiteral("tab"));
        }
        xml.writeCharacters(plain);
        xml.writeEndElement();
    }
}

void writeCell(QXmlStreamWriter &xml, const QVariant &cell, const QString &styleName = {})
{
    xml.writeStartElement(table, QStringLiteral("table-cell"));
    if (!styleName.isEmpty())
        xml.writeAttribute(table, QStringLiteral("style-name"), styleName);
    const QString type = QStringLiteral("value-type");
    if (cell.typeId() == QMetaType::QString) {
        xml.writeAttribute(office, type, QStringLiteral("string"));
        writeText(xml, speakable(harmless(cell.toString())));
    } else if (cell.typeId() == QMetaType::QDate) {
        const QString day = cell.toDate().toString(Qt::ISODate);
        xml.writeAttribute(table, QStringLiteral("style-name"), QStringLiteral("day"));
        xml.writeAttribute(office, type, QStringLiteral("date"));
        xml.writeAttribute(office, QStringLiteral("date-value"), day);
        writeText(xml, day);
    } else if (cell.isValid()) {
        xml.writeAttribute(office, type, QStringLiteral("float"));
        xml.writeAttribute(office, QStringLiteral("value"), cell.toString());
        writeText(xml, cell.toString());
    }
    xml.writeEndElement();
}

void writeRow(QXmlStreamWriter &xml, const QList<QVariant> &cells, const QString &styleName = {})
{
    xml.writeStartElement(table, QStringLiteral("table-row"));
    for (const QVariant &cell : cells)
        writeCell(xml, cell, styleName);
    xml.writeEndElement();
}

// The head of a table is bold; days are written as ISO 8601 writes them.
void writeStyles(QXmlStreamWriter &xml)
{
    xml.writeStartElement(office, QStringLiteral("automatic-styles"));
    xml.writeStartElement(number, QStringLiteral("date-style"));
    xml.writeAttribute(style, QStringLiteral("name"), QStringLiteral("iso"));
    for (const auto &part :
        { QStringLiteral("year"), QStringLiteral("month"), QStringLiteral("day") }) {
        if (part != QLatin1String("year"))
            xml.writeTextElement(number, QStringLiteral("text"), QStringLiteral("-"));
        xml.writeEmptyElement(number, part);
        xml.writeAttribute(number, QStringLiteral("style"), QStringLiteral("long"));
    }
    xml.writeEndElement();
    const auto cellStyle = [&xml](const QString &name) {
        xml.writeStartElement(style, QStringLiteral("style"));
        xml.writeAttribute(style, QStringLiteral("name"), name);
        xml.writeAttribute(style, QStringLiteral("family"), QStringLiteral("table-cell"));
    };
    cellStyle(QStringLiteral("day"));
    xml.writeAttribute(style, QStringLiteral("data-style-name"), QStringLiteral("iso"));
    xml.writeEndElement();
    cellStyle(QStringLiteral("head"));
    xml.writeEmptyElement(style, QStringLiteral("text-properties"));
    xml.writeAttribute(
        QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        QStringLiteral("font-weight"), QStringLiteral("bold"));
    xml.writeEndElement();
    xml.writeEndElement();
}

// Names of sheets are limited by what reads them: 31 characters, none of []*?:/\ and no two equal.
QString sheetName(const QString &wanted, QStringList &taken)
{
    QString name;
    for (const QChar one : speakable(wanted))
        name += QStringLiteral("[]*?:/\\'\n\r\t").contains(one) ? QChar(u' ') : one;
    name = name.simplified().left(28);
    if (name.isEmpty())
        name = QStringLiteral("Kontor");
    QString unique = name;
    for (int i = 2; taken.contains(unique, Qt::CaseInsensitive); ++i)
        unique = name + QLatin1Char(' ') + QString::number(i);
    taken.append(unique);
    return unique;
}

void begin(QXmlStreamWriter &xml, const QString &root)
{
    xml.writeStartDocument();
    xml.writeNamespace(office, QStringLiteral("office"));
    xml.writeNamespace(table, QStringLiteral("table"));
    xml.writeNamespace(words, QStringLiteral("text"));
    xml.writeNamespace(style, QStringLiteral("style"));
    xml.writeNamespace(number, QStringLiteral("number"));
    xml.writeNamespace(
        QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        QStringLiteral("fo"));
    xml.writeStartElement(office, root);
    xml.writeAttribute(office, QStringLiteral("version"), QStringLiteral("1.3"));
}

QByteArray content(const QList<Sheet> &sheets)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    begin(xml, QStringLiteral("document-content"));
    writeStyles(xml);
    xml.writeStartElement(office, QStringLiteral("body"));
    xml.writeStartElement(office, QStringLiteral("spreadsheet"));
    QStringList taken;
    for (const Sheet &sheet : sheets) {
        xml.writeStartElement(table, QStringLiteral("table"));
        xml.writeAttribute(table, QStringLiteral("name"), sheetName(sheet.name, taken));
        xml.writeStartElement(table, QStringLiteral("table-column"));
        xml.writeAttribute(table, QStringLiteral("number-columns-repeated"),
            QString::number(qMax<qsizetype>(1, sheet.headings.size())));
        xml.writeEndElement();
        writeRow(xml, QList<QVariant>(sheet.headings.begin(), sheet.headings.end()),
            QStringLiteral("head"));
        for (const QList<QVariant> &row : sheet.rows)
            writeRow(xml, row);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

QByteArray fileList()
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(manifest, QStringLiteral("manifest"));
    xml.writeStartElement(manifest, QStringLiteral("manifest"));
    xml.writeAttribute(manifest, QStringLiteral("version"), QStringLiteral("1.3"));
    for (const auto &[path, type] : { std::pair(QStringLiteral("/"), mediaType),
             std::pair(QStringLiteral("content.xml"), QStringLiteral("text/xml")) }) {
        xml.writeEmptyElement(manifest, QStringLiteral("file-entry"));
        xml.writeAttribute(manifest, QStringLiteral("full-path"), path);
        xml.writeAttribute(manifest, QStringLiteral("media-type"), type);
    }
    xml.writeEndDocument();
    return bytes;
}

// The bytes must live until the archive is closed.
bool put(zip_t *archive, const char *name, const QByteArray &bytes, bool packed)
{
    zip_source_t *source
        = zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    constexpr zip_uint16_t date = (2000 - 1980) << 9 | 1 << 5 | 1; // the same bytes every time
    return zip_set_file_compression(
               archive, zip_uint64_t(index), packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
        == 0
        && zip_file_set_dostime(archive, zip_uint64_t(index), 0, date, 0) == 0;
}

QByteArray bytesOf(zip_source_t *source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    return read == zip_int64_t(stat.size) ? bytes : QByteArray();
}

} // namespace

Result<QByteArray> ods(const QList<Sheet> &sheets)
{
    const QByteArray type = mediaType.toUtf8();
    const QByteArray xml = content(sheets);
    const QByteArray list = fileList();
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t *archive = target ? zip_open_from_source(target, ZIP_TRUNCATE, nullptr) : nullptr;
    if (!archive) {
        zip_source_free(target);
        return error(ErrorCode::Internal, "sheet.zip");
    }
    zip_source_keep(target); // beyond the archive
    // The media type comes first and unpacked, so that it can be read without unpacking.
    const bool filled = put(archive, "mimetype", type, false)
        && put(archive, "content.xml", xml, true)
        && put(archive, "META-INF/manifest.xml", list, true);
    QByteArray bytes;
    if (filled && zip_close(archive) == 0)
        bytes = bytesOf(target);
    else
        zip_discard(archive);
    zip_source_free(target);
    if (bytes.isEmpty())
        return error(ErrorCode::Internal, "sheet.zip");
    return bytes;
}
