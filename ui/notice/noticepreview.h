#pragma once

#include "models/notice/noticecontent.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

class Clock;

// Draws the notice itself, with the very function that issues it, in a worker thread and only once
// the clerk pauses: what is shown is the document, not an imitation.
class NoticePreview : public QObject {
    Q_OBJECT
public:
    explicit NoticePreview(const Clock &clock, QObject *parent = nullptr);
    ~NoticePreview() override;

    void show(const NoticeContent &content); // soon
    void stop();

signals:
    void rendered(const QByteArray &pdf);
    void failed(const Error &error);

private:
    void start();
    void onDone(int generation, const Result<QByteArray> &pdf);

    const Clock &m_clock;
    NoticeContent m_content;
    QTimer m_delay;
    QThreadPool m_pool;
    int m_generation = 0; // answers to older contents are dropped
};
