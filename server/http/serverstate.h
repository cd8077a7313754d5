#pragma once

#include "connectioncounter.h"
#include "eventhub.h"
#include "http.h"
#include "workerpool.h"

namespace http {

// What all connections share. Outlives them.
struct ServerState {
    ServerState(Router routes, Limits bounds)
        : router(std::move(routes))
        , limits(std::move(bounds))
        , connections(limits.connections, limits.connectionsPerAddress)
        , workers(limits.workers, limits.queue)
        , disk(2, limits.connections * 2)
    {
    }

    const Router router;
    const Limits limits;
    EventHub hub;
    WakeList ends; // every connection: woken when draining begins and when it is cut short
    std::atomic<bool> draining{ false }; // no new request is begun
    std::atomic<bool> aborting{ false }; // the time for draining is over
    std::atomic<qint64> uploadBytes{ 0 }; // see Limits::uploadBytesInFlight
    ConnectionCounter connections;
    WorkerPool workers; // handlers
    WorkerPool disk; // writing and hashing of uploads, reading of files: one job per connection
};

} // namespace http
