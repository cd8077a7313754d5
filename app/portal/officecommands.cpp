#include "commands.h"

#include "models/domain/wire.h"
#include "server/payment/cashdesk.h"
#include "server/store/directory.h"
#include "services.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace portal::commands {

namespace {

Status importOffice(Store &store, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::NotFound, "file.unreadable", {}, path);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const Result<Authority> authority
        = authorityFromJson(json.value(QLatin1String("authority")).toObject());
    if (!authority)
        return authority.error();
    QList<Department> departments;
    for (const QJsonValue &value : json.value(QLatin1String("departments")).toArray()) {
        Result<Department> department = departmentFromJson(value.toObject());
        if (!department)
            return department.error();
        departments.append(*std::move(department));
    }
    if (authority->name.isEmpty() || authority->referencePrefix.isEmpty() || departments.isEmpty())
        return error(ErrorCode::InvalidInput, "office.incomplete", {},
            QStringLiteral("authority.name, authority.referencePrefix and departments are needed"));
    const Status saved = store.write([&](Writing &writing) -> Status {
        if (const Status done = Directory::saveAuthority(writing, *authority); !done)
            return done;
        for (const Department &department : departments) {
            if (const Status done = Directory::saveDepartment(writing, department); !done)
                return done;
        }
        return success();
    });
    // Definitions may have waited for their department.
    return saved ? loadServices(store) : saved;
}

int showOffice(Store &store)
{
    const Result<QJsonObject> json = store.read([](Sql &sql) -> Result<QJsonObject> {
        const Result<Authority> authority = Directory(sql).authority();
        if (!authority)
            return authority.error();
        const Result<QList<Department>> departments = Directory(sql).departments();
        if (!departments)
            return departments.error();
        QJsonArray list;
        for (const Department &department : *departments)
            list.append(toJson(department));
        return QJsonObject{ { QStringLiteral("authority"), toJson(*authority) },
            { QStringLiteral("departments"), list } };
    });
    if (!json)
        return fail(json.error());
    say(QString::fromUtf8(QJsonDocument(*json).toJson()).trimmed());
    return Done;
}

// The verb of a command with one or two; empty if it is another word.
QString verbOf(
    const QStringList &arguments, const QStringList &verbs, const QString &usage, int &exit)
{
    const QString verb = arguments.value(0);
    if (verbs.contains(verb))
        return verb;
    const bool asked = verb == QLatin1String("--help") || verb == QLatin1String("-h");
    asked ? say(usage) : complain(usage);
    exit = asked ? Done : WrongUsage;
    return {};
}

} // namespace

int office(const QStringList &arguments)
{
    int exit = Done;
    const QString verb = verbOf(arguments, { QStringLiteral("show"), QStringLiteral("import") },
        QStringLiteral("Usage: kontor-portal office show --data DIR\n"
                       "       kontor-portal office import FILE --data DIR"),
        exit);
    if (verb.isEmpty())
        return exit;
    const bool import = verb == QLatin1String("import");
    Usage usage(QStringLiteral("office ") + verb,
        QStringLiteral("Authority and departments as JSON: {\"authority\": {…}, "
                       "\"departments\": […]}. show writes what import reads."),
        import ? QStringList{ QStringLiteral("FILE") } : QStringList());
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    if (!import)
        return showOffice(**store);
    const Status imported = importOffice(**store, usage.positional(0));
    return imported ? Done : fail(imported.error());
}

int caseType(const QStringList &arguments)
{
    int exit = Done;
    const QString verb = verbOf(arguments, { QStringLiteral("import") },
        QStringLiteral("Usage: kontor-portal casetype import FILE --data DIR"), exit);
    if (verb.isEmpty())
        return exit;
    Usage usage(QStringLiteral("casetype import"),
        QStringLiteral(
            "Imports the definition of a case type, and puts its file into DIR/services. "
            "A changed one becomes the next version; running cases keep theirs."),
        { QStringLiteral("FILE") });
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const Result<ImportedService> imported = importService(**store, usage.positional(0));
    if (!imported)
        return fail(imported.error());
    say(QStringLiteral("%1 version %2").arg(imported->id).arg(imported->version));
    return Done;
}

int fee(const QStringList &arguments)
{
    int exit = Done;
    const QStringList verbs{ QStringLiteral("paid"), QStringLiteral("failed"),
        QStringLiteral("charged-back") };
    const QString verb = verbOf(arguments, verbs,
        QStringLiteral("Usage: kontor-portal fee paid|failed|charged-back REFERENCE --data DIR"),
        exit);
    if (verb.isEmpty())
        return exit;
    Usage usage(QStringLiteral("fee ") + verb,
        QStringLiteral("Records what the cash office reports about a payment reference."),
        { QStringLiteral("REFERENCE") });
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const SystemClock clock;
    Registrar registrar(**store, clock);
    const FeeState state = verb == QLatin1String("paid") ? FeeState::Paid
        : verb == QLatin1String("failed")                ? FeeState::Failed
                                                         : FeeState::ChargedBack;
    const Result<CaseFile> settled = CashDesk(registrar).settle(usage.positional(0), state);
    if (!settled)
        return fail(settled.error());
    say(settled->reference);
    return Done;
}

} // namespace portal::commands
