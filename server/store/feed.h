#pragma once

#include "store.h"

#include "models/domain/protocol.h"

namespace portal {

struct FeedEntry {
    qint64 number = 0; // given by the store
    AggregateKind kind = AggregateKind::Unknown;
    QString id;
    qint64 version = 0;
    ChangeAction action = ChangeAction::Upsert;
    QList<DepartmentId> departments; // that may see it; empty: everybody
    QList<DepartmentId> former; // that could once: they are told by a revocation
    QString state; // of a case
    Timestamp updatedAt;
};

// What changed, as the newest row of each aggregate, numbered in the order of commits.
class Feed {
public:
    explicit Feed(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<QList<FeedEntry>> since(qint64 number, int limit) const;
    Result<qint64> last() const;
    Result<QByteArray> body(AggregateKind kind, const QString &id) const; // JSON

    // Replaces the aggregate's row; departments that fall out are added to `former`.
    static Status put(Writing &writing, const FeedEntry &entry);

private:
    Sql &m_sql;
};

QString aggregateName(AggregateKind kind); // as stored
AggregateKind aggregateKindOf(const QString &name);

} // namespace portal
