#pragma once

#include "models/domain/ids.h"
#include "portaljob.h"

// Questions by which a desk makes sure: before it erases, after the portal was restored, and
// whether it still holds what the portal holds. The portal takes at most 500 ids at once.
namespace checks {
constexpr qsizetype idsPerRequest = 500;
}

// Which of these cases may the clerk still read?
class AccessJob : public PortalJob {
    Q_OBJECT
public:
    AccessJob(PortalConnection &connection, const QList<CaseId> &cases, const QString &epoch,
        QObject *parent = nullptr);

signals:
    // Those allowed; an answer of another epoch is Unavailable `sync.epochChanged`.
    void finished(const Result<QList<CaseId>> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QList<CaseId> m_cases;
    QString m_epoch;
};

// Which of these own operations does the portal know?
class KnownOperationsJob : public PortalJob {
    Q_OBJECT
public:
    KnownOperationsJob(PortalConnection &connection, const QList<OperationId> &operations,
        QObject *parent = nullptr);

signals:
    void finished(const Result<QSet<OperationId>> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QList<OperationId> m_operations;
};

struct PortalDigest {
    QString epoch;
    QString at; // the cursor it belongs to
    Timestamp closedBefore; // cases closed for good before are not in it
    qint64 cases = 0;
    QString sha256;
};

class DigestJob : public PortalJob {
    Q_OBJECT
public:
    explicit DigestJob(PortalConnection &connection, QObject *parent = nullptr);

signals:
    void finished(const Result<PortalDigest> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }
};
