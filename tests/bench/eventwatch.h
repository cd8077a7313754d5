#pragma once

#include <QByteArray>
#include <memory>
#include <vector>

// Very many clerks' programs that listen to the portal's event stream, in one thread.
namespace bench {

class HttpClient;

class EventWatch {
public:
    // Connects all of them and waits until each was told the number of the feed.
    EventWatch(int port, const QByteArray &token, int clerks);
    ~EventWatch();

    // Forgets what was told so far; then `change` happens. Returns how many were told of it within
    // the time.
    template <class Change> int told(Change change, int milliseconds)
    {
        drain();
        change();
        return wait(milliseconds);
    }

private:
    void drain();
    int wait(int milliseconds);

    std::vector<std::unique_ptr<HttpClient>> m_clients;
    int m_epoll = -1;
};

} // namespace bench
