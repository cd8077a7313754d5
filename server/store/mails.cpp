#include "mails.h"

#include "json.h"

#include "models/faults/faults.h"

namespace portal {

namespace {

const char *const mailColumns
    = "SELECT number, case_id, recipient, kind, language, params, state, attempts,"
      " created_at, next_attempt_at, sent_at, outcome FROM mail ";

Result<QList<Mail>> allMails(Query &rows)
{
    QList<Mail> mails;
    while (rows.next()) {
        const Result<QJsonObject> params = parsed(rows.bytes(5));
        if (!params)
            return params.error();
        Mail mail;
        mail.number = rows.integer(0);
        mail.caseId = CaseId{ rows.text(1) };
        mail.to = rows.text(2);
        mail.kind = rows.text(3);
        mail.language = rows.text(4);
        mail.params = *params;
        mail.state = MailState(rows.integer(6));
        mail.attempts = int(rows.integer(7));
        mail.createdAt = Timestamp{ rows.integer(8) };
        mail.nextAttemptAt = Timestamp{ rows.integer(9) };
        mail.sentAt = Timestamp{ rows.integer(10) };
        mail.outcome = rows.text(11);
        mails.append(mail);
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return mails;
}

} // namespace

Result<QList<Mail>> Mails::due(Timestamp now, int limit) const
{
    auto rows = m_sql.query(QByteArray(mailColumns)
        + "WHERE state = ?1 AND next_attempt_at <= ?2 ORDER BY number LIMIT ?3");
    rows.bind(int(MailState::Waiting), now.ms, limit);
    return allMails(rows);
}

Result<QList<Mail>> Mails::ofCase(const CaseId &id) const
{
    auto rows = m_sql.query(QByteArray(mailColumns) + "WHERE case_id = ?1 ORDER BY number");
    rows.bind(id.text);
    return allMails(rows);
}

Result<qint64> Mails::enqueue(Writing &writing, const Mail &mail)
{
    faults::step("portal.mail.queue");
    return writing.sql.number(
        "INSERT INTO mail (case_id, recipient, kind, language, params, state, attempts,"
        " created_at, next_attempt_at, sent_at, outcome)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        " RETURNING number",
        mail.caseId.text, mail.to, mail.kind, mail.language, document(mail.params), int(mail.state),
        mail.attempts, mail.createdAt.ms, mail.nextAttemptAt.ms, mail.sentAt.ms, mail.outcome);
}

Result<bool> Mails::claim(Writing &writing, const Mail &mail, Timestamp now, Timestamp until)
{
    const Result<qint64> claimed
        = writing.sql.number("UPDATE mail SET next_attempt_at = ?4"
                             " WHERE number = ?1 AND state = ?2 AND next_attempt_at <= ?3"
                             " RETURNING 1",
            mail.number, int(MailState::Waiting), now.ms, until.ms);
    if (!claimed)
        return claimed.error();
    return *claimed == 1;
}

Status Mails::update(Writing &writing, const Mail &mail)
{
    return writing.sql.run("UPDATE mail SET state = ?2, attempts = ?3, next_attempt_at = ?4,"
                           " sent_at = ?5, outcome = ?6 WHERE number = ?1",
        mail.number, int(mail.state), mail.attempts, mail.nextAttemptAt.ms, mail.sentAt.ms,
        mail.outcome);
}

} // namespace portal
