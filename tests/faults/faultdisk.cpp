#include "faultdisk.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QList>
#include <sqlite3.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <mutex>

namespace {

// One change of a file that a power loss would undo.
struct Unsynced {
    qint64 sizeBefore = 0;
    qint64 offset = 0;
    QByteArray before;
};

} // namespace

struct FaultDisk::State {
    std::recursive_mutex mutex;
    sqlite3_vfs vfs{};
    sqlite3_vfs *system = nullptr;
    Fault fault = Fault::WriteOnce;
    int at = 0;
    int calls = 0;
    bool struck = false;
    bool active = false; // the fault is still there
    QHash<QByteArray, QList<Unsynced>> unsynced; // by path
    std::mutex readerMutex; // a held reader must not hold the writers
    std::condition_variable readersLetGo;
    bool readersHeld = false;
    int waitingReaders = 0;
    int readers = 0;
    int readerReads = 0;

    bool isPowerLoss() const { return fault == Fault::PowerLoss || fault == Fault::TornPowerLoss; }
    bool isDead() const { return active && isPowerLoss(); }

    // SQLITE_OK: the call goes through.
    int count(bool isWrite)
    {
        ++calls;
        if (calls == at)
            struck = active = true;
        if (!active)
            return SQLITE_OK;
        switch (fault) {
        case Fault::WriteOnce:
            active = false;
            return isWrite ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
        case Fault::Full:
            return isWrite ? SQLITE_FULL : SQLITE_OK;
        case Fault::Broken:
        case Fault::PowerLoss:
        case Fault::TornPowerLoss:
            break;
        }
        return isWrite ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
    }
};

namespace {

FaultDisk::State &state()
{
    static FaultDisk::State &the = *new FaultDisk::State;
    return the;
}

constexpr int freePages = 10; // after that a reader is certainly in its transaction

struct FaultFile {
    sqlite3_file base;
    const char *path; // owned by SQLite; null: a temporary file
    bool isReader; // opened to be read only
    int reads;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

FaultFile *ours(sqlite3_file *file)
{
    return reinterpret_cast<FaultFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return ours(file)->real();
}

// What lies there now, before it is overwritten or cut off.
void remember(sqlite3_file *file, qint64 offset, qint64 size)
{
    if (!ours(file)->path)
        return;
    Unsynced change;
    change.offset = offset;
    sqlite3_int64 length = 0;
    real(file)->pMethods->xFileSize(real(file), &length);
    change.sizeBefore = length;
    const qint64 there = std::max<qint64>(0, std::min(size, length - offset));
    change.before.resize(there);
    if (there > 0)
        real(file)->pMethods->xRead(real(file), change.before.data(), int(there), offset);
    state().unsynced[ours(file)->path].append(change);
}

int faultClose(sqlite3_file *file)
{
    return real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
}
int faultRead(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
    if (ours(file)->isReader && ++ours(file)->reads > freePages) {
        std::unique_lock lock(state().readerMutex);
        ++state().readerReads;
        ++state().waitingReaders;
        state().readersLetGo.wait(lock, [] { return !state().readersHeld; });
        --state().waitingReaders;
    }
    return real(file)->pMethods->xRead(real(file), data, size, offset);
}
int faultWrite(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    const std::lock_guard lock(state().mutex);
    if (const int code = state().count(true); code != SQLITE_OK)
        return code;
    remember(file, offset, size);
    return real(file)->pMethods->xWrite(real(file), data, size, offset);
}
int faultTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    const std::lock_guard lock(state().mutex);
    if (state().count(true) != SQLITE_OK)
        return SQLITE_IOERR_TRUNCATE;
    sqlite3_int64 length = 0;
    real(file)->pMethods->xFileSize(real(file), &length);
    remember(file, size, length - size);
    return real(file)->pMethods->xTruncate(real(file), size);
}
int faultSync(sqlite3_file *file, int)
{
    const std::lock_guard lock(state().mutex);
    if (const int code = state().count(false); code != SQLITE_OK)
        return code;
    if (ours(file)->path)
        state().unsynced.remove(ours(file)->path);
    return SQLITE_OK;
}
int faultSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int faultLock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int faultUnlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int faultReserved(sqlite3_file *file, int *answer)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), answer);
}
int faultControl(sqlite3_file *file, int verb, void *data)
{
    return real(file)->pMethods->xFileControl(real(file), verb, data);
}
int faultSector(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int faultCharacteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int faultShmMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
int faultShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void faultShmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int faultShmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods{ 2, faultClose, faultRead, faultWrite, faultTruncate, faultSync,
    faultSize, faultLock, faultUnlock, faultReserved, faultControl, faultSector,
    faultCharacteristics, faultShmMap, faultShmLock, faultShmBarrier, faultShmUnmap, nullptr,
    nullptr };

int faultOpen(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    ours(file)->path = path;
    ours(file)->reads = 0;
    ours(file)->isReader = flags & SQLITE_OPEN_READONLY;
    if (ours(file)->isReader) {
        const std::lock_guard lock(state().readerMutex);
        ++state().readers;
    }
    ours(file)->base.pMethods = nullptr;
    std::memset(real(file), 0, size_t(state().system->szOsFile));
    const int code = state().system->xOpen(state().system, path, real(file), flags, outFlags);
    if (real(file)->pMethods)
        ours(file)->base.pMethods = &methods;
    return code;
}

int faultDelete(sqlite3_vfs *, const char *path, int sync)
{
    const std::lock_guard lock(state().mutex);
    if (state().isDead())
        return SQLITE_IOERR_DELETE;
    state().unsynced.remove(path);
    return state().system->xDelete(state().system, path, sync);
}

// The functions without state of their own get the system's record, as they expect.
int faultAccess(sqlite3_vfs *, const char *path, int flags, int *answer)
{
    return state().system->xAccess(state().system, path, flags, answer);
}
int faultFullPathname(sqlite3_vfs *, const char *path, int size, char *out)
{
    return state().system->xFullPathname(state().system, path, size, out);
}

} // namespace

