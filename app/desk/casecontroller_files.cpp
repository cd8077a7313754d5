// Files of a case: shown, saved and, if their type is on the allow-list, opened elsewhere.
#include "casecontroller.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/domain/filename.h"
#include "models/store/caseview.h"
#include "sync/engine/syncengine.h"
#include "ui/casefile/attachmentstab.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/filerules.h"
#include "ui/shell/mainwindow.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

Status copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return error(ErrorCode::NotFound, "file.missing");
    if (!target.open(QIODevice::WriteOnly))
        return error(ErrorCode::NotAllowed, "file.write");
    while (!source.atEnd()) {
        const QByteArray part = source.read(1 << 20);
        if (target.write(part) != part.size())
            return error(ErrorCode::NoSpace, "file.write");
    }
    return target.commit() ? success() : Status(error(ErrorCode::NoSpace, "file.write"));
}

// Windows then warns before it opens what came from somebody else (zone 3: internet).
void markForeign([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    QFile stream(path + QStringLiteral(":Zone.Identifier"));
    if (stream.open(QIODevice::WriteOnly))
        stream.write("[ZoneTransfer]\r\nZoneId=3\r\n");
#endif
}

bool isForeign(const Attachment &attachment)
{
    return attachment.origin != AttachmentOrigin::Notice
        && attachment.origin != AttachmentOrigin::Office;
}

} // namespace

void CaseController::connectFiles()
{
    connect(&m_requests, &CaseRequests::fileRequested, this,
        [this](const CaseId &id, const AttachmentId &attachment) {
            const QString path = m_desk.attachmentPath(id, attachment);
            if (!path.isEmpty())
                m_window.casePage()->attachments()->setFile(attachment, path);
        });
    connect(&m_desk.engine(), &SyncEngine::fileArrived, this,
        [this](const CaseId &id, const AttachmentId &attachment, const QString &) {
            if (id == m_window.shownCase())
                m_window.casePage()->attachments()->setFile(
                    attachment, m_desk.attachmentPath(id, attachment));
        });
    connect(&m_desk.engine(), &SyncEngine::fileFailed, this,
        [this](const CaseId &id, const AttachmentId &attachment, const Error &error) {
            if (id == m_window.shownCase())
                m_window.casePage()->attachments()->setFile(attachment, error);
        });
    connect(&m_desk.view(), &CaseView::caseRemoved, this, [this](const CaseId &id) {
        QDir(m_desk.paths().opened() + QLatin1Char('/') + id.text).removeRecursively();
    });
    connect(&m_requests, &CaseRequests::filesOffered, this, &CaseController::onFiles);
    connect(&m_requests, &CaseRequests::saveRequested, this, &CaseController::onSave);
    connect(&m_requests, &CaseRequests::openRequested, this, &CaseController::onOpen);
}

// Copied at once: what becomes of the original until the reply is sent changes nothing, and the
// draft keeps its files over a restart.
void CaseController::onFiles(const CaseId &id, const QList<QUrl> &files)
{
    const QJsonObject &limits = m_desk.view().session().limits;
    const qint64 largest = limits.value(QLatin1String("fileBytes")).toInteger(25 << 20);
    for (const QUrl &url : files) {
        const QString path = url.toLocalFile();
        if (QFileInfo(path).size() > largest) {
            m_window.showError(error(ErrorCode::TooLarge, "file.tooLarge"));
            continue;
        }
        const Result<NewAttachment> copy = m_desk.actions().stageFile(path);
        if (copy)
            m_window.casePage()->addReplyFile(id, *copy);
        else
            m_window.showError(copy.error());
    }
}

void CaseController::onSave(const CaseId &id, const AttachmentId &attachment, const QString &path)
{
    const auto viewed = m_desk.view().find(id);
    const Attachment *file = viewed ? findAttachment(viewed->caseFile, attachment) : nullptr;
    const QString source = m_desk.attachmentPath(id, attachment);
    if (!file || source.isEmpty()) {
        m_window.showError(error(ErrorCode::Unreachable, "file.notHere"));
        return;
    }
    if (!check(copyFile(source, path)))
        return;
    if (isForeign(*file))
        markForeign(path);
    m_window.showMessage(tr("The file is saved"), QStringLiteral("download"));
}

void CaseController::onOpen(const CaseId &id, const AttachmentId &attachment)
{
    const auto viewed = m_desk.view().find(id);
    const Attachment *file = viewed ? findAttachment(viewed->caseFile, attachment) : nullptr;
    const QString source = m_desk.attachmentPath(id, attachment);
    if (!file || source.isEmpty()) {
        m_window.showError(error(ErrorCode::Unreachable, "file.notHere"));
        return;
    }
    if (!mayOpenOutside(file->name, file->type)) {
        m_window.showError(error(ErrorCode::NotAllowed, "file.typeNotOpened"));
        return;
    }
    const QString ofCase = m_desk.paths().opened() + QLatin1Char('/') + id.text;
    const QString folder = ofCase + QLatin1Char('/') + attachment.text;
    QDir().mkpath(folder);
    QFile::setPermissions(m_desk.paths().opened(), // nobody else's to read
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString copy = QDir(folder).filePath(cleanFileName(file->name));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    if (!check(copyFile(source, copy)))
        return;
    QFile::setPermissions(copy, QFile::ReadOwner); // a change in it would reach nobody
    if (isForeign(*file))
        markForeign(copy);
    QDesktopServices::openUrl(QUrl::fromLocalFile(copy));
}
