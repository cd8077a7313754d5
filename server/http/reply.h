#pragma once

#include "connection.h"
#include "serverstate.h"

namespace http {

// What is passed by reference must outlive the waiting: give named objects, since GCC 12 destroys
// some temporaries of a co_await expression twice.

// Sends what a handler answered. false: the connection is of no more use.
boost::asio::awaitable<bool> sendReply(ServerState &state, Connection &connection,
    const Request &request, const Response &response, bool keepAlive);

// Server-Sent Events until the peer goes or the server drains; ends with the connection.
// version: 10 or 11, as the request; HTTP/1.0 knows no chunks.
boost::asio::awaitable<void> sendEvents(
    ServerState &state, std::shared_ptr<Connection> connection, Response response, int version);

} // namespace http
