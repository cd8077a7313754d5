#pragma once

#include "models/domain/result.h"
#include "sync/portal/transportsettings.h"

#include <QObject>
#include <QSettings>
#include <QVariant>

// Settings of one desk: what the administrator wrote in the policy file wins and is locked, then
// the clerk's own, then the default. Both files are INI; keys are "group/name".
class Settings : public QObject {
    Q_OBJECT
public:
    struct Files {
        QString policy; // /etc/kontor/kontor.ini, or beside the program on Windows
        QString user; // XDG_CONFIG_HOME/kontor/kontor.ini
    };
    static Files defaultFiles();

    explicit Settings(const Files &files, QObject *parent = nullptr);

    // Keys of the programs; others may be used by pages (columns, sizes).
    static constexpr auto serverUrl = "server/url";
    static constexpr auto serverCa = "server/ca"; // PEM file
    static constexpr auto serverTimeout = "server/timeoutSeconds"; // without a byte; default 30
    static constexpr auto proxyMode = "proxy/mode"; // system, none, manual
    static constexpr auto proxyHost = "proxy/host";
    static constexpr auto proxyPort = "proxy/port";
    static constexpr auto proxyUser = "proxy/user"; // its password lies in the keyring
    static constexpr auto language = "ui/language"; // de, en; empty: of the system
    static constexpr auto theme = "ui/theme"; // system, light, dark
    static constexpr auto undoSeconds = "sync/undoSeconds"; // 0 to 60, default 10
    static constexpr auto followUpDays = "case/followUpDays"; // proposed, default 14
    // Figures of single people on the board; counts only in the policy file, since the staff
    // representation must have agreed. Default false.
    static constexpr auto boardPersons = "board/persons";
    static constexpr auto paymentDays = "fee/paymentDays"; // due after the letter, default 30

    QVariant value(const char *key, const QVariant &fallback = {}) const;
    QString text(const char *key, const QString &fallback = {}) const;
    int number(const char *key, int fallback) const;
    bool isLocked(const char *key) const; // by the policy
    // NotAllowed `settings.locked`, NoSpace `settings.write`.
    Status set(const char *key, const QVariant &value);

    TransportSettings transport() const;
    Status setServer(const QUrl &url);

signals:
    void changed(const QString &key);

private:
    QSettings m_policy;
    QSettings m_user;
};
