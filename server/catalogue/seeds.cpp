#include "seeds.h"

#include "catalogue.h"
#include "models/domain/wire.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace catalogue {

namespace {

const QStringList &applicantFields()
{
    static const QStringList names{ QStringLiteral("kind"), QStringLiteral("salutation"),
        QStringLiteral("title"), QStringLiteral("givenName"), QStringLiteral("familyName"),
        QStringLiteral("organisation"), QStringLiteral("street"), QStringLiteral("extra"),
        QStringLiteral("postalCode"), QStringLiteral("city"), QStringLiteral("country"),
        QStringLiteral("email"), QStringLiteral("phone") };
    return names;
}

const FieldDefinition *fieldOf(const PublicService &service, const FormStep &step,
    const QList<FieldDefinition> &siblings, const QString &name)
{
    for (const FieldDefinition &field : siblings) {
        if (field.key == name)
            return &field;
    }
    for (const FormStep &other : service.steps) {
        for (const FieldDefinition &field : other.fields) {
            if ((other.key == step.key && field.key == name)
                || other.key + QLatin1Char('.') + field.key == name)
                return &field;
        }
    }
    return nullptr;
}

// By their endings: what the desk can show. A HEIC photo is not among them: telephones that see
// this list in the form make a JPG by themselves, and so does the portal where it can.
const QStringList &filesThatAreTaken()
{
    static const QStringList list{ QStringLiteral("pdf"), QStringLiteral("jpg"),
        QStringLiteral("png") };
    return list;
}

void checkFields(const PublicService &service, const FormStep &step,
    const QList<FieldDefinition> &fields, const QString &path, QStringList &found)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const FieldDefinition &field = fields[i];
        const QString at = path + QStringLiteral("[%1]").arg(i);
        for (const QString &kind : field.accept) {
            if (!filesThatAreTaken().contains(kind))
                found.append(at
                    + QStringLiteral(".accept: \"%1\" is not taken; known are %2")
                          .arg(kind, filesThatAreTaken().join(QLatin1String(", "))));
        }
        if (field.visibleWhen.isSet()) {
            const FieldDefinition *decider
                = fieldOf(service, step, fields, field.visibleWhen.field);
            for (const QString &value : field.visibleWhen.anyOf) {
                if (!decider)
                    break;
                bool possible = decider->type == FieldType::Boolean
                    && (value == QLatin1String("true") || value == QLatin1String("false"));
                for (const FieldOption &option : decider->options)
                    possible = possible || option.value == value;
                if (!possible)
                    found.append(at
                        + QStringLiteral(".visibleWhen.anyOf: \"%1\" is no answer of \"%2\"")
                              .arg(value, field.visibleWhen.field));
            }
        }
        checkFields(service, step, field.fields, at + QLatin1String(".fields"), found);
    }
}

} // namespace

QStringList serviceDefects(const CaseType &type)
{
    QStringList found = defects(type);
    if (!type.service)
        return found;
    const PublicService &service = *type.service;
    for (const QString &key : service.lifeSituations) {
        if (!knownLifeSituations().contains(key))
            found.append(QStringLiteral("service.lifeSituations: \"%1\" is unknown; known are %2")
                             .arg(key, knownLifeSituations().join(QLatin1String(", "))));
    }
    for (auto it = service.applicant.begin(); it != service.applicant.end(); ++it) {
        if (!applicantFields().contains(it.key()))
            found.append(
                QStringLiteral("service.applicant.%1: is no part of an applicant").arg(it.key()));
    }
    if (service.level != AssuranceLevel::None)
        found.append(QStringLiteral(
            "service.level: the pages have no sign-in yet, so that nobody could prove it"));
    // Steps that every form has beside its own.
    static const QSet<QString> reserved{ QStringLiteral("anlagen"), QStringLiteral("kontakt"),
        QStringLiteral("pruefen"), QStringLiteral("loeschen") };
    for (qsizetype i = 0; i < service.steps.size(); ++i) {
        const FormStep &step = service.steps[i];
        const QString at = QStringLiteral("service.steps[%1]").arg(i);
        if (reserved.contains(step.key))
            found.append(at + QStringLiteral(".key: \"%1\" is taken by the portal").arg(step.key));
        checkFields(service, step, step.fields, at + QLatin1String(".fields"), found);
        for (const FieldDefinition &field : step.fields) {
            for (const FieldDefinition &inner : field.fields) {
                if (inner.type == FieldType::File)
                    found.append(at
                        + QStringLiteral(".fields: \"%1.%2\" asks for files inside a group")
                              .arg(field.key, inner.key));
            }
        }
    }
    return found;
}

Error defectiveFile(const QString &file, const QStringList &defects)
{
    return error(ErrorCode::Corrupt, "casetype.file",
        { { QStringLiteral("file"), file },
            { QStringLiteral("defects"), QJsonArray::fromStringList(defects) } },
        file + QLatin1String(": ") + defects.join(QLatin1String("; ")));
}

Result<CaseType> readSeed(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto refuse = [&](const QStringList &found) { return defectiveFile(name, found); };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse({ file.errorString() });
    if (file.size() > 1024 * 1024)
        return refuse({ QStringLiteral("is larger than 1 MB") });
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (!json.isObject())
        return refuse({ QStringLiteral("no JSON object, byte %1: %2")
                            .arg(parsed.offset)
                            .arg(parsed.errorString()) });
    const Result<CaseType> type = caseTypeFromJson(json.object());
    if (!type) {
        const QString at = type.error().params.value(QLatin1String("path")).toString();
        return refuse({ (at.isEmpty() ? QString() : at + QLatin1String(": "))
            + (type.error().detail.isEmpty() ? type.error().key : type.error().detail) });
    }
    if (const QStringList found = serviceDefects(*type); !found.isEmpty())
        return refuse(found);
    return *type;
}

SeedFolder readSeedFolder(const QString &folder)
{
    SeedFolder result;
    QHash<QString, QString> ids; // id or address → file
    const QDir dir(folder);
    for (const QString &name :
        dir.entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
        Result<CaseType> type = readSeed(dir.filePath(name));
        if (!type) {
            result.errors.append(type.error());
            continue;
        }
        QStringList own{ QLatin1String("id ") + type->id.text };
        if (type->service)
            own.append(QLatin1String("service.slug ") + type->service->slug);
        QStringList twice;
        for (const QString &id : own) {
            if (ids.contains(id))
                twice.append(QStringLiteral("%1: is already in %2").arg(id, ids.value(id)));
        }
        if (!twice.isEmpty()) {
            result.errors.append(defectiveFile(name, twice));
            continue;
        }
        for (const QString &id : own)
            ids.insert(id, name);
        result.types.append(std::move(*type));
    }
    return result;
}

} // namespace catalogue
