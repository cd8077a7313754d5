#include "noticerenderer.h"

#include "finishing.h"
#include "noticelayout.h"

#include <QJsonDocument>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

namespace {
const auto dataFile = QStringLiteral("bescheid.json");
}

Result<QByteArray> renderNotice(
    const NoticeContent &content, const Timestamp &createdAt, const RenderOptions &options)
{
    const auto fonts = FontSet::load(options.fontFolder);
    if (!fonts)
        return fonts.error();
    return renderNotice(content, createdAt, *fonts, options);
}

Result<QByteArray> renderNotice(const NoticeContent &content, const Timestamp &createdAt,
    const FontSet &fonts, const RenderOptions &options)
{
    DocumentInfo info;
    info.title = content.title();
    info.author = content.authority.name;
    info.createdAt = createdAt;
    info.reserveSeal = options.reserveSeal;
    info.data = { dataFile, QStringLiteral("Maschinenlesbarer Inhalt des Bescheids"),
        "application/json", QJsonDocument(toJson(content)).toJson(QJsonDocument::Indented) };
    return renderDocument(fonts, info, [&](Canvas &canvas, int pages) {
        return NoticeLayout(canvas, content, pages, options.draft).draw();
    });
}

Result<NoticeContent> contentOfNotice(const QByteArray &pdf)
{
    try { // libqpdf's only way to report
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("notice", pdf.constData(), size_t(pdf.size()));
        QPDFEmbeddedFileDocumentHelper files(file);
        const auto spec = files.getEmbeddedFile(dataFile.toStdString());
        if (!spec)
            return error(ErrorCode::Corrupt, "notice.pdf");
        const auto bytes = spec->getEmbeddedFileStream().getStreamData();
        const auto json = QJsonDocument::fromJson(
            { reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize()) });
        return noticeContentFromJson(json.object());
    } catch (const std::exception &failure) {
        return error(ErrorCode::Corrupt, "notice.pdf", {}, QString::fromUtf8(failure.what()));
    }
}
