#pragma once

#include "models/domain/result.h"
#include "server/citizen/citizen.h"
#include "server/http/http.h"
#include "server/mail/mailservice.h"

namespace portal {

// How a portal is run. For each setting the first of these that has it decides:
//   1. /etc/kontor/portal.ini   what the administration prescribes
//   2. the command line
//   3. DIR/portal.ini           what belongs to this portal
//   4. the default
// Names in the files are those of the options: [serve] database, listen, certificate, key,
// trusted-proxies, public-url, brand, audit-heads, scan-command, heic-command, min-client,
// seal-key, seal-passphrase; [mail] smtp, smtp-ca, smtp-user, smtp-password, mail-from; [limits]
// connections, connections-per-address, workers, file-megabytes, drafts-per-address,
// upload-megabytes-per-address.
struct Settings {
    QString listen = QStringLiteral("127.0.0.1:8080");
    QString publicUrl;
    QString brandFolder;
    QString auditHeads; // file for the audit log's head of each day
    http::Limits limits;
    mail::MailSettings mail;
    citizen::SourceLimits citizens;
    QString scanCommand; // see FileScan; empty: files are not scanned
    QString heicCommand; // see HeicDecoder; empty: HEIC photos are refused
    qint64 fileBytes = qint64(25) * 1024 * 1024;
    QString minClient = QStringLiteral("0.1");
    QString sealKeyFile; // PKCS#12; empty: notices are not sealed
    QString sealPassphraseFile;
};

// What the command line said: option → value, only those that were given.
using Given = QHash<QString, QString>;
// Options that serve and mail know, with an explanation and the name of the value.
struct SettingOption {
    const char *group;
    const char *name;
    const char *about;
    const char *value;
};
const QList<SettingOption> &settingOptions();
// Where the database is: empty for DIR/portal.db, or "postgresql://…". A password stands in a file
// only, since everybody on the machine sees the command line. Errors: InvalidInput
// "settings.invalid", "database.passwordGiven".
Result<QString> readDatabase(const QString &dataFolder, const Given &given,
    const QString &policyFile = QStringLiteral("/etc/kontor/portal.ini"));
// Errors: InvalidInput "settings.invalid" {name}.
Result<Settings> readSettings(const QString &dataFolder, const Given &given,
    const QString &policyFile = QStringLiteral("/etc/kontor/portal.ini"));

} // namespace portal
