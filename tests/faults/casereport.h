#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

// Which of the numbered failure cases a test function has shown, as a line of
// $KONTOR_CASES_DIR/<program>.tsv: number, store, passed|failed, name. The table of all cases is
// made from these files. Called in cleanup() of a test class whose functions are named
// case04_killAfterReply. `store` is the portal's ("sqlite", "postgres"), or "client" where no
// portal takes part. Functions of other names are not reported.
inline void reportCase(const char *store = "client")
{
    static const QRegularExpression numbered(QStringLiteral("^case(\\d\\d)_(\\w+)$"));
    const QRegularExpressionMatch match
        = numbered.match(QString::fromLatin1(QTest::currentTestFunction()));
    const QString folder = qEnvironmentVariable("KONTOR_CASES_DIR");
    if (!match.hasMatch() || folder.isEmpty() || !QDir().mkpath(folder))
        return;
    static bool begun = false; // a file of an earlier run says nothing about this one
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).baseName();
    const QString run = qEnvironmentVariable("KONTOR_CASES_RUN"); // one program, several stores
    QFile file(folder + QLatin1Char('/') + program + run + QStringLiteral(".tsv"));
    const auto mode = QIODevice::WriteOnly | (begun ? QIODevice::Append : QIODevice::Truncate);
    begun = true;
    if (!file.open(mode))
        return;
    QString name = match.captured(2);
    if (const char *row = QTest::currentDataTag())
        name += QStringLiteral(" (") + QString::fromUtf8(row) + QLatin1Char(')');
    const QString line = QStringList{ match.captured(1), QString::fromLatin1(store),
        QTest::currentTestFailed() ? QStringLiteral("failed") : QStringLiteral("passed"), name }
                             .join(QLatin1Char('\t'));
    file.write(line.toUtf8() + '\n');
}
