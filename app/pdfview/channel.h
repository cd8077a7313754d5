#pragma once

#include "models/preview/previewprotocol.h"
#include <QByteArray>
#include <optional>

struct Frame {
    PreviewProtocol::Kind kind;
    QByteArray payload;
};

// Frames over standard input and output, blocking. C streams, because they work before and after
// the sandbox closes and on every system.
class Channel {
public:
    Channel();

    // Nothing at the end of the input or when a frame is longer than `most` bytes.
    std::optional<Frame> read(quint32 most);
    // False when the client has gone.
    bool write(PreviewProtocol::Kind kind, const QByteArray &head, const QByteArray &body = {});
    bool fail(PreviewProtocol::Failure failure);
};

void appendNumber(QByteArray &to, quint32 number);
quint32 numberAt(const QByteArray &from, int offset);
