#include "servertls.h"

#include <QFile>

namespace http {

namespace asio = boost::asio;
using boost::system::error_code;

Status ServerTls::load(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty() && keyFile.isEmpty())
        return success();
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // thousands of event streams sit idle
    error_code failure;
    const auto path = [](const QString &file) { return QFile::encodeName(file).toStdString(); };
    context->use_certificate_chain_file(path(certificateFile), failure);
    if (!failure)
        context->use_private_key_file(path(keyFile), asio::ssl::context::pem, failure);
    if (failure || SSL_CTX_check_private_key(native) != 1)
        return error(ErrorCode::InvalidInput, "server.certificate.invalid",
            { { QStringLiteral("file"), certificateFile } },
            QString::fromStdString(failure ? failure.message() : "key does not fit"));
    const std::lock_guard lock(m_mutex);
    m_context = std::move(context);
    return success();
}

std::shared_ptr<asio::ssl::context> ServerTls::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_context;
}

} // namespace http
