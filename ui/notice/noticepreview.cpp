#include "noticepreview.h"

#include "models/domain/time.h"
#include "models/notice/noticerenderer.h"

namespace {
constexpr int pauseMs = 400;
}

NoticePreview::NoticePreview(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseMs);
    connect(&m_delay, &QTimer::timeout, this, &NoticePreview::start);
}

NoticePreview::~NoticePreview()
{
    m_pool.clear();
    m_pool.waitForDone(); // its answer would go to an object that is gone
}

void NoticePreview::show(const NoticeContent &content)
{
    m_content = content;
    m_delay.start();
}

void NoticePreview::stop()
{
    m_delay.stop();
    ++m_generation;
}

void NoticePreview::start()
{
    const int generation = ++m_generation;
    m_pool.clear();
    m_pool.start([this, generation, content = m_content, now = m_clock.now()] {
        RenderOptions options;
        options.draft = true;
        Result<QByteArray> pdf = renderNotice(content, now, options);
        QMetaObject::invokeMethod(
            this, [this, generation, pdf = std::move(pdf)] { onDone(generation, pdf); },
            Qt::QueuedConnection);
    });
}

void NoticePreview::onDone(int generation, const Result<QByteArray> &pdf)
{
    if (generation != m_generation)
        return;
    if (pdf)
        emit rendered(*pdf);
    else
        emit failed(pdf.error());
}
