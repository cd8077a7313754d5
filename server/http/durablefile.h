#pragma once

#include "models/domain/result.h"

// The few file calls that decide whether an upload survives a power cut, one implementation per
// system (durablefile_unix.cpp, durablefile_win.cpp). Qt's file classes know neither
// O_EXCL|O_NOFOLLOW with a mode nor fdatasync nor the fsync of a folder.
namespace http::durable {

using Handle = qintptr;
constexpr Handle noHandle = -1;

// A new file only for us (0600), never through a link. Conflict: there is one already.
Result<Handle> create(const QString &path);
// NoSpace: disk or quota is full.
Status write(Handle handle, const char *data, qint64 size);
// The bytes are on the medium when it returns.
Status flush(Handle handle);
void close(Handle handle);
// Moves within one file system over what is there, and makes the new name durable.
Status move(const QString &from, const QString &to);
// Raises the limit of open files to `wanted` or to what the system allows, where there is one.
void allowOpenFiles(int wanted);

} // namespace http::durable
