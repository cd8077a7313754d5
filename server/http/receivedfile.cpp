#include "receivedfile.h"

#include "models/faults/faults.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUuid>
#include <openssl/evp.h>

namespace http {

namespace {
constexpr qsizetype maxNameBytes = 255;
}

Result<std::shared_ptr<UploadFile>> UploadFile::create(const QString &folder)
{
    std::shared_ptr<UploadFile> file(new UploadFile);
    const QString path = folder + QLatin1Char('/')
        + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".part");
    const Result<durable::Handle> handle = durable::create(path);
    if (!handle)
        return handle.error();
    file->m_path = path;
    file->m_handle = *handle;
    file->m_hash = EVP_MD_CTX_new();
    if (!file->m_hash || EVP_DigestInit_ex(file->m_hash, EVP_sha256(), nullptr) != 1)
        return error(ErrorCode::Internal, "upload.storage", {}, QStringLiteral("sha256"));
    return file;
}

UploadFile::~UploadFile()
{
    EVP_MD_CTX_free(m_hash);
    durable::close(m_handle);
    if (!m_kept && !m_path.isEmpty())
        QFile::remove(m_path);
}

Status UploadFile::append(const char *data, qint64 bytes)
{
    if (EVP_DigestUpdate(m_hash, data, static_cast<size_t>(bytes)) != 1)
        return error(ErrorCode::Internal, "upload.storage", {}, QStringLiteral("sha256"));
    const Status written = durable::write(m_handle, data, bytes);
    if (written)
        size += bytes;
    return written;
}

void UploadFile::finish()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(m_hash, digest, &length) == 1)
        sha256 = QByteArray(reinterpret_cast<const char *>(digest), length);
}

Status UploadFile::keepAt(const QString &path)
{
    if (m_kept)
        return error(ErrorCode::Conflict, "upload.storage", {}, QStringLiteral("kept already"));
    const Status flushed = durable::flush(m_handle);
    if (!flushed)
        return flushed;
#ifdef Q_OS_WIN
    durable::close(m_handle); // an open file cannot be moved there
    m_handle = durable::noHandle;
#endif
    faults::step("portal.file.flushed");
    const Status moved = durable::move(m_path, path);
    if (!moved)
        return moved;
    faults::step("portal.file.named");
    m_path = path;
    m_kept = true;
    return success();
}

QByteArray UploadFile::head(qint64 bytes) const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.read(bytes) : QByteArray();
}

void sweepPartFiles(const QString &folder, bool shared)
{
    const QDir dir(folder);
    const QStringList left = dir.entryList(
        { QStringLiteral("*.part") }, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    // An upload that stands still is ended after seconds.
    const QDateTime dead = QDateTime::currentDateTimeUtc().addSecs(-600);
    for (const QString &name : left) {
        if (!shared || QFileInfo(dir, name).lastModified() < dead)
            QFile::remove(dir.filePath(name));
    }
}

QString boundedName(const QByteArray &name)
{
    const QByteArray clean = QString::fromUtf8(name).toUtf8();
    if (clean.size() <= maxNameBytes)
        return QString::fromUtf8(clean);
    qsizetype end = maxNameBytes;
    while (end > 0 && (static_cast<unsigned char>(clean.at(end)) & 0xc0) == 0x80)
        --end;
    return QString::fromUtf8(clean.first(end));
}

} // namespace http
