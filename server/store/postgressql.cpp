#include "postgressql.h"

#include "postgresdialect.h"

#include <libpq-fe.h>
#include <vector>

namespace portal {

namespace {

// What libpq shall assume where the address says nothing else: a server that is cut off is noticed
// within half a minute, not after the hours of TCP.
const char *const keywords[]
    = { "connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count",
          "tcp_user_timeout", "application_name", "dbname", "client_encoding", nullptr };

// No wait is for ever: a request is answered with "later" instead, and a process that hangs in a
// transaction loses it, so that it does not hold up the others. What is acknowledged is on disk,
// also where the administration prefers speed for other databases of the server.
const char *const sessionSettings
    = "SET lock_timeout = '10s'; SET statement_timeout = '30s';"
      " SET idle_in_transaction_session_timeout = '60s'; SET timezone = 'UTC';"
      " SET bytea_output = 'hex'; SET standard_conforming_strings = on;"
      " SELECT set_config('synchronous_commit', 'on', false)"
      " WHERE current_setting('synchronous_commit') = 'off'";

const qint64 writersTurn = 0x6b6f6e746f72; // "kontor"; key of the advisory lock

const Oid boolType = 16;
const Oid byteaType = 17;

struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

bool succeeded(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

Error away(const QString &detail)
{
    return error(ErrorCode::Unavailable, "store.away", {}, detail);
}

// As sqlite::errorOf(), from the SQLSTATE (PostgreSQL documentation, appendix A).
Error errorOf(const QByteArray &state, const QString &detail)
{
    const QByteArray group = state.left(2);
    if (state == "53100")
        return error(ErrorCode::NoSpace, "store.full", {}, detail);
    if (group == "08" || group == "53" || state.startsWith("57P") || state == "25P03"
        || state == "25006") // the last: a server that only follows another one
        return away(detail);
    if (group == "40" || state == "55P03" || state == "57014")
        return error(ErrorCode::Busy, "store.busy", {}, detail);
    if (group == "23")
        return error(ErrorCode::Conflict, "store.constraint", {}, detail);
    if (state == "22021" || state == "22P05")
        return error(ErrorCode::InvalidInput, "store.text", {}, detail);
    if (state == "XX001" || state == "XX002")
        return error(ErrorCode::Corrupt, "store.corrupt", {}, detail);
    return error(ErrorCode::Internal, "store.failed", {}, detail);
}

// The whole answer is in memory; what is read from it needs no connection any more.
class PostgresCursor : public Cursor {
public:
    PostgresCursor(PostgresSql &sql, QByteArray text)
        : m_sql(sql)
        , m_text(std::move(text))
    {
    }

    void bind(int position, const SqlValue &value) override
    {
        if (m_values.size() < size_t(position))
            m_values.resize(size_t(position));
        Parameter &parameter = m_values[size_t(position) - 1];
        parameter = {};
        if (const auto *text = std::get_if<Utf8>(&value))
            parameter = { text->bytes, true, true }; // with its length: NUL is refused, not an end
        else if (const auto *blob = std::get_if<QByteArray>(&value))
            parameter = { *blob, true, true };
        else if (const auto *number = std::get_if<qint64>(&value))
            parameter = { QByteArray::number(*number), true, false };
        else if (const auto *real = std::get_if<double>(&value))
            parameter = { QByteArray::number(*real, 'g', 17), true, false };
    }

    bool next() override
    {
        if (!m_status || (!m_answer && !carryOut()) || m_row >= PQntuples(m_answer.get()) - 1)
            return false;
        ++m_row;
        return true;
    }
    Status status() const override { return m_status; }

    bool isNull(int column) const override
    {
        return m_row < 0 || PQgetisnull(m_answer.get(), m_row, column);
    }
    qint64 integer(int column) const override
    {
        if (isNull(column))
            return 0;
        const char *value = PQgetvalue(m_answer.get(), m_row, column);
        if (PQftype(m_answer.get(), column) == boolType)
            return *value == 't';
        return QByteArray::fromRawData(value, PQgetlength(m_answer.get(), m_row, column))
            .toLongLong();
    }
    double real(int column) const override
    {
        return isNull(column) ? 0
                              : QByteArray(PQgetvalue(m_answer.get(), m_row, column)).toDouble();
    }
    QByteArray bytes(int column) const override
    {
        if (isNull(column))
            return {};
        const char *value = PQgetvalue(m_answer.get(), m_row, column);
        const int size = PQgetlength(m_answer.get(), m_row, column);
        if (PQftype(m_answer.get(), column) == byteaType) // \x0123…
            return QByteArray::fromHex(QByteArray::fromRawData(value + 2, size - 2));
        return QByteArray(value, size);
    }

private:
    struct Parameter {
        QByteArray bytes;
        bool given = false; // else NULL
        bool binary = false;
    };

    bool carryOut()
    {
        const Result<QByteArray> name = m_sql.prepared(m_text);
        if (!name) {
            m_status = name.error();
            return false;
        }
        std::vector<const char *> values;
        std::vector<int> lengths;
        std::vector<int> formats;
        for (const Parameter &parameter : m_values) {
            values.push_back(parameter.given ? parameter.bytes.constData() : nullptr);
            lengths.push_back(int(parameter.bytes.size()));
            formats.push_back(parameter.binary ? 1 : 0);
        }
        m_answer.reset(PQexecPrepared(m_sql.handle(), name->constData(), int(m_values.size()),
            values.data(), lengths.data(), formats.data(), 0));
        if (succeeded(m_answer.get()))
            return true;
        m_status = m_sql.failure(m_answer.get(), m_text);
        return false;
    }

    PostgresSql &m_sql;
    QByteArray m_text;
    std::vector<Parameter> m_values;
    Answer m_answer;
    Status m_status = success();
    int m_row = -1;
};

} // namespace

PostgresSql::PostgresSql(pg_conn *connection)
    : m_connection(connection)
{
    PQsetNoticeProcessor(
        connection, [](void *, const char *) {}, nullptr);
}

PostgresSql::~PostgresSql()
{
    PQfinish(m_connection);
}

Result<std::unique_ptr<PostgresSql>> PostgresSql::open(const QString &address)
{
    const QByteArray whole = address.toUtf8();
    const char *const values[]
        = { "5", "15", "5", "3", "15000", "kontor-portal", whole.constData(), "UTF8", nullptr };
    std::unique_ptr<PostgresSql> sql(new PostgresSql(PQconnectdbParams(keywords, values, 1)));
    if (PQstatus(sql->m_connection) != CONNECTION_OK)
        return away(QString::fromUtf8(PQerrorMessage(sql->m_connection)).trimmed());
    if (const Status set = sql->execute(sessionSettings); !set)
        return set.error();
    return sql;
}

Status PostgresSql::takeTime()
{
    return execute("SET lock_timeout = 0; SET statement_timeout = 0");
}

Error PostgresSql::failure(const void *result, const QByteArray &doing)
{
    // Only the first line of the message: the details quote the values of rows.
    const auto *answer = static_cast<const PGresult *>(result);
    const char *state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    const QString detail
        = QStringLiteral("%1 (%2)").arg(QString::fromUtf8(message ? message : "connection lost"),
            QString::fromUtf8(doing.left(60)));
    if (PQstatus(m_connection) != CONNECTION_OK) {
        m_lost = true;
        return away(detail);
    }
    const Error error = errorOf(state ? QByteArray(state) : QByteArray("08"), detail);
    if (error.code == ErrorCode::Unavailable)
        m_lost = true; // it is about to close, or of no use
    return error;
}

Status PostgresSql::execute(const QByteArray &sql)
{
    const Answer answer(PQexec(m_connection, sql.constData()));
    if (!succeeded(answer.get()))
        return failure(answer.get(), sql);
    // PostgreSQL answers the COMMIT of a broken transaction with a rollback, and calls that well.
    if (sql == "COMMIT" && qstrcmp(PQcmdStatus(answer.get()), "COMMIT") != 0)
        return error(ErrorCode::Internal, "store.failed", {}, QStringLiteral("rolled back"));
    return success();
}

// Writers of all processes take turns, each from its first statement until its COMMIT is visible to
// all. That is what SQLite does with its one writer, so the repositories, which read, decide and
// then write, are right on both. It also puts the feed's numbers into the order of the commits: a
// sequence would let the higher number appear first, and a reader whose place is behind it would
// never see the lower one. Taking only the number from a locked row as the last statement would do
// for the feed, but not for the audit log, whose every row carries the hash of the one before, nor
// for the counters of references; reading only below the oldest running transaction would let one
// slow writer hold back everybody's news. The turn costs little: what queued up in a process is
// committed together. An advisory lock rather than a row, since it leaves nothing to clean up.
Status PostgresSql::begin(Access access)
{
    static const QByteArray turn
        = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock("
        + QByteArray::number(writersTurn) + ")";
    const Status begun = execute(
        access == Access::Write ? turn : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun && inTransaction())
        (void)execute("ROLLBACK");
    return begun;
}

bool PostgresSql::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection);
    return !m_lost && status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
}

bool PostgresSql::isUsable() const
{
    return !m_lost && PQstatus(m_connection) == CONNECTION_OK;
}

Status PostgresSql::announce(qint64 feedNumber)
{
    return run(
        "SELECT pg_notify(?1, ?2)", QString::fromLatin1(channel()), QString::number(feedNumber));
}

Result<QByteArray> PostgresSql::prepared(const QByteArray &sql)
{
    const auto known = m_prepared.constFind(sql);
    if (known != m_prepared.constEnd())
        return *known;
    const QByteArray name = "s" + QByteArray::number(m_prepared.size());
    const Answer answer(PQprepare(
        m_connection, name.constData(), dialect::parameters(sql).constData(), 0, nullptr));
    if (!succeeded(answer.get()))
        return failure(answer.get(), sql);
    m_prepared.insert(sql, name);
    return name;
}

std::unique_ptr<Cursor> PostgresSql::cursor(const QByteArray &sql)
{
    return std::make_unique<PostgresCursor>(*this, sql);
}

} // namespace portal
