#pragma once

#include "models/domain/result.h"
#include "server/store/store.h"

#include <QCommandLineParser>
#include <QStringList>

// The commands of kontor-portal. Each takes its own arguments (without program and command) and
// returns the exit code.
namespace portal::commands {

enum Exit { Done = 0, Failed = 1, WrongUsage = 2 };

int init(const QStringList &arguments);
int serve(const QStringList &arguments);
int user(const QStringList &arguments);
int office(const QStringList &arguments);
int caseType(const QStringList &arguments);
int fee(const QStringList &arguments);
int backupTo(const QStringList &arguments);
int restoreFrom(const QStringList &arguments);
int auditLog(const QStringList &arguments);
int mail(const QStringList &arguments);

// One command's options, with --help, --data and --database; ends the program only for --help.
class Usage {
public:
    // positional: names as shown, "" for none, e.g. "LOGIN"
    Usage(const QString &command, const QString &about, const QStringList &positional = {});
    void option(const QString &name, const QString &about, const QString &value = {});
    // False: wrong usage, already explained on stderr.
    bool parse(const QStringList &arguments);
    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QString positional(int index) const { return m_parser.positionalArguments().value(index); }
    // Options for a password; it comes from a file or standard input, or from the command line,
    // where everybody on the machine can read it while the command runs.
    void passwordOptions(const QString &otherwise);
    // Empty if none was given. Errors: NotFound "file.unreadable".
    Result<QString> password() const;
    QString data() const { return m_parser.value(QStringLiteral("data")); }
    // What --database or a file says, see readDatabase().
    Result<QString> database() const;

private:
    QString m_command;
    QStringList m_positional;
    QCommandLineParser m_parser;
};

void say(const QString &line); // to stdout
void complain(const QString &line); // to stderr
int fail(const Error &error); // says what happened and what to do; Failed
// The store of a portal that is there already.
Result<std::unique_ptr<Store>> openData(const Usage &usage);

} // namespace portal::commands
