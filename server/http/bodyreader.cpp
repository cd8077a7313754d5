#include "bodyreader.h"

#include "httplog.h"
#include "urlencoding.h"

namespace http {

namespace {
constexpr qint64 maxUrlEncodedBytes = 1024 * 1024; // as for the fields of a multipart form

class BufferedReader : public BodyReader {
public:
    explicit BufferedReader(Request &request)
        : m_request(request)
    {
    }
    int consume(const char *data, qsizetype size) override
    {
        m_request.body.append(data, size);
        return 0;
    }
    int finish() override { return 0; }

private:
    Request &m_request;
};

class UrlEncodedReader : public BodyReader {
public:
    explicit UrlEncodedReader(Request &request)
        : m_request(request)
    {
    }
    int consume(const char *data, qsizetype size) override
    {
        if (m_text.size() + size > maxUrlEncodedBytes)
            return 413;
        m_text.append(data, size);
        return 0;
    }
    int finish() override
    {
        auto pairs = urlEncodedPairs(m_text);
        if (!pairs)
            return 400;
        for (auto &[name, value] : *pairs) {
            if (!isCleanUtf8(name))
                return 400;
            if (isCleanUtf8(value))
                continue;
            if (!m_request.formError)
                m_request.formError = error(ErrorCode::InvalidInput, "form.invalidUtf8",
                    { { QStringLiteral("name"), QString::fromUtf8(name) } });
            value = repairedUtf8(value);
        }
        m_request.form = *pairs;
        return 0;
    }

private:
    Request &m_request;
    QByteArray m_text;
};

class MultipartReader : public BodyReader {
public:
    MultipartReader(const Route &route, Request &request, const QString &uploadFolder,
        const QByteArray &boundary)
        : m_form(route, request, uploadFolder)
        , m_parser(boundary, m_form)
    {
    }
    int consume(const char *data, qsizetype size) override
    {
        return m_parser.feed(data, size) ? 0 : m_form.failure();
    }
    int finish() override { return m_parser.isComplete() ? 0 : 400; }

private:
    FormCollector m_form;
    MultipartParser m_parser;
};

class StreamReader : public BodyReader {
public:
    StreamReader(Request &request, const QString &uploadFolder)
        : m_request(request)
        , m_folder(uploadFolder)
    {
    }
    int consume(const char *data, qsizetype size) override
    {
        if (!m_file) {
            const Result<std::shared_ptr<UploadFile>> file = UploadFile::create(m_folder);
            if (!file)
                return refused(file.error());
            m_file = *file;
        }
        const Status written = m_file->append(data, size);
        return written ? 0 : refused(written.error());
    }
    int finish() override
    {
        if (!m_file) { // an empty body is an empty file
            const int status = consume("", 0);
            if (status != 0)
                return status;
        }
        m_file->clientType = m_request.headers.value("Content-Type");
        m_file->finish();
        m_request.files.append(m_file);
        return 0;
    }

private:
    static int refused(const Error &problem)
    {
        qCWarning(lcHttp) << "upload file:" << problem.detail;
        return problem.code == ErrorCode::NoSpace ? 507 : 500;
    }

    Request &m_request;
    QString m_folder;
    std::shared_ptr<UploadFile> m_file;
};
} // namespace

std::unique_ptr<BodyReader> BodyReader::create(
    const Route &route, Request &request, const QString &uploadFolder, qint64 length)
{
    if (route.body == Body::Stream)
        return std::make_unique<StreamReader>(request, uploadFolder);
    if (route.body != Body::Form)
        return std::make_unique<BufferedReader>(request);
    const QByteArray type = request.headers.value("Content-Type");
    if (type.split(';').first().trimmed().compare(
            "application/x-www-form-urlencoded", Qt::CaseInsensitive)
            == 0
        || (type.isEmpty() && length == 0))
        return std::make_unique<UrlEncodedReader>(request);
    const QByteArray boundary = multipartBoundary(type);
    if (boundary.isEmpty())
        return nullptr;
    return std::make_unique<MultipartReader>(route, request, uploadFolder, boundary);
}

} // namespace http
