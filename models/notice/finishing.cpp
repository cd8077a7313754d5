#include "finishing.h"

#include "artifactfilter.h"
#include "sealfield.h"
#include "structure.h"
#include "xmp.h"

#include <QFile>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace {

using Handle = QPDFObjectHandle;
const QByteArray producer = "Kontor " KONTOR_VERSION;

QDateTime utc(const Timestamp &at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC);
}

std::string pdfDate(const Timestamp &at)
{
    return utc(at).toString(QStringLiteral("'D:'yyyyMMddHHmmss'+00''00'''")).toStdString();
}

Handle unicode(const QString &text)
{
    return Handle::newUnicodeString(text.toStdString());
}

void markPages(QPDF &pdf)
{
    for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.getObjectHandle().replaceKey("/Tabs", Handle::newName("/S"));
        Pl_Buffer buffer("page");
        ArtifactFilter filter;
        page.filterContents(&filter, &buffer);
        const auto bytes = buffer.getBufferSharedPointer();
        page.getObjectHandle().replaceKey("/Contents",
            Handle::newStream(
                &pdf, std::string(reinterpret_cast<char *>(bytes->getBuffer()), bytes->getSize())));
    }
}

// Cairo 1.16 leaves out what ISO 19005-3, 6.2.11.3 requires of embedded TrueType fonts.
void completeFonts(QPDF &pdf)
{
    for (Handle object : pdf.getAllObjects()) {
        if (object.isDictionaryOfType("/Font", "/CIDFontType2") && !object.hasKey("/CIDToGIDMap"))
            object.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
    }
}

Status addOutputIntent(QPDF &pdf)
{
    QFile profile(QStringLiteral(":/kontor/notices/srgb.icc"));
    if (!profile.open(QIODevice::ReadOnly))
        return error(ErrorCode::Internal, "notice.profile");
    Handle stream = Handle::newStream(&pdf, profile.readAll().toStdString());
    stream.getDict().replaceKey("/N", Handle::newInteger(3));
    Handle intent = Handle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 "
                                  "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
                                  "/Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(stream));
    Handle intents = Handle::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    pdf.getRoot().replaceKey("/OutputIntents", intents);
    return success();
}

// Document information and XMP must say the same.
void addMetadata(QPDF &pdf, const DocumentInfo &info)
{
    const QByteArray created
        = utc(info.createdAt).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'+00:00'")).toLatin1();
    const QByteArray packet
        = xmpPacket({ info.title, info.author, info.language, producer, created });
    Handle stream = Handle::newStream(&pdf, packet.toStdString());
    stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    Handle root = pdf.getRoot();
    root.replaceKey("/Metadata", pdf.makeIndirectObject(stream));
    root.replaceKey("/Lang", Handle::newString(info.language.toStdString()));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));

    Handle dictionary = pdf.makeIndirectObject(Handle::newDictionary());
    dictionary.replaceKey("/Title", unicode(info.title));
    dictionary.replaceKey("/Author", unicode(info.author));
    dictionary.replaceKey("/Creator", Handle::newString(producer.toStdString()));
    dictionary.replaceKey("/Producer", Handle::newString(producer.toStdString()));
    dictionary.replaceKey("/CreationDate", Handle::newString(pdfDate(info.createdAt)));
    dictionary.replaceKey("/ModDate", Handle::newString(pdfDate(info.createdAt)));
    pdf.getTrailer().replaceKey("/Info", dictionary);
}

void addAssociatedFile(QPDF &pdf, const DocumentInfo &info)
{
    const AssociatedFile &file = info.data;
    if (file.bytes.isEmpty())
        return;
    const std::string date = pdfDate(info.createdAt);
    const std::string name = file.name.toStdString();
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, file.bytes.toStdString());
    stream.setSubtype(file.mimeType.toStdString()).setCreationDate(date).setModDate(date);
    auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, name, stream);
    spec.setDescription(file.description.toStdString());
    spec.getObjectHandle().replaceKey("/Type", Handle::newName("/Filespec"));
    spec.getObjectHandle().replaceKey("/AFRelationship", Handle::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(name, spec);
    Handle list = Handle::newArray();
    list.appendItem(spec.getObjectHandle());
    pdf.getRoot().replaceKey("/AF", list);
}

QByteArray written(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setStreamDataMode(qpdf_s_compress);
    writer.setNewlineBeforeEndstream(true);
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return QByteArray(
        reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize()));
}

} // namespace

Result<QByteArray> finishPdf(
    const QByteArray &pages, const DocumentInfo &info, const QVector<DrawnFigure> &figures)
{
    try { // libqpdf's only way to report
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("notice", pages.constData(), size_t(pages.size()));
        const Status structure = completeStructure(pdf, figures);
        if (!structure)
            return structure.error();
        markPages(pdf);
        completeFonts(pdf);
        const Status intent = addOutputIntent(pdf);
        if (!intent)
            return intent.error();
        addMetadata(pdf, info);
        addAssociatedFile(pdf, info);
        if (info.reserveSeal)
            addSealField(pdf, QStringLiteral("Elektronisches Siegel: ") + info.author);
        return written(pdf);
    } catch (const std::exception &failure) {
        return error(ErrorCode::Internal, "notice.finish", {}, QString::fromUtf8(failure.what()));
    }
}

Result<QByteArray> renderDocument(const FontSet &fonts, const DocumentInfo &info,
    const std::function<Status(Canvas &canvas, int pages)> &draw)
{
    // Most letters have two pages: then the first drawing is already the right one.
    int pages = 2;
    auto canvas = std::make_unique<Canvas>(fonts, info.language);
    Status drawn = draw(*canvas, pages);
    if (drawn && canvas->page() != pages) {
        pages = canvas->page();
        canvas = std::make_unique<Canvas>(fonts, info.language);
        drawn = draw(*canvas, pages);
    }
    if (!drawn)
        return drawn.error();
    const auto bytes = canvas->finish();
    if (!bytes)
        return bytes.error();
    return finishPdf(*bytes, info, canvas->figures());
}
