#pragma once

#include "command.h"

class Desk;
struct ViewedCase;

// The commands that only need what is on this machine: reading, and acts of the clerk that become
// durable in the outbox.
class DeskCommands {
public:
    explicit DeskCommands(Desk &desk);

    bool knows(const QString &name) const;
    static bool isAct(const QString &name); // puts something into the outbox
    // NotFound `case.notFound`, `cli.usage`, and whatever the act says.
    Result<QJsonObject> execute(const Command &command);

private:
    Result<QJsonObject> list(const Command &command);
    Result<QJsonObject> outbox(const Command &command);
    Result<QJsonObject> decide(const Command &command);
    Result<QJsonObject> act(const Command &command, const ViewedCase &viewed);
    Result<QJsonObject> reply(const Command &command, const ViewedCase &viewed);
    Result<QJsonObject> followUp(const Command &command, const ViewedCase &viewed);
    Result<QJsonObject> fee(const Command &command, const ViewedCase &viewed);
    Result<QJsonObject> notice(const Command &command, const ViewedCase &viewed);

    Desk &m_desk;
};

// By id or by reference in any spelling.
Result<ViewedCase> findCase(Desk &desk, const QString &idOrReference);
