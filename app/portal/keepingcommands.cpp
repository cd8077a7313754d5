#include "commands.h"

#include "server/store/auditheads.h"
#include "server/store/backup.h"

namespace portal::commands {

int backupTo(const QStringList &arguments)
{
    Usage usage(QStringLiteral("backup"),
        QStringLiteral("Copies the portal while it is served, as of one moment. Files are "
                       "linked where possible: copy the result to another medium. The copy of a "
                       "portal on PostgreSQL holds the same portal.db, so it can be restored "
                       "with and without --database."));
    usage.option(
        QStringLiteral("to"), QStringLiteral("New folder for the copy."), QStringLiteral("FOLDER"));
    if (!usage.parse(arguments))
        return WrongUsage;
    if (!usage.has(QStringLiteral("to"))) {
        complain(QStringLiteral("The option --to FOLDER is missing."));
        return WrongUsage;
    }
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const Status taken = backup::take(**store, usage.value(QStringLiteral("to")));
    return taken ? Done : fail(taken.error());
}

int restoreFrom(const QStringList &arguments)
{
    Usage usage(QStringLiteral("restore"),
        QStringLiteral("Brings a backup back into an empty data folder, with --database also into "
                       "an empty database. Clerks' programs notice it and read everything anew."));
    usage.option(QStringLiteral("from"), QStringLiteral("Folder that `backup` wrote."),
        QStringLiteral("FOLDER"));
    usage.option(QStringLiteral("force"),
        QStringLiteral("If the data folder is not empty, it is renamed and kept beside."));
    usage.option(QStringLiteral("announce-only"),
        QStringLiteral("Database and files were brought back by other means, such as pg_restore: "
                       "only lets the clerks' programs notice it."));
    if (!usage.parse(arguments))
        return WrongUsage;
    if (usage.has(QStringLiteral("announce-only"))) {
        const auto store = openData(usage);
        if (!store)
            return fail(store.error());
        const Status announced = backup::announceRestored(**store);
        return announced ? Done : fail(announced.error());
    }
    if (!usage.has(QStringLiteral("from"))) {
        complain(QStringLiteral("The option --from FOLDER is missing."));
        return WrongUsage;
    }
    const Result<QString> database = usage.database();
    if (!database)
        return fail(database.error());
    const Status restored = backup::restore(usage.value(QStringLiteral("from")), usage.data(),
        *database, usage.has(QStringLiteral("force")));
    return restored ? Done : fail(restored.error());
}

int auditLog(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb != QLatin1String("verify")) {
        const bool asked = verb == QLatin1String("--help") || verb == QLatin1String("-h");
        const QString text
            = QStringLiteral("Usage: kontor-portal audit verify --data DIR [--expect "
                             "NUMBER:HASH | --heads FILE]");
        asked ? say(text) : complain(text);
        return asked ? Done : WrongUsage;
    }
    Usage usage(QStringLiteral("audit verify"),
        QStringLiteral(
            "Checks the chain of the audit log and prints its head. Keep the head of each "
            "day elsewhere; --expect proves that nothing before it was changed."));
    usage.option(QStringLiteral("expect"), QStringLiteral("An earlier head."),
        QStringLiteral("NUMBER:HASH"));
    usage.option(QStringLiteral("heads"),
        QStringLiteral("The file with the head of each day (see serve --audit-heads)."),
        QStringLiteral("FILE"));
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    const QString heads = usage.value(QStringLiteral("heads"));
    const QString expect = usage.value(QStringLiteral("expect"));
    const audit::Head expected{ expect.section(QLatin1Char(':'), 0, 0).toLongLong(),
        QByteArray::fromHex(expect.section(QLatin1Char(':'), 1).toLatin1()) };
    const Result<audit::Head> head = (*store)->read([&](Sql &sql) {
        return heads.isEmpty() ? audit::verify(sql, expected) : audit::verifyAgainst(sql, heads);
    });
    if (!head)
        return fail(head.error());
    say(QStringLiteral("%1:%2").arg(head->number).arg(QString::fromLatin1(head->hash.toHex())));
    return Done;
}

} // namespace portal::commands
