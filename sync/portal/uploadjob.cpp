#include "uploadjob.h"

#include "models/faults/faults.h"

UploadJob::UploadJob(PortalConnection &connection, const UploadSource &source, QObject *parent)
    : PortalJob(connection, parent)
    , m_source(source)
    , m_file(source.path)
{
}

void UploadJob::begin()
{
    if (!m_file.open(QIODevice::ReadOnly) || m_file.size() != m_source.size)
        return fail(error(ErrorCode::NotFound, "upload.fileMissing"));
    m_step = Step::Create;
    sendJson(QStringLiteral("/sync/v1/uploads"),
        { { QStringLiteral("sha256"), m_source.sha256 }, { QStringLiteral("size"), m_source.size },
            { QStringLiteral("name"), m_source.name }, { QStringLiteral("type"), m_source.type } });
}

void UploadJob::askOffset()
{
    m_step = Step::AskOffset;
    send("HEAD", connection().request(QStringLiteral("/sync/v1/uploads/") + m_id));
}

void UploadJob::sendPiece()
{
    m_step = Step::SendPiece;
    if (!m_file.seek(m_offset))
        return fail(error(ErrorCode::NotFound, "upload.fileMissing"));
    const QByteArray piece = m_file.read(qMin(pieceBytes, m_source.size - m_offset));
    m_pieceSize = piece.size();
    if (piece.isEmpty() && m_offset < m_source.size)
        return fail(error(ErrorCode::NotFound, "upload.fileMissing"));
    QNetworkRequest request = connection().request(QStringLiteral("/sync/v1/uploads/") + m_id);
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QStringLiteral("application/offset+octet-stream"));
    request.setRawHeader("Upload-Offset", QByteArray::number(m_offset));
    send("PATCH", request, piece);
}

bool UploadJob::takeOffset(const PortalAnswer &answer)
{
    bool isNumber = false;
    const qint64 offset = answer.header("upload-offset").toLongLong(&isNumber);
    if (!isNumber || offset < 0 || offset > m_source.size)
        return false;
    if (offset > m_offset)
        m_cuts = 0;
    m_offset = offset;
    return true;
}

void UploadJob::answered(const PortalAnswer &answer)
{
    bool complete = false;
    if (m_step == Step::Create) {
        const Result<QJsonObject> json = jsonOf(answer);
        if (!json)
            return fail(json.error());
        m_id = json->value(QLatin1String("uploadId")).toString();
        m_offset = json->value(QLatin1String("offset")).toInteger(-1);
        complete = json->value(QLatin1String("complete")).toBool();
        static const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == u'-'; };
        const bool sound = !m_id.isEmpty() && std::all_of(m_id.cbegin(), m_id.cend(), isPlain)
            && m_offset >= 0 && m_offset <= m_source.size;
        if (!sound)
            return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    } else {
        if (!takeOffset(answer))
            return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
        if (m_step == Step::SendPiece)
            m_sent += m_pieceSize;
        complete = m_offset == m_source.size; // also when only the last answer was lost
    }
    faults::step(m_step == Step::Create ? "upload.announced" : "upload.piece");
    emit progressed(m_offset, m_source.size);
    if (complete)
        conclude([&] { emit finished(UploadedFile{ UploadId{ m_id }, m_sent }); });
    else
        sendPiece();
}

void UploadJob::refused(const Error &error, const PortalAnswer &answer)
{
    constexpr int maxCuts = 3;
    const bool wrongHash = error.key == QLatin1String("upload.hash");
    if (wrongHash && ++m_wrongHashes < 2) {
        m_offset = 0; // the portal began anew
        return sendPiece();
    }
    if (wrongHash)
        return fail(::error(ErrorCode::Corrupt, "upload.hash"));
    const bool cut = error.code == ErrorCode::Unreachable && m_step == Step::SendPiece;
    if ((cut || answer.status == 409) && m_cuts < maxCuts) {
        ++m_cuts;
        return askOffset();
    }
    fail(error);
}

#include "models/faults/faults.h"
