#include "noticerenderer.h"

#include "finishing.h"
#include "noticelayout.h"

#include <QJsonDocument>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <stdexcept>

namespace {
const auto dataFile = QStringLiteral("bescheid.json");
constexpr size_t largestData = 1024 * 1024;

// What a stream unpacks to, as long as it is no more than any notice has: a small file could unpack
// to gigabytes.
class LimitedBytes : public Pipeline {
public:
    LimitedBytes()
        : Pipeline("notice", nullptr)
    {
    }
    void write(unsigned char const *data, size_t size) override
    {
        if (size_t(bytes.size()) + size > largestData)
            throw std::length_error("content too large");
        bytes.append(reinterpret_cast<const char *>(data), qsizetype(size));
    }
    void finish() override { }

    QByteArray bytes;
};
} // namespace

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
        LimitedBytes content;
        bool filtered = false;
        if (!spec->getEmbeddedFileStream().pipeStreamData(
                &content, &filtered, 0, qpdf_dl_generalized))
            return error(ErrorCode::Corrupt, "notice.pdf");
        const auto json = QJsonDocument::fromJson(content.bytes);
        return noticeContentFromJson(json.object());
    } catch (const std::exception &failure) {
        return error(ErrorCode::Corrupt, "notice.pdf", {}, QString::fromUtf8(failure.what()));
    }
}
