#include "channel.h"

#include <QtEndian>
#include <cstdio>
#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

Channel::Channel()
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
}

std::optional<Frame> Channel::read(quint32 most)
{
    char header[PreviewProtocol::headerSize];
    if (std::fread(header, 1, sizeof header, stdin) != sizeof header)
        return {};
    const quint32 length = qFromBigEndian<quint32>(header);
    if (length > most)
        return {};
    Frame frame{ PreviewProtocol::Kind(quint8(header[4])), QByteArray(length, Qt::Uninitialized) };
    if (std::fread(frame.payload.data(), 1, length, stdin) != length)
        return {};
    return frame;
}

bool Channel::write(PreviewProtocol::Kind kind, const QByteArray &head, const QByteArray &body)
{
    QByteArray start;
    appendNumber(start, quint32(head.size() + body.size()));
    start.append(char(kind));
    start.append(head);
    const auto put = [](const QByteArray &bytes) {
        return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout)
            == size_t(bytes.size());
    };
    return put(start) && put(body) && std::fflush(stdout) == 0;
}

bool Channel::fail(PreviewProtocol::Failure failure)
{
    return write(PreviewProtocol::Kind::Failed, QByteArray(1, char(failure)));
}

void appendNumber(QByteArray &to, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    to.append(bytes, sizeof bytes);
}

quint32 numberAt(const QByteArray &from, int offset)
{
    return qFromBigEndian<quint32>(from.constData() + offset);
}
