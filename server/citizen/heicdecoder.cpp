#include "heicdecoder.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace citizen {

namespace {
constexpr int patienceMs = 30'000;
}

HeicDecoder::HeicDecoder(const QString &command)
    : m_command(command)
{
}

QString HeicDecoder::installed()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("heif-convert"));
    return program.isEmpty() ? QString() : QLatin1Char('"') + program + QLatin1Char('"');
}

Result<QByteArray> HeicDecoder::convert(const QString &path) const
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return error(ErrorCode::NoSpace, "upload.storage", {}, folder.errorString());
    const auto said
        = m_command.run({ path, folder.filePath(QStringLiteral("photo.jpg")) }, patienceMs);
    // Of a series of photos the first: they come as photo-1.jpg, photo-2.jpg, …
    const QStringList pictures
        = QDir(folder.path()).entryList({ QStringLiteral("photo*.jpg") }, QDir::Files, QDir::Name);
    QFile picture(folder.filePath(pictures.value(0)));
    if (said != 0 || pictures.isEmpty() || !picture.open(QIODevice::ReadOnly))
        return error(ErrorCode::InvalidInput, "upload.heic");
    return picture.readAll();
}

Status HeicDecoder::toJpeg(const QString &path) const
{
    const Result<QByteArray> jpeg = convert(path);
    if (!jpeg)
        return jpeg.error();
    if (!jpeg->startsWith("\xff\xd8\xff"))
        return error(ErrorCode::InvalidInput, "upload.heic");
    QSaveFile file(path); // synced before it takes the photo's place
    if (!file.open(QIODevice::WriteOnly) || file.write(*jpeg) != jpeg->size() || !file.commit())
        return error(ErrorCode::NoSpace, "upload.storage", {}, file.errorString());
    return success();
}

} // namespace citizen
