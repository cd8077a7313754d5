#include "journal.h"

#include "app/client/desk.h"
#include "models/domain/wire.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

const auto journalFact = QStringLiteral("journal");
constexpr qsizetype longest = 200;
constexpr int gatherMs = 1000;
constexpr qint64 shortOutage = 60; // seconds; shorter ones nobody needs to know about

} // namespace

Journal::Journal(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    load();
    for (QTimer *timer : { &m_saveTimer, &m_goneTimer }) {
        timer->setSingleShot(true);
        timer->setInterval(gatherMs);
    }
    connect(&m_saveTimer, &QTimer::timeout, this, &Journal::save);
    connect(&m_goneTimer, &QTimer::timeout, this, [this] {
        add(QStringLiteral("cases.gone"),
            { { QStringLiteral("count"), std::exchange(m_gone, 0) } });
    });
    SyncEngine &engine = desk.engine();
    connect(&engine, &SyncEngine::operationSettled, this, &Journal::onSettled);
    connect(&engine, &SyncEngine::statusChanged, this, &Journal::onStatus);
    connect(&engine, &SyncEngine::casesHidden, this, [this](const QList<CaseId> &cases) {
        add(QStringLiteral("cases.hidden"), { { QStringLiteral("count"), int(cases.size()) } });
    });
    connect(&engine, &SyncEngine::fileFailed, this,
        [this](const CaseId &id, const AttachmentId &, const Error &error) {
            if (error.key != QLatin1String("file.stopped"))
                add(QStringLiteral("file.failed"),
                    { { QStringLiteral("case"), id.text },
                        { QStringLiteral("reason"), error.key } });
        });
    connect(&desk.credentials(), &Credentials::revoked, this,
        [this] { add(QStringLiteral("signin.ended")); });
    connect(&desk.view(), &CaseView::caseRemoved, this, [this] {
        ++m_gone;
        m_goneTimer.start();
    });
    if (desk.outbox().wasSalvaged())
        add(QStringLiteral("outbox.salvaged"));
}

Journal::~Journal()
{
    if (m_saveTimer.isActive())
        save();
}

void Journal::add(const QString &code, const QJsonObject &params)
{
    m_entries.prepend({ m_desk.clock().now(), code, params });
    while (m_entries.size() > longest)
        m_entries.removeLast();
    m_saveTimer.start();
    emit changed();
}

void Journal::onSettled(const OperationResult &result)
{
    switch (result.outcome) {
    case Outcome::Applied:
    case Outcome::Merged:
    case Outcome::Conflict:
    case Outcome::Rejected:
        break;
    default:
        return; // tried again by itself
    }
    const auto entry = m_desk.outbox().find(result.operation);
    if (!entry)
        return;
    add(QStringLiteral("op.") + wireName(result.outcome),
        { { QStringLiteral("type"), typeName(entry->operation) },
            { QStringLiteral("case"), entry->operation.caseId.text },
            { QStringLiteral("reason"), result.reason } });
}

void Journal::onStatus()
{
    const Reachability now = m_desk.engine().status().reachability;
    if (now == Reachability::Offline && m_offlineSince.isNull())
        m_offlineSince = m_desk.clock().now();
    if (now != Reachability::Online || m_offlineSince.isNull())
        return;
    const Timestamp until = m_desk.clock().now();
    const Timestamp since = std::exchange(m_offlineSince, Timestamp());
    if (until.ms - since.ms < shortOutage * 1000)
        return;
    m_entries.prepend(
        { since, QStringLiteral("link.lost"), { { QStringLiteral("until"), until.ms } } });
    m_saveTimer.start();
    emit changed();
}

void Journal::load()
{
    const QByteArray json = m_desk.outbox().fact(journalFact).toUtf8();
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = value.toObject();
        m_entries.append({ { object.value(QLatin1String("at")).toInteger() },
            object.value(QLatin1String("code")).toString(),
            object.value(QLatin1String("params")).toObject() });
    }
}

void Journal::save()
{
    m_saveTimer.stop();
    QJsonArray list;
    for (const JournalEntry &entry : std::as_const(m_entries)) {
        list.append(QJsonObject{ { QStringLiteral("at"), entry.at.ms },
            { QStringLiteral("code"), entry.code }, { QStringLiteral("params"), entry.params } });
    }
    // Losing the list is no loss of work: the next entry writes it again.
    static_cast<void>(m_desk.outbox()
                          .setFact(journalFact,
                              QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)))
                          .ok());
}
