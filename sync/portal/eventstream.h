#pragma once

#include "portaljob.h"

#include <QTimer>

// Server-Sent Events of the portal: a hint that pulling is worth while, never data. It ends with
// finished() when the connection does; the owner decides when to listen again.
class EventStream : public PortalJob {
    Q_OBJECT
public:
    explicit EventStream(PortalConnection &connection, QObject *parent = nullptr);

    // The portal sends a comment every 15 s: silence for longer means that nobody is there.
    static constexpr int silenceMs = 50'000;

signals:
    void opened();
    void hinted(qint64 feed);
    void finished(const Status &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void received(QNetworkReply &reply) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    void takeLine(const QByteArray &line);

    QByteArray m_buffer;
    QTimer m_silence;
    bool m_opened = false;
};
