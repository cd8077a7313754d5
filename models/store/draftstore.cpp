#include "draftstore.h"

#include "models/faults/faults.h"
#include "models/sqlite/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

const char columns[] = "SELECT id, case_id, kind, version, content, files, saved FROM draft ";

QByteArray filesJson(const QList<NewAttachment> &files)
{
    QJsonArray array;
    for (const NewAttachment &file : files) {
        array.append(QJsonObject{ { QStringLiteral("id"), file.id.text },
            { QStringLiteral("name"), file.name }, { QStringLiteral("type"), file.type },
            { QStringLiteral("size"), file.size }, { QStringLiteral("sha256"), file.sha256 },
            { QStringLiteral("field"), file.field } });
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<NewAttachment> filesOf(const QByteArray &json)
{
    QList<NewAttachment> files;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        NewAttachment file;
        file.id = AttachmentId{ object.value(QLatin1String("id")).toString() };
        file.name = object.value(QLatin1String("name")).toString();
        file.type = object.value(QLatin1String("type")).toString();
        file.size = object.value(QLatin1String("size")).toInteger();
        file.sha256 = object.value(QLatin1String("sha256")).toString();
        file.field = object.value(QLatin1String("field")).toString();
        files.append(file);
    }
    return files;
}

QList<Draft> readAll(sqlite::Query &rows)
{
    QList<Draft> drafts;
    while (rows.next()) {
        Draft draft;
        draft.id = DraftId{ rows.text(0) };
        draft.caseId = CaseId{ rows.text(1) };
        draft.kind = rows.text(2);
        draft.version = int(rows.integer(3));
        draft.content = QJsonDocument::fromJson(rows.bytes(4)).object();
        draft.files = filesOf(rows.bytes(5));
        draft.savedAt = { rows.integer(6) };
        drafts.append(draft);
    }
    return drafts;
}

} // namespace

DraftStore::DraftStore(sqlite::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<Draft> DraftStore::save(Draft draft)
{
    if (draft.id.isNull())
        draft.id = newId<DraftId>(m_clock);
    draft.savedAt = m_clock.now();
    faults::step("draft.save");
    const QByteArray content = QJsonDocument(draft.content).toJson(QJsonDocument::Compact);
    const Status saved = m_database.run(
        "INSERT INTO draft (id, case_id, kind, version, content, files, saved) VALUES (?1, ?2, ?3,"
        " ?4 + 1, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET version = version + 1, content = ?5,"
        " files = ?6, saved = ?7, keep_until = 0 WHERE version = ?4",
        draft.id.text, draft.caseId.text, draft.kind, draft.version, sqlite::Utf8{ content },
        sqlite::Utf8{ filesJson(draft.files) }, draft.savedAt.ms);
    if (!saved)
        return saved.error();
    if (m_database.changes() == 0)
        return error(ErrorCode::Conflict, "draft.newer");
    ++draft.version;
    faults::step("draft.saved");
    return draft;
}

std::optional<Draft> DraftStore::find(const DraftId &id) const
{
    sqlite::Query rows = m_database.query(QByteArray(columns) + "WHERE id = ?1");
    rows.bind(id.text);
    const QList<Draft> drafts = readAll(rows);
    return drafts.isEmpty() ? std::nullopt : std::optional(drafts.first());
}

QList<Draft> DraftStore::list(const CaseId &id) const
{
    sqlite::Query rows
        = m_database.query(QByteArray(columns) + "WHERE case_id = ?1 ORDER BY saved, id");
    rows.bind(id.text);
    return readAll(rows);
}

QList<Draft> DraftStore::all() const
{
    sqlite::Query rows = m_database.query(QByteArray(columns) + "ORDER BY saved, id");
    return readAll(rows);
}

Status DraftStore::remove(const DraftId &id)
{
    return m_database.run("DELETE FROM draft WHERE id = ?1", id.text);
}
