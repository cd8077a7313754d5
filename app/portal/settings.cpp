#include "settings.h"

#include "server/store/postgresaddress.h"

#include <QFileInfo>
#include <QSettings>
#include <QUrl>
#include <QVersionNumber>

namespace portal {

namespace {

Error invalid(const QString &name)
{
    return error(ErrorCode::InvalidInput, "settings.invalid", { { QStringLiteral("name"), name } },
        QStringLiteral("The value of --%1 is not valid.").arg(name));
}

// smtp://host:587 (STARTTLS), smtps://host:465, smtp+plain://localhost:25 for a relay here.
Status readSmtp(const QString &text, mail::SmtpSettings &smtp)
{
    const QUrl url(text);
    using Security = mail::SmtpSettings::Security;
    if (url.scheme() == QLatin1String("smtp"))
        smtp.security = Security::StartTls;
    else if (url.scheme() == QLatin1String("smtps"))
        smtp.security = Security::Tls;
    else if (url.scheme() == QLatin1String("smtp+plain"))
        smtp.security = Security::None;
    else
        return invalid(QStringLiteral("smtp"));
    smtp.host = url.host();
    const int usual = smtp.security == Security::Tls ? 465
        : smtp.security == Security::StartTls        ? 587
                                                     : 25;
    smtp.port = url.port(usual);
    return smtp.host.isEmpty() ? Status(invalid(QStringLiteral("smtp"))) : success();
}

class Reader {
public:
    Reader(const QString &policyFile, const Given &given, const QString &ownFile)
        : m_policy(policyFile, QSettings::IniFormat)
        , m_own(ownFile, QSettings::IniFormat)
        , m_given(given)
    {
    }

    QString text(const QString &name, const QString &fallback) const
    {
        for (const SettingOption &option : settingOptions()) {
            if (name != QLatin1String(option.name))
                continue;
            const QString key = QLatin1String(option.group) + QLatin1Char('/') + name;
            if (m_policy.contains(key))
                return listText(m_policy.value(key));
            if (m_given.contains(name))
                return m_given.value(name);
            if (m_own.contains(key))
                return listText(m_own.value(key));
        }
        return fallback;
    }

    int number(const char *name, int fallback, int lowest, int highest)
    {
        const QString key = QString::fromLatin1(name);
        bool read = false;
        const int value = text(key, QString::number(fallback)).toInt(&read);
        if (!read || value < lowest || value > highest) {
            m_wrong = key;
            return fallback;
        }
        return value;
    }
    const QString &wrong() const { return m_wrong; }

private:
    // QSettings makes a list of a value with commas.
    static QString listText(const QVariant &value)
    {
        return value.toStringList().join(QLatin1Char(','));
    }

