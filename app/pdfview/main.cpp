// Renders one untrusted document for the client and dies with it; see previewprotocol.h.
//   kontor-pdfview              frames on standard input and output, the document on descriptor 3
//   kontor-pdfview --self-test  proves the sandbox: exit code 0 when everything was refused
#include "channel.h"
#include "document.h"
#include "sandbox.h"

#include <cmath>
#include <cstdlib>
#include <cstring>

using PreviewProtocol::Failure;
using PreviewProtocol::Kind;

namespace {

bool sendOpened(Channel &channel, const Document &document)
{
    QByteArray payload;
    appendNumber(payload, quint32(document.pageCount()));
    for (int page = 0; page < document.pageCount(); ++page) {
        const QSizeF size = document.pageSize(page);
        appendNumber(payload, quint32(std::clamp(size.width() * 100, 0.0, 4e9)));
        appendNumber(payload, quint32(std::clamp(size.height() * 100, 0.0, 4e9)));
    }
    return channel.write(Kind::Opened, payload);
}

bool sendPixels(Channel &channel, Document &document, quint32 page, quint32 dpi)
{
    if (page >= quint32(document.pageCount()))
        return channel.fail(Failure::NoSuchPage);
    dpi = std::clamp(dpi, PreviewProtocol::leastDpi, PreviewProtocol::mostDpi);
    const QSizeF size = document.pageSize(int(page)) * dpi / 72.0;
    if (!(size.width() * size.height() <= double(PreviewProtocol::mostPixels)))
        return channel.fail(Failure::TooLarge);
    const QImage image = document.render(int(page), int(dpi));
    if (image.isNull())
        return channel.fail(Failure::TooLarge);
    QByteArray head;
    appendNumber(head, page);
    appendNumber(head, quint32(image.width()));
    appendNumber(head, quint32(image.height()));
    QByteArray pixels(qsizetype(image.width()) * image.height() * 4, Qt::Uninitialized);
    auto *to = reinterpret_cast<QRgb *>(pixels.data());
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            *to++ = line[x] | 0xff000000U;
    }
    return channel.write(Kind::Pixels, head, pixels);
}

bool sendText(Channel &channel, Document &document, quint32 page)
{
    if (page >= quint32(document.pageCount()))
        return channel.fail(Failure::NoSuchPage);
    QByteArray head;
    appendNumber(head, page);
    return channel.write(Kind::PageText, head,
        document.text(int(page)).left(PreviewProtocol::mostText / 4).toUtf8());
}

// Answers until the client closes its end.
void serve(Channel &channel, Document &document)
{
    while (const std::optional<Frame> frame = channel.read(64)) {
        bool sent = false;
        if (frame->kind == Kind::Render && frame->payload.size() == 8) {
            sent = sendPixels(
                channel, document, numberAt(frame->payload, 0), numberAt(frame->payload, 4));
        } else if (frame->kind == Kind::Text && frame->payload.size() == 4) {
            sent = sendText(channel, document, numberAt(frame->payload, 0));
        }
        if (!sent)
            return;
    }
}

int run()
{
    Channel channel;
    if (!Sandbox::setLimits()) {
        channel.fail(Failure::NoSandbox);
        return 4;
    }
    Sandbox::warmUp();
    if (!Sandbox::close()) {
        channel.fail(Failure::NoSandbox);
        return 4;
    }
    std::optional<QByteArray> bytes = Sandbox::receivedDocument();
    if (!bytes) {
        if (std::optional<Frame> frame = channel.read(512U << 20);
            frame && frame->kind == Kind::Document)
            bytes = std::move(frame->payload);
    }
    if (!bytes) {
        channel.fail(Failure::Unreadable);
        return 2;
    }
    OpenResult opened = openDocument(*bytes);
    if (const Failure *failure = std::get_if<Failure>(&opened)) {
        channel.fail(*failure);
        return 2;
    }
    Document &document = *std::get<std::unique_ptr<Document>>(opened);
    if (sendOpened(channel, document))
        serve(channel, document);
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count == 2 && std::strcmp(arguments[1], "--self-test") == 0) {
        Sandbox::setLimits();
        Sandbox::warmUp();
        return Sandbox::close() && Sandbox::selfTest() ? 0 : 1;
    }
    // No destructors at the end: a damaged document must not get another chance.
    std::_Exit(run());
}
