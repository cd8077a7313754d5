#include "linereader.h"

#include <QMutex>
#include <iostream>
#include <string>
#include <thread>

struct LineReader::Receiver {
    QMutex mutex;
    LineReader *reader = nullptr;

    template <class Fn> bool tell(Fn fn)
    {
        QMutexLocker lock(&mutex);
        if (!reader)
            return false;
        return QMetaObject::invokeMethod(
            reader, [target = reader, fn] { fn(*target); }, Qt::QueuedConnection);
    }
};

LineReader::~LineReader()
{
    if (!m_receiver)
        return;
    QMutexLocker lock(&m_receiver->mutex);
    m_receiver->reader = nullptr;
}

void LineReader::start()
{
    m_receiver = std::make_shared<Receiver>();
    m_receiver->reader = this;
    // Detached: reading cannot be interrupted, and the process ends with it anyway.
    std::thread([receiver = m_receiver] {
        std::string line;
        while (std::getline(std::cin, line)) {
            const QByteArray bytes = QByteArray::fromStdString(line);
            if (!receiver->tell([bytes](LineReader &reader) { emit reader.lineRead(bytes); }))
                return;
        }
        receiver->tell([](LineReader &reader) { emit reader.ended(); });
    }).detach();
}
