#include "eventwatch.h"

#include "httpclient.h"
#include "measure.h"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

void allowOpenFiles(int count)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < rlim_t(count))
        limit.rlim_cur = std::min(limit.rlim_max, rlim_t(count));
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < rlim_t(count))
        giveUp("too few open files are allowed here");
}

} // namespace

EventWatch::EventWatch(int port, const QByteArray &token, int clerks)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    allowOpenFiles(clerks + 256);
    for (int i = 0; i < clerks; ++i) {
        auto client = std::make_unique<HttpClient>(port);
        client->begin("GET", "/sync/v1/events", token, -1);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = quint32(i);
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client->descriptor(), &event);
        m_clients.push_back(std::move(client));
    }
    if (const int ready = wait(30'000); ready < clerks)
        giveUp("not everybody is connected:", qPrintable(QString::number(ready)));
}

EventWatch::~EventWatch()
{
    ::close(m_epoll);
}

int EventWatch::wait(int milliseconds)
{
    std::vector<bool> told(m_clients.size());
    int count = 0;
    QElapsedTimer timer;
    timer.start();
    epoll_event events[256];
    char buffer[4096];
    while (count < int(m_clients.size())) {
        const int left = milliseconds - int(timer.elapsed());
        if (left <= 0)
            break;
        const int ready = ::epoll_wait(m_epoll, events, 256, left);
        for (int i = 0; i < ready; ++i) {
            const quint32 who = events[i].data.u32;
            const ssize_t size
                = ::recv(m_clients[who]->descriptor(), buffer, sizeof buffer, MSG_DONTWAIT);
            if (size == 0)
                giveUp("a stream was closed");
            const bool news = size > 0 && QByteArray::fromRawData(buffer, size).contains("data:");
            if (news && !told[who]) {
                told[who] = true;
                ++count;
            }
        }
    }
    return count;
}

void EventWatch::drain()
{
    char buffer[4096];
    for (const auto &client : m_clients) {
        while (::recv(client->descriptor(), buffer, sizeof buffer, MSG_DONTWAIT) > 0) { }
    }
}

} // namespace bench
