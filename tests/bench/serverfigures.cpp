#include "serverfigures.h"

#include "eventwatch.h"
#include "httpclient.h"

#include "models/domain/ids.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <atomic>
#include <thread>

namespace bench {

namespace {

constexpr int connections = 16;
constexpr int pageBytes = 50'000;

// Runs `work` on all connections until the time is over; how often they did it in a second.
template <class Work> double perSecond(int windowMs, Work work)
{
    std::atomic<bool> ended = false;
    std::atomic<qint64> count = 0;
    std::vector<std::thread> running;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < connections; ++i)
        running.emplace_back([&, i] { work(i, ended, count); });
    QThread::msleep(ulong(windowMs));
    ended = true;
    const double seconds = double(timer.elapsed()) / 1000;
    const double done = double(count);
    for (std::thread &thread : running)
        thread.join();
    return done / seconds;
}

QJsonObject objectOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QByteArray changesPath(const QByteArray &cursor, int limit)
{
    return "/sync/v1/changes?inline=0&limit=" + QByteArray::number(limit) + "&since=" + cursor;
}

} // namespace

ServerSizes ServerSizes::of(bool small)
{
    return small ? ServerSizes{ true, 1, 300, 100, 3, 1024 * 1024, 40 } : ServerSizes();
}

QStringList serveOptions()
{
    // Everybody comes from one address here.
    return { QStringLiteral("--connections-per-address"), QStringLiteral("5000"),
        QStringLiteral("--connections"), QStringLiteral("5000"),
        QStringLiteral("--drafts-per-address"), QStringLiteral("0"),
        QStringLiteral("--file-megabytes"), QStringLiteral("60") };
}

FeedPages::FeedPages(int port)
    : m_port(port)
    , m_token(signIn(port))
{
    HttpClient client(port);
    const Answer probe = client.get(changesPath({}, 100), m_token);
    m_limit = qMax(1, int(pageBytes * 100 / qMax<qsizetype>(1, probe.body.size())));
    for (QByteArray cursor;;) {
        const Answer answer = client.get(changesPath(cursor, m_limit), m_token);
        if (answer.status != 200)
            giveUp("a page was refused:", answer.body.constData());
        const QJsonObject page = objectOf(answer);
        if (!page.value(QLatin1String("more")).toBool())
            break; // not a full one
        m_bytes += answer.body.size();
        m_cursors.append(cursor);
        cursor = page.value(QLatin1String("next")).toString().toLatin1();
    }
    m_bytes /= qMax<qsizetype>(1, m_cursors.size());
}

double FeedPages::perSecond(int windowMs) const
{
    return bench::perSecond(
        windowMs, [&](int who, const std::atomic<bool> &ended, std::atomic<qint64> &done) {
            HttpClient http(m_port);
            for (int at = who; !ended; ++at) {
                const QByteArray path = changesPath(m_cursors[at % m_cursors.size()], m_limit);
                if (http.get(path, m_token).status != 200)
                    giveUp("a page was refused");
                ++done;
            }
        });
}

double formsPerSecond(int port, int windowMs)
{
    return perSecond(windowMs, [&](int, const std::atomic<bool> &ended, std::atomic<qint64> &done) {
        CitizenClient citizen(port);
        do
            citizen.file([&] { ++done; });
        while (!ended);
    });
}

double uploadPeak(const Target &portal, const ServerSizes &sizes)
{
    // The bytes that one clerk may announce at once are limited, so several do it.
    const QStringList logins{ PortalProcess::login(), QStringLiteral("joerg.weiss"),
        QStringLiteral("ayse.yildiz"), QStringLiteral("bjoern.akesson") };
    QList<QByteArray> tokens;
    for (const QString &login : logins)
        tokens.append(signIn(portal.port, login));
    QByteArray bytes = sample::Bulk::bytes(1, sizes.uploadBytes);
    QList<QByteArray> paths;
    QList<QByteArray> heads;
    for (int i = 0; i < sizes.uploads; ++i) {
        qsnprintf(bytes.data(), 24, "%%PDF-1.7 %d %d", portal.port, i); // new to each portal
        heads.append(bytes.left(24));
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const QJsonObject body{ { QStringLiteral("sha256"), QString::fromLatin1(hash) },
            { QStringLiteral("size"), bytes.size() },
            { QStringLiteral("name"), QStringLiteral("Plan %1.pdf").arg(i) },
            { QStringLiteral("type"), QStringLiteral("application/pdf") } };
        HttpClient client(portal.port);
        const Answer answer = client.send("POST", "/sync/v1/uploads",
            tokens[i % tokens.size()] + "Content-Type: application/json\r\n",
            QJsonDocument(body).toJson(QJsonDocument::Compact));
        const QString id = objectOf(answer).value(QLatin1String("uploadId")).toString();
        if (id.isEmpty())
            giveUp("an upload was refused:", answer.body.constData());
        paths.append("/sync/v1/uploads/" + id.toLatin1());
    }
    portal.resetPeak(); // hashing passwords takes memory on purpose
    std::vector<std::thread> threads;
    const double ms = milliseconds([&] {
        for (int i = 0; i < sizes.uploads; ++i) {
            threads.emplace_back([&, i] {
                HttpClient client(portal.port);
                client.begin("PATCH", paths[i], tokens[i % tokens.size()] + "Upload-Offset: 0\r\n",
                    bytes.size());
                client.write(heads[i].constData(), heads[i].size());
                client.write(bytes.constData() + heads[i].size(), bytes.size() - heads[i].size());
                const Answer answer = client.read();
                if (answer.status != 204)
                    giveUp("an upload failed:", answer.body.constData());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    });
    std::printf(
        "# %d uploads of %d bytes at once: %.1f s\n", sizes.uploads, sizes.uploadBytes, ms / 1000);
    return double(portal.peakKb()) / 1024;
}

HeldClerks holdClerks(const Target &portal, const ServerSizes &sizes)
{
    EventWatch watch(portal.port, signIn(portal.port), sizes.clerks);
    CitizenClient citizen(portal.port);
    QList<double> told;
    for (int round = 0; round < sizes.rounds; ++round) {
        QByteArray at = citizen.begin();
        const QList<Form> &forms = CitizenClient::bulkyWaste();
        for (qsizetype i = 0; i + 1 < forms.size(); ++i)
            at = citizen.step(at, forms[i]);
        told.append(watch.told([&] { citizen.step(at, forms.last()); }, 1000));
    }
    const double before = portal.cpuSeconds();
    const int idleMs = sizes.small ? 200 : 5000;
    QThread::msleep(ulong(idleMs));
    const double idle = (portal.cpuSeconds() - before) * 100'000 / idleMs;
    std::printf("# %d clerks connected, a process has %.0f MB\n", sizes.clerks,
        double(portal.peakKb()) / 1024);
    return { percentile(told, 0), idle };
}

} // namespace bench
