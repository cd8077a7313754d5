#pragma once

#include "models/domain/protocol.h"
#include "portaljob.h"

// Who am I talking to, and what may I do: asked before anything is pulled or pushed.
class SessionJob : public PortalJob {
    Q_OBJECT
public:
    explicit SessionJob(PortalConnection &connection, QObject *parent = nullptr);

signals:
    void finished(const Result<Session> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }
};

// One page of what changed since a cursor; an empty cursor begins at the start.
class ChangesJob : public PortalJob {
    Q_OBJECT
public:
    // `inlineBytes`: attachments up to this size come along with the page.
    ChangesJob(PortalConnection &connection, const QString &since, int limit = 500,
        int inlineBytes = 65'536, QObject *parent = nullptr);

signals:
    // NotFound `feed.cursorExpired`: everything has to be read anew.
    void finished(const Result<FeedPage> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QUrlQuery m_query;
};

// Up to 50 operations; nothing is inferred from the status of the batch, each has its own result.
class OperationsJob : public PortalJob {
    Q_OBJECT
public:
    OperationsJob(PortalConnection &connection, const QList<Operation> &operations,
        QObject *parent = nullptr);

signals:
    // In the order of the operations and as many; anything else is Corrupt.
    void finished(const Result<QList<OperationResult>> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QList<Operation> m_operations;
};

// Numbers first…last of payment references that this device may give while offline.
struct LeasedNumbers {
    QString prefix;
    qint64 first = 0;
    qint64 last = -1;
};

class ReferenceBlockJob : public PortalJob {
    Q_OBJECT
public:
    // The same `requestId` gets the same block again, so that a lost answer loses no numbers.
    ReferenceBlockJob(PortalConnection &connection, const DeviceId &device,
        const QString &requestId, QObject *parent = nullptr);

signals:
    void finished(const Result<LeasedNumbers> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QJsonObject m_request;
};
