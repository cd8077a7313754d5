#pragma once

#include "casetype.h"
#include "jsontext.h"
#include "operation.h"

// What client and portal say to each other under /sync/v1 beside cases and operations.

struct Bank { // where fees are paid to
    QString payee;
    QString iban;
    QString bic;
    QString name;
    QJsonObject unknown;
    bool operator==(const Bank &) const = default;
};

struct Authority { // Behörde
    QString name; // "Stadt Lindenau"
    QString office; // "Der Bürgermeister"
    QString head; // printed under notices where a clerk signs "Im Auftrag"
    Address address;
    QString phone;
    QString email;
    QString web;
    QString ars; // 12-digit regional key: its first two digits give the Land
    QString court; // administrative court in charge, with address, for remedy instructions
    QString zone = QStringLiteral("Europe/Berlin");
    QString referencePrefix; // of file references: "LIN"
    Bank bank;
    QJsonObject unknown;
    bool operator==(const Authority &) const = default;
};

struct Department {
    DepartmentId id;
    LocalText name;
    QString code; // in file references: "67.1"
    Address address;
    QString phone;
    QString email;
    LocalText hours; // office hours
    QJsonObject unknown;
    bool operator==(const Department &) const = default;
};

struct Colleague { // as others see a clerk
    ClerkId id;
    QString name;
    QString function; // "Sachbearbeiterin"
    QString phone;
    QString email;
    QString room;
    QList<DepartmentId> departments;
    bool disabled = false; // left or locked out: kept for the names in old cases
    QJsonObject unknown;
    bool operator==(const Colleague &) const = default;
};

struct Session { // GET /sync/v1/session
    QString serverId; // another one: another portal, stop and ask
    QString epoch; // another one: restored from a backup, everything is read anew
    QList<int> api; // versions of the protocol
    QString minClient; // oldest version of the clerks' programs that is let in; older ones get 426
    // Number of the oldest change that a cursor may stand at; cursors before it are answered with
    // 410. 0: everything is kept.
    std::optional<qint64> cursorFloor;
    Timestamp now;
    QJsonObject limits; // fileBytes, requestBytes, operations
    Authority authority;
    Colleague clerk;
    QHash<DepartmentId, QList<Permission>> grants;
    QList<Department> departments; // all of the authority
    QList<Colleague> colleagues; // of the clerk's departments
    QJsonObject unknown;
    bool operator==(const Session &) const = default;
};

enum class ChangeAction { Unknown, Upsert, Tombstone, Revoke };

struct FeedChange {
    AggregateKind kind = AggregateKind::Unknown;
    ChangeAction action = ChangeAction::Unknown;
    QString id;
    qint64 version = 0;
    JsonText body; // of an upsert
    QHash<QString, QString> files; // attachment id → base64, of small files when asked for
    bool operator==(const FeedChange &) const = default;
};

struct FeedPage { // GET /sync/v1/changes
    QString epoch;
    QList<FeedChange> changes;
    QString next; // cursor: opaque, bound to user, epoch and scope
    bool more = false;
    bool operator==(const FeedPage &) const = default;
};
