#include "benchportal.h"

#include "httpclient.h"
#include "measure.h"

#include "server/store/accounts.h"
#include "server/store/cases.h"
#include "server/store/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <unistd.h>

namespace bench {

namespace {

using portal::Store;
using portal::Writing;

constexpr int atOnce = 1000; // cases in one transaction

QString binary()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/kontor-portal");
}

QByteArray line(const QByteArray &text, const char *name)
{
    const qsizetype at = text.indexOf(name);
    return at < 0 ? QByteArray() : text.mid(at, text.indexOf('\n', at) - at);
}

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

BenchPortal::BenchPortal(const QStringList &serveOptions)
    : m_process(binary())
    , m_second(binary())
{
    m_process.serveOptions = serveOptions;
    if (!m_process.start(1))
        giveUp("kontor-portal does not start:", qPrintable(m_process.log()));
}

void BenchPortal::serve()
{
    if (!m_process.serve())
        giveUp("kontor-portal does not start again:", qPrintable(m_process.log()));
}

Target BenchPortal::serveBeside()
{
    if (!m_second.serveBeside(m_process))
        giveUp("a second kontor-portal does not start:", qPrintable(m_second.log()));
    return { m_second.url().port(), { m_second.pid() } };
}

std::unique_ptr<Store> BenchPortal::openStore() const
{
    auto store = Store::open(data(), m_process.database());
    if (!store)
        giveUp("store of the portal", qPrintable(store.error().key));
    return *std::move(store);
}

ClerkId BenchPortal::clerk() const
{
    const auto store = openStore();
    const auto account = store->read(
        [](portal::Sql &sql) { return portal::Accounts(sql).findByLogin(PortalProcess::login()); });
    if (!account || !*account)
        giveUp("the sample clerk is not there");
    return (*account)->clerk.id;
}

void BenchPortal::fill(sample::Bulk bulk, const Content &content)
{
    m_process.stop();
    const auto store = openStore();
    const auto keep = [&](Writing &writing, CaseFile &caseFile, int number) -> Status {
        caseFile.messages.resize(content.messages);
        caseFile.attachments.resize(content.files);
        QStringList ids;
        for (qsizetype i = 0; i < content.files && content.fileBytes > 0; ++i) {
            const QByteArray bytes
                = sample::Bulk::bytes(number * int(content.files) + int(i), content.fileBytes);
            Attachment &attachment = caseFile.attachments[i];
            attachment.size = bytes.size();
            attachment.sha256 = QString::fromLatin1(
                QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
            const portal::StoredFile row{ bulk.id(number, 50 + int(i)), attachment.sha256,
                attachment.size, attachment.type, QStringLiteral("system"), caseFile.filedAt };
            QFile file(store->filePath(row.id));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                giveUp("cannot write", qPrintable(file.fileName()));
            if (const Status added = portal::Files::add(writing, row); !added)
                return added;
            ids.append(row.id);
        }
        if (const Status saved = portal::Cases::save(writing, caseFile); !saved)
            return saved;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const Status attached = portal::Files::attach(
                writing, caseFile.id, caseFile.attachments.at(i).id, ids.at(i));
            if (!attached)
                return attached;
        }
        return success();
    };
    for (int first = 0; first < content.cases; first += atOnce) {
        const Status filled = store->write([&](Writing &writing) -> Status {
            for (int number = first; number < qMin(content.cases, first + atOnce); ++number) {
                CaseFile caseFile = bulk.caseFile(number);
                if (const Status kept = keep(writing, caseFile, number); !kept)
                    return kept;
            }
            return success();
        });
        if (!filled)
            giveUp("portal not filled:", qPrintable(filled.error().detail));
    }
}

QByteArray signIn(int port, const QString &login)
{
    HttpClient client(port);
    const QJsonObject body{ { QStringLiteral("login"), login },
        { QStringLiteral("password"), PortalProcess::password() },
        { QStringLiteral("deviceName"), QStringLiteral("bench") } };
    const Answer answer = client.send("POST", "/sync/v1/sign-in",
        "Content-Type: application/json\r\n", QJsonDocument(body).toJson(QJsonDocument::Compact));
    const QString token = QJsonDocument::fromJson(answer.body)
                              .object()
                              .value(QLatin1String("accessToken"))
                              .toString();
    if (token.isEmpty())
        giveUp("sign-in refused", answer.body.constData());
    return "Authorization: Bearer " + token.toLatin1() + "\r\n";
}

qint64 Target::peakKb() const
{
    qint64 most = 0;
    for (const qint64 pid : processes) {
        const QByteArray peak = line(procFile(pid, "status"), "VmHWM:");
        most = qMax(most, peak.mid(6).simplified().split(' ').value(0).toLongLong());
    }
    return most;
}

void Target::resetPeak() const
{
    for (const qint64 pid : processes) {
        QFile file(QStringLiteral("/proc/%1/clear_refs").arg(pid));
        if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
            giveUp("cannot reset the peak of", qPrintable(file.fileName()));
    }
}

double Target::cpuSeconds() const
{
    double ticks = 0;
    for (const qint64 pid : processes) {
        // Behind the name in parentheses, which may hold spaces: utime and stime are fields 14, 15.
        const QByteArray text = procFile(pid, "stat");
        const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

} // namespace bench
