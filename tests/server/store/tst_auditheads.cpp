#include "server/store/auditheads.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace portal;

// The log's head of each day, kept outside of the database (S33).
class TestAuditHeads : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = *Store::open(m_folder->filePath(QStringLiteral("portal")));
        note(3);
    }

    void shouldWriteOneLineADay()
    {
        exportAt(m_noon);
        exportAt(m_noon.plusSeconds(3600));
        note(2);
        exportAt(m_noon.plusSeconds(24 * 3600));
        exportAt(m_noon); // the clock was put back
        const QByteArrayList lines = content().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("2026-11-21 3:"));
        QVERIFY(lines[1].startsWith("2026-11-22 5:"));
        QVERIFY(verified());
    }

    void shouldGoOnAfterALineThatWasTorn()
    {
        exportAt(m_noon);
        const QByteArray whole = content();
        write(whole + "2026-11-22 5:ab"); // the disk was full, or the process ended
        QVERIFY(verified());
        note(2);
        exportAt(m_noon.plusSeconds(2 * 24 * 3600));
        const QByteArrayList lines = content().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], whole.trimmed());
        QVERIFY(lines[1].startsWith("2026-11-23 5:"));
        QVERIFY(verified());
    }

    void shouldFindWhatTheDatabaseAloneDoesNotShow()
    {
        exportAt(m_noon);
        note(2);
        exportAt(m_noon.plusSeconds(24 * 3600));
        QByteArray changed = content();
        const qsizetype hash = changed.indexOf(':') + 1;
        changed[hash] = changed[hash] == 'a' ? 'b' : 'a';
        write(changed); // as if the database had been rewritten since
        QCOMPARE(verified().error().key, QStringLiteral("audit.changed"));
        write("2026-11-21 nonsense\n");
        QCOMPARE(verified().error().key, QStringLiteral("audit.heads"));
        write("2026-11-21 9:00\n"); // a head that the log does not reach any more
        QCOMPARE(verified().error().key, QStringLiteral("audit.cut"));
        QFile::remove(file());
        QCOMPARE(verified().error().key, QStringLiteral("audit.heads"));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("heads.txt")); }
    QByteArray content() const
    {
        QFile source(file());
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    void write(const QByteArray &text)
    {
        QFile target(file());
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(text);
    }
    void note(int entries)
    {
        for (int i = 0; i < entries; ++i) {
            AuditEntry entry;
            entry.at = m_noon;
            entry.actor = QStringLiteral("system");
            entry.action = QStringLiteral("test");
            QVERIFY(
                m_store->write([&](Writing &writing) { return audit::append(writing, entry); }));
        }
    }
    void exportAt(Timestamp at)
    {
        QVERIFY(m_store->read([&](Sql &sql) { return audit::exportHead(sql, file(), at); }));
    }
    Result<audit::Head> verified()
    {
        return m_store->read([&](Sql &sql) { return audit::verifyAgainst(sql, file()); });
    }

    const Timestamp m_noon{ 1'795'258'800'000 }; // 2026-11-21, 11:00 UTC
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestAuditHeads)
#include "tst_auditheads.moc"
