#include "bodyreader.h"

#include "httplog.h"
#include "urlencoding.h"

namespace http {

namespace {
constexpr qint64 maxFieldBytes = 1024 * 1024; // of all fields of a form: they are kept in memory
}

FormCollector::FormCollector(const Route &route, Request &request, const QString &uploadFolder)
    : m_route(route)
    , m_request(request)
    , m_folder(uploadFolder)
{
}

bool FormCollector::fail(int status)
{
    m_failure = status;
    return false;
}

void FormCollector::complain(const char *key, const QJsonObject &params)
{
    if (!m_request.formError)
        m_request.formError = error(ErrorCode::InvalidInput, key, params);
}

bool FormCollector::beginPart(const PartHeader &header)
{
    if (!isCleanUtf8(header.name))
        return fail(400);
    m_part = header;
    m_field.clear();
    m_file.reset();
    m_target = header.fileName ? Target::File : Target::Field;
    return true;
}

// The file is made with its first byte, so that "no file chosen" leaves no trace.
bool FormCollector::openFile()
{
    const QString name = boundedName(*m_part.fileName);
    if (++m_files > m_route.maxFiles) {
        complain("upload.tooMany",
            { { QStringLiteral("name"), name }, { QStringLiteral("limit"), m_route.maxFiles } });
        m_target = Target::Nothing;
        return true;
    }
    Result<std::shared_ptr<UploadFile>> file = UploadFile::create(m_folder);
    if (!file) {
        qCWarning(lcHttp) << "upload file:" << file.error().detail;
        return fail(file.error().code == ErrorCode::NoSpace ? 507 : 500);
    }
    m_file = *file;
    m_file->field = m_part.name;
    m_file->clientName = name;
    m_file->clientType = m_part.contentType;
    return true;
}

bool FormCollector::partData(const char *data, qsizetype size)
{
    if (m_target == Target::Field) {
        m_fieldBytes += size;
        if (m_fieldBytes > maxFieldBytes)
            return fail(413);
        m_field.append(data, size);
        return true;
    }
    if (m_target == Target::File && !m_file && !openFile())
        return false;
    if (m_target == Target::Nothing)
        return true;
    if (m_file->size + size > m_route.fileLimit) {
        complain("upload.tooLarge",
            { { QStringLiteral("name"), m_file->clientName },
                { QStringLiteral("limitMb"), double(m_route.fileLimit) / (1024 * 1024) } });
        m_file.reset();
        m_target = Target::Nothing;
        return true;
    }
    const Status written = m_file->append(data, size);
    if (written)
        return true;
    qCWarning(lcHttp) << "upload file:" << written.error().detail;
    return fail(written.error().code == ErrorCode::NoSpace ? 507 : 500);
}

bool FormCollector::endPart()
{
    if (m_target == Target::Field) {
        if (!isCleanUtf8(m_field)) {
            complain(
                "form.invalidUtf8", { { QStringLiteral("name"), QString::fromUtf8(m_part.name) } });
            m_field = repairedUtf8(m_field);
        }
        m_request.form.append({ m_part.name, m_field });
    } else if (m_target == Target::File) {
        // An empty file that has a name was chosen: the handler tells the citizen that it is empty.
        if (!m_file && !m_part.fileName->isEmpty() && !openFile())
            return false;
        if (m_file) {
            m_file->finish();
            m_request.files.append(std::move(m_file));
        }
    }
    m_file.reset();
    return true;
}

} // namespace http
