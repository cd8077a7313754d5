#include "cache.h"

#include "casetable.h"
#include "casetext.h"
#include "erasure.h"
#include "filestore.h"
#include "germantext.h"
#include "storefile.h"
#include "vocabulary.h"

#include "models/domain/wire.h"
#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <sqlite3.h>

Q_LOGGING_CATEGORY(cacheLog, "kontor.store.cache")

Cache::Cache(const ProfilePaths &paths, std::unique_ptr<sqlite::Database> database)
    : m_paths(paths)
    , m_database(std::move(database))
    , m_files(std::make_unique<FileStore>(paths.files()))
    , m_erasure(std::make_unique<Erasure>(*m_database, *m_files))
{
}

Cache::~Cache() = default;

Result<std::unique_ptr<Cache>> Cache::open(const ProfilePaths &paths)
{
    for (int attempt = 0;; ++attempt) {
        auto database = openCacheFile(paths.cache());
        Status opened = database ? success() : Status(database.error());
        if (database) {
            std::unique_ptr<Cache> cache(new Cache(paths, *std::move(database)));
            opened = cache->prepare();
            if (opened)
                return cache;
        }
        if (opened.error().code != ErrorCode::Corrupt || attempt > 0)
            return opened.error();
        // Everything in it comes again from the portal. The damaged file is kept for the support
        // until then and removed after the next full read: it may hold what was revoked meanwhile.
        qCWarning(cacheLog) << "cache is damaged, set aside and begun anew";
        if (const Status aside = setAside(paths.cache(), QStringLiteral(".damaged")); !aside)
            return aside.error();
        QFile::remove(paths.cache() + QStringLiteral(".broken"));
    }
}

Status Cache::prepare()
{
    if (QFile::exists(m_paths.cache() + QStringLiteral(".broken")))
        return error(ErrorCode::Corrupt, "store.corrupt");
    if (const Result<qint64> readable = m_database->number("SELECT count(*) FROM case_type");
        !readable)
        return readable.error();
    const QString texts = QString::number(searchTextFormat);
    const QString rows = QString::number(casetable::rowFormat);
    const bool stale = state("searchText") != texts;
    const bool bare = state("rowFormat") != rows;
    if (!stale && !bare)
        return success();
    sqlite::Transaction transaction(*m_database);
    Status done = stale ? casetable::reindex(*m_database) : success();
    if (done && bare)
        done = casetable::refill(*m_database);
    if (done)
        done = setState("searchText", texts);
    if (done)
        done = setState("rowFormat", rows);
    return done ? transaction.commit() : done;
}

QString Cache::state(const char *name) const
{
    sqlite::Query query = m_database->query("SELECT value FROM state WHERE name = ?1");
    query.bind(QString::fromLatin1(name));
    return query.next() ? query.text(0) : QString();
}

Status Cache::setState(const char *name, const QString &value)
{
    return m_database->run("INSERT OR REPLACE INTO state (name, value) VALUES (?1, ?2)",
        QString::fromLatin1(name), value);
}

Result<SyncState> Cache::syncState() const
{
    SyncState sync;
    sync.serverId = state("serverId");
    sync.epoch = state("epoch");
    sync.cursor = state("cursor");
    sync.pulledAt = { state("pulledAt").toLongLong() };
    sync.resync = state("resync") == QLatin1String("1");
    sync.pulls = state("pulls").toInt();
    return sync;
}

Status Cache::bindServer(const QString &serverId, const QString &epoch)
{
    sqlite::Transaction transaction(*m_database);
    if (const Status set = setState("serverId", serverId); !set)
        return set;
    if (const Status set = setState("epoch", epoch); !set)
        return set;
    faults::step("cache.bind");
    return transaction.commit();
}

Status Cache::saveSession(const Session &session)
{
    faults::step("cache.session");
    const QByteArray json = QJsonDocument(toJson(session)).toJson(QJsonDocument::Compact);
    return setState("session", QString::fromUtf8(json));
}

std::optional<Session> Cache::session() const
{
    const QString json = state("session");
    if (json.isEmpty())
        return std::nullopt;
    const Result<Session> session
        = sessionFromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    return session ? std::optional(*session) : std::nullopt;
}

std::optional<CaseType> Cache::caseType(const CaseTypeId &id, int version) const
{
    sqlite::Query query = m_database->query("SELECT json FROM case_type WHERE id = ?1"
                                            " AND (?2 = 0 OR version = ?2)"
                                            " ORDER BY version DESC LIMIT 1");
    query.bind(id.text, version);
    if (!query.next())
        return std::nullopt;
    const Result<CaseType> type
        = caseTypeFromJson(QJsonDocument::fromJson(query.bytes(0)).object());
    return type ? std::optional(*type) : std::nullopt;
}

