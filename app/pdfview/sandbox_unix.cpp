#include "sandbox.h"

#include "models/preview/previewprotocol.h"
#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

// Texts whose fonts are not embedded would vanish without them.
constexpr const char *readableFolders[]
    = { "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler" };
constexpr quint64 everyFileRight = (1ULL << 13) - 1; // Landlock ABI 1, kernel 5.13

bool limit(int what, rlim_t value)
{
    const rlimit both{ value, value };
    return setrlimit(__rlimit_resource_t(what), &both) == 0;
}

bool closeFiles()
{
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = everyFileRight;
    const int rules = int(
        syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0));
    if (rules < 0)
        return false;
    for (const char *folder : readableFolders) {
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        beneath.parent_fd = open(folder, O_PATH | O_CLOEXEC);
        if (beneath.parent_fd < 0)
            continue;
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        ::close(beneath.parent_fd);
    }
    const bool closed = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return closed;
}

bool allow(scmp_filter_ctx filter, std::initializer_list<int> calls)
{
    bool all = true;
    for (const int call : calls)
        all = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0 && all;
    return all;
}

// Only what reading memory and pipes needs; every other call answers EPERM.
bool closeCalls()
{
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return false;
    bool ready = allow(filter,
        { SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(pread64), SCMP_SYS(lseek), SCMP_SYS(close),
            SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(brk), SCMP_SYS(munmap),
            SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime),
            SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(sched_yield),
            SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(exit), SCMP_SYS(exit_group),
            SCMP_SYS(restart_syscall), SCMP_SYS(access), SCMP_SYS(readlink), SCMP_SYS(fstatfs),
            SCMP_SYS(getdents64), SCMP_SYS(sysinfo) });
    // fcntl without F_SETOWN and the like: fontconfig and stdio ask for flags only.
    for (const unsigned command : { F_GETFD, F_SETFD, F_GETFL })
        ready = seccomp_rule_add(
                    filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, command))
                == 0
            && ready;
    // Reading only; where, is what Landlock decides.
    ready = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY))
            == 0
        && ready;
    // No memory that can be executed.
    for (const int call : { SCMP_SYS(mmap), SCMP_SYS(mprotect) })
        ready = seccomp_rule_add(
                    filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
                == 0
            && ready;
    ready = ready && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ready;
}

bool refused(const char *what, bool done)
{
    std::printf("%s %s\n", what, done ? "ALLOWED" : "refused");
    return !done;
}

} // namespace

bool Sandbox::setLimits()
{
    // Nothing that the client may have left open without meaning to.
    syscall(SYS_close_range, PreviewProtocol::documentDescriptor + 1, ~0U, 0);
    return limit(RLIMIT_AS, 1024UL << 20) && limit(RLIMIT_CPU, 120) && limit(RLIMIT_CORE, 0)
        && limit(RLIMIT_NPROC, 0);
}

void Sandbox::warmUp()
{
    FcInit();
    // A picture saved and read once loads the plug-ins.
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(0);
    for (const char *format : { "png", "jpeg" }) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadWrite);
        picture.save(&buffer, format);
        buffer.seek(0);
        QImageReader(&buffer, format).read();
    }
}

bool Sandbox::close()
{
    // Only now: fontconfig may still have written its index before.
    return limit(RLIMIT_FSIZE, 1 << 20) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && closeFiles() && closeCalls();
}

std::optional<QByteArray> Sandbox::receivedDocument()
{
    // Never nothing: here the document comes by descriptor or not at all.
    struct stat about { };
    const int descriptor = PreviewProtocol::documentDescriptor;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size <= 0)
        return QByteArray();
    // Mapped instead of read: a scan of 300 MB costs no memory then.
    const size_t size = size_t(about.st_size);
    void *bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED)
        return QByteArray();
    return QByteArray::fromRawData(static_cast<const char *>(bytes), qsizetype(size));
}

bool Sandbox::selfTest()
{
    bool all = refused("open", open("/etc/passwd", O_RDONLY) >= 0);
    all = refused("home", open(".", O_RDONLY | O_DIRECTORY) >= 0) && all;
    all = refused("create", open("pdfview.tmp", O_WRONLY | O_CREAT, 0600) >= 0) && all;
    all = refused("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0) && all;
    all = refused("local-socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0) && all;
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    all = refused("fork", child > 0) && all;
    execl("/bin/true", "true", nullptr);
    all = refused("exec", false) && all; // still here: it was
    void *code = mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    all = refused("executable-memory", code != MAP_FAILED) && all;
    std::fflush(stdout);
    return all;
}
