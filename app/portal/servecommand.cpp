#include "commands.h"
#include "memory.h"
#include "serving.h"
#include "settings.h"

#include <QLockFile>

namespace portal::commands {

namespace {

enum class OptionSet { Serve, Mail };

QList<SettingOption> optionsOf(OptionSet set)
{
    QList<SettingOption> options;
    for (const SettingOption &option : settingOptions()) {
        const bool wanted = set == OptionSet::Serve
            || QLatin1String(option.group) == QLatin1String("mail")
            || QLatin1String(option.name) == QLatin1String("public-url");
        // Usage knows the database for every command.
        const bool known = QLatin1String(option.name) == QLatin1String("database");
        if (option.about && wanted && !known)
            options.append(option);
    }
    return options;
}

Given givenOptions(const Usage &usage, OptionSet set)
{
    Given given;
    for (const SettingOption &option : optionsOf(set)) {
        const QString name = QString::fromLatin1(option.name);
        if (usage.has(name))
            given.insert(name, usage.value(name));
    }
    return given;
}

void addSettingOptions(Usage &usage, OptionSet set)
{
    for (const SettingOption &option : optionsOf(set))
        usage.option(QString::fromLatin1(option.name), QString::fromLatin1(option.about),
            QString::fromLatin1(option.value));
}

// One process serves a folder; on PostgreSQL as many as wanted. Null: it is being served.
std::unique_ptr<QLockFile> serveLock(const QString &folder, bool alone)
{
    const int most = alone ? 1 : 64;
    for (int i = 1; i <= most; ++i) {
        const QString number = i == 1 ? QString() : QString::number(i);
        auto lock
            = std::make_unique<QLockFile>(QStringLiteral("%1/serve%2.lock").arg(folder, number));
        lock->setStaleLockTime(0);
        if (lock->tryLock(0))
            return lock;
    }
    return {};
}

} // namespace

int serve(const QStringList &arguments)
{
    Usage usage(QStringLiteral("serve"),
        QStringLiteral(
            "Serves citizens and clerks until SIGTERM, which lets running requests end. "
            "SIGHUP reloads the certificate.\n\nEach setting comes from the first of: "
            "/etc/kontor/portal.ini, this command line, DIR/portal.ini, default. In the "
            "files the names are the same, in the groups [serve], [mail] and [limits]."));
    addSettingOptions(usage, OptionSet::Serve);
    if (!usage.parse(arguments))
        return WrongUsage;
    Result<Settings> settings = readSettings(usage.data(), givenOptions(usage, OptionSet::Serve));
    if (!settings)
        return fail(settings.error());
    keepMemorySmall();
    auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const Result<QString> database = usage.database();
    if (!database)
        return fail(database.error());
    const std::unique_ptr<QLockFile> lock = serveLock(usage.data(), database->isEmpty());
    if (!lock)
        return fail(error(ErrorCode::Busy, "data.inUse"));
    settings->limits.sharesUploadFolder = !database->isEmpty();
    const SystemClock clock;
    Serving serving(**store, clock, *settings);
    const Result<QString> address = serving.listen();
    if (!address)
        return fail(address.error());
    say(QStringLiteral("listening on %1").arg(*address));
    serving.run();
    return Done;
}

int mail(const QStringList &arguments)
{
    Usage usage(QStringLiteral("mail"),
        QStringLiteral("Sends the notifications that are due, once. A serving portal does this by "
                       "itself."));
    addSettingOptions(usage, OptionSet::Mail);
    if (!usage.parse(arguments))
        return WrongUsage;
    const Result<Settings> settings
        = readSettings(usage.data(), givenOptions(usage, OptionSet::Mail));
    if (!settings)
        return fail(settings.error());
    auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const SystemClock clock;
    const Result<int> sent = sendMails(**store, clock, *settings);
    if (!sent)
        return fail(sent.error());
    say(QStringLiteral("%1 sent").arg(*sent));
    return Done;
}

} // namespace portal::commands
