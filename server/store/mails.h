#pragma once

#include "store.h"

#include "models/domain/ids.h"

#include <QJsonObject>

namespace portal {

enum class MailState { Waiting, Sent, Failed };

// A notification to a citizen. Without contents of the case: kind and parameters make its text.
struct Mail {
    qint64 number = 0; // given by the store
    CaseId caseId;
    QString to;
    QString kind; // key of the text: "received", "message", "notice" …
    QString language;
    QJsonObject params; // reference, link
    MailState state = MailState::Waiting;
    int attempts = 0;
    Timestamp createdAt;
    Timestamp nextAttemptAt;
    Timestamp sentAt;
    QString outcome; // of the last attempt: SMTP code or error key, no personal data
};

class Mails {
public:
    explicit Mails(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<QList<Mail>> due(Timestamp now, int limit) const; // waiting, oldest first
    Result<QList<Mail>> ofCase(const CaseId &id) const;

    static Result<qint64> enqueue(Writing &writing, const Mail &mail);
    // Before it is sent, so that no second process sends it at the same time: true once until
    // `until`, when another attempt may begin. False: somebody else has it.
    static Result<bool> claim(Writing &writing, const Mail &mail, Timestamp now, Timestamp until);
    static Status update(Writing &writing, const Mail &mail); // state, attempts, times, outcome

private:
    Sql &m_sql;
};

} // namespace portal
