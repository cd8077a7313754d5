#pragma once

#include "commandrunner.h"

// `kontor-cli run`: one process that keeps the profile, synchronises without end, and takes
// commands as JSON lines, {"id":…,"command":"reply","case":…,"text":…}. Answers carry the same id;
// events come in between. It ends with the standard input or the command "quit".
class Service : public QObject {
    Q_OBJECT
public:
    Service(Desk &desk, const GlobalOptions &options);

    void start();

signals:
    void ended();

private:
    void onLine(const QByteArray &line);
    void say(const QJsonObject &object);
    void reportEvents();

    Desk &m_desk;
    CommandRunner m_runner;
    GlobalOptions m_options;
};
