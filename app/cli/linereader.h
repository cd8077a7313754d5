#pragma once

#include <QObject>
#include <memory>

// Lines of standard input as signals. A thread of its own waits for them, since pipes cannot be
// watched by the event loop on every platform.
class LineReader : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~LineReader() override;

    void start();

signals:
    void lineRead(const QByteArray &line);
    void ended();

private:
    struct Receiver; // outlives this object as long as the thread waits
    std::shared_ptr<Receiver> m_receiver;
};
