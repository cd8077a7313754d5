#include "previewclient.h"

#include "previewprotocol.h"
#include <QFile>
#include <QtEndian>

// Windows hands no descriptor over: the bytes go through the pipe.
bool PreviewClient::handOver(QProcess &)
{
    return m_path.isEmpty() || QFile::exists(m_path);
}

void PreviewClient::sendDocument(QProcess &process)
{
    QByteArray bytes = m_bytes;
    if (!m_path.isEmpty()) {
        QFile file(m_path);
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
    }
    char header[PreviewProtocol::headerSize];
    qToBigEndian(quint32(bytes.size()), header);
    header[4] = char(PreviewProtocol::Kind::Document);
    process.write(header, sizeof header);
    process.write(bytes);
}
