#pragma once

#include <QProcess>
#include <QUrl>

// The process tests/testing/fault-proxy in front of a portal; stopped when the test ends. What it
// can do is written at its head.
class FaultProxy {
public:
    explicit FaultProxy(const QUrl &portal);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    QUrl url() const;
    // The answer to one command, e.g. "fault POST /sync/v1/operations 1 drop".
    QString tell(const QString &command);
    // For the next `times` requests (0: until clear()).
    void fault(const QString &method, const QString &prefix, const QString &kind, int times = 1);
    void clear() { tell(QStringLiteral("clear")); }
    int count(const QString &method, const QString &prefix);
    qint64 bytesUp(); // bodies received from clients
    // Faults done since the last such call whose line contains `text`; waits for none.
    int hits(const QString &text);
    // Waits, with the event loop running, until such a fault was done.
    bool waitForHit(const QString &text, int milliseconds = 10'000);

private:
    void read(int milliseconds);

    QProcess m_process;
    quint16 m_port = 0;
    QStringList m_answers;
    QStringList m_hits;
};
