#include "uploadpieces.h"

#include "server/http/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace portal {

namespace {

const qint64 chunkBytes = 64 * 1024;

qint64 offsetOf(const QString &name)
{
    return name.section(QLatin1Char('.'), 1).toLongLong();
}

} // namespace

UploadPieces::UploadPieces(const Store &store, const Upload &upload)
    : m_folder(store.uploadFolder())
    , m_upload(upload)
{
}

Status UploadPieces::keep(http::ReceivedFile &piece, qint64 offset)
{
    return piece.keepAt(QStringLiteral("%1/%2.%3").arg(m_folder, m_upload.id.text).arg(offset));
}

QStringList UploadPieces::names() const
{
    QStringList names
        = QDir(m_folder).entryList({ m_upload.id.text + QStringLiteral(".*") }, QDir::Files);
    std::sort(names.begin(), names.end(),
        [](const QString &a, const QString &b) { return offsetOf(a) < offsetOf(b); });
    return names;
}

Status UploadPieces::join(const QString &path) const
{
    const Error wrong = error(ErrorCode::InvalidInput, "upload.hash");
    const QString whole = m_folder + QLatin1Char('/') + m_upload.id.text + QStringLiteral("-whole");
    QFile::remove(whole); // of an attempt that a crash ended
    const Result<http::durable::Handle> out = http::durable::create(whole);
    if (!out)
        return out.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 end = 0;
    Status status = success();
    for (const QString &name : names()) {
        if (offsetOf(name) != end)
            break;
        QFile piece(m_folder + QLatin1Char('/') + name);
        if (!piece.open(QIODevice::ReadOnly))
            break;
        while (status && !piece.atEnd()) {
            const QByteArray chunk = piece.read(chunkBytes);
            if (chunk.isEmpty())
                break;
            hash.addData(chunk);
            status = http::durable::write(*out, chunk.constData(), chunk.size());
            end += chunk.size();
        }
    }
    if (status)
        status = http::durable::flush(*out);
    http::durable::close(*out);
    const bool right = end == m_upload.size && hash.result().toHex() == m_upload.sha256.toLatin1();
    if (status && !right)
        status = wrong;
    if (status)
        status = http::durable::move(whole, path);
    if (!status)
        QFile::remove(whole);
    return status;
}

void UploadPieces::remove() const
{
    for (const QString &name : names())
        QFile::remove(m_folder + QLatin1Char('/') + name);
}

} // namespace portal
