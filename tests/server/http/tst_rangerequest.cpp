#include "server/http/rangerequest.h"

#include <QtTest>

using namespace http;

class TestRangeRequest : public QObject {
    Q_OBJECT
private slots:
    void shouldReadRanges_data();
    void shouldReadRanges();
    void shouldHonourConditions_data();
    void shouldHonourConditions();
    void shouldSendTheWholeToHead();
};

void TestRangeRequest::shouldReadRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("length");
    const auto row = [](const char *name, const char *range, qint64 size, int status, qint64 first,
                         qint64 length) {
        QTest::newRow(name) << QByteArray(range) << size << status << first << length;
    };
    row("first bytes", "bytes=0-9", 100, 206, 0, 10);
    row("one byte", "bytes=5-5", 100, 206, 5, 1);
    row("open", "bytes=90-", 100, 206, 90, 10);
    row("beyond the end", "bytes=90-1000", 100, 206, 90, 10);
    row("last bytes", "bytes=-10", 100, 206, 90, 10);
    row("more last bytes than there are", "bytes=-1000", 100, 206, 0, 100);
    row("unit in capitals", "Bytes=0-0", 100, 206, 0, 1);
    row("behind the end", "bytes=100-", 100, 416, 0, 0);
    row("no last bytes", "bytes=-0", 100, 416, 0, 0);
    row("of an empty file", "bytes=0-", 0, 416, 0, 0);
    row("several", "bytes=0-1,5-6", 100, 200, 0, 100);
    row("backwards", "bytes=9-0", 100, 200, 0, 100);
    row("other unit", "lines=0-1", 100, 200, 0, 100);
    row("rubbish", "bytes=a-b", 100, 200, 0, 100);
    row("only a dash", "bytes=-", 100, 200, 0, 100);
    row("overflow", "bytes=99999999999999999999-", 100, 200, 0, 100);
    row("negative", "bytes=--5", 100, 200, 0, 100);
}

void TestRangeRequest::shouldReadRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(qint64, size);
    QFETCH(int, status);
    QFETCH(qint64, first);
    QFETCH(qint64, length);
    Request request;
    request.headers.add("Range", range);
    const FileReply reply = plannedFileReply(request, "tag", size);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.first, first);
    QCOMPARE(reply.length, length);
    const QByteArray contentRange = reply.headers.value("Content-Range");
    if (status == 206)
        QCOMPARE(contentRange,
            QByteArray("bytes %1-%2/%3")
                .replace("%1", QByteArray::number(first))
                .replace("%2", QByteArray::number(first + length - 1))
                .replace("%3", QByteArray::number(size)));
    else if (status == 416)
        QCOMPARE(contentRange, "bytes */" + QByteArray::number(size));
    else
        QVERIFY(contentRange.isEmpty());
}

void TestRangeRequest::shouldHonourConditions_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const char *row, const char *name, const char *value, int status) {
        QTest::newRow(row) << QByteArray(name) << QByteArray(value) << status;
    };
    row("same", "If-Range", "\"tag\"", 206);
    row("changed", "If-Range", "\"old\"", 200);
    row("weak", "If-Range", "W/\"tag\"", 200);
    row("date", "If-Range", "Sun, 06 Nov 1994 08:49:37 GMT", 200);
    row("known", "If-None-Match", "\"a\", W/\"tag\"", 304);
    row("any", "If-None-Match", "*", 304);
    row("unknown", "If-None-Match", "\"a\"", 206);
}

void TestRangeRequest::shouldHonourConditions()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    Request request;
    request.headers.add("Range", "bytes=0-0");
    request.headers.add(name, value);
    const FileReply reply = plannedFileReply(request, "tag", 10);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("ETag"), QByteArray("\"tag\""));
}

void TestRangeRequest::shouldSendTheWholeToHead()
{
    Request request;
    request.method = Method::Head;
    request.headers.add("Range", "bytes=0-0");
    const FileReply reply = plannedFileReply(request, {}, 10);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.length, 10);
    QVERIFY(reply.headers.value("ETag").isEmpty());
    QCOMPARE(reply.headers.value("Accept-Ranges"), QByteArray("bytes"));
}

QTEST_GUILESS_MAIN(TestRangeRequest)
#include "tst_rangerequest.moc"
