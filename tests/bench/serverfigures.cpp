#include "serverfigures.h"

#include "bareportal.h"
#include "eventwatch.h"
#include "httpclient.h"

#include "models/domain/ids.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>
#include <atomic>
#include <thread>

namespace bench {

namespace {

constexpr int connections = 16;
constexpr int pageBytes = 50'000;

// Runs `work` in as many threads until the time is over; how often all of them did it in a second.
template <class Work> double perSecond(int threads, int windowMs, Work work)
{
    std::atomic<bool> ended = false;
    std::atomic<qint64> count = 0;
    std::vector<std::thread> running;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < threads; ++i)
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
    return { QStringLiteral("--connections-per-address"), QStringLiteral("5000"),
        QStringLiteral("--connections"), QStringLiteral("5000"), QStringLiteral("--file-megabytes"),
        QStringLiteral("60") };
}

void measureChangesPage(
    Figures &figures, const BenchPortal &portal, const QString &database, const ServerSizes &sizes)
{
    const QByteArray token = portal.signIn();
    HttpClient client(portal.port());
    const Answer probe = client.get(changesPath({}, 100), token);
    const int limit = qMax(1, int(pageBytes * 100 / probe.body.size()));
    QList<QByteArray> cursors;
    qsizetype bytes = 0;
    for (QByteArray cursor;;) {
        const Answer answer = client.get(changesPath(cursor, limit), token);
        const QJsonObject page = objectOf(answer);
        if (answer.status != 200)
            giveUp("a page was refused:", answer.body.constData());
        if (!page.value(QLatin1String("more")).toBool())
            break;
        bytes += answer.body.size();
        cursors.append(cursor);
        cursor = page.value(QLatin1String("next")).toString().toLatin1();
    }
    BarePages bare(database);
    std::atomic<qint64> bareBytes = 0;
    Pair pair;
    for (int round = 0; round < sizes.rounds; ++round) {
        pair.ours.append(perSecond(connections, sizes.windowMs,
            [&](int who, const std::atomic<bool> &ended, std::atomic<qint64> &count) {
                HttpClient http(portal.port());
                for (int at = who; !ended; ++at) {
                    if (http.get(changesPath(cursors[at % cursors.size()], limit), token).status
                        != 200)
                        giveUp("a page was refused");
                    ++count;
                }
            }));
        pair.theirs.append(perSecond(1, sizes.windowMs,
            [&](int, const std::atomic<bool> &ended, std::atomic<qint64> &count) {
                for (int at = 0; !ended; ++at) {
                    bareBytes += qint64(bare.page(at % cursors.size() * limit, limit).size());
                    ++count;
                }
            }));
    }
    std::printf("# pages of %d cases and %lld bytes: %.0f/s, bare loop %.0f/s\n", limit,
        qlonglong(bytes / qMax<qsizetype>(1, cursors.size())), median(pair.ours),
        median(pair.theirs));
    figures.add("changes_page_vs_sqlite_loop", pair.ratio(), ">= 0.8");
}

void measureIntake(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes)
{
    QTemporaryDir folder(portal.data() + QStringLiteral("/bare-XXXXXX")); // on the same disk
    BareIntake bare(folder.filePath(QStringLiteral("bare.db")));
    Pair pair;
    for (int round = 0; round < sizes.rounds; ++round) {
        pair.ours.append(perSecond(connections, sizes.windowMs,
            [&](int, const std::atomic<bool> &ended, std::atomic<qint64> &count) {
                CitizenClient citizen(portal.port());
                do
                    citizen.file([&] { ++count; });
                while (!ended);
            }));
        pair.theirs.append(perSecond(1, sizes.windowMs,
            [&](int, const std::atomic<bool> &ended, std::atomic<qint64> &count) {
                for (int number = 0; !ended; ++number) {
                    bare.take(number);
                    ++count;
                }
            }));
    }
    std::printf("# forms taken: %.0f/s, bare loop %.0f commits/s\n", median(pair.ours),
        median(pair.theirs));
    figures.add("durable_intake_vs_one_commit_loop", pair.ratio(), ">= 1.3");
}

void measureUploads(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes)
{
    // The bytes that one clerk may announce at once are limited, so several do it.
    const QStringList logins{ PortalProcess::login(), QStringLiteral("joerg.weiss"),
        QStringLiteral("ayse.yildiz"), QStringLiteral("bjoern.akesson") };
    QList<QByteArray> tokens;
    for (const QString &login : logins)
        tokens.append(portal.signIn(login));
    QByteArray bytes = sample::Bulk::bytes(1, sizes.uploadBytes);
    QList<QByteArray> paths;
    QList<QByteArray> heads;
    for (int i = 0; i < sizes.uploads; ++i) {
        qsnprintf(bytes.data(), 24, "%%PDF-1.7 number %d", i);
        heads.append(bytes.left(24));
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const QJsonObject body{ { QStringLiteral("sha256"), QString::fromLatin1(hash) },
            { QStringLiteral("size"), bytes.size() },
            { QStringLiteral("name"), QStringLiteral("Plan %1.pdf").arg(i) },
            { QStringLiteral("type"), QStringLiteral("application/pdf") } };
        HttpClient client(portal.port());
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
                HttpClient client(portal.port());
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
    figures.add("upload_peak_rss_mb", double(portal.peakKb()) / 1024, "<= 40");
}

void measureClerks(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes)
{
    const QByteArray token = portal.signIn();
    EventWatch watch(portal.port(), token, sizes.clerks);
    CitizenClient citizen(portal.port());
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
    std::printf(
        "# %d clerks connected, portal %.0f MB\n", sizes.clerks, double(portal.peakKb()) / 1024);
    figures.add("clerks_held", percentile(told, 0), ">= 2000");
    figures.add("clerks_held_idle_cpu_percent", idle);
}

} // namespace bench
