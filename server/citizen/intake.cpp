#include "intake.h"

#include "imagesize.h"

#include "models/domain/filename.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>

namespace citizen {

namespace {
constexpr int maxMegapixels = 120; // the largest cameras; unpacked half a gigabyte
constexpr qint64 headBytes = 512 * 1024; // a preview may stand before the size of a JPEG
} // namespace

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
    static const QHash<QString, QString> types{ { QStringLiteral("pdf"),
                                                    QStringLiteral("application/pdf") },
        { QStringLiteral("jpg"), QStringLiteral("image/jpeg") },
        { QStringLiteral("png"), QStringLiteral("image/png") } };
    const QString type = typeOfBytes(file.head(64));
    const auto refuse = [&](const char *key, ErrorCode code = ErrorCode::InvalidInput) {
        return error(code, key,
            { { QStringLiteral("name"), name }, { QStringLiteral("limitMb"), rule.megabytes },
                { QStringLiteral("types"), QJsonArray::fromStringList(rule.accept) },
                { QStringLiteral("limitMegapixels"), maxMegapixels },
                { QStringLiteral("ending"), types.key(type) } });
    };
    if (file.size == 0)
        return refuse("upload.empty");
    if (file.size > qint64(rule.megabytes) * 1024 * 1024)
        return refuse("upload.tooLarge", ErrorCode::TooLarge);
    QString ending = fileEnding(name);
    const bool heic = type == QLatin1String("image/heic") || ending == QLatin1String("heic")
        || ending == QLatin1String("heif");
    const bool jpegOfHeic = heic && rule.accept.contains(QLatin1String("jpg"));
    if (jpegOfHeic && !(rule.heic && type == QLatin1String("image/heic")))
        return refuse("upload.heic"); // the advice is to make a JPG of it
    bool wanted = jpegOfHeic;
    for (const QString &accepted : rule.accept)
        wanted = wanted || (!type.isEmpty() && types.value(accepted) == type);
    if (!wanted)
        return refuse("upload.type");
    if (ending == QLatin1String("jpeg"))
        ending = QStringLiteral("jpg");
    // A name that promises something else than the bytes is how people are fooled.
    if (!jpegOfHeic && types.value(ending) != type)
        return refuse("upload.ending");
    if (pixelsOf(file.head(headBytes)) > qint64(maxMegapixels) * 1'000'000)
        return refuse("upload.tooManyPixels", ErrorCode::TooLarge);
    return std::nullopt;
}

namespace {

// What is kept instead of a HEIC photo, written down as if it had come so.
Status makeJpeg(const HeicDecoder &decoder, const QString &path, catalogue::UploadedFile &kept)
{
    if (const Status made = decoder.toJpeg(path); !made)
        return made;
    QFile jpeg(path);
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (!jpeg.open(QIODevice::ReadOnly) || !sum.addData(&jpeg))
        return error(ErrorCode::Internal, "upload.storage", {}, jpeg.errorString());
    kept.name = kept.name.section(QLatin1Char('.'), 0, -2) + QStringLiteral(".jpg");
    kept.type = QStringLiteral("image/jpeg");
    kept.size = jpeg.size();
    kept.sha256 = QString::fromLatin1(sum.result().toHex());
    return success();
}

} // namespace

Result<catalogue::UploadedFile> keep(
    const Context &context, http::ReceivedFile &file, const QString &field)
{
    catalogue::UploadedFile kept;
    kept.id = newId<AttachmentId>(context.clock);
    kept.field = field;
    kept.name = cleanFileName(file.clientName);
    kept.type = typeOfBytes(file.head(64));
    kept.size = file.size;
    kept.sha256 = QString::fromLatin1(file.sha256.toHex());
    const QString path = context.store.filePath(kept.id.text);
    if (const Status moved = file.keepAt(path); !moved)
        return moved.error();
    Status taken = context.scan.check(path);
    if (taken && kept.type == QLatin1String("image/heic"))
        taken = makeJpeg(context.heic, path, kept);
    if (!taken) {
        QFile::remove(path);
        Error told = taken.error();
        told.params.insert(QStringLiteral("name"), kept.name);
        return told;
    }
    return kept;
}

bool isToldAtField(const Error &error)
{
    return error.key == QLatin1String("upload.infected")
        || error.key == QLatin1String("upload.unscanned")
        || error.key == QLatin1String("upload.heic");
}

Status addRow(portal::Writing &writing, const catalogue::UploadedFile &file, const QString &owner,
    Timestamp now)
{
    return portal::Files::add(
        writing, { file.id.text, file.sha256, file.size, file.type, owner, now });
}

} // namespace citizen
