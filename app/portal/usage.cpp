#include "commands.h"
#include "settings.h"

#include "server/store/engine.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <cstdio>
#include <cstdlib>

namespace portal::commands {

namespace {

struct Explanation {
    const char *key;
    const char *text;
};
// What an administrator reads; other errors show their key and detail.
const Explanation explanations[] = {
    { "store.newer",
        "The data folder was written by a newer version of Kontor. Nothing was changed. Install "
        "that version." },
    { "store.full", "The disk is full. Nothing was changed. Make room and try again." },
    { "store.corrupt", "The database is damaged. Restore a backup." },
    { "store.busy", "The database is in use by another process for too long. Try again." },
    { "store.cannotOpen", "The data folder cannot be opened. Check the path and its owner." },
    { "store.away",
        "The database does not answer. Check that PostgreSQL runs, and address, user and password "
        "(portal.ini or PGPASSFILE)." },
    { "database.passwordGiven",
        "A password on the command line is seen by everybody on this machine. Write it into "
        "portal.ini ([serve] database) or into a file that PGPASSFILE names." },
    { "database.address", "The database is written postgresql://USER@HOST/NAME." },
    { "data.none", "There is no portal in this folder. Create one with `kontor-portal init`." },
    { "data.notItsFolder",
        "The portal in the database has its files in another folder. All processes need the same "
        "one: is the share mounted?" },
    { "data.otherPortal", "The folder holds the files of another portal than the database." },
    { "data.exists", "There is a portal in this folder already. Nothing was changed." },
    { "init.running", "Another process is creating a portal in this folder right now." },
    { "data.inUse", "Another process serves this folder already." },
    { "backup.exists", "The target exists already. Choose another one." },
    { "backup.fileMissing", "A file that a case names is missing on disk. Restore a backup." },
    { "backup.cannotWrite", "The copy cannot be written. Check space and permissions." },
    { "restore.noBackup", "This is no backup of a portal." },
    { "restore.notEmpty", "The data folder is not empty. Use --force to set it aside." },
    { "restore.databaseNotEmpty",
        "A portal is in this database already. Create a new one (createdb) and restore into it." },
    { "restore.inUse", "The portal of this folder is running. Stop it first." },
    { "audit.changed", "The audit log was changed." },
    { "audit.gap", "A row is missing in the audit log." },
    { "audit.cut", "The audit log was cut off." },
    { "audit.heads", "The file with the heads of the audit log cannot be read or written." },
    { "payment.reference.invalid",
        "The payment reference is not valid: its check digits do not fit." },
    { "fee.unknown", "There is no fee with this payment reference." },
    { "fee.notOpen", "The fee was cancelled and cannot be settled." },
    { "user.unknown", "There is no account with this login." },
    { "user.exists", "There is an account with this login already." },
    { "device.unknown", "This clerk has no such device. See: kontor-portal user devices" },
    { "role.unknown",
        "A role is written DEPARTMENT:ROLE. Roles are reader, clerk, seniorClerk, teamLead, "
        "cashier, "
        "editor." },
    { "department.unknown", "There is no such department." },
    { "password.tooShort", "The password is too short: at least 8 characters." },
    { "password.tooLong", "The password is too long: at most 128 characters." },
    { "password.common", "This password is one of the most used ones. Choose another." },
    { "password.isLogin", "The password must not be the login." },
    { "casetype.file", "The definition of the case type has defects." },
    { "seal.key", "The seal's key cannot be opened: no PKCS#12 file, or a wrong passphrase." },
    { "file.unreadable", "The file cannot be read." },
};

} // namespace

Usage::Usage(const QString &command, const QString &about, const QStringList &positional)
    : m_command(command)
    , m_positional(positional)
{
    m_parser.setApplicationDescription(
        about + QStringLiteral("\n\nExit codes: 0 done, 1 failed, 2 wrong usage."));
    m_parser.addOption(
        { { QStringLiteral("h"), QStringLiteral("help") }, QStringLiteral("Shows this help.") });
    m_parser.addOption({ QStringLiteral("data"), QStringLiteral("Data folder of the portal."),
        QStringLiteral("DIR") });
    for (const SettingOption &option : settingOptions()) {
        if (qstrcmp(option.name, "database") == 0)
            this->option(QString::fromLatin1(option.name), QString::fromLatin1(option.about),
                QString::fromLatin1(option.value));
    }
    for (const QString &name : positional)
        m_parser.addPositionalArgument(name, QString());
}

void Usage::option(const QString &name, const QString &about, const QString &value)
{
    m_parser.addOption(
        value.isEmpty() ? QCommandLineOption(name, about) : QCommandLineOption(name, about, value));
}

void Usage::passwordOptions(const QString &otherwise)
{
    option(QStringLiteral("password-file"),
        QStringLiteral("File whose first line is the password, 8 to 128 characters; \"-\" is "
                       "standard input. %1")
            .arg(otherwise),
        QStringLiteral("FILE"));
    option(QStringLiteral("password"),
        QStringLiteral("The password itself. While the command runs it shows in the list of "
                       "processes: for demonstrations only."),
        QStringLiteral("TEXT"));
}

Result<QString> Usage::password() const
{
    const QString path = value(QStringLiteral("password-file"));
    if (path.isEmpty())
        return value(QStringLiteral("password"));
    QFile file(path);
    const bool opened = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                   : file.open(QIODevice::ReadOnly);
    if (!opened)
        return error(ErrorCode::NotFound, "file.unreadable", {}, path);
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    if (line.isEmpty())
        return error(ErrorCode::InvalidInput, "password.tooShort");
    return line;
}

bool Usage::parse(const QStringList &arguments)
{
    const bool read = m_parser.parse(QStringList{ m_command } + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString help = m_parser.helpText();
        // The first line names the program, not the path it was started by.
        const qsizetype lineEnd = help.indexOf(QLatin1Char('\n'));
        say(QStringLiteral("Usage: kontor-portal %1 [options] %2")
                .arg(m_command, m_positional.join(QLatin1Char(' ')))
                .trimmed()
            + help.mid(lineEnd));
        std::exit(Done);
    }
    QString problem;
    if (!read)
        problem = m_parser.errorText();
    else if (data().isEmpty())
        problem = QStringLiteral("The option --data DIR is missing.");
    else if (m_parser.positionalArguments().size() != m_positional.size())
        problem = m_positional.isEmpty()
            ? QStringLiteral("Unexpected argument.")
            : QStringLiteral("Expected: %1").arg(m_positional.join(QLatin1Char(' ')));
    if (problem.isEmpty())
        return true;
    complain(problem);
    complain(QStringLiteral("See: kontor-portal %1 --help").arg(m_command));
    return false;
}

void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void complain(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stderr);
}

