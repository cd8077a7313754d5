#include "command.h"

#include <QCommandLineParser>
#include <QDate>
#include <QJsonArray>

namespace {

struct Option {
    const char *name;
    const char *value; // what stands for the value in the help; null: a flag
    bool repeated = false;
};

struct Spec {
    const char *name;
    QList<const char *> positionals; // "x?" may be missing
    QList<Option> options;
    const char *help;
};

const QList<Spec> &specs()
{
    static const QList<Spec> all{
        { "sign-in", {}, {},
            "sign in with --server and --login; the password comes from --password-file or the "
            "first line of standard input" },
        { "sign-out", {}, {}, "forget the sign-in and tell the portal" },
        { "proxy", { "mode" }, { { "host", "HOST" }, { "port", "N" }, { "user", "NAME" } },
            "how the portal is reached: system, none or manual; with --user the password comes "
            "from --password-file and is kept in the keyring" },
        { "sync", {}, {}, "send what waits and fetch what changed, once" },
        { "list", {}, { { "filter", "KEY[=VALUE]", true }, { "search", "TEXT" }, { "limit", "N" } },
            "cases; filters: open, mine, unassigned, unread, overdue, attention, state=S, "
            "department=D, type=T" },
        { "show", { "case" }, {}, "one case with what waits in the outbox" },
        { "take", { "case" }, {}, "take the case over" },
        { "assign", { "case" }, { { "to", "CLERK" } }, "assign it; without --to to nobody" },
        { "reply", { "case" }, { { "text", "TEXT" }, { "attach", "FILE", true } },
            "write to the applicant" },
        { "request-documents", { "case" },
            { { "text", "TEXT" }, { "item", "DOCUMENT", true }, { "due", "DATE" } },
            "ask the applicant for documents" },
        { "status", { "case", "state" }, { { "reason", "TEXT" } }, "change the state" },
        { "note", { "case" }, { { "text", "TEXT" } }, "add a note that stays in the office" },
        { "follow-up", { "case" }, { { "on", "DATE" }, { "reason", "TEXT" }, { "done", "ID" } },
            "set a follow-up, or complete one with --done" },
        { "mark-read", { "case" }, {}, "the applicant's messages were read" },
        { "fee", { "action", "case" },
            { { "item", "TEXT|AMOUNT|LEGAL BASIS", true }, { "reason", "TEXT" }, { "due", "DATE" },
                { "id", "FEE" } },
            "request, cancel (--id) or list fees; without --item those of the case type" },
        { "notice", { "case" },
            { { "template", "ID" }, { "fee", nullptr }, { "channel", "CHANNEL" },
                { "date", "DATE" }, { "value", "KEY=TEXT", true }, { "hearing", "REASON" },
                { "discretion", "REASON" }, { "reference", "REFERENCE" }, { "check", nullptr } },
            "issue a notice from a template; --check only says what is still open" },
        { "final", { "case" }, { { "on", "DATE" }, { "id", "NOTICE" } },
            "state that a notice can no longer be contested, from --on; without --id the newest" },
        { "attachment", { "case", "id" }, { { "to", "FILE" } }, "save an attachment" },
        { "outbox", {}, { { "delivered", nullptr } }, "what was not delivered yet" },
        { "release", { "id" }, {}, "send an operation that waits for a decision" },
        { "withdraw", { "id" }, {}, "take an operation back that was not sent" },
        { "deadline", {},
            { { "posted", "DATE" }, { "land", "CODE" }, { "channel", "CHANNEL" },
                { "regime", "REGIME" }, { "months", "N" }, { "weeks", "N" }, { "days", "N" } },
            "day of disclosure and end of a period (default: one month)" },
        { "run", {}, {},
            "synchronise continuously; commands as JSON lines on standard input, "
            "results and events as JSON lines on standard output" },
    };
    return all;
}

const Spec *specOf(const QString &name)
{
    for (const Spec &spec : specs()) {
        if (name == QLatin1String(spec.name))
            return &spec;
    }
    return nullptr;
}

Error usage(const QString &text)
{
    return error(ErrorCode::InvalidInput, "cli.usage", { { QStringLiteral("text"), text } });
}

void addGlobals(QCommandLineParser &parser)
{
    parser.addOptions({
        { QStringLiteral("profile"), {}, QStringLiteral("DIR") },
        { QStringLiteral("server"), {}, QStringLiteral("URL") },
        { QStringLiteral("login"), {}, QStringLiteral("LOGIN") },
        { QStringLiteral("password-file"), {}, QStringLiteral("FILE") },
        { QStringLiteral("offline"), {} },
        { { QStringLiteral("h"), QStringLiteral("help") }, {} },
        { { QStringLiteral("v"), QStringLiteral("version") }, {} },
    });
}

} // namespace

