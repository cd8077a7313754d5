#pragma once

#include "server/http/http.h"
#include "server/store/store.h"
#include "server/store/uploads.h"

namespace portal {

// The bytes of unfinished uploads: one file per piece, uploads/<id>.<offset>, each on the medium
// before it counts. Nothing is ever appended to, so a crash leaves no half piece.
class UploadPieces {
public:
    UploadPieces(const Store &store, const Upload &upload);
    Status keep(http::ReceivedFile &piece, qint64 offset);
    // Puts the pieces together at `path`. Errors: InvalidInput "upload.hash" if the content is not
    // what was announced or a piece is gone.
    Status join(const QString &path) const;
    void remove() const;

private:
    QStringList names() const; // by offset

    QString m_folder;
    Upload m_upload;
};

} // namespace portal
