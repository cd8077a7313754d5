#pragma once

#include "server/store/engine.h"
#include "server/store/postgressql.h"

#include <QList>
#include <QtGlobal>

// The database of a test. Run by tests/testing/with-postgres it is one on that server, else
// portal.db in the test's folder: so each test of the portal runs on both stores. Databases with
// tables are emptied and used again, since making one takes longer than most tests; the server and
// with it all databases end with the program.
class TestDatabase {
public:
    enum Content { Tables, Nothing };

    explicit TestDatabase(Content content = Tables)
        : m_content(content)
    {
        if (!isPostgres())
            return;
        if (content == Tables && !idle().isEmpty()) {
            m_name = idle().takeLast();
            empty();
            return;
        }
        static int made = 0;
        m_name = "test" + QByteArray::number(++made);
        run("CREATE DATABASE " + m_name + " TEMPLATE template0");
        if (content == Tables) {
            const auto engine = portal::Engine::create({}, address());
            if (const Status prepared = (*engine)->prepare(); !prepared)
                qFatal("tables: %s", qPrintable(prepared.error().detail));
        }
    }
    ~TestDatabase()
    {
        if (isPostgres() && m_content == Tables)
            idle().append(m_name);
    }
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    static bool isPostgres() { return qEnvironmentVariableIsSet("KONTOR_TEST_DATABASE"); }
    QString address() const // for Store::open(); empty: portal.db
    {
        return isPostgres() ? server() + QString::fromLatin1(m_name) : QString();
    }

    // What a portal notices of a restart of the server: its connections end, new ones are refused
    // until comeBack().
    void endConnections() const
    {
        run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '"
            + m_name + "'");
    }
    void leave() const
    {
        run("ALTER DATABASE " + m_name + " ALLOW_CONNECTIONS false");
        endConnections();
    }
    void comeBack() const { run("ALTER DATABASE " + m_name + " ALLOW_CONNECTIONS true"); }

private:
    static QString server() { return qEnvironmentVariable("KONTOR_TEST_DATABASE"); }
    static void run(const QByteArray &statement, const QByteArray &name = "postgres")
    {
        const auto sql = portal::PostgresSql::open(server() + QString::fromLatin1(name));
        const Status done = sql ? (*sql)->execute(statement) : Status(sql.error());
        if (!done)
            qFatal("%s: %s", statement.constData(), qPrintable(done.error().detail));
    }
    static QList<QByteArray> &idle()
    {
        static QList<QByteArray> names;
        return names;
    }
    // Without the triggers that guard the audit log.
    void empty() const
    {
        run("SET session_replication_role = replica;"
            "DO $$ DECLARE name text; BEGIN FOR name IN SELECT tablename FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'kontor_schema'"
            " LOOP EXECUTE 'DELETE FROM ' || quote_ident(name); END LOOP; END $$",
            m_name);
    }

    Content m_content;
    QByteArray m_name;
};