QStringList Command::texts(const char *option) const
{
    const QJsonValue value = options.value(QLatin1String(option));
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list.append(entry.toString());
    if (value.isString())
        list.append(value.toString());
    return list;
}

int Command::number(const char *option, int fallback) const
{
    const QJsonValue value = options.value(QLatin1String(option));
    bool ok = false;
    const int number = value.isString() ? value.toString().toInt(&ok) : value.toInt(fallback);
    return value.isString() && !ok ? fallback : number;
}

Result<QDate> Command::day(const char *option) const
{
    if (!has(option))
        return QDate();
    const QDate day = QDate::fromString(text(option), Qt::ISODate);
    if (!day.isValid()) {
        return error(ErrorCode::InvalidInput, "cli.date",
            { { QStringLiteral("option"), QString::fromLatin1(option) } });
    }
    return day;
}

Status checkCommand(const Command &command)
{
    const Spec *spec = specOf(command.name);
    if (!spec)
        return usage(QStringLiteral("no such command: ") + command.name);
    for (const char *positional : spec->positionals) {
        if (!command.has(positional))
            return usage(QStringLiteral("%1 needs %2")
                             .arg(command.name, QString::fromLatin1(positional).toUpper()));
    }
    return success();
}

Result<ParsedArguments> parseArguments(const QStringList &arguments)
{
    // The command's name is the first argument that belongs to no global option.
    QCommandLineParser first;
    addGlobals(first);
    first.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    ParsedArguments parsed;
    if (!first.parse(arguments))
        return usage(first.errorText());
    parsed.helpWanted = first.isSet(QStringLiteral("help"));
    parsed.versionWanted = first.isSet(QStringLiteral("version"));
    if (parsed.helpWanted || parsed.versionWanted)
        return parsed;
    const QString name = first.positionalArguments().value(0);
    const Spec *spec = specOf(name);
    if (!spec)
        return usage(name.isEmpty() ? QStringLiteral("no command")
                                    : QStringLiteral("no such command: ") + name);

    QCommandLineParser parser;
    addGlobals(parser);
    for (const Option &option : spec->options) {
        QCommandLineOption known(QString::fromLatin1(option.name));
        if (option.value)
            known.setValueName(QString::fromLatin1(option.value));
        parser.addOption(known);
    }
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    parsed.helpWanted = parser.isSet(QStringLiteral("help"));
    parsed.global = { parser.value(QStringLiteral("profile")),
        parser.isSet(QStringLiteral("offline")), parser.value(QStringLiteral("server")),
        parser.value(QStringLiteral("login")), parser.value(QStringLiteral("password-file")) };
    parsed.command.name = name;
    const QStringList given = parser.positionalArguments().mid(1);
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (i >= spec->positionals.size())
            return usage(QStringLiteral("too many arguments: ") + given.at(i));
        parsed.command.options.insert(QString::fromLatin1(spec->positionals.at(i)), given.at(i));
    }
    for (const Option &option : spec->options) {
        const QString key = QString::fromLatin1(option.name);
        if (!parser.isSet(key))
            continue;
        if (!option.value)
            parsed.command.options.insert(key, true);
        else if (option.repeated)
            parsed.command.options.insert(key, QJsonArray::fromStringList(parser.values(key)));
        else
            parsed.command.options.insert(key, parser.value(key));
    }
    if (parsed.helpWanted)
        return parsed;
    const Status complete = checkCommand(parsed.command);
    if (!complete)
        return complete.error();
    return parsed;
}

QString helpText()
{
    QString text = QStringLiteral(
        "Usage: kontor-cli [--profile DIR] [--offline] [--server URL] [--login LOGIN]\n"
        "                  [--password-file FILE] COMMAND …\n\n"
        "The desk of Kontor without its window. Answers are JSON. CASE is an id or a reference.\n"
        "With --login a command signs in first if nobody is signed in.\n\nCommands:\n");
    for (const Spec &spec : specs()) {
        text += QStringLiteral("  ") + QString::fromLatin1(spec.name);
        for (const char *positional : spec.positionals)
            text += QLatin1Char(' ') + QString::fromLatin1(positional).toUpper();
        for (const Option &option : spec.options) {
            text += QStringLiteral(" [--") + QString::fromLatin1(option.name);
            if (option.value)
                text += QLatin1Char(' ') + QString::fromLatin1(option.value);
            text += option.repeated ? QStringLiteral("]…") : QStringLiteral("]");
        }
        text += QStringLiteral("\n      ") + QString::fromLatin1(spec.help) + QLatin1Char('\n');
    }
    return text
        + QStringLiteral("\nExit codes: 0 done (an act is durable in the outbox), 1 failure, "
                         "2 usage, 3 portal not reached,\n4 not signed in, 5 conflict or a "
                         "decision is needed, 6 profile in use by another program\n");
}
