#pragma once

#include "models/domain/result.h"
#include "server/store/filecommand.h"

namespace citizen {

// Makes a JPEG of the HEIC photo of a telephone, where a decoder is installed: a command that gets
// the path of the photo and the path of the picture to write, as heif-convert of libheif does. A
// program of its own, because what it reads comes from anybody.
// Thread-safe; toJpeg() waits, at most half a minute.
class HeicDecoder {
public:
    HeicDecoder() = default; // none: HEIC photos are refused with advice
    explicit HeicDecoder(const QString &command); // with arguments; "in quotes" what has spaces
    // The command that is used if nothing is said: "heif-convert" if it is installed, or nothing.
    static QString installed();

    bool isThere() const { return m_command.isThere(); }
    // Replaces the photo at `path` by the JPEG of it. Errors: InvalidInput "upload.heic": it cannot
    // be read; NoSpace "upload.storage". On an error the photo stays.
    Status toJpeg(const QString &path) const;

private:
    Result<QByteArray> convert(const QString &path) const;

    portal::FileCommand m_command;
};

} // namespace citizen
