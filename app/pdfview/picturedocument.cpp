#include "document.h"

#include <QBuffer>
#include <QImageReader>
#include <array>

namespace {

constexpr qreal picturesPerInch = 96; // a picture of 96 pixels is shown one inch wide

// Mean of the pixels under each target pixel. Written out, because Qt's own scaling starts threads,
// which the sandbox refuses. Never enlarges.
QImage shrunk(const QImage &image, QSize size)
{
    size = size.boundedTo(image.size()).expandedTo({ 1, 1 });
    QImage target(size, QImage::Format_RGB32);
    if (target.isNull())
        return {};
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(target.scanLine(y));
        const int top = int(qint64(y) * image.height() / size.height());
        const int bottom = std::max(top + 1, int(qint64(y + 1) * image.height() / size.height()));
        for (int x = 0; x < size.width(); ++x) {
            const int left = int(qint64(x) * image.width() / size.width());
            const int right = std::max(left + 1, int(qint64(x + 1) * image.width() / size.width()));
            std::array<quint64, 3> sum{};
            for (int sy = top; sy < bottom; ++sy) {
                const auto *source = reinterpret_cast<const QRgb *>(image.constScanLine(sy));
                for (int sx = left; sx < right; ++sx) {
                    sum[0] += uint(qRed(source[sx]));
                    sum[1] += uint(qGreen(source[sx]));
                    sum[2] += uint(qBlue(source[sx]));
                }
            }
            const quint64 count = quint64(bottom - top) * quint64(right - left);
            line[x] = qRgb(int(sum[0] / count), int(sum[1] / count), int(sum[2] / count));
        }
    }
    return target;
}

// Any format on a white ground.
QImage opaque(const QImage &image)
{
    QImage target(image.size(), QImage::Format_RGB32);
    if (target.isNull())
        return {};
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(target.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            const int alpha = qAlpha(pixel);
            const auto over
                = [alpha](int value) { return (value * alpha + 255 * (255 - alpha)) / 255; };
            line[x] = qRgb(over(qRed(pixel)), over(qGreen(pixel)), over(qBlue(pixel)));
        }
    }
    return target;
}

class PictureDocument : public Document {
public:
    explicit PictureDocument(QImage image)
        : m_image(std::move(image))
    {
    }
    int pageCount() const override { return 1; }
    QSizeF pageSize(int) const override { return QSizeF(m_image.size()) * 72 / picturesPerInch; }
    QImage render(int, int dpi) override
    {
        return shrunk(m_image, (QSizeF(m_image.size()) * dpi / picturesPerInch).toSize());
    }
    QString text(int) override { return {}; }

private:
    QImage m_image;
};

} // namespace

OpenResult openPicture(const QByteArray &bytes, const QByteArray &format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true); // how the camera was held
    QImageReader::setAllocationLimit(int(PreviewProtocol::mostImagePixels * 8 / (1 << 20)));
    // A small file can unpack to gigabytes: the size is read before anything else.
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return PreviewProtocol::Failure::Unreadable;
    if (qint64(size.width()) * size.height() > PreviewProtocol::mostImagePixels)
        return PreviewProtocol::Failure::TooLarge;
    QImage image = reader.read();
    if (image.isNull())
        return PreviewProtocol::Failure::Unreadable;
    if (image.format() != QImage::Format_RGB32)
        image = opaque(image);
    if (image.isNull())
        return PreviewProtocol::Failure::TooLarge;
    return std::make_unique<PictureDocument>(std::move(image));
}

OpenResult openDocument(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n"))
        return openPicture(bytes, "png");
    if (bytes.startsWith("\xff\xd8\xff"))
        return openPicture(bytes, "jpeg");
    // Readers accept a PDF header within the first kilobyte.
    if (bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-"))
        return openPdf(bytes);
    return PreviewProtocol::Failure::Unreadable;
}
