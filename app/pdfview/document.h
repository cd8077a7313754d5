#pragma once

#include "models/preview/previewprotocol.h"
#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>
#include <memory>
#include <variant>

// An untrusted document, opened inside of the sandbox.
class Document {
public:
    virtual ~Document() = default;
    virtual int pageCount() const = 0;
    // In points, 1/72 inch.
    virtual QSizeF pageSize(int page) const = 0;
    // An empty picture when there is not enough memory. dpi within the protocol's limits; the
    // caller has checked that the page does not exceed mostPixels.
    virtual QImage render(int page, int dpi) = 0;
    virtual QString text(int page) = 0;
};

using OpenResult = std::variant<std::unique_ptr<Document>, PreviewProtocol::Failure>;

// `bytes` must outlive the document.
OpenResult openPdf(const QByteArray &bytes);
// PNG or JPEG, one page.
OpenResult openPicture(const QByteArray &bytes, const QByteArray &format);
// By the first bytes, never by name or declared type.
OpenResult openDocument(const QByteArray &bytes);
