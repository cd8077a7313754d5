#include "document.h"

#include <poppler-qt6.h>

namespace {

class PdfDocument : public Document {
public:
    explicit PdfDocument(std::unique_ptr<Poppler::Document> document)
        : m_document(std::move(document))
    {
    }
    int pageCount() const override { return m_document->numPages(); }
    QSizeF pageSize(int page) const override
    {
        const std::unique_ptr<Poppler::Page> found(m_document->page(page));
        return found ? found->pageSizeF() : QSizeF();
    }
    QImage render(int page, int dpi) override
    {
        const std::unique_ptr<Poppler::Page> found(m_document->page(page));
        if (!found)
            return {};
        const QImage image = found->renderToImage(dpi, dpi);
        // Poppler answers a picture of one pixel when memory runs out.
        const QSizeF wanted = found->pageSizeF() * dpi / 72.0;
        const bool whole = std::abs(image.width() - wanted.width()) <= 2
            && std::abs(image.height() - wanted.height()) <= 2;
        return whole ? image : QImage();
    }
    QString text(int page) override
    {
        const std::unique_ptr<Poppler::Page> found(m_document->page(page));
        return found ? found->text(QRectF()) : QString();
    }

private:
    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace

OpenResult openPdf(const QByteArray &bytes)
{
    std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return PreviewProtocol::Failure::Unreadable;
    if (document->isLocked())
        return PreviewProtocol::Failure::Locked;
    if (document->numPages() < 1)
        return PreviewProtocol::Failure::Unreadable;
    if (document->numPages() > int(PreviewProtocol::mostPages))
        return PreviewProtocol::Failure::TooLarge;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::make_unique<PdfDocument>(std::move(document));
}
