#pragma once

#include "tests/server/store/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

// The real program with a data folder of its own; on PostgreSQL the database stands in its
// portal.ini, so that the commands are the same.
class PortalRun {
protected:
    bool begin()
    {
        m_data = m_folder.filePath(QStringLiteral("portal"));
        return m_folder.isValid() && QDir().mkpath(m_data)
            && (!TestDatabase::isPostgres() || writeDatabase(m_data, m_database));
    }
    static bool writeDatabase(const QString &folder, const TestDatabase &database)
    {
        QSettings file(folder + u"/portal.ini"_qs, QSettings::IniFormat);
        file.setValue(u"serve/database"_qs, database.address());
        file.sync();
        return file.status() == QSettings::NoError;
    }

    int run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            return -1;
        m_output = process.readAll();
        return process.exitCode();
    }

    bool serve(QProcess &process)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"),
            { u"serve"_qs, u"--data"_qs, m_data, u"--listen"_qs, u"127.0.0.1:0"_qs });
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(20000))
                return false;
        }
        const QByteArray line = process.readLine().trimmed();
        m_url = QString::fromLatin1(line.mid(qstrlen("listening on ")));
        return line.startsWith("listening on http://");
    }

    QByteArray ask(const QByteArray &verb, const QByteArray &target, const QByteArray &token,
        const QByteArray &body = {})
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_url + QString::fromLatin1(target)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20000);
        return reply->readAll();
    }

    QByteArray signIn()
    {
        const QJsonObject credentials{ { u"login"_qs, u"maren.kowalski"_qs },
            { u"password"_qs, u"Lindenblüte-26"_qs } };
        const QByteArray answer
            = ask("POST", "/sync/v1/sign-in", {}, QJsonDocument(credentials).toJson());
        return QJsonDocument::fromJson(answer)
            .object()
            .value(QLatin1String("accessToken"))
            .toString()
            .toLatin1();
    }

    QJsonObject firstCase(const QByteArray &token)
    {
        const QJsonObject page
            = QJsonDocument::fromJson(ask("GET", "/sync/v1/changes", token)).object();
        for (const QJsonValue &value : page.value(QLatin1String("changes")).toArray()) {
            const QJsonObject change = value.toObject();
            const QJsonObject body = change.value(QLatin1String("body")).toObject();
            if (change.value(QLatin1String("kind")).toString() == QLatin1String("case"))
                return body;
        }
        return {};
    }

    static QString uuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

    QTemporaryDir m_folder;
    const TestDatabase m_database{ TestDatabase::Nothing };
    QString m_data;
    QString m_url; // of the portal that was started last
    QByteArray m_output;
};
