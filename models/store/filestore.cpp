#include "filestore.h"

#include "diskflush.h"

#include "models/faults/faults.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <algorithm>

namespace {

Error fileError(const QFile &file)
{
    const bool full = file.error() == QFile::ResourceError || file.error() == QFile::WriteError;
    return full ? error(ErrorCode::NoSpace, "store.full", {}, file.errorString())
                : error(ErrorCode::Internal, "file.failed", {}, file.errorString());
}

Status writeWhole(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush())
        return fileError(file);
    return success();
}

bool isHash(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar letter) {
        return (letter >= u'0' && letter <= u'9') || (letter >= u'a' && letter <= u'f');
    });
}

} // namespace

FileStore::FileStore(const QString &folder)
    : m_folder(folder)
{
}

QString FileStore::pathOf(const QString &sha256) const
{
    return m_folder + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256;
}

QString FileStore::partOf(const QString &sha256) const
{
    return pathOf(sha256) + QStringLiteral(".part");
}

bool FileStore::contains(const QString &sha256) const
{
    return isHash(sha256) && QFile::exists(pathOf(sha256));
}

Status FileStore::makeFolder(const QString &sha256) const
{
    if (!isHash(sha256)) // a hash of the portal becomes a path: nothing else may
        return error(ErrorCode::InvalidInput, "file.hash");
    const QString folder = m_folder + QLatin1Char('/') + sha256.left(2);
    if (!QDir().mkpath(folder))
        return error(ErrorCode::NoSpace, "store.full");
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return success();
}

Result<QString> FileStore::prepare(const QString &sha256)
{
    if (const Status made = makeFolder(sha256); !made)
        return made.error();
    return partOf(sha256);
}

Status FileStore::save(const QString &sha256, const QByteArray &bytes)
{
    const QByteArray found = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (QString::fromLatin1(found) != sha256)
        return error(ErrorCode::Corrupt, "file.hash");
    if (contains(sha256) && QFile(pathOf(sha256)).size() == bytes.size())
        return success();
    if (const Status made = makeFolder(sha256); !made)
        return made.error();
    if (const Status written = writeWhole(partOf(sha256), bytes); !written) {
        QFile::remove(partOf(sha256));
        return written.error();
    }
    faults::step("file.written");
    QFile::remove(pathOf(sha256));
    if (!QFile::rename(partOf(sha256), pathOf(sha256)))
        return error(ErrorCode::Internal, "file.failed");
    faults::step("file.named");
    return success();
}

Status FileStore::finish(const QString &sha256)
{
    if (!isHash(sha256))
        return error(ErrorCode::InvalidInput, "file.hash");
    QFile part(partOf(sha256));
    if (!part.open(QIODevice::ReadWrite))
        return fileError(part);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&part) || QString::fromLatin1(hash.result().toHex()) != sha256) {
        part.remove();
        return error(ErrorCode::Corrupt, "file.hash");
    }
    part.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (const Status flushed = flushToDisk(part); !flushed)
        return flushed.error();
    part.close();
    faults::step("file.flushed");
    QFile::remove(pathOf(sha256));
    if (!QFile::rename(partOf(sha256), pathOf(sha256)))
        return error(ErrorCode::Internal, "file.failed");
    faults::step("file.finished");
    return success();
}

Result<FileStore::Copy> FileStore::copyFrom(const QString &path)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return error(ErrorCode::NotFound, "file.unreadable");
    const QString name = m_folder + QLatin1Char('/')
        + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".part");
    QFile copy(name);
    if (!copy.open(QIODevice::WriteOnly))
        return fileError(copy);
    copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!source.atEnd()) {
        const QByteArray block = source.read(1 << 20);
        hash.addData(block);
        if (block.isEmpty() || copy.write(block) != block.size()) {
            const Error failure = block.isEmpty()
                ? error(ErrorCode::NotFound, "file.unreadable", {}, source.errorString())
                : fileError(copy);
            copy.remove();
            return failure;
        }
    }
    Copy result{ QString::fromLatin1(hash.result().toHex()), copy.size() };
    if (const Status flushed = flushToDisk(copy); !flushed) {
        copy.remove();
        return flushed.error();
    }
    result.size = copy.size();
    copy.close();
    if (const Status made = makeFolder(result.sha256); !made)
        return made.error();
    faults::step("stage.copied");
    if (contains(result.sha256))
        QFile::remove(name);
    else if (!QFile::rename(name, pathOf(result.sha256)))
        return error(ErrorCode::Internal, "file.failed");
    faults::step("stage.named");
    return result;
}

void FileStore::remove(const QString &sha256)
{
    if (!isHash(sha256))
        return;
    QFile::remove(pathOf(sha256));
    QFile::remove(partOf(sha256));
}

QStringList FileStore::list() const
{
    QStringList found;
    for (const QString &folder : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &name :
            QDir(m_folder + QLatin1Char('/') + folder).entryList(QDir::Files))
            found.append(name.left(64));
    }
    return found;
}

qint64 FileStore::evict(qint64 bytes)
{
    QFileInfoList files;
    for (const QString &sha256 : list()) {
        const QFileInfo file(pathOf(sha256));
        if (file.exists())
            files.append(file);
    }
    const auto lastUse
        = [](const QFileInfo &file) { return std::max(file.lastRead(), file.lastModified()); };
    std::sort(files.begin(), files.end(),
        [&](const QFileInfo &a, const QFileInfo &b) { return lastUse(a) < lastUse(b); });
    qint64 freed = 0;
    for (const QFileInfo &file : std::as_const(files)) {
        if (freed >= bytes)
            break;
        if (QFile::remove(file.filePath()))
            freed += file.size();
    }
    return freed;
}