    QSettings m_policy;
    QSettings m_own;
    const Given &m_given;
    QString m_wrong;
};

} // namespace

const QList<SettingOption> &settingOptions()
{
    static const QList<SettingOption> options{
        { "serve", "database",
            "postgresql://USER@HOST/NAME instead of portal.db in the data folder; the password in "
            "portal.ini or in PGPASSFILE.",
            "URL" },
        { "serve", "listen", "Address and port, e.g. 127.0.0.1:8080 or [::]:8443; port 0: any.",
            "ADDRESS" },
        { "serve", "certificate", "Certificate chain (PEM) to serve TLS; needs --key.", "FILE" },
        { "serve", "key", "Private key (PEM).", "FILE" },
        { "serve", "trusted-proxies",
            "Addresses, separated by commas, whose X-Forwarded-For and -Proto are believed.",
            "LIST" },
        { "serve", "public-url", "How citizens reach the portal, for links in mails.", "URL" },
        { "serve", "brand", "Folder with logo.svg and brand.ini of the municipality.", "DIR" },
        { "serve", "scan-command",
            "Virus scanner: gets the path of each file that comes in; exit code 0: clean, 1: "
            "infected.",
            "COMMAND" },
        { "serve", "heic-command",
            "Makes a JPEG of a HEIC photo: gets the paths of both; default: heif-convert if it is "
            "installed; empty: such photos are refused with advice.",
            "COMMAND" },
        { "serve", "seal-key",
            "PKCS#12 file with the authority's key: notices are sealed with it (PAdES).", "FILE" },
        { "serve", "seal-passphrase", "File whose first line opens the key.", "FILE" },
        { "serve", "min-client", "Oldest version of the clerks' programs that is let in.",
            "VERSION" },
        { "serve", "audit-heads",
            "File that gets the audit log's head once a day; default: audit-heads.txt beside the "
            "data. Best on another machine.",
            "FILE" },
        { "mail", "smtp",
            "Mail server: smtp://host:587 (STARTTLS), smtps://host:465, smtp+plain://localhost:25.",
            "URL" },
        { "mail", "smtp-ca", "Certificates (PEM) of the mail server's own authority.", "FILE" },
        { "mail", "smtp-user", "Login at the mail server; its password only in a file.", "NAME" },
        { "mail", "smtp-password", nullptr, nullptr },
        { "mail", "mail-from", "Sender of notifications.", "ADDRESS" },
        { "limits", "connections", "Connections at once.", "N" },
        { "limits", "connections-per-address", "Connections at once from one address.", "N" },
        { "limits", "workers", "Threads that answer requests.", "N" },
        { "limits", "file-megabytes", "Largest file of a clerk.", "N" },
        { "limits", "drafts-per-address",
            "Applications that one address begins within ten minutes; 0: any number.", "N" },
        { "limits", "upload-megabytes-per-address",
            "What one address uploads for applications within ten minutes; 0: any amount.", "N" },
    };
    return options;
}

Result<QString> readDatabase(
    const QString &dataFolder, const Given &given, const QString &policyFile)
{
    const Reader reader(policyFile, given, dataFolder + QStringLiteral("/portal.ini"));
    const QString name = QStringLiteral("database");
    if (namesPassword(given.value(name)))
        return error(ErrorCode::InvalidInput, "database.passwordGiven");
    const QString database = reader.text(name, {});
    if (!database.isEmpty() && !isPostgresAddress(database))
        return invalid(name);
    return database;
}

Result<Settings> readSettings(
    const QString &dataFolder, const Given &given, const QString &policyFile)
{
    Reader reader(policyFile, given, dataFolder + QStringLiteral("/portal.ini"));
    Settings settings;
    settings.listen = reader.text(QStringLiteral("listen"), settings.listen);
    settings.publicUrl = reader.text(QStringLiteral("public-url"), {});
    while (settings.publicUrl.endsWith(QLatin1Char('/')))
        settings.publicUrl.chop(1);
    settings.brandFolder = reader.text(QStringLiteral("brand"), {});
    settings.scanCommand = reader.text(QStringLiteral("scan-command"), {});
    settings.heicCommand
        = reader.text(QStringLiteral("heic-command"), citizen::HeicDecoder::installed());
    settings.minClient = reader.text(QStringLiteral("min-client"), settings.minClient);
    if (QVersionNumber::fromString(settings.minClient).isNull())
        return invalid(QStringLiteral("min-client"));
    settings.sealKeyFile = reader.text(QStringLiteral("seal-key"), {});
    settings.sealPassphraseFile = reader.text(QStringLiteral("seal-passphrase"), {});
    settings.auditHeads = reader.text(
        QStringLiteral("audit-heads"), dataFolder + QStringLiteral("/audit-heads.txt"));
    http::Limits &limits = settings.limits;
    limits.uploadFolder = QFileInfo(dataFolder).absoluteFilePath() + QStringLiteral("/uploads");
    limits.certificateFile = reader.text(QStringLiteral("certificate"), {});
    limits.keyFile = reader.text(QStringLiteral("key"), {});
    const QString proxies = reader.text(QStringLiteral("trusted-proxies"), {});
    for (const QString &proxy : proxies.split(QLatin1Char(','), Qt::SkipEmptyParts))
        limits.trustedProxies.append(proxy.trimmed().toLatin1());
    limits.connections = reader.number("connections", limits.connections, 1, 100000);
    limits.connectionsPerAddress
        = reader.number("connections-per-address", limits.connectionsPerAddress, 1, 100000);
    limits.workers = reader.number("workers", limits.workers, 1, 256);
    settings.fileBytes = qint64(reader.number("file-megabytes", 25, 1, 100)) * 1024 * 1024;
    settings.citizens.drafts
        = reader.number("drafts-per-address", settings.citizens.drafts, 0, 1'000'000);
    settings.citizens.uploadMegabytes = reader.number(
        "upload-megabytes-per-address", settings.citizens.uploadMegabytes, 0, 1'000'000);
    if (!reader.wrong().isEmpty())
        return invalid(reader.wrong());
    if (limits.certificateFile.isEmpty() != limits.keyFile.isEmpty())
        return invalid(QStringLiteral("certificate"));
    settings.mail.publicUrl = settings.publicUrl;
    settings.mail.from = reader.text(QStringLiteral("mail-from"), {});
    mail::SmtpSettings &smtp = settings.mail.smtp;
    smtp.caFile = reader.text(QStringLiteral("smtp-ca"), {});
    smtp.user = reader.text(QStringLiteral("smtp-user"), {});
    smtp.password = reader.text(QStringLiteral("smtp-password"), {});
    const QString server = reader.text(QStringLiteral("smtp"), {});
    if (!server.isEmpty()) {
        if (const Status read = readSmtp(server, smtp); !read)
            return read.error();
        if (settings.mail.from.isEmpty())
            return invalid(QStringLiteral("mail-from"));
    }
    return settings;
}

} // namespace portal
