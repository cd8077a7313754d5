#include "backoffice.h"

#include "models/sqlite/database.h"
#include "server/store/cases.h"
#include "server/store/files.h"
#include "server/store/operations.h"

#include <QFileInfo>
#include <QTest>

using namespace portal;

static void check(const Status &done, const char *what)
{
    if (!done)
        qFatal("%s: %s %s", what, qPrintable(done.error().key), qPrintable(done.error().detail));
}

BackOffice::BackOffice(const PortalProcess &portal)
{
    auto store = Store::open(portal.data(), portal.database());
    if (!store)
        qFatal("back office: %s", qPrintable(store.error().key));
    m_store = *std::move(store);
    m_registrar = std::make_unique<Registrar>(*m_store, m_clock);
}

BackOffice::~BackOffice() = default;

CaseFile BackOffice::caseOf(const CaseId &id) const
{
    const auto found = m_store->read([&](Sql &sql) { return Cases(sql).find(id); });
    return found && *found ? **found : CaseFile();
}

int BackOffice::effects(const Operation &operation) const
{
    const EventId first{ derivedUuid(operation.id.text, "event/1") };
    const CaseFile caseFile = caseOf(operation.caseId);
    return int(std::count_if(caseFile.events.begin(), caseFile.events.end(),
        [&](const TimelineEvent &event) { return event.id == first; }));
}

std::optional<OperationResult> BackOffice::resultOf(const OperationId &id) const
{
    const auto stored = m_store->read([&](Sql &sql) { return Operations(sql).find(id); });
    return stored && *stored ? std::optional((*stored)->result) : std::nullopt;
}

void BackOffice::transfer(const QList<CaseId> &ids, const QString &department)
{
    const Status done = m_store->write([&](Writing &writing) -> Status {
        for (const CaseId &id : ids) {
            CaseFile caseFile = **Cases(writing.sql).find(id);
            caseFile.department = DepartmentId{ department };
            caseFile.participations.clear();
            caseFile.version += 1;
            caseFile.updatedAt = m_clock.now();
            if (const Status saved = Cases::save(writing, caseFile); !saved)
                return saved;
        }
        return success();
    });
    check(done, "transfer");
}

void BackOffice::change(const CaseId &id, const OperationArgs &args, const Author &author)
{
    Operation operation;
    operation.id = newId<OperationId>(m_clock);
    operation.caseId = id;
    operation.baseVersion = caseOf(id).version;
    operation.createdAt = m_clock.now();
    operation.args = args;
    const Result<CarriedOut> done = m_registrar->carryOut(operation, author);
    check(done ? success() : Status(done.error()), "change");
    if (done->result.outcome != Outcome::Applied && done->result.outcome != Outcome::Merged)
        qFatal("change: %s", qPrintable(done->result.reason));
}

void BackOffice::withdraw(const CaseId &id)
{
    change(id, WithdrawApplication{ QStringLiteral("Hat sich erledigt") },
        Author::applicant(id, QStringLiteral("Änne Szczepańska")));
}

MessageId BackOffice::applicantWrites(const CaseId &id, const QString &text, const QByteArray &file)
{
    const Author author = Author::applicant(id, QStringLiteral("Änne Szczepańska"));
    ReceiveMessage message{ newId<MessageId>(m_clock), text, {} };
    if (!file.isEmpty()) {
        const Result<StoredFile> kept
            = keepBytes(*m_store, m_clock, file, QStringLiteral("application/pdf"), author.key);
        check(kept ? success() : Status(kept.error()), "file");
        message.attachments = { { newId<AttachmentId>(m_clock), QStringLiteral("Foto.pdf"),
            kept->type, kept->size, kept->sha256 } };
    }
    change(id, message, author);
    return message.id;
}

QByteArray BackOffice::attached(const CaseId &id, const QString &sha256) const
{
    const auto found = m_store->read([&](Sql &sql) { return Files(sql).findInCase(id, sha256); });
    QFile file(found && *found ? m_store->filePath((*found)->id) : QString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int BackOffice::loseFile(const QString &sha256)
{
    int lost = 0;
    const Status done = m_store->write([&](Writing &writing) -> Status {
        const Result<QList<StoredFile>> files = Files(writing.sql).list();
        if (!files)
            return files.error();
        for (const StoredFile &file : *files) {
            if (file.sha256 != sha256)
                continue;
            ++lost;
            QFile::remove(m_store->filePath(file.id));
            if (const Status removed = Files::remove(writing, file.id, file.owner); !removed)
                return removed;
        }
        return success();
    });
    check(done, "loseFile");
    return lost;
}

int BackOffice::mailsWaiting() const
{
    const auto count = m_store->read(
        [](Sql &sql) { return sql.number("SELECT count(*) FROM mail WHERE state = 0"); });
    return int(count.valueOr(-1));
}

void BackOffice::releaseMails()
{
    check(m_store->write([](Writing &writing) {
        return writing.sql.run("UPDATE mail SET next_attempt_at = 0 WHERE state = 0");
    }),
        "release");
}

QStringList BackOffice::damages() const
{
    QStringList found;
    const auto files = m_store->read([](Sql &sql) { return Files(sql).list(); });
    if (!files)
        return { files.error().key };
    for (const StoredFile &file : *files) {
        if (QFileInfo(m_store->filePath(file.id)).size() != file.size)
            found.append(QStringLiteral("file without its bytes: ") + file.id);
    }
    const QString database = m_store->folder() + QStringLiteral("/portal.db");
    if (!QFile::exists(database))
        return found; // PostgreSQL looks after its own
    const auto sql = sqlite::Database::open(database, sqlite::OpenMode::ReadOnly);
    if (!sql || !(*sql)->quickCheck())
        found.append(QStringLiteral("the database is damaged"));
    return found;
}

int BackOffice::audited(const QString &action, const CaseId &subject) const
{
    const auto count = m_store->read([&](Sql &sql) {
        return sql.number(
            "SELECT count(*) FROM audit WHERE action = ?1 AND subject = ?2", action, subject.text);
    });
    return int(count.valueOr(0));
}
