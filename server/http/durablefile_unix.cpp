#include "durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace http::durable {

namespace {
Error systemError(const char *what)
{
    const int number = errno;
    const bool full = number == ENOSPC || number == EDQUOT;
    const bool there = number == EEXIST;
    return error(full ? ErrorCode::NoSpace : (there ? ErrorCode::Conflict : ErrorCode::Internal),
        full ? "upload.noSpace" : "upload.storage", {},
        QString::fromLatin1(what) + QStringLiteral(": ")
            + QString::fromLocal8Bit(std::strerror(number)));
}

int asDescriptor(Handle handle)
{
    return static_cast<int>(handle);
}
} // namespace

Result<Handle> create(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
        O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return systemError("open");
    return Handle(descriptor);
}

Status write(Handle handle, const char *data, qint64 size)
{
    while (size > 0) {
        const ssize_t written = ::write(asDescriptor(handle), data, static_cast<size_t>(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError("write");
        data += written;
        size -= written;
    }
    return success();
}

Status flush(Handle handle)
{
#ifdef Q_OS_DARWIN
    const int failed = ::fcntl(asDescriptor(handle), F_FULLFSYNC);
#else
    const int failed = ::fdatasync(asDescriptor(handle));
#endif
    return failed ? Status(systemError("fdatasync")) : success();
}

void close(Handle handle)
{
    if (handle != noHandle)
        ::close(asDescriptor(handle));
}

Status move(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return systemError("rename");
    const QByteArray folder = QFile::encodeName(QFileInfo(to).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError("open folder");
    Status status = success();
    if (::fsync(descriptor) != 0)
        status = systemError("fsync folder");
    ::close(descriptor);
    return status;
}

void allowOpenFiles(int wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= rlim_t(wanted))
        return;
    limit.rlim_cur = qMin<rlim_t>(limit.rlim_max, rlim_t(wanted));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace http::durable
