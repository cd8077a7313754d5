#pragma once

#include "durablefile.h"
#include "http.h"

struct evp_md_ctx_st;

namespace http {

// A file while it arrives and until a handler takes it: <random>.part in the upload folder, hashed
// on the way, so that no body is ever read twice or held in memory. Used by one thread at a time.
class UploadFile : public ReceivedFile {
public:
    static Result<std::shared_ptr<UploadFile>> create(const QString &folder);
    ~UploadFile() override; // removes the file unless it was kept
    UploadFile(const UploadFile &) = delete;
    UploadFile &operator=(const UploadFile &) = delete;

    Status append(const char *data, qint64 bytes);
    void finish(); // after the last append(): sets sha256
    Status keepAt(const QString &path) override;
    QByteArray head(qint64 bytes) const override;

private:
    UploadFile() = default;

    QString m_path;
    durable::Handle m_handle = durable::noHandle;
    evp_md_ctx_st *m_hash = nullptr;
    bool m_kept = false;
};

// What a crash left behind. Only for a folder that no other process uses.
void sweepPartFiles(const QString &folder, bool shared);

// The name as the sender wrote it, cut to 255 bytes of UTF-8 between two characters.
QString boundedName(const QByteArray &name);

} // namespace http
