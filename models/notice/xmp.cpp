#include "xmp.h"

#include <QXmlStreamWriter>

namespace {

const auto rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const auto dc = QStringLiteral("http://purl.org/dc/elements/1.1/");
const auto xmpBasic = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const auto pdf = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
const auto pdfaId = QStringLiteral("http://www.aiim.org/pdfa/ns/id/");
const auto pdfuaId = QStringLiteral("http://www.aiim.org/pdfua/ns/id/");
const auto extension = QStringLiteral("http://www.aiim.org/pdfa/ns/extension/");
const auto schema = QStringLiteral("http://www.aiim.org/pdfa/ns/schema#");
const auto property = QStringLiteral("http://www.aiim.org/pdfa/ns/property#");

// One property as a container of RDF with a single entry.
void container(QXmlStreamWriter &xml, const QString &name, const QString &kind, const QString &text)
{
    xml.writeStartElement(dc, name);
    xml.writeStartElement(rdf, kind);
    xml.writeStartElement(rdf, QStringLiteral("li"));
    if (kind == QLatin1String("Alt"))
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(text);
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
}

void startResource(QXmlStreamWriter &xml)
{
    xml.writeStartElement(rdf, QStringLiteral("li"));
    xml.writeAttribute(rdf, QStringLiteral("parseType"), QStringLiteral("Resource"));
}

void extensionSchema(QXmlStreamWriter &xml)
{
    xml.writeStartElement(extension, QStringLiteral("schemas"));
    xml.writeStartElement(rdf, QStringLiteral("Bag"));
    startResource(xml);
    xml.writeTextElement(
        schema, QStringLiteral("schema"), QStringLiteral("PDF/UA identification schema"));
    xml.writeTextElement(schema, QStringLiteral("namespaceURI"), pdfuaId);
    xml.writeTextElement(schema, QStringLiteral("prefix"), QStringLiteral("pdfuaid"));
    xml.writeStartElement(schema, QStringLiteral("property"));
    xml.writeStartElement(rdf, QStringLiteral("Seq"));
    startResource(xml);
    xml.writeTextElement(property, QStringLiteral("name"), QStringLiteral("part"));
    xml.writeTextElement(property, QStringLiteral("valueType"), QStringLiteral("Integer"));
    xml.writeTextElement(property, QStringLiteral("category"), QStringLiteral("internal"));
    xml.writeTextElement(property, QStringLiteral("description"),
        QStringLiteral("Part of ISO 14289 that the file conforms to"));
    for (int i = 0; i < 6; ++i)
        xml.writeEndElement();
}

} // namespace

QByteArray xmpPacket(const XmpFields &fields)
{
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    const QPair<QString, QString> prefixes[] = { { QStringLiteral("dc"), dc },
        { QStringLiteral("xmp"), xmpBasic }, { QStringLiteral("pdf"), pdf },
        { QStringLiteral("pdfaid"), pdfaId }, { QStringLiteral("pdfuaid"), pdfuaId },
        { QStringLiteral("pdfaExtension"), extension }, { QStringLiteral("pdfaSchema"), schema },
        { QStringLiteral("pdfaProperty"), property } };
    for (const auto &[prefix, uri] : prefixes)
        xml.writeNamespace(uri, prefix);
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    const QString created = QString::fromLatin1(fields.created);
    const QString producer = QString::fromLatin1(fields.producer);
    xml.writeTextElement(dc, QStringLiteral("format"), QStringLiteral("application/pdf"));
    container(xml, QStringLiteral("title"), QStringLiteral("Alt"), fields.title);
    container(xml, QStringLiteral("creator"), QStringLiteral("Seq"), fields.author);
    container(xml, QStringLiteral("language"), QStringLiteral("Bag"), fields.language);
    for (const char *date : { "CreateDate", "ModifyDate", "MetadataDate" })
        xml.writeTextElement(xmpBasic, QString::fromLatin1(date), created);
    xml.writeTextElement(xmpBasic, QStringLiteral("CreatorTool"), producer);
    xml.writeTextElement(pdf, QStringLiteral("Producer"), producer);
    xml.writeTextElement(pdfaId, QStringLiteral("part"), QStringLiteral("3"));
    xml.writeTextElement(pdfaId, QStringLiteral("conformance"), QStringLiteral("A"));
    xml.writeTextElement(pdfuaId, QStringLiteral("part"), QStringLiteral("1"));
    extensionSchema(xml);
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + body
        + "\n<?xpacket end=\"w\"?>";
}