QList<CaseType> Cache::caseTypes() const
{
    QList<CaseType> types;
    sqlite::Query query = m_database->query("SELECT json, max(version) FROM case_type GROUP BY id");
    while (query.next()) {
        if (auto type = caseTypeFromJson(QJsonDocument::fromJson(query.bytes(0)).object()))
            types.append(*std::move(type));
    }
    return types;
}

std::optional<CaseFile> Cache::find(const CaseId &id) const
{
    sqlite::Query query = m_database->query("SELECT json FROM body JOIN cases USING (id)"
                                            " WHERE uuid = ?1 AND hidden = 0");
    query.bind(id.text);
    if (!query.next())
        return std::nullopt;
    const Result<CaseFile> caseFile
        = caseFromJson(QJsonDocument::fromJson(query.bytes(0)).object());
    return caseFile ? std::optional(*caseFile) : std::nullopt;
}

std::optional<InboxRow> Cache::row(qint64 key) const
{
    sqlite::Query query = m_database->query(
        QByteArray("SELECT ") + casetable::rowColumns + "FROM cases WHERE id = ?1 AND hidden = 0");
    query.bind(key);
    return query.next() ? std::optional(casetable::rowFrom(query)) : std::nullopt;
}

qint64 Cache::keyOf(const CaseId &id) const
{
    return m_database->number("SELECT id FROM cases WHERE uuid = ?1 AND hidden = 0", id.text)
        .valueOr(0);
}

bool Cache::hasLeft(const CaseId &id) const
{
    return m_database->number("SELECT count(*) FROM gone WHERE uuid = ?1", id.text).valueOr(0) > 0;
}

bool Cache::knows(const CaseId &id) const
{
    return m_database->number("SELECT count(*) FROM cases WHERE uuid = ?1 AND hidden < 2", id.text)
               .valueOr(1)
        > 0; // what cannot be read is not taken for absent
}

bool Cache::isErasing() const
{
    return m_erasure->isDue();
}

Status Cache::finishFile(const QString &sha256)
{
    const Result<qint64> named = m_database->number(
        "SELECT count(*) FROM file JOIN cases ON cases.id = file.case_id WHERE sha256 = ?1 AND"
        " hidden < 2",
        sha256);
    if (!named)
        return named.error();
    if (*named > 0)
        return m_files->finish(sha256);
    m_files->remove(sha256);
    return error(ErrorCode::NotFound, "file.notNamed");
}

CaseId Cache::idOf(qint64 key) const
{
    sqlite::Query query = m_database->query("SELECT uuid FROM cases WHERE id = ?1");
    query.bind(key);
    return query.next() ? CaseId{ query.text(0) } : CaseId();
}

QList<qint64> Cache::firstKeys(InboxOrder order, Qt::SortOrder direction, int limit) const
{
    QByteArray sql = "SELECT id FROM cases WHERE hidden = 0 AND state IN ('new', 'accepted',"
                     " 'inProgress', 'waitingForApplicant') ORDER BY ";
    const bool descending = direction == Qt::DescendingOrder;
    switch (order) {
    case InboxOrder::Due:
        // No target is NULL, which SQLite puts first; it belongs last.
        sql += descending ? "due DESC" : "due IS NULL, due";
        break;
    case InboxOrder::Updated:
        sql += descending ? "updated DESC" : "updated";
        break;
    case InboxOrder::Applicant:
        sql += descending ? "sort_key DESC" : "sort_key";
        break;
    case InboxOrder::Reference:
        sql += descending ? "ref_norm DESC" : "ref_norm";
        break;
    case InboxOrder::Filed:
        sql += descending ? "filed DESC" : "filed";
        break;
    }
    sqlite::Query query = m_database->query(sql + " LIMIT ?1");
    query.bind(limit);
    QList<qint64> keys;
    while (query.next())
        keys.append(query.integer(0));
    return keys;
}

InboxColumns Cache::columns() const
{
    InboxColumns columns;
    columns.reserve(caseCount());
    sqlite::Query query = m_database->query(
        QByteArray("SELECT ") + casetable::listColumns + "FROM cases WHERE hidden = 0");
    while (query.next())
        columns.append(casetable::listedFrom(query));
    columns.order();
    return columns;
}

