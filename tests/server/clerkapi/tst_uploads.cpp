#include "uploads.h"

#include "models/domain/wire.h"
#include "server/store/audit.h"

#include <QDir>
#include <QJsonArray>

using namespace portal;

// Files on their way to the portal, whole, broken off and refused.
class TestUploads : public QObject {
    Q_OBJECT

private slots:
    void shouldGoOnWithABrokenUpload()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const QByteArray bytes = "%PDF-1.4 " + QByteArray(300, 'x');
        const auto begun = announce(desk, token, bytes);
        QCOMPARE(begun.status, 201);
        const QByteArray target = "/sync/v1/uploads/"
            + Desk::json(begun).value(QLatin1String("uploadId")).toString().toLatin1();
        QCOMPARE(patch(desk, token, target, 0, bytes.left(100)).status, 204);
        QCOMPARE(patch(desk, token, target, 0, bytes.left(100)).status, 409);
        const auto again = Desk::json(announce(desk, token, bytes));
        QCOMPARE(again.value(QLatin1String("offset")).toInt(), 100);
        QVERIFY(!again.value(QLatin1String("complete")).toBool());
        const auto head = desk.send(http::Method::Head, target, token);
        QCOMPARE(head.headers.value("Upload-Offset"), QByteArray("100"));
        QCOMPARE(head.headers.value("Upload-Length"), QByteArray::number(bytes.size()));
        QCOMPARE(patch(desk, token, target, 100, bytes.mid(100, 100)).status, 204);
        QCOMPARE(patch(desk, token, target, 200, bytes.mid(200)).status, 204);
        QVERIFY(Desk::json(announce(desk, token, bytes)).value(QLatin1String("complete")).toBool());
        // It can be attached now, and is found through the case.
        const CaseFile caseFile = desk.filed("green");
        Reply reply;
        reply.id = newId<MessageId>(desk.clock);
        reply.text = QStringLiteral("anbei");
        reply.attachments = { NewAttachment{ newId<AttachmentId>(desk.clock),
            QStringLiteral("../Plan.pdf"), QStringLiteral("text/html"), 1, sha256(bytes) } };
        const auto done = desk.post("/sync/v1/operations",
            { { QStringLiteral("operations"),
                QJsonArray{ toJson(desk.operation(caseFile.id, reply, 1)) } } },
            token);
        QVERIFY2(done.body.contains("applied"), done.body.constData());
        const Attachment attachment = desk.now(caseFile.id).attachments.first();
        QCOMPARE(attachment.name, QStringLiteral("Plan.pdf"));
        QCOMPARE(attachment.type, QStringLiteral("application/pdf")); // from the bytes
        QCOMPARE(attachment.size, qint64(bytes.size()));
        const auto download = desk.get("/sync/v1/cases/" + caseFile.id.text.toLatin1()
                + "/attachments/" + attachment.id.text.toLatin1(),
            token);
        QCOMPARE(download.status, 200);
        QFile file(download.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QCOMPARE(download.etag, sha256(bytes).toLatin1());
        QVERIFY(download.headers.value("Content-Disposition").startsWith("attachment;"));
        const auto readings = desk.store->read([](Sql &sql) {
            return sql.number("SELECT count(*) FROM audit WHERE action = 'attachment.read'");
        });
        QCOMPARE(*readings, 1);
    }

    // The desk compares media types with those it can show; parameters would make it fail.
    void shouldCallATextFilePlainText()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const QByteArray bytes = "Sehr geehrte Frau Yıldız";
        const QByteArray target = "/sync/v1/uploads/"
            + Desk::json(announce(desk, token, bytes, "Notiz.txt"))
                  .value(QLatin1String("uploadId"))
                  .toString()
                  .toLatin1();
        QCOMPARE(patch(desk, token, target, 0, bytes).status, 204);
        const auto stored = desk.store->read([&](Sql &sql) {
            return Files(sql).findOwn(QStringLiteral("clerk:maren"), sha256(bytes));
        });
        QVERIFY(stored && *stored);
        QCOMPARE((*stored)->type, QStringLiteral("text/plain"));
    }

    // The last piece lay on the medium when the portal ended before the file was complete.
    void shouldCompleteAnUploadThatBrokeOffAtTheVeryEnd()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const QByteArray bytes = "%PDF-1.4 " + QByteArray(300, 'x');
        const QString id
            = Desk::json(announce(desk, token, bytes)).value(QLatin1String("uploadId")).toString();
        const QByteArray target = "/sync/v1/uploads/" + id.toLatin1();
        QCOMPARE(patch(desk, token, target, 0, bytes.left(100)).status, 204);
        const QDir uploads(desk.store->uploadFolder());
        QVERIFY(uploads.mkdir(id + QStringLiteral("-whole"))); // keeps it from being put together
        QVERIFY(patch(desk, token, target, 100, bytes.mid(100)).status >= 400);
        QVERIFY(QFile::exists(uploads.filePath(id + QStringLiteral(".100"))));
        const auto head = desk.send(http::Method::Head, target, token);
        QCOMPARE(head.headers.value("Upload-Offset"), QByteArray("100"));
        QVERIFY(
            !Desk::json(announce(desk, token, bytes)).value(QLatin1String("complete")).toBool());
        QVERIFY(uploads.rmdir(id + QStringLiteral("-whole")));
        QCOMPARE(patch(desk, token, target, 100, bytes.mid(100)).status, 204);
        // Asked again at the end, as after a lost answer: it is still complete.
        const auto again = patch(desk, token, target, int(bytes.size()), {});
        QCOMPARE(again.status, 204);
        QCOMPARE(again.headers.value("Upload-Offset"), QByteArray::number(bytes.size()));
        QVERIFY(Desk::json(announce(desk, token, bytes)).value(QLatin1String("complete")).toBool());
        QVERIFY(uploads.isEmpty());
    }

    void shouldBeginAnewWhenTheHashIsWrong()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const QByteArray bytes = "%PDF-1.4 richtig";
        const QByteArray target = "/sync/v1/uploads/"
            + Desk::json(announce(desk, token, bytes))
                  .value(QLatin1String("uploadId"))
                  .toString()
                  .toLatin1();
        const auto wrong = patch(desk, token, target, 0, "%PDF-1.4 falsch!");
        QCOMPARE(wrong.status, 422);
        QCOMPARE(Desk::key(wrong), QStringLiteral("upload.hash"));
        QCOMPARE(desk.send(http::Method::Head, target, token).headers.value("Upload-Offset"),
            QByteArray("0"));
        QCOMPARE(patch(desk, token, target, 0, bytes).status, 204);
    }

    void shouldTakeNoFileThatTheScannerRefuses()
    {
        // Exit code 1 for a file with the text, as of a scanner that found something.
        Desk desk(QStringLiteral("/bin/sh -c \"! grep -q EICAR $0\""));
        const QByteArray token = desk.token("maren", "green");
        const auto upload = [&](const QByteArray &bytes) {
            const QByteArray target = "/sync/v1/uploads/"
                + Desk::json(announce(desk, token, bytes))
                      .value(QLatin1String("uploadId"))
                      .toString()
                      .toLatin1();
            return patch(desk, token, target, 0, bytes);
        };
        const auto refused = upload("%PDF-1.4 EICAR");
        QCOMPARE(Desk::key(refused), QStringLiteral("upload.infected"));
        QVERIFY(refused.status >= 400 && refused.status < 500);
        QVERIFY((*desk.store->read([](portal::Sql &sql) {
            return portal::Files(sql).list();
        })).isEmpty());
        QCOMPARE(upload("%PDF-1.4 sauber").status, 204);
    }
};

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
