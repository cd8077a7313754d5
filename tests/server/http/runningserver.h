#pragma once

#include "server/http/http.h"
#include "tests/testing/rawpeer.h"

#include <QtTest>
#include <atomic>
#include <thread>

// A real server on a free port of the loopback, ended with the test.
class RunningServer {
public:
    RunningServer(http::Router router, http::Limits limits)
        : server(std::move(router), std::move(limits))
    {
        const auto bound = server.listen(QStringLiteral("127.0.0.1:0"));
        if (!bound)
            qFatal("listen: %s", qPrintable(bound.error().detail));
        port = bound->section(QLatin1Char(':'), -1).toUShort();
        m_thread = std::thread([this] {
            server.run();
            ended = true;
        });
    }
    ~RunningServer()
    {
        server.stop();
        m_thread.join();
    }

    http::Server server;
    quint16 port = 0;
    std::atomic<bool> ended{ false };

private:
    std::thread m_thread;
};