Result<BoardRows> Cache::boardRows() const
{
    BoardRows rows;
    rows.rows.reserve(size_t(caseCount()));
    QHash<QByteArray, CaseState> states; // few names for very many rows
    BoardFacts facts;
    sqlite::Query query = m_database->query(
        "SELECT id, type, state, due, paused, period_ends, assignee, department, fee_open, filed,"
        " ended, consulted FROM cases WHERE hidden = 0 ORDER BY id");
    while (query.next()) {
        facts.key = query.integer(0);
        facts.type = query.bytes(1);
        const QByteArray state = query.bytes(2);
        auto known = states.constFind(state);
        if (known == states.constEnd())
            known = states.insert(state, caseStateOf(QString::fromUtf8(state)));
        facts.state = *known;
        facts.due = query.integer(3);
        facts.paused = query.integer(4) != 0;
        facts.periodEnds = query.integer(5);
        facts.assignee = query.bytes(6);
        facts.department = query.bytes(7);
        facts.feeOpen = query.integer(8) != 0;
        facts.filed = query.integer(9);
        facts.ended = query.integer(10);
        facts.consulted = query.integer(11) != 0;
        rows.append(facts);
    }
    if (const Status read = query.status(); !read)
        return read.error();
    return rows;
}

CaseCounts Cache::counts(const ClerkId &clerk, QDate today) const
{
    sqlite::Query query = m_database->query(
        "SELECT count(*), total(assignee = ?1), total(state = 'new'), total(assignee = ''),"
        " total(state = 'waitingForApplicant'), total(unread), total(follow_up <= ?2),"
        " total(due < ?2 AND NOT paused) FROM cases WHERE hidden = 0 AND state IN ('new',"
        " 'accepted', 'inProgress', 'waitingForApplicant')");
    query.bind(clerk.text, today.toJulianDay());
    CaseCounts counts;
    if (!query.next())
        return counts;
    counts.inbox = int(query.integer(0));
    counts.mine = clerk.isNull() ? 0 : int(query.integer(1));
    counts.fresh = int(query.integer(2));
    counts.unassigned = int(query.integer(3));
    counts.waiting = int(query.integer(4));
    counts.unread = int(query.integer(5));
    counts.followUps = int(query.integer(6));
    counts.overdue = int(query.integer(7));
    return counts;
}

namespace {

// "word" at the beginning of a word, or the whole words in which it is a part.
QString matchOf(const QString &word, const Vocabulary *vocabulary)
{
    const int shortest = 4; // letters; shorter parts are in too many words to mean anything
    const int most = 200; // words that contain it: each costs time
    const QString begin = QLatin1Char('"') + word + QStringLiteral("\"*");
    if (!vocabulary || word.size() < shortest)
        return begin;
    QStringList any{ begin };
    for (const QByteArray &whole : vocabulary->containing(word.toUtf8(), most))
        any.append(QLatin1Char('"') + QString::fromUtf8(whole) + QLatin1Char('"'));
    return QLatin1Char('(') + any.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

} // namespace

void Cache::readWords(Vocabulary &vocabulary) const
{
    vocabulary.read(*m_database);
}

QList<qint64> Cache::search(const QString &text, int limit, const Vocabulary *vocabulary) const
{
    QList<qint64> keys;
    const QString reference = foldedReference(text);
    if (reference.isEmpty())
        return keys;
    // ':' follows '9' and '{' follows 'z': every reference that begins so.
    sqlite::Query byReference = m_database->query(
        "SELECT id FROM cases WHERE ref_norm >= ?1 AND ref_norm < ?1 || '{' AND hidden = 0"
        " ORDER BY ref_norm DESC LIMIT ?2");
    byReference.bind(reference, limit);
    while (byReference.next())
        keys.append(byReference.integer(0));
    QStringList all;
    for (const QString &word : folded(text).split(QLatin1Char(' ')))
        all.append(matchOf(word, vocabulary));
    const QString match = all.join(QStringLiteral(" AND "));
    sqlite::Query byText = m_database->query(limit < 0
            ? "SELECT c.id FROM search JOIN cases AS c ON c.id = search.rowid WHERE search MATCH ?1"
              " AND c.hidden = 0 LIMIT ?2"
            : "SELECT c.id FROM search JOIN cases AS c ON c.id = search.rowid WHERE search MATCH ?1"
              " AND c.hidden = 0 ORDER BY c.updated DESC LIMIT ?2");
    byText.bind(match, limit);
    const qsizetype references = keys.size();
    while (byText.next()) {
        const qint64 key = byText.integer(0);
        if (!std::count(keys.begin(), keys.begin() + references, key))
            keys.append(key);
    }
    if (limit >= 0 && keys.size() > limit)
        keys.resize(limit);
    return keys;
}

int Cache::caseCount() const
{
    return int(m_database->number("SELECT count(*) FROM cases WHERE hidden = 0").valueOr(0));
}

void Cache::interrupt()
{
    m_database->interrupt();
}
