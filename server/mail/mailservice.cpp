#include "mailservice.h"

#include "models/faults/faults.h"
#include "news.h"
#include "server/store/cases.h"
#include "server/store/directory.h"
#include "server/store/feed.h"

#include <QLoggingCategory>
#include <algorithm>

Q_LOGGING_CATEGORY(lcMail, "kontor.mail", QtInfoMsg)

namespace mail {

MailService::MailService(portal::Registrar &registrar, MailSettings settings, Wording wording)
    : m_registrar(registrar)
    , m_store(registrar.store())
    , m_settings(std::move(settings))
    , m_wording(std::move(wording))
{
}

MailService::~MailService()
{
    stop();
}

void MailService::start()
{
    m_thread = std::thread([this] { work(); });
}

void MailService::wake()
{
    const std::lock_guard lock(m_mutex);
    m_news = true;
    m_wake.notify_one();
}

void MailService::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void MailService::work()
{
    std::unique_lock lock(m_mutex);
    m_news = true;
    while (!m_stopped) {
        // Half a minute is fine enough for a next attempt; news come by wake().
        m_wake.wait_for(lock, std::chrono::seconds(30), [this] { return m_news || m_stopped; });
        if (m_stopped)
            break;
        m_news = false;
        lock.unlock();
        if (const Result<int> sent = runOnce(); !sent)
            qCWarning(lcMail) << "mails could not be handled:" << sent.error().key;
        lock.lock();
    }
}

Result<int> MailService::runOnce()
{
    if (const Status scanned = scan(); !scanned)
        return scanned.error();
    return m_settings.smtp.host.isEmpty() ? Result<int>(0) : sendDue();
}

// The rows that were written already say what was told, so looking at a case twice is harmless: the
// place in the feed is only kept in memory.
Status MailService::scan()
{
    for (;;) {
        const auto entries = m_store.read([&](portal::Sql &sql) {
            return portal::Feed(sql).since(std::max<qint64>(0, m_scanned), 200);
        });
        if (!entries)
            return entries.error();
        if (entries->isEmpty())
            return success();
        const Status written = m_store.write([&](portal::Writing &writing) -> Status {
            for (const portal::FeedEntry &entry : *entries) {
                if (entry.kind != AggregateKind::Case || entry.action != ChangeAction::Upsert
                    || now().ms - entry.updatedAt.ms > qint64(newForSeconds) * 1000)
                    continue;
                const auto caseFile = portal::Cases(writing.sql).find(CaseId{ entry.id });
                if (!caseFile)
                    return caseFile.error();
                const auto earlier = portal::Mails(writing.sql).ofCase(CaseId{ entry.id });
                if (!earlier)
                    return earlier.error();
                if (!*caseFile)
                    continue;
                if (const auto news = newsOf(**caseFile, *earlier, now())) {
                    if (const Result<qint64> number = portal::Mails::enqueue(writing, *news);
                        !number)
                        return number.error();
                }
            }
            return success();
        });
        if (!written)
            return written;
        m_scanned = entries->last().number;
    }
}

Result<int> MailService::sendDue()
{
    int sent = 0;
    for (;;) {
        const auto due
            = m_store.read([&](portal::Sql &sql) { return portal::Mails(sql).due(now(), 50); });
        if (!due)
            return due.error();
        if (due->isEmpty())
            return sent;
        const auto authority
            = m_store.read([](portal::Sql &sql) { return portal::Directory(sql).authority(); });
        if (!authority)
            return authority.error();
        const Sender sender{ m_settings.from, authority->name, m_settings.publicUrl };
        for (const portal::Mail &mail : *due) {
            {
                const std::lock_guard lock(m_mutex);
                if (m_stopped)
                    return sent;
            }
            const Result<bool> mine = m_store.write([&](portal::Writing &writing) {
                return portal::Mails::claim(
                    writing, mail, now(), now().plusSeconds(m_settings.claimSeconds));
            });
            if (!mine)
                return mine.error();
            if (!*mine)
                continue;
            const QString messageId
                = derivedUuid(mail.caseId.text, "mail/" + QByteArray::number(mail.number));
            const SmtpAnswer answer = isSendable(mail.to)
                ? sendBySmtp(m_settings.smtp, sender.address, mail.to,
                    mailText(mail, sender, m_wording, now(), messageId))
                : SmtpAnswer{ SmtpAnswer::Kind::Never, QStringLiteral("address") };
            faults::step("portal.mail.handed");
            qCInfo(lcMail) << "mail" << mail.number << mail.kind << answer.outcome;
            if (const Status settled = settle(mail, answer); !settled)
                return settled.error();
            sent += answer.kind == SmtpAnswer::Kind::Sent;
        }
    }
}

Status MailService::settle(portal::Mail mail, const SmtpAnswer &answer)
{
    ++mail.attempts;
    mail.outcome = answer.outcome;
    const bool tooOld = now().ms - mail.createdAt.ms > qint64(m_settings.giveUpSeconds) * 1000;
    if (answer.kind == SmtpAnswer::Kind::Sent) {
        mail.state = portal::MailState::Sent;
        mail.sentAt = now();
    } else if (answer.kind == SmtpAnswer::Kind::Never || tooOld) {
        mail.state = portal::MailState::Failed;
    } else {
        const int step = std::min<int>(mail.attempts, int(m_settings.backoff.size()));
        mail.nextAttemptAt = now().plusSeconds(step > 0 ? m_settings.backoff[step - 1] : 60);
    }
    // Evidence first: a crash in between repeats a mail rather than losing the proof of it.
    if (mail.state != portal::MailState::Waiting) {
        const bool sent = mail.state == portal::MailState::Sent;
        if (const Status kept
            = keepEvidence(mail, sent ? QStringLiteral("sent") : QStringLiteral("refused"));
            !kept)
            return kept;
    }
    faults::step("portal.mail.evidence");
    return m_store.write(
        [&](portal::Writing &writing) { return portal::Mails::update(writing, mail); });
}

// When and whether the applicant was told of a document decides when it counts as disclosed.
Status MailService::keepEvidence(const portal::Mail &mail, const QString &outcome)
{
    const auto caseFile
        = m_store.read([&](portal::Sql &sql) { return portal::Cases(sql).find(mail.caseId); });
    if (!caseFile)
        return caseFile.error();
    if (!*caseFile)
        return success(); // erased meanwhile
    for (const AttachmentId &document : documentsOf(**caseFile, mail)) {
        RecordRetrieval record;
        record.retrieval.document = document;
        record.retrieval.notification = outcome;
        if (outcome == QLatin1String("sent"))
            record.retrieval.notifiedAt = mail.sentAt;
        Operation operation;
        operation.id
            = OperationId{ derivedUuid(mail.caseId.text, "notified/" + document.text.toLatin1()) };
        operation.caseId = mail.caseId;
        operation.createdAt = mail.createdAt;
        operation.args = record;
        const auto done = m_registrar.carryOut(operation, portal::Author::system());
        if (!done)
            return done.error();
    }
    return success();
}

} // namespace mail
