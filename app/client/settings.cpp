#include "settings.h"

#include <QCoreApplication>
#include <QStandardPaths>

Settings::Files Settings::defaultFiles()
{
#ifdef Q_OS_WIN
    const QString policy = QCoreApplication::applicationDirPath() + QStringLiteral("/kontor.ini");
#else
    const QString policy = QStringLiteral("/etc/kontor/kontor.ini");
#endif
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return { policy, config + QStringLiteral("/kontor/kontor.ini") };
}

Settings::Settings(const Files &files, QObject *parent)
    : QObject(parent)
    , m_policy(files.policy, QSettings::IniFormat)
    , m_user(files.user, QSettings::IniFormat)
{
    m_policy.setFallbacksEnabled(false);
    m_user.setFallbacksEnabled(false);
}

QVariant Settings::value(const char *key, const QVariant &fallback) const
{
    const QString name = QString::fromLatin1(key);
    return m_policy.contains(name) ? m_policy.value(name) : m_user.value(name, fallback);
}

QString Settings::text(const char *key, const QString &fallback) const
{
    return value(key, fallback).toString().trimmed();
}

int Settings::number(const char *key, int fallback) const
{
    bool ok = false;
    const int number = value(key).toInt(&ok);
    return ok ? number : fallback;
}

bool Settings::isLocked(const char *key) const
{
    return m_policy.contains(QString::fromLatin1(key));
}

Status Settings::set(const char *key, const QVariant &value)
{
    const QString name = QString::fromLatin1(key);
    if (isLocked(key)) {
        return error(ErrorCode::NotAllowed, "settings.locked", { { QStringLiteral("key"), name } });
    }
    if (m_user.contains(name) && m_user.value(name) == value)
        return success();
    m_user.setValue(name, value);
    m_user.sync();
    if (m_user.status() != QSettings::NoError)
        return error(ErrorCode::NoSpace, "settings.write");
    emit changed(name);
    return success();
}

TransportSettings Settings::transport() const
{
    TransportSettings settings;
    settings.baseUrl = QUrl(text(serverUrl), QUrl::StrictMode);
    settings.caFile = text(serverCa);
    settings.transferTimeoutMs = qBound(1, number(serverTimeout, 30), 600) * 1000;
    const QString mode = text(proxyMode);
    if (mode == QLatin1String("none"))
        settings.proxy = TransportSettings::Proxy::None;
    else if (mode == QLatin1String("manual"))
        settings.proxy = TransportSettings::Proxy::Manual;
    settings.proxyHost = text(proxyHost);
    settings.proxyPort = number(proxyPort, 8080);
    settings.proxyUser = text(proxyUser);
    return settings;
}

Status Settings::setServer(const QUrl &url)
{
    return set(serverUrl, url.toString());
}
