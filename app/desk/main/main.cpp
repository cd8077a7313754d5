#include "app/client/desk.h"
#include "app/desk/deskwindow.h"
#include "app/desk/singleinstance.h"
#include "models/domain/wire.h"
#include "sync/credentials/systemkeyring.h"
#include "ui/common/icons.h"
#include "ui/common/kontorstyle.h"
#include "ui/dialogs/errordialog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QRandomGenerator>
#include <QTranslator>

namespace {

struct Options {
    QString profile;
    QUrl server;
    QString login;
    QString passwordFile;
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The clerk's desk behind a service portal"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"),
        QStringLiteral("Folder of the profile."), QStringLiteral("folder"));
    const QCommandLineOption server(
        QStringLiteral("server"), QStringLiteral("Address of the portal."), QStringLiteral("url"));
    const QCommandLineOption login(
        QStringLiteral("login"), QStringLiteral("Login at the portal."), QStringLiteral("name"));
    const QCommandLineOption password(QStringLiteral("password-file"),
        QStringLiteral("File whose first line is the password."), QStringLiteral("file"));
    parser.addOptions({ profile, server, login, password });
    parser.process(application);
    return { parser.value(profile), QUrl(parser.value(server)), parser.value(login),
        parser.value(password) };
}

// A profile of its own has settings of its own, so that two never share a portal by accident.
Settings::Files settingsFiles(const Options &options)
{
    Settings::Files files = Settings::defaultFiles();
    if (!options.profile.isEmpty())
        files.user = QDir(options.profile).absoluteFilePath(QStringLiteral("kontor.ini"));
    return files;
}

// German first: English only for those who chose it or whose system speaks it.
QString languageOf(const Settings &settings)
{
    const QString chosen = settings.text(Settings::language);
    if (!chosen.isEmpty())
        return chosen;
    return QLocale::system().language() == QLocale::English ? QStringLiteral("en")
                                                            : QStringLiteral("de");
}

void speak(const QString &language, QTranslator &own, QTranslator &toolkit)
{
    const bool english = language == QLatin1String("en");
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::German, QLocale::Germany));
    if (own.load(QStringLiteral(":/translations/kontor_%1.qm").arg(language)))
        QApplication::installTranslator(&own);
    if (!english
        && toolkit.load(
            QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&toolkit);
}

bool wantsDark(const Settings &settings)
{
    const QString theme = settings.text(Settings::theme, QStringLiteral("system"));
    return theme == QLatin1String("system") ? Theme::desktopIsDark()
                                            : theme == QLatin1String("dark");
}

QString firstLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readLine()).trimmed();
}

int fail(const Error &error)
{
    ErrorText text = ErrorWords::of(error);
    const QString holder = error.params.value(QLatin1String("program")).toString();
    if (!holder.isEmpty())
        text.why = QCoreApplication::translate("main", "%1 on %2 has this profile (process %3).")
                       .arg(holder, error.params.value(QLatin1String("host")).toString())
                       .arg(error.params.value(QLatin1String("pid")).toInteger());
    ErrorDialog dialog(text, nullptr);
    dialog.exec();
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kontor"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kontor"));
    QApplication::setApplicationVersion(QStringLiteral(KONTOR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kontor"));
    const Options options = readOptions(application);
    Settings settings(settingsFiles(options));
    QTranslator own;
    QTranslator toolkit;
    speak(languageOf(settings), own, toolkit);
    Theme *theme = KontorStyle::install(
        application, wantsDark(settings), settings.number("ui/textPercent", 100) / 100.0);
    QApplication::setWindowIcon(applicationIcon());

    const ProfilePaths paths = options.profile.isEmpty()
        ? Profile::pathsOf(QStringLiteral("default"))
        : ProfilePaths{ QDir(options.profile).absolutePath() };
    SingleInstance instance(paths.root);
    if (instance.raiseOther())
        return 0;
    SystemClock clock;
    SystemKeyring keyring;
    const Desk::Services services{ clock, keyring, settings,
        [] { return QRandomGenerator::system()->generateDouble(); } };
    Result<std::unique_ptr<Desk>> desk = Desk::open(paths, services);
    if (!desk)
        return fail(desk.error());
    instance.listen();

    DeskWindow window(**desk, theme);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &window, &DeskWindow::raise);
    window.show();
    if (!options.passwordFile.isEmpty())
        window.signIn(options.server, options.login, firstLine(options.passwordFile));
    return QApplication::exec();
}
