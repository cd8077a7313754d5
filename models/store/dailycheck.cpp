#include "dailycheck.h"

#include "whendone.h"

#include "models/sqlite/database.h"

DailyCheck::DailyCheck(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_thread.setMaxThreadCount(1);
}

DailyCheck::~DailyCheck()
{
    // An interruption that comes between two statements is forgotten, so once is not enough.
    do
        stop();
    while (!m_thread.waitForDone(10));
}

void DailyCheck::begin()
{
    if (std::exchange(m_running, true))
        return;
    m_stopped = false;
    whenDone(runIn(m_thread, [this] { return read(); }), this, [this](const Status &verdict) {
        m_running = false;
        if (m_stopped)
            emit cutShort();
        else
            emit ended(verdict);
    });
}

void DailyCheck::stop()
{
    m_stopped = true;
    const std::lock_guard lock(m_guard);
    if (m_database)
        m_database->interrupt();
}

Status DailyCheck::read()
{
    auto opened = sqlite::Database::open(m_path, sqlite::OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    {
        const std::lock_guard lock(m_guard);
        m_database = *std::move(opened);
    }
    const Status verdict = m_stopped ? success() : m_database->quickCheck();
    const std::lock_guard lock(m_guard);
    m_database.reset();
    return verdict;
}
