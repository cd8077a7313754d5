#include "wire.h"

#include "wire_common.h"

template <class V> void describe(V &v, Bank &o)
{
    v("payee", o.payee);
    v("iban", o.iban);
    v("bic", o.bic);
    v("name", o.name);
}

template <class V> void describe(V &v, Authority &o)
{
    v("name", o.name);
    v("office", o.office);
    v("head", o.head);
    v("address", o.address);
    v("phone", o.phone);
    v("email", o.email);
    v("web", o.web);
    v("ars", o.ars);
    v("court", o.court);
    v("zone", o.zone);
    v("referencePrefix", o.referencePrefix);
    v("bank", o.bank);
}

template <class V> void describe(V &v, Department &o)
{
    v("id", o.id);
    v("name", o.name);
    v("code", o.code);
    v("address", o.address);
    v("phone", o.phone);
    v("email", o.email);
    v("hours", o.hours.de); // a plain text for programs from before there was a second language
    v("hoursEn", o.hours.en);
}

template <class V> void describe(V &v, Colleague &o)
{
    v("id", o.id);
    v("name", o.name);
    v("function", o.function);
    v("phone", o.phone);
    v("email", o.email);
    v("room", o.room);
    v("departments", o.departments);
    v("disabled", o.disabled);
}

template <class V> void describe(V &v, Session &o)
{
    v("serverId", o.serverId);
    v("epoch", o.epoch);
    v("api", o.api);
    v("minClient", o.minClient);
    v("cursorFloor", o.cursorFloor);
    v("now", o.now);
    v("limits", o.limits);
    v("authority", o.authority);
    v("clerk", o.clerk);
    v("grants", o.grants);
    v("departments", o.departments);
    v("colleagues", o.colleagues);
}

template <class V> void describe(V &v, OperationResult &o)
{
    v("opId", o.operation);
    v("outcome", o.outcome);
    v("version", o.version);
    v("reason", o.reason);
    v("params", o.params);
}

QJsonObject toJson(const OperationResult &result)
{
    return JsonWriter::write(result);
}

Result<OperationResult> resultFromJson(const QJsonObject &json)
{
    return JsonReader::read<OperationResult>(json);
}

QJsonObject toJson(const Session &session)
{
    return JsonWriter::write(session);
}

Result<Session> sessionFromJson(const QJsonObject &json)
{
    return JsonReader::read<Session>(json);
}

QJsonObject toJson(const Authority &authority)
{
    return JsonWriter::write(authority);
}

Result<Authority> authorityFromJson(const QJsonObject &json)
{
    return JsonReader::read<Authority>(json);
}

QJsonObject toJson(const Department &department)
{
    return JsonWriter::write(department);
}

Result<Department> departmentFromJson(const QJsonObject &json)
{
    return JsonReader::read<Department>(json);
}

QJsonObject toJson(const Colleague &colleague)
{
    return JsonWriter::write(colleague);
}

Result<Colleague> colleagueFromJson(const QJsonObject &json)
{
    return JsonReader::read<Colleague>(json);
}

namespace {

constexpr EnumName<ErrorCode> errorCodes[] = {
    { ErrorCode::Internal, "internal" },
    { ErrorCode::InvalidInput, "invalidInput" },
    { ErrorCode::NotFound, "notFound" },
    { ErrorCode::NotAllowed, "notAllowed" },
    { ErrorCode::Conflict, "conflict" },
    { ErrorCode::Unauthenticated, "unauthenticated" },
    { ErrorCode::Unreachable, "unreachable" },
    { ErrorCode::Unavailable, "unavailable" },
    { ErrorCode::TooLarge, "tooLarge" },
    { ErrorCode::TooMany, "tooMany" },
    { ErrorCode::NoSpace, "noSpace" },
    { ErrorCode::Corrupt, "corrupt" },
    { ErrorCode::Unsupported, "unsupported" },
    { ErrorCode::Busy, "busy" },
};

} // namespace

QString wireName(ErrorCode code)
{
    for (const auto &entry : errorCodes) {
        if (entry.value == code)
            return QString::fromLatin1(entry.name);
    }
    return QStringLiteral("internal");
}

ErrorCode errorCodeOf(const QString &name)
{
    for (const auto &entry : errorCodes) {
        if (name == QLatin1String(entry.name))
            return entry.value;
    }
    return ErrorCode::Internal;
}

QJsonObject toJson(const Error &error)
{
    return { { QStringLiteral("code"), wireName(error.code) }, { QStringLiteral("key"), error.key },
        { QStringLiteral("params"), error.params } };
}

Error errorFromJson(const QJsonObject &json)
{
    return { errorCodeOf(json.value(QLatin1String("code")).toString()),
        json.value(QLatin1String("key")).toString(), json.value(QLatin1String("params")).toObject(),
        {} };
}

QString wireName(CaseState value)
{
    return nameOf(value);
}

QString wireName(Permission value)
{
    return nameOf(value);
}

QString wireName(Role value)
{
    return nameOf(value);
}

QString wireName(FieldType value)
{
    return nameOf(value);
}

QString wireName(AssuranceLevel value)
{
    return nameOf(value);
}

QString wireName(NoticeChannel value)
{
    return nameOf(value);
}

QString wireName(FeeState value)
{
    return nameOf(value);
}

QString wireName(PublicState value)
{
    return nameOf(value);
}

QString wireName(Outcome value)
{
    return nameOf(value);
}

CaseState caseStateOf(const QString &name)
{
    return enumOf<CaseState>(name);
}

Role roleOf(const QString &name)
{
    return enumOf<Role>(name);
}
