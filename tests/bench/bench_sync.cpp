// A desk at the running portal: against Dovecot and mbsync in the same run, against a ping, and
// against itself with a thousand times as many cases in the cache.
#include "benchdesk.h"
#include "benchportal.h"
#include "bulkcache.h"
#include "httpclient.h"
#include "measure.h"

#include "models/domain/wire.h"
#include "models/store/filestore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <atomic>
#include <thread>
#include <unistd.h>

namespace {

using bench::giveUp;

constexpr int fileBytes = 4096;

// Seconds that mbsync takes for the first pull of as many mails.
double peerPull(int cases, bool fsync, const QString &folder)
{
    QStringList command{ QStringLiteral(KONTOR_SOURCE_DIR "/tests/bench/peers/imap-sync"),
        QString::number(cases), QString::number(fileBytes),
        fsync ? QStringLiteral("yes") : QStringLiteral("no"), folder };
    if (::geteuid() != 0)
        command.prepend(QStringLiteral("sudo"));
    QProcess peer;
    peer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    peer.start(command.takeFirst(), command);
    if (!peer.waitForFinished(30 * 60'000) || peer.exitCode() != 0)
        giveUp("imap-sync failed");
    double seconds = 0;
    int pulled = 0;
    for (const QByteArray &line : peer.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "initial_pull")
            seconds = words.value(1).toDouble();
        if (words.first() == "cases_in_cache")
            pulled = words.value(1).toInt();
    }
    if (pulled < cases)
        giveUp("imap-sync did not pull everything");
    return seconds;
}

// Everything is there: each case, each file with its bytes, and a word of the last message.
void verify(bench::BenchDesk &desk, const sample::Bulk &bulk, int cases)
{
    Cache &cache = desk.cache();
    if (cache.caseCount() < cases)
        giveUp("cases are missing");
    for (int number = 0; number < cases; ++number) {
        const std::optional<CaseFile> caseFile = cache.find({ bulk.id(number) });
        if (!caseFile || caseFile->attachments.size() != 1)
            giveUp("a case is missing");
        const QString &hash = caseFile->attachments.first().sha256;
        QFile file(cache.files().pathOf(hash));
        const QByteArray found = file.open(QIODevice::ReadOnly)
            ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()
            : QByteArray();
        if (QString::fromLatin1(found) != hash)
            giveUp("a file is missing or wrong");
    }
    const CaseFile last = bulk.caseFile(cases - 1);
    const QString word = last.messages.first().text.section(QLatin1Char(' '), 0, 5);
    if (!cache.search(word).contains(cache.keyOf(last.id)))
        giveUp("the text of a case is not found");
}

void measureInitialPull(bench::Figures &figures, int cases, int rounds)
{
    bench::BenchPortal portal;
    sample::Bulk bulk;
    bulk.assignee = portal.clerk();
    portal.fill(bulk, { cases, 1, 1, fileBytes });
    portal.serve();
    bench::Pair pair;
    bench::Pair unsynced;
    // What a round has written stays to the end: ext4 looks long for places of new files that were
    // not taken by files removed a moment ago.
    const QTemporaryDir folder;
    QFile::setPermissions(folder.path(), // the peer's user may enter
        QFile::permissions(folder.path()) | QFile::ReadOther | QFile::ExeOther);
    for (int round = 0; round < rounds; ++round) {
        const QString own = folder.filePath(QString::number(round));
        QDir().mkpath(own);
        bench::BenchDesk desk({ own }, portal.url());
        pair.ours.append(desk.sync() / 1000);
        verify(desk, bulk, cases);
        pair.theirs.append(peerPull(cases, true, folder.path()));
        unsynced.theirs.append(peerPull(cases, false, folder.path()));
        std::printf("# %d cases: %.2f s, mbsync %.2f s, without fsync %.2f s\n", cases,
            pair.ours.last(), pair.theirs.last(), unsynced.theirs.last());
        std::fflush(stdout);
    }
    unsynced.ours = pair.ours;
    figures.add("initial_pull_vs_imap", pair.ratio(), "<= 0.8");
    figures.add("initial_pull_vs_imap_without_fsync", unsynced.ratio());
}

void measureEmptyPull(
    bench::Figures &figures, bench::BenchPortal &portal, const ProfilePaths &cache, int rounds)
{
    bench::BenchDesk desk(cache, portal.url());
    desk.pull();
    const bench::Pair pair = bench::interleaved(
        rounds, [&] { desk.pull(); }, [&] { desk.ping(); });
    std::printf("# empty pull p50 %.2f p95 %.2f ms, ping p50 %.2f p95 %.2f ms\n",
        bench::median(pair.ours), bench::percentile(pair.ours, 0.95), bench::median(pair.theirs),
        bench::percentile(pair.theirs, 0.95));
    figures.add(
        "empty_pull_vs_ping", bench::median(pair.ours) / bench::median(pair.theirs), "<= 2");
}

// Another clerk writes a note into the portal's one case.
void changeOneCase(bench::HttpClient &http, const QByteArray &token, const CaseId &id, int round)
{
    const SystemClock clock;
    Operation operation;
    operation.id = newId<OperationId>(clock);
    operation.device = newId<DeviceId>(clock);
    operation.caseId = id;
    operation.createdAt = clock.now();
    operation.args = AddNote{ newId<NoteId>(clock), QStringLiteral("Vermerk %1").arg(round) };
    const QJsonObject body{ { QStringLiteral("operations"), QJsonArray{ toJson(operation) } } };
    const bench::Answer answer
        = http.send("POST", "/sync/v1/operations", token + "Content-Type: application/json\r\n",
            QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!answer.body.contains("\"applied\"") && !answer.body.contains("\"merged\""))
        giveUp("the change was refused:", answer.body.constData());
}

void measureOneChange(bench::Figures &figures, bench::BenchPortal &portal, const CaseId &id,
    const ProfilePaths &small, const ProfilePaths &large, int rounds)
{
    bench::BenchDesk little(small, portal.url());
    bench::BenchDesk big(large, portal.url());
    little.pull();
    big.pull();
    bench::HttpClient http(portal.port());
    const QByteArray token = bench::signIn(portal.port());
    bench::Pair pair;
    for (int round = 0; round < rounds; ++round) {
        changeOneCase(http, token, id, round);
        const bool first = round % 2 == 0; // each side meets the warm portal as often
        if (first)
            pair.ours.append(big.pull());
        pair.theirs.append(little.pull());
        if (!first)
            pair.ours.append(big.pull());
    }
    std::printf("# one changed case: S p50 %.2f ms, L p50 %.2f ms\n", bench::median(pair.theirs),
        bench::median(pair.ours));
    figures.add(
        "one_change_L_vs_S", bench::median(pair.ours) / bench::median(pair.theirs), "<= 1.3");
}

// From the reply in the outbox, as Send leaves it, until the citizen's page shows it.
void measureReply(bench::Figures &figures, bench::BenchPortal &portal, int rounds)
{
    bench::CitizenClient citizen(portal.port());
    const QByteArray receipt = citizen.file([] {});
    const QString draft = QString::fromLatin1(receipt.split('/').last());
    const CaseId id{ derivedUuid(draft, "case") };
    const QByteArray page = "/de/vorgang/" + id.text.toLatin1();
    QTemporaryDir folder;
    bench::BenchDesk desk({ folder.path() }, portal.url());
    desk.sync();
    desk.engine().start();
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        const QString text = QStringLiteral("Antwort Nummer %1.").arg(round);
        std::atomic<bool> shown = false;
        QEventLoop loop;
        std::thread reader([&] {
            while (!citizen.get(page).body.contains(text.toUtf8())) { }
            shown = true;
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        times.append(bench::milliseconds([&] {
            const SystemClock clock;
            Reply reply;
            reply.id = newId<MessageId>(clock);
            reply.text = text;
            Operation operation;
            operation.id = newId<OperationId>(clock);
            operation.caseId = id;
            operation.baseVersion = desk.cache().find(id)->version;
            operation.args = reply;
            if (!desk.outbox().append(operation))
                giveUp("the reply was not taken");
            while (!shown)
                loop.exec();
        }));
        reader.join();
        desk.sync();
    }
    std::printf(
        "# reply p50 %.0f p95 %.0f ms\n", bench::median(times), bench::percentile(times, 0.95));
    figures.add("reply_to_citizen_ms", bench::median(times));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool small = bench::isSmall(argc, argv);
    bench::Figures figures;
    measureInitialPull(figures, small ? 60 : 10'000, small ? 1 : 5);
    bench::BenchPortal portal;
    const sample::Bulk bulk;
    const QString folder = bench::dataFolder(small);
    const ProfilePaths caches[] = { bench::keptCache(folder, bulk, small ? 50 : 1000),
        bench::keptCache(folder, bulk, small ? 100 : 100'000),
        bench::keptCache(folder, bulk, small ? 200 : 1'000'000) };
    bench::CitizenClient citizen(portal.port());
    const QByteArray receipt = citizen.file([] {});
    const CaseId id{ derivedUuid(QString::fromLatin1(receipt.split('/').last()), "case") };
    measureEmptyPull(figures, portal, caches[1], small ? 1 : 100);
    measureOneChange(figures, portal, id, caches[0], caches[2], small ? 2 : 60);
    measureReply(figures, portal, small ? 2 : 20);
    return 0;
}