FaultDisk::FaultDisk()
    : d(&state())
{
    d->system = sqlite3_vfs_find(nullptr);
    d->vfs = *d->system;
    d->vfs.zName = "kontor-fault-disk";
    d->vfs.pNext = nullptr;
    d->vfs.szOsFile = int(sizeof(FaultFile)) + d->system->szOsFile;
    d->vfs.xOpen = faultOpen;
    d->vfs.xDelete = faultDelete;
    d->vfs.xAccess = faultAccess;
    d->vfs.xFullPathname = faultFullPathname;
    sqlite3_vfs_register(&d->vfs, 1);
}

FaultDisk &FaultDisk::instance()
{
    static FaultDisk the;
    return the;
}

void FaultDisk::arm(Fault fault, int at)
{
    const std::lock_guard lock(d->mutex);
    d->fault = fault;
    d->at = at;
    d->calls = 0;
    d->struck = d->active = false;
    d->unsynced.clear();
}

void FaultDisk::strike(Fault fault)
{
    const std::lock_guard lock(d->mutex);
    d->fault = fault;
    d->struck = d->active = true;
}

int FaultDisk::calls() const
{
    return d->calls;
}

bool FaultDisk::struck() const
{
    return d->struck;
}

void FaultDisk::holdReaders(bool held)
{
    const std::lock_guard lock(d->readerMutex);
    if (held)
        d->readers = d->readerReads = 0;
    d->readersHeld = held;
    d->readersLetGo.notify_all();
}

bool FaultDisk::hasHeldReader() const
{
    const std::lock_guard lock(d->readerMutex);
    return d->readersHeld && d->waitingReaders > 0;
}

int FaultDisk::readers() const
{
    const std::lock_guard lock(d->readerMutex);
    return d->readers;
}

int FaultDisk::readerReads() const
{
    const std::lock_guard lock(d->readerMutex);
    return d->readerReads;
}

void FaultDisk::heal()
{
    const std::lock_guard lock(d->mutex);
    d->at = 0;
    d->active = false;
}

void FaultDisk::restore()
{
    const std::lock_guard lock(d->mutex);
    const bool lost = d->struck && d->isPowerLoss();
    for (auto it = d->unsynced.begin(); lost && it != d->unsynced.end(); ++it) {
        QFile file(QFile::decodeName(it.key()));
        if (!file.exists() || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            continue;
        const QList<Unsynced> &changes = it.value();
        const qsizetype survived = d->fault == Fault::TornPowerLoss ? changes.size() / 2 : 0;
        for (qsizetype i = changes.size() - 1; i >= survived; --i) {
            file.seek(changes[i].offset);
            file.write(changes[i].before);
            file.resize(changes[i].sizeBefore);
        }
        QFile::remove(file.fileName() + QStringLiteral("-shm"));
    }
    d->unsynced.clear();
    d->at = 0;
    d->active = d->struck = false;
}
