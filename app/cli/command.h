#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QStringList>

// One thing to do, the same whether it came from the arguments of the program or as a line of JSON
// in service mode: a name and options. Names of options are those of the command line.
struct Command {
    QString name;
    QJsonObject options;

    QString text(const char *option) const
    {
        return options.value(QLatin1String(option)).toString();
    }
    QStringList texts(const char *option) const;
    bool flag(const char *option) const { return options.value(QLatin1String(option)).toBool(); }
    bool has(const char *option) const { return options.contains(QLatin1String(option)); }
    int number(const char *option, int fallback) const;
    // A day as ISO 8601; null if it is absent. InvalidInput `cli.date` {option}.
    Result<QDate> day(const char *option) const;
};

// What holds for every command.
struct GlobalOptions {
    QString profile; // folder; empty: the clerk's own
    bool offline = false; // no network call at all
    QString server;
    QString login;
    QString passwordFile;
};

struct ParsedArguments {
    GlobalOptions global;
    Command command;
    bool helpWanted = false;
    bool versionWanted = false;
};

// InvalidInput `cli.usage` {text}.
Result<ParsedArguments> parseArguments(const QStringList &arguments);
// Every command has all its required options: for lines of the service mode.
Status checkCommand(const Command &command);
QString helpText();
