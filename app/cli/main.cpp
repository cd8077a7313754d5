#include "commandrunner.h"
#include "deadlinecommand.h"
#include "jsonoutput.h"
#include "service.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/domain/wire.h"
#include "sync/credentials/systemkeyring.h"
#include "sync/engine/syncengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <cstdio>

namespace {

int say(const CommandRunner::Outcome &outcome)
{
    const QByteArray line = QJsonDocument(outcome.json).toJson(QJsonDocument::Compact) + '\n';
    fwrite(line.constData(), 1, size_t(line.size()), stdout);
    fflush(stdout);
    return outcome.exitCode;
}

int say(const Error &error)
{
    return say(CommandRunner::outcomeOf(error));
}

// A profile of its own has settings of its own, so that two never share a portal by accident.
Settings::Files settingsFiles(const GlobalOptions &options)
{
    Settings::Files files = Settings::defaultFiles();
    if (!options.profile.isEmpty())
        files.user = QDir(options.profile).absoluteFilePath(QStringLiteral("kontor.ini"));
    return files;
}

int runOn(Desk &desk, const ParsedArguments &arguments)
{
    const bool service = arguments.command.name == QLatin1String("run");
    int exitCode = 1;
    if (service) {
        Service serving(desk, arguments.global);
        QObject::connect(&serving, &Service::ended, qApp, &QCoreApplication::quit);
        serving.start();
        return QCoreApplication::exec();
    }
    if (arguments.global.offline)
        desk.engine().setPaused(true);
    CommandRunner runner(desk, arguments.global, false);
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            runner.execute(arguments.command, [&exitCode](const CommandRunner::Outcome &outcome) {
                exitCode = say(outcome);
                QCoreApplication::quit();
            });
        },
        Qt::QueuedConnection);
    QCoreApplication::exec();
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kontor-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KONTOR_VERSION));
    const Result<ParsedArguments> arguments = parseArguments(application.arguments());
    if (!arguments) {
        fputs(qPrintable(arguments.error().params.value(QLatin1String("text")).toString()), stderr);
        fputs("\nTry kontor-cli --help\n", stderr);
        return 2;
    }
    if (arguments->helpWanted || arguments->versionWanted) {
        fputs(arguments->helpWanted ? qPrintable(helpText()) : KONTOR_VERSION "\n", stdout);
        return 0;
    }
    if (arguments->command.name == QLatin1String("deadline"))
        return say(CommandRunner::outcomeOf(computeDeadline(arguments->command)));

    const GlobalOptions &options = arguments->global;
    const ProfilePaths paths = options.profile.isEmpty()
        ? Profile::pathsOf(QStringLiteral("default"))
        : ProfilePaths{ QDir(options.profile).absolutePath() };
    if (!QDir().mkpath(paths.root))
        return say(error(ErrorCode::NoSpace, "store.folder"));
    Settings settings(settingsFiles(options));
    if (!options.server.isEmpty()) {
        const Status kept = settings.setServer(QUrl(options.server));
        if (!kept)
            return say(kept.error());
    }
    const SystemClock clock;
    SystemKeyring keyring;
    const Random random = [] { return QRandomGenerator::system()->generateDouble(); };
    Result<std::unique_ptr<Desk>> desk = Desk::open(paths, { clock, keyring, settings, random });
    if (!desk)
        return say(desk.error());
    (*desk)->actions().setUndoSeconds(0); // a script has no second thoughts
    return runOn(**desk, *arguments);
}
