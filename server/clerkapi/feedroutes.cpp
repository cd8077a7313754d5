#include "routes.h"

#include "cursor.h"
#include "limits.h"
#include "visibility.h"

#include "models/domain/wire.h"
#include "server/store/feed.h"
#include "server/store/files.h"

#include <QFile>

namespace portal {

namespace {

// One page: walks the feed from a number on and takes what the caller may see, until it is full.
class PageMaker {
public:
    PageMaker(const ClerkApi &api, Sql &sql, const Caller &caller, int limit, qint64 inlineBytes)
        : m_api(api)
        , m_sql(sql)
        , m_caller(caller)
        , m_limit(limit)
        , m_inlineBytes(inlineBytes)
        , m_closedBefore(closedBefore(api.clock.now()))
    {
    }

    Status fill(FeedPage &page, qint64 &number)
    {
        const bool fromStart = number == 0;
        for (;;) {
            const int wanted = qMin(limits::feedChanges, m_limit + 1 - int(page.changes.size()));
            const Result<QList<FeedEntry>> entries = Feed(m_sql).since(number, wanted);
            if (!entries)
                return entries.error();
            for (const FeedEntry &entry : *entries) {
                if (page.changes.size() >= m_limit || m_bytes >= limits::pageBytes) {
                    page.more = true;
                    return success();
                }
                if (const Status added = add(page, entry, fromStart); !added)
                    return added;
                number = entry.number;
            }
            if (entries->size() < wanted)
                return success();
        }
    }

private:
    Status add(FeedPage &page, const FeedEntry &entry, bool fromStart)
    {
        const bool visible = isVisible(entry, m_caller);
        const bool forgotten = isForgotten(entry, m_closedBefore);
        FeedChange change;
        change.kind = entry.kind;
        change.id = entry.id;
        change.version = entry.version;
        if (!visible) {
            if (fromStart || !m_caller.mayRead(entry.former))
                return success();
            change.action = ChangeAction::Revoke;
        } else if (entry.action == ChangeAction::Tombstone || forgotten) {
            if (fromStart)
                return success();
            change.action = ChangeAction::Tombstone;
        } else {
            change.action = ChangeAction::Upsert;
            if (const Status filled = fillBody(change); !filled)
                return filled;
        }
        page.changes.append(change);
        return success();
    }

    Status fillBody(FeedChange &change)
    {
        const Result<QByteArray> body = Feed(m_sql).body(change.kind, change.id);
        if (!body)
            return body.error();
        change.body = JsonText(*body); // as it is stored: parsing it would cost more than the rest
        m_bytes += body->size();
        if (change.kind != AggregateKind::Case || m_inlineBytes <= 0)
            return success();
        const auto files = Files(m_sql).attachedTo(CaseId{ change.id });
        if (!files)
            return files.error();
        qint64 sent = 0; // a case at the end of a full page comes with its files, too
        for (auto it = files->begin(); it != files->end(); ++it) {
            const qint64 size = it->size;
            if (size > m_inlineBytes || sent + size > limits::pageBytes)
                continue; // fetched by itself
            QFile bytes(m_api.store.filePath(it->id));
            if (!bytes.open(QIODevice::ReadOnly))
                continue;
            const QByteArray encoded = bytes.readAll().toBase64();
            sent += encoded.size();
            change.files.insert(it.key().text, QString::fromLatin1(encoded));
        }
        m_bytes += sent;
        return success();
    }

    const ClerkApi &m_api;
    Sql &m_sql;
    const Caller &m_caller;
    int m_limit;
    qint64 m_inlineBytes;
    Timestamp m_closedBefore;
    qint64 m_bytes = 0;
};

Result<FeedPage> pageOf(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    bool given = false;
    const int asked = request.query.value("limit").toInt(&given);
    const int limit = given ? qBound(1, asked, limits::feedChanges) : limits::feedChanges;
    const qint64 inlineBytes
        = qBound<qint64>(0, request.query.value("inline").toLongLong(), limits::inlineBytes);
    const QByteArray since = request.query.value("since");
    return api.store.read([&](Sql &sql) -> Result<FeedPage> {
        const Result<CursorBinding> binding = bindingOf(sql, caller);
        if (!binding)
            return binding.error();
        qint64 number = 0;
        if (!since.isEmpty()) {
            const Result<qint64> read = readCursor(since, *binding);
            if (!read)
                return read.error();
            number = *read;
        }
        FeedPage page;
        page.epoch = QString::fromUtf8(binding->epoch);
        PageMaker maker(api, sql, caller, limit, inlineBytes);
        if (const Status filled = maker.fill(page, number); !filled)
            return filled.error();
        page.next = QString::fromLatin1(makeCursor(number, *binding));
        return page;
    });
}

} // namespace

void addFeedRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Get, "/sync/v1/changes",
        forClerks(api, [&api](const http::Request &request, const Caller &caller) {
            const Result<FeedPage> page = pageOf(api, request, caller);
            if (page)
                return json(200, toText(*page));
            http::Response refused = problem(page.error());
            if (page.error().key == QLatin1String("feed.cursorExpired"))
                refused.status = 410;
            return refused;
        }) });
    router.add({ http::Method::Get, "/sync/v1/events",
        forClerks(api, [](const http::Request &, const Caller &) {
            http::Response response;
            response.eventStream = true;
            return response;
        }) });
}

} // namespace portal
