#pragma once

#include "casetype.h"
#include "operation.h"
#include "protocol.h"
#include "result.h"

// JSON of everything that travels or is stored, as pure functions. Reading keeps unknown fields;
// an error names the path. Names are camelCase; times are UTC milliseconds, days ISO 8601, amounts
// {cents, currency}, ids text. Empty values are left out.

QJsonObject toJson(const CaseFile &caseFile);
Result<CaseFile> caseFromJson(const QJsonObject &json);

QJsonObject toJson(const CaseType &type);
Result<CaseType> caseTypeFromJson(const QJsonObject &json);

// {opId, deviceId, after, caseId, type, baseVersion, createdAt, args}
QJsonObject toJson(const Operation &operation);
Result<Operation> operationFromJson(const QJsonObject &json);

QJsonObject toJson(const OperationResult &result);
Result<OperationResult> resultFromJson(const QJsonObject &json);

QJsonObject toJson(const Session &session);
Result<Session> sessionFromJson(const QJsonObject &json);
QByteArray toText(const FeedPage &page); // bodies are put in as they are
Result<FeedPage> feedPageFromText(const QByteArray &text); // bodies are not looked into
QJsonObject toJson(const Authority &authority);
Result<Authority> authorityFromJson(const QJsonObject &json);
QJsonObject toJson(const Department &department);
Result<Department> departmentFromJson(const QJsonObject &json);
QJsonObject toJson(const Colleague &colleague);
Result<Colleague> colleagueFromJson(const QJsonObject &json);

QJsonObject toJson(const Error &error); // {code, key, params, reference}: no detail
Error errorFromJson(const QJsonObject &json);

QString wireName(CaseState state); // "inProgress"
CaseState caseStateOf(const QString &name);
QString wireName(Permission permission); // "case.read"
QString wireName(Role role);
Role roleOf(const QString &name);
QString wireName(FieldType type);
QString wireName(AssuranceLevel level);
QString wireName(NoticeChannel channel);
QString wireName(FeeState state);
QString wireName(PublicState state);
QString wireName(Outcome outcome);
QString wireName(ErrorCode code);
ErrorCode errorCodeOf(const QString &name);
