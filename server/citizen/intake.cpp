#include "intake.h"

#include "models/domain/filename.h"

#include <QFile>

namespace citizen {

QString typeOfBytes(const QByteArray &head)
{
    if (head.startsWith("%PDF-"))
        return QStringLiteral("application/pdf");
    if (head.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("image/png");
    if (head.mid(4, 4) == "ftyp") {
        const QByteArray brand = head.mid(8, 4);
        for (const char *known :
            { "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1" }) {
            if (brand == known)
                return QStringLiteral("image/heic");
        }
    }
    return {};
}

std::optional<Error> refusalOf(const http::ReceivedFile &file, const IntakeRule &rule)
{
    const QString name = cleanFileName(file.clientName);
    const auto refuse = [&](const char *key, ErrorCode code = ErrorCode::InvalidInput) {
        return error(code, key,
            { { QStringLiteral("name"), name }, { QStringLiteral("limitMb"), rule.megabytes } });
    };
    if (file.size == 0)
        return refuse("upload.empty");
    if (file.size > qint64(rule.megabytes) * 1024 * 1024)
        return refuse("upload.tooLarge", ErrorCode::TooLarge);
    const QString type = typeOfBytes(file.head(64));
    QString ending = fileEnding(name);
    if (type == QLatin1String("image/heic") || ending == QLatin1String("heic")
        || ending == QLatin1String("heif"))
        return refuse("upload.heic");
    static const QHash<QString, QString> types{ { QStringLiteral("pdf"),
                                                    QStringLiteral("application/pdf") },
        { QStringLiteral("jpg"), QStringLiteral("image/jpeg") },
        { QStringLiteral("png"), QStringLiteral("image/png") } };
    bool wanted = false;
    for (const QString &accepted : rule.accept)
        wanted = wanted || (!type.isEmpty() && types.value(accepted) == type);
    if (!wanted)
        return refuse("upload.type");
    if (ending == QLatin1String("jpeg"))
        ending = QStringLiteral("jpg");
    // A name that promises something else than the bytes is how people are fooled.
    if (types.value(ending) != type)
        return refuse("upload.ending");
    return std::nullopt;
}

Result<catalogue::UploadedFile> keep(
    portal::Store &store, const Clock &clock, http::ReceivedFile &file, const QString &field)
{
    catalogue::UploadedFile kept;
    kept.id = newId<AttachmentId>(clock);
    kept.field = field;
    kept.name = cleanFileName(file.clientName);
    kept.type = typeOfBytes(file.head(64));
    kept.size = file.size;
    kept.sha256 = QString::fromLatin1(file.sha256.toHex());
    if (const Status moved = file.keepAt(store.filePath(kept.id.text)); !moved)
        return moved.error();
    return kept;
}

Status addRow(portal::Writing &writing, const catalogue::UploadedFile &file, const QString &owner,
    Timestamp now)
{
    return portal::Files::add(
        writing, { file.id.text, file.sha256, file.size, file.type, owner, now });
}

} // namespace citizen
