#pragma once

#include "minihttp.h"

#include "models/domain/apply.h"
#include "models/domain/protocol.h"

// A portal in memory that keeps the contract of /sync/v1 and carries operations out by the same
// apply() and judge() as the real one, so that at the end of a test the client's view can be
// compared with the truth. Failures are injected per request.
class FakePortal : public QObject {
    Q_OBJECT
public:
    explicit FakePortal(const Clock &clock, QObject *parent = nullptr);

    QUrl url() const { return m_http.url(); }
    MiniHttp &http() { return m_http; }

    // What goes wrong with the next `times` requests whose "METHOD path" begins with `prefix`.
    struct Fault {
        enum class Kind {
            LoseReply, // carried out, answer lost
            Silence, // nothing ever comes
            DropRequest, // closed before anything was done
            Html, // a captive portal: 200 with a page
            Truncate, // carried out, answer cut in the middle
            Status, // `status` with problem+json and `key`
            ProxyPage, // `status` with a page of a proxy
        };
        Kind kind = Kind::LoseReply;
        int status = 500;
        QString key = QStringLiteral("test.fault");
        int retryAfter = 0;
    };
    void fail(const QString &prefix, const Fault &fault, int times = 1);

    Session session; // may be changed by tests
    QString login = QStringLiteral("anna");
    QString password = QStringLiteral("geheim");
    QList<CaseType> types; // given with the first page of a full read
    int pageSize = 500;
    int blockSize = 20;

    void add(const CaseFile &caseFile, const QHash<QString, QByteArray> &files = {});
    void revoke(const CaseId &id);
    // An operation by the applicant or another clerk; returns what apply() said.
    Status act(const CaseId &id, const OperationArgs &args, const Actor &actor);
    const QMap<QString, CaseFile> &cases() const { return m_cases; } // that the clerk may see
    CaseFile caseOf(const CaseId &id) const { return m_cases.value(id.text); }
    QByteArray blob(const QString &sha256) const { return m_blobs.value(sha256); }
    void loseBlob(const QString &sha256) { m_blobs.remove(sha256); }
    void addBlob(const QByteArray &bytes);
    void corruptBlob(const QString &sha256); // what is served differs from the hash

    int effects(const OperationId &id) const { return m_effects.value(id); }
    int requests(const QString &prefix) const; // how many "METHOD path" began so
    qint64 uploadedBytes() const { return m_uploadedBytes; }

    void expireAccess() { m_access.clear(); }
    void revokeDevices();
    void expireCursors() { ++m_cursorAge; }
    // A defect: the feed revokes the case, though the clerk may still read it.
    void revokeByMistake(const CaseId &id);
    void restoreBackup(const QMap<QString, CaseFile> &cases); // another epoch

private:
    struct Upload {
        QString sha256;
        qint64 size = 0;
        QByteArray bytes;
    };
    struct Done {
        QByteArray fingerprint;
        OperationResult result;
        OperationId after;
    };

    MiniReply handle(const MiniRequest &request);
    MiniReply route(const MiniRequest &request);
    MiniReply signIn(const QJsonObject &body);
    MiniReply token(const QJsonObject &body);
    MiniReply grant(const QString &device);
    MiniReply changes(const MiniRequest &request);
    MiniReply operations(const QJsonObject &body);
    MiniReply access(const QJsonObject &body);
    MiniReply known(const QJsonObject &body);
    MiniReply digest();
    MiniReply createUpload(const QJsonObject &body);
    MiniReply patchUpload(const QString &id, const MiniRequest &request);
    MiniReply attachment(const QString &caseId, const QString &id, const MiniRequest &request);
    OperationResult carryOut(const Operation &operation);
    OperationResult carryOutOnce(const Operation &operation);
    void changed(const QString &id);

    const Clock &m_clock;
    MiniHttp m_http;
    struct Pending {
        QString prefix;
        Fault fault;
        int times = 1;
    };
    QList<Pending> m_faults;
    QStringList m_requests;
    QMap<QString, CaseFile> m_cases;
    QSet<QString> m_revoked;
    QHash<QString, qint64> m_feed; // case id → number of its last change
    qint64 m_number = 0;
    QHash<OperationId, Done> m_done;
    QHash<OperationId, int> m_effects;
    QHash<QString, Upload> m_uploads;
    QHash<QString, QByteArray> m_blobs;
    QSet<QString> m_corrupt;
    QSet<QByteArray> m_access;
    QHash<QString, QString> m_refresh; // token → device
    QSet<QString> m_usedRefresh;
    QHash<QString, qint64> m_blocks; // request id → first number
    qint64 m_nextNumber = 1;
    qint64 m_uploadedBytes = 0;
    int m_tokens = 0;
    int m_cursorAge = 0;
};
