#pragma once

#include "database.h"

namespace sqlite {

// BEGIN IMMEDIATE now; rolled back at the end of its life unless committed.
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Status status() const { return m_status; } // of the beginning
    Status commit();

private:
    Database &m_database;
    Status m_status;
    bool m_open;
};

// A part of a transaction that can fail alone; undone at the end of its life unless kept.
class Savepoint {
public:
    explicit Savepoint(Database &database);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    Status status() const { return m_status; }
    Status keep();

private:
    Database &m_database;
    Status m_status;
    bool m_open;
};

} // namespace sqlite
