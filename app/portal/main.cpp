#include "commands.h"

#include <QCoreApplication>

namespace {

using namespace portal::commands;

struct Command {
    const char *name;
    const char *about;
    int (*run)(const QStringList &arguments);
};
const Command commands[] = {
    { "init", "create a data folder, with --sample a fictional town", init },
    { "serve", "serve citizens and clerks", serve },
    { "user", "add, change and list accounts of clerks", user },
    { "office", "show or change authority and departments", office },
    { "casetype", "import definitions of case types", caseType },
    { "fee", "record payments", fee },
    { "backup", "copy the data folder while it is served", backupTo },
    { "restore", "bring a backup back", restoreFrom },
    { "audit", "check the audit log", auditLog },
    { "mail", "send the notifications that are due", mail },
};

int usage(bool asked)
{
    QString text = QStringLiteral("Usage: kontor-portal COMMAND [options]\n\nCommands:\n");
    for (const Command &command : commands)
        text += QStringLiteral("  %1%2\n")
                    .arg(QString::fromLatin1(command.name), -10)
                    .arg(QString::fromLatin1(command.about));
    text += QStringLiteral("\nkontor-portal COMMAND --help explains a command.\n"
                           "Exit codes: 0 done, 1 failed, 2 wrong usage.");
    asked ? say(text) : complain(text);
    return asked ? Done : WrongUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kontor-portal"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KONTOR_VERSION));
    const QStringList arguments = application.arguments().mid(1);
    const QString name = arguments.value(0);
    if (name == QLatin1String("--version")) {
        say(QStringLiteral("kontor-portal " KONTOR_VERSION));
        return Done;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h")
        || name == QLatin1String("help"))
        return usage(true);
    for (const Command &command : commands) {
        if (name == QLatin1String(command.name))
            return command.run(arguments.mid(1));
    }
    return usage(false);
}