int fail(const Error &error)
{
    QString text = error.key;
    for (const Explanation &entry : explanations) {
        if (error.key == QLatin1String(entry.key))
            text = QString::fromUtf8(entry.text);
    }
    complain(QStringLiteral("kontor-portal: %1").arg(text));
    if (!error.params.isEmpty())
        complain(QString::fromUtf8(QJsonDocument(error.params).toJson(QJsonDocument::Compact)));
    if (!error.detail.isEmpty())
        complain(error.detail);
    return Failed;
}

Result<QString> Usage::database() const
{
    Given given;
    if (has(QStringLiteral("database")))
        given.insert(QStringLiteral("database"), value(QStringLiteral("database")));
    return readDatabase(data(), given);
}

Result<std::unique_ptr<Store>> openData(const Usage &usage)
{
    const Result<QString> database = usage.database();
    if (!database)
        return database.error();
    const auto engine = Engine::create(usage.data(), *database);
    if (!engine)
        return engine.error();
    const Result<bool> there = (*engine)->exists();
    if (!there)
        return there.error();
    if (!*there)
        return error(ErrorCode::NotFound, "data.none", {}, usage.data());
    // The share with the files is not mounted, or it is the wrong folder.
    if (!database->isEmpty() && !QFileInfo::exists(Store::markPath(usage.data())))
        return error(ErrorCode::NotFound, "data.notItsFolder", {}, usage.data());
    return Store::open(usage.data(), *database);
}

} // namespace portal::commands
