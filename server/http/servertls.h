#pragma once

#include "models/domain/result.h"

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <mutex>

namespace http {

// The certificate in use. Reloading replaces it for new connections; old ones keep theirs until
// they end, so renewing a certificate cuts nobody off. Thread-safe.
class ServerTls {
public:
    // Both empty: no TLS. On an error what was loaded before stays. TLS 1.2 at least (S12).
    Status load(const QString &certificateFile, const QString &keyFile);
    std::shared_ptr<boost::asio::ssl::context> current() const; // nullptr: no TLS
    bool isOn() const { return current() != nullptr; }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<boost::asio::ssl::context> m_context;
};

} // namespace http
