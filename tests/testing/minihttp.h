#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>
#include <functional>

class QTcpSocket;

struct MiniRequest {
    QByteArray method;
    QString path;
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

struct MiniReply {
    enum class Way {
        Whole,
        Cut, // closed after `cutAfter` bytes of the body
        Lost, // closed without a byte
        Silent, // nothing ever comes
        Open, // head and body are sent, then it stays open (event stream)
    };

    int status = 200;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Way way = Way::Whole;
    qsizetype cutAfter = 0;
};

// Just enough HTTP/1.1 on loopback to stand in for the portal, in the test's own thread, and able
// to misbehave on demand as real servers, proxies and networks do.
class MiniHttp : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<MiniReply(const MiniRequest &)>;

    explicit MiniHttp(Handler handler, QObject *parent = nullptr);
    ~MiniHttp() override;

    QUrl url() const;
    void setAccepting(bool accepting); // false: connections are refused, as without a network
    void pushEvent(const QByteArray &data); // to all open event streams
    // The next long body is cut after this many bytes; what had arrived still counts.
    void cutNextBodyAfter(qsizetype bytes) { m_cutBodyAfter = bytes; }

private:
    void onConnection();
    void onBytes(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const MiniRequest &request);

    Handler m_handler;
    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QTcpSocket *> m_streams;
    qsizetype m_cutBodyAfter = -1;
};
