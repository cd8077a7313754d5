#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <functional>

namespace sqlite {
class Database;
}

struct NumberBlock { // leased from the portal for this device
    QString request; // id of our request: the lease is idempotent by it
    QString prefix;
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const NumberBlock &) const = default;
};

// Payment references (Kassenzeichen) that can be given without the portal. A number is bound to an
// owner (a draft or a fee) when it is printed somewhere, so that the same draft always names the
// same number, and goes back when the draft is thrown away.
class ReferenceStore {
public:
    // Prefix and number to the printed form with its check digit.
    using Format = std::function<QString(const QString &prefix, qint64 number)>;

    explicit ReferenceStore(sqlite::Database &database);
    void setFormat(Format format) { m_format = std::move(format); }

    Status add(const NumberBlock &block);
    int left() const; // not yet bound
    // The owner's number, the next free one at first. TooMany "reference.exhausted".
    Result<QString> reserve(const QString &owner);
    Status giveBack(const QString &owner); // only while no operation uses it
    Status markUsed(const QString &reference); // in the caller's transaction
    // Of an operation that was withdrawn before it was sent, in the caller's transaction.
    Status free(const QString &reference);
    QList<NumberBlock> unused() const; // rests of blocks, to be given back at sign-out
    Status forgetUnused(); // they are given out no more; single returned numbers stay

private:
    Result<QString> take(const QString &owner);

    sqlite::Database &m_database;
    Format m_format;
};
