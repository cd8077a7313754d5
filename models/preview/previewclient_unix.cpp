#include "previewclient.h"

#include "previewprotocol.h"
#include <fcntl.h>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

namespace {

struct Descriptor {
    int number = -1;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written
            = ::write(descriptor, bytes.constData() + at, size_t(bytes.size() - at));
        if (written <= 0)
            return false;
        at += written;
    }
    return true;
}

} // namespace

// The helper never learns a path: it gets an open descriptor, of the file or of memory.
bool PreviewClient::handOver(QProcess &process)
{
    const auto document = std::make_shared<Descriptor>();
    if (m_path.isEmpty()) {
        document->number = memfd_create("kontor-preview", MFD_CLOEXEC);
        if (document->number < 0 || !writeAll(document->number, m_bytes))
            return false;
    } else {
        const QByteArray path = m_path.toLocal8Bit();
        document->number = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    }
    if (document->number < 0)
        return false;
    process.setChildProcessModifier([document] {
        const int target = PreviewProtocol::documentDescriptor;
        if (document->number == target)
            ::fcntl(target, F_SETFD, 0); // dup2 onto itself would keep close-on-exec
        else
            ::dup2(document->number, target);
    });
    return true;
}

void PreviewClient::sendDocument(QProcess &) { }
