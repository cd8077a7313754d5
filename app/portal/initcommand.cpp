#include "commands.h"
#include "freshportal.h"
#include "sampletown.h"

#include "server/identity/passwords.h"
#include "server/store/engine.h"

namespace portal::commands {

namespace {

void addOptions(Usage &usage)
{
    usage.option(
        QStringLiteral("sample"), QStringLiteral("Fills the portal with a fictional town."));
    usage.option(QStringLiteral("if-missing"),
        QStringLiteral("Leaves a data folder that is there as it is."));
    usage.option(QStringLiteral("cases"), QStringLiteral("Number of sample cases, default 200."),
        QStringLiteral("N"));
    usage.passwordOptions(
        QStringLiteral("Of the sample clerks; otherwise one is made and printed once."));
    usage.option(QStringLiteral("now"),
        QStringLiteral("UTC time the sample leads up to, ISO 8601; default: now."),
        QStringLiteral("TIME"));
}

// Time and size of the sample. False: wrong usage, already explained.
bool readSize(const Usage &usage, SampleTown &town)
{
    town.now = SystemClock().now();
    if (usage.has(QStringLiteral("now"))) {
        const QDateTime now
            = QDateTime::fromString(usage.value(QStringLiteral("now")), Qt::ISODate);
        if (!now.isValid()) {
            complain(QStringLiteral("--now is not a time such as 2026-11-21T10:00:00Z."));
            return false;
        }
        town.now = Timestamp{ now.toMSecsSinceEpoch() };
    }
    if (usage.has(QStringLiteral("cases"))) {
        bool number = false;
        town.cases = usage.value(QStringLiteral("cases")).toInt(&number);
        if (!number || town.cases < 0) {
            complain(QStringLiteral("--cases is not a number."));
            return false;
        }
    }
    return true;
}

} // namespace

int init(const QStringList &arguments)
{
    Usage usage(QStringLiteral("init"),
        QStringLiteral("Creates a data folder, with --database in PostgreSQL its tables. With "
                       "--sample it is filled with the fictional "
                       "Stadt Lindenau: three departments, six clerks and some weeks of cases. "
                       "If it is broken off, it can be repeated."));
    addOptions(usage);
    if (!usage.parse(arguments))
        return WrongUsage;
    const Result<QString> database = usage.database();
    if (!database)
        return fail(database.error());
    const auto engine = Engine::create(usage.data(), *database);
    const Result<bool> found = engine ? (*engine)->exists() : Result<bool>(engine.error());
    if (!found)
        return fail(found.error());
    if (*found)
        return usage.has(QStringLiteral("if-missing"))
            ? Done
            : fail(error(ErrorCode::Conflict, "data.exists"));
    SampleTown town;
    const Result<QString> given = usage.password();
    if (!given)
        return fail(given.error());
    const bool ownPassword = !given->isEmpty();
    town.password = ownPassword ? *given : newToken().left(16);
    if (const Status fit = Passwords::judge(town.password, {}); !fit)
        return fail(fit.error());
    if (!readSize(usage, town))
        return WrongUsage;
    const bool sample = usage.has(QStringLiteral("sample"));
    const Status made = makeFreshPortal(usage.data(), *database,
        [&](Store &store) { return sample ? buildSampleTown(store, town) : success(); });
    if (!made)
        return fail(made.error());
    if (!sample) {
        say(QStringLiteral(
            "The portal is empty. Next: kontor-portal office import, user add, serve"));
        return Done;
    }
    say(QStringLiteral("Stadt Lindenau is ready. Clerks: maren.kowalski, joerg.weiss, "
                       "ayse.yildiz, bjoern.akesson, elzbieta.szczepanska, uwe.richter"));
    if (!ownPassword)
        say(QStringLiteral("Password of all of them: %1").arg(town.password));
    return Done;
}

} // namespace portal::commands
