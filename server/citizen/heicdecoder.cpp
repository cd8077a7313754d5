#include "heicdecoder.h"

#include <QDir>
#include <QLoggingCategory>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

Q_LOGGING_CATEGORY(heicLog, "kontor.citizen.heic")

namespace citizen {

namespace {
constexpr int patienceMs = 30'000;
}

HeicDecoder::HeicDecoder(const QString &command)
    : m_command(QProcess::splitCommand(command))
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
    QProcess decoder;
    decoder.setStandardInputFile(QProcess::nullDevice());
    decoder.setStandardOutputFile(QProcess::nullDevice());
    decoder.setStandardErrorFile(QProcess::nullDevice());
    decoder.start(m_command.first(),
        m_command.mid(1) + QStringList{ path, folder.filePath(QStringLiteral("photo.jpg")) });
    if (!decoder.waitForFinished(patienceMs)) {
        decoder.kill();
        decoder.waitForFinished(1000);
        qCWarning(heicLog) << "the decoder gave no answer:" << decoder.errorString();
        return error(ErrorCode::InvalidInput, "upload.heic");
    }
    // Of a series of photos the first: they come as photo-1.jpg, photo-2.jpg, …
    const QStringList pictures
        = QDir(folder.path()).entryList({ QStringLiteral("photo*.jpg") }, QDir::Files, QDir::Name);
    QFile picture(folder.filePath(pictures.value(0)));
    if (decoder.exitStatus() != QProcess::NormalExit || decoder.exitCode() != 0
        || pictures.isEmpty() || !picture.open(QIODevice::ReadOnly))
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
