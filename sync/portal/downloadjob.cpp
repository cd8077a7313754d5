#include "downloadjob.h"

#include "models/faults/faults.h"

#include <QNetworkReply>

DownloadJob::DownloadJob(
    PortalConnection &connection, const DownloadTarget &target, QObject *parent)
    : PortalJob(connection, parent)
    , m_target(target)
    , m_part(target.partPath)
    , m_hash(QCryptographicHash::Sha256)
{
}

void DownloadJob::begin()
{
    if (!openPart())
        return fail(error(ErrorCode::NoSpace, "download.write"));
    request();
}

// Opens the part and takes what an earlier attempt left into the hash.
bool DownloadJob::openPart()
{
    if (!m_part.isOpen() && !m_part.open(QIODevice::ReadWrite))
        return false;
    m_part.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (m_part.size() > m_target.size && !m_part.resize(0))
        return false;
    m_hash.reset();
    m_part.seek(0);
    m_hash.addData(&m_part);
    m_received = m_part.size();
    return m_part.seek(m_received);
}

void DownloadJob::request()
{
    m_headSeen = false;
    QNetworkRequest request = connection().request(QStringLiteral("/sync/v1/cases/")
        + m_target.caseId.text + QStringLiteral("/attachments/") + m_target.attachment.text);
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_received > 0 && m_received < m_target.size) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_received) + '-');
        request.setRawHeader("If-Range", '"' + m_target.sha256.toLatin1() + '"');
    } else if (m_received > 0) {
        m_part.resize(0); // all there but never renamed: the cheap way is once more
        openPart();
    }
    send("GET", request, {}, BodyOf::Job);
}

void DownloadJob::received(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200 && status != 206)
        return; // the body explains the refusal and is read at the end
    if (!m_headSeen) {
        m_headSeen = true;
        const QByteArray from = "bytes " + QByteArray::number(m_received) + '-';
        const bool whole = status == 200;
        if (!whole && !reply.rawHeader("Content-Range").startsWith(from))
            return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
        if (whole && m_received > 0 && (!m_part.resize(0) || !openPart()))
            return fail(error(ErrorCode::NoSpace, "download.write"));
    }
    const QByteArray bytes = reply.readAll();
    m_received += bytes.size();
    if (m_received > m_target.size) // a page of HTML, or another file: answered() sees it is wrong
        return startAnew();
    m_hash.addData(bytes);
    if (m_part.write(bytes) != bytes.size() || !m_part.flush())
        return fail(error(ErrorCode::NoSpace, "download.write"));
    faults::step("download.bytes");
    emit progressed(m_received, m_target.size);
}

void DownloadJob::startAnew()
{
    m_part.resize(0);
    if (++m_wrong >= 2) {
        m_part.remove();
        return fail(error(ErrorCode::Corrupt, "download.hash"));
    }
    if (!openPart())
        return fail(error(ErrorCode::NoSpace, "download.write"));
    request();
}

void DownloadJob::answered(const PortalAnswer &)
{
    const bool right
        = m_received == m_target.size && m_hash.result().toHex() == m_target.sha256.toLatin1();
    if (!right)
        return startAnew();
    m_part.close();
    faults::step("download.whole");
    conclude([&] { emit finished(m_target.partPath); });
}

void DownloadJob::refused(const Error &error, const PortalAnswer &answer)
{
    if (answer.status == 416)
        return startAnew();
    if (answer.status == 404 || answer.status == 403)
        m_part.remove(); // no longer ours to read
    fail(error);
}
