#include "directory.h"

#include "json.h"

#include "models/domain/wire.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUuid>

namespace portal {

namespace {

Result<QByteArray> value(Sql &sql, const char *name)
{
    auto row = sql.query("SELECT value FROM meta WHERE name = ?1");
    row.bind(QString::fromLatin1(name));
    if (row.next())
        return row.bytes(0);
    if (const Status read = row.status(); !read)
        return read.error();
    return QByteArray();
}

Status setValue(Writing &writing, const char *name, const QByteArray &value)
{
    return writing.sql.run("INSERT INTO meta (name, value) VALUES (?1, ?2)"
                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        QString::fromLatin1(name), value);
}

QByteArray randomId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

Result<QString> textOf(Result<QByteArray> bytes)
{
    if (!bytes)
        return bytes.error();
    return QString::fromUtf8(*bytes);
}

} // namespace

Status Directory::begin(Writing &writing)
{
    const Result<QByteArray> id = value(writing.sql, "serverId");
    if (!id)
        return id.error();
    if (!id->isEmpty())
        return success();
    QByteArray secret(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(secret.begin(), secret.end());
    if (const Status set = setValue(writing, "serverId", randomId()); !set)
        return set;
    if (const Status set = setValue(writing, "secret", secret); !set)
        return set;
    return newEpoch(writing);
}

Result<Authority> Directory::authority() const
{
    const Result<QByteArray> bytes = value(m_sql, "authority");
    if (!bytes)
        return bytes.error();
    if (bytes->isEmpty())
        return Authority{};
    const Result<QJsonObject> json = parsed(*bytes);
    if (!json)
        return json.error();
    return authorityFromJson(*json);
}

Result<QList<Department>> Directory::departments() const
{
    auto rows = m_sql.query("SELECT body FROM department ORDER BY id");
    QList<Department> departments;
    while (rows.next()) {
        const Result<QJsonObject> json = parsed(rows.bytes(0));
        if (!json)
            return json.error();
        Result<Department> department = departmentFromJson(*json);
        if (!department)
            return department.error();
        departments.append(*std::move(department));
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return departments;
}

Result<std::optional<Department>> Directory::department(const DepartmentId &id) const
{
    const Result<QList<Department>> all = departments();
    if (!all)
        return all.error();
    for (const Department &department : *all) {
        if (department.id == id)
            return std::optional<Department>(department);
    }
    return std::optional<Department>();
}

Result<QString> Directory::serverId() const
{
    return textOf(value(m_sql, "serverId"));
}

Result<QString> Directory::epoch() const
{
    return textOf(value(m_sql, "epoch"));
}

Result<QByteArray> Directory::secret() const
{
    return value(m_sql, "secret");
}

Status Directory::saveAuthority(Writing &writing, const Authority &authority)
{
    return setValue(writing, "authority", compact(toJson(authority)));
}

Status Directory::saveDepartment(Writing &writing, const Department &department)
{
    return writing.sql.run("INSERT INTO department (id, body) VALUES (?1, ?2)"
                           " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        department.id.text, document(toJson(department)));
}

Status Directory::newEpoch(Writing &writing)
{
    return setValue(writing, "epoch", randomId());
}

QByteArray keyedHash(const QByteArray &secret, const char *purpose, const QByteArray &data)
{
    // The purpose keeps a hash made for one use from being taken for another.
    return QMessageAuthenticationCode::hash(
        QByteArray(purpose) + '\0' + data, secret, QCryptographicHash::Sha256);
}

} // namespace portal
