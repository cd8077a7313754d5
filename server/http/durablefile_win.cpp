#include "durablefile.h"

#include <QDir>
#include <windows.h>

namespace http::durable {

namespace {
Error systemError(const char *what)
{
    const DWORD number = ::GetLastError();
    const bool full = number == ERROR_DISK_FULL || number == ERROR_HANDLE_DISK_FULL;
    const bool there = number == ERROR_FILE_EXISTS;
    return error(full ? ErrorCode::NoSpace : (there ? ErrorCode::Conflict : ErrorCode::Internal),
        full ? "upload.noSpace" : "upload.storage", {},
        QString::fromLatin1(what) + QStringLiteral(": ") + QString::number(number));
}

std::wstring native(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

HANDLE asHandle(Handle handle)
{
    return reinterpret_cast<HANDLE>(handle);
}
} // namespace

// The access list comes from the folder: the installer gives it to the service's account alone.
Result<Handle> create(const QString &path)
{
    const HANDLE handle = ::CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr, CREATE_NEW,
        FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return systemError("CreateFile");
    return reinterpret_cast<Handle>(handle);
}

Status write(Handle handle, const char *data, qint64 size)
{
    while (size > 0) {
        DWORD written = 0;
        const DWORD piece = static_cast<DWORD>(qMin<qint64>(size, 1 << 20));
        if (!::WriteFile(asHandle(handle), data, piece, &written, nullptr))
            return systemError("WriteFile");
        data += written;
        size -= written;
    }
    return success();
}

Status flush(Handle handle)
{
    return ::FlushFileBuffers(asHandle(handle)) ? success()
                                                : Status(systemError("FlushFileBuffers"));
}

void close(Handle handle)
{
    if (handle != noHandle)
        ::CloseHandle(asHandle(handle));
}

// Write-through makes the new name durable: Windows cannot flush a folder.
Status move(const QString &from, const QString &to)
{
    if (!::MoveFileExW(native(from).c_str(), native(to).c_str(),
            MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return systemError("MoveFileEx");
    return success();
}

void allowOpenFiles(int) { } // sockets and files are handles, bounded by memory only

} // namespace http::durable
