#include "postgreslistener.h"

#include "postgressql.h"

#include <QSocketNotifier>
#include <QThread>
#include <QTimer>
#include <libpq-fe.h>

namespace portal {

namespace {

constexpr auto nextAttempt = std::chrono::milliseconds(500);

class Listening : public QObject {
public:
    Listening(const QString &address, const std::function<void(qint64)> &listener)
        : m_address(address)
        , m_listener(listener)
    {
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &Listening::begin);
        begin();
    }

private:
    void begin()
    {
        m_notifier.reset();
        m_sql.reset();
        Result<std::unique_ptr<PostgresSql>> sql = PostgresSql::open(m_address);
        if (!sql || !(*sql)->execute(QByteArray("LISTEN ") + PostgresSql::channel()))
            return m_retry.start(nextAttempt);
        m_sql = *std::move(sql);
        m_notifier
            = std::make_unique<QSocketNotifier>(PQsocket(m_sql->handle()), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listening::onReadable);
        const Result<qint64> last = m_sql->number("SELECT max(number) FROM feed");
        if (last && *last > 0)
            m_listener(*last);
        onReadable(); // what came along with that answer
    }

    void onReadable()
    {
        const bool alive = PQconsumeInput(m_sql->handle()) == 1;
        qint64 highest = 0;
        while (PGnotify *news = PQnotifies(m_sql->handle())) {
            highest = qMax(highest, QByteArray(news->extra).toLongLong());
            PQfreemem(news);
        }
        if (highest > 0)
            m_listener(highest);
        if (!alive) {
            m_notifier->setEnabled(false);
            m_retry.start(nextAttempt);
        }
    }

    const QString m_address;
    const std::function<void(qint64)> m_listener;
    std::unique_ptr<PostgresSql> m_sql;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
};

class ListenThread : public QThread {
public:
    ListenThread(QString address, std::function<void(qint64)> listener)
        : m_address(std::move(address))
        , m_listener(std::move(listener))
    {
    }

protected:
    void run() override
    {
        const Listening listening(m_address, m_listener);
        exec();
    }

private:
    const QString m_address;
    const std::function<void(qint64)> m_listener;
};

} // namespace

PostgresListener::PostgresListener(QString address, std::function<void(qint64)> listener)
    : m_thread(std::make_unique<ListenThread>(std::move(address), std::move(listener)))
{
    m_thread->start();
}

PostgresListener::~PostgresListener()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace portal
