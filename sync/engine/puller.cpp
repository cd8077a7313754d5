#include "puller.h"

#include "models/faults/faults.h"
#include "models/store/cachewriter.h"
#include "models/store/whendone.h"
#include "sync/portal/feedjobs.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(pullLog, "kontor.sync.pull")

Puller::Puller(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Puller::start(const Session &session)
{
    m_session = session;
    whenDone(m_parts.writer.syncState(), this,
        [this](const Result<SyncState> &state) { onState(state); });
}

void Puller::abort()
{
    if (m_job)
        m_job->abort();
    finish(error(ErrorCode::Unreachable, "portal.aborted"));
}

void Puller::finish(const Status &result)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(result);
}

void Puller::onState(const Result<SyncState> &state)
{
    if (m_ended)
        return;
    if (!state)
        return finish(state.error());
    m_cursor = state->cursor;
    m_resync = state->resync;
    if (state->epoch == m_session.epoch)
        return next();
    if (!state->epoch.isEmpty()) {
        qCInfo(pullLog) << "the portal was restored from a backup: reading everything anew";
        return beginResync();
    }
    whenDone(m_parts.writer.bindServer(m_session.serverId, m_session.epoch), this,
        [this](const Status &bound) {
            if (!bound)
                finish(bound.error());
            else
                next();
        });
}

void Puller::beginResync()
{
    m_resync = true;
    m_resyncBegun = true;
    m_cursor.clear();
    whenDone(m_parts.writer.beginResync(m_session.epoch), this, [this](const Status &begun) {
        if (!begun)
            finish(begun.error());
        else
            next();
    });
}

void Puller::next()
{
    if (m_ended)
        return;
    auto *job = new ChangesJob(m_parts.connection, m_cursor, 500, 65'536, this);
    m_job = job;
    connect(job, &ChangesJob::finished, this, [this](const Result<FeedPage> &page) {
        if (m_applying)
            m_ahead = page;
        else
            onPage(page);
    });
    job->start();
}

void Puller::onPage(const Result<FeedPage> &page)
{
    if (m_ended)
        return;
    if (!page) {
        if (page.error().key == QLatin1String("feed.cursorExpired") && !m_resyncBegun)
            return beginResync();
        return finish(page.error());
    }
    if (page->epoch != m_session.epoch)
        return finish(error(ErrorCode::Unavailable, "sync.epochChanged"));
    if (page->more && page->next == m_cursor)
        return finish(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    faults::step("pull.received");
    m_cursor = page->next;
    m_applying = true;
    whenDone(m_parts.writer.applyPage(*page), this,
        [this, more = page->more](const Result<PageEffect> &effect) { onApplied(effect, more); });
    if (page->more)
        next();
}

void Puller::onApplied(const Result<PageEffect> &effect, bool more)
{
    m_applying = false;
    if (!effect)
        return finish(effect.error());
    faults::step("pull.applied");
    m_cases += int(effect->changed.size());
    emit applied(*effect);
    emit progressed(m_cases);
    if (!more)
        end();
    else if (m_ahead)
        onPage(*std::exchange(m_ahead, std::nullopt));
}

void Puller::end()
{
    if (m_ended)
        return;
    if (!m_resync)
        return finish(success());
    whenDone(m_parts.writer.endResync(), this, [this](const Result<PageEffect> &effect) {
        if (!effect)
            return finish(effect.error());
        emit applied(*effect);
        finish(success());
    });
}
