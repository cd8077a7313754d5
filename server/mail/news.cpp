#include "news.h"

#include "mailtext.h"

#include "models/domain/consent.h"

#include <QJsonArray>
#include <QSet>

namespace mail {

std::optional<portal::Mail> newsOf(
    const CaseFile &caseFile, const QList<portal::Mail> &earlier, Timestamp now)
{
    if (caseFile.internal || !mayNotify(caseFile.consent) || !isSendable(caseFile.consent.email))
        return std::nullopt;
    QSet<QString> told;
    for (const portal::Mail &mail : earlier) {
        for (const QJsonValue &about : mail.params.value(QLatin1String("about")).toArray())
            told.insert(about.toString());
    }
    const Timestamp since{ now.ms - qint64(newForSeconds) * 1000 };
    QString kind;
    QJsonArray about;
    const auto add = [&](const QString &what, const char *kindOf, Timestamp at) {
        if (told.contains(what) || at < since)
            return;
        if (kind.isEmpty())
            kind = QString::fromLatin1(kindOf);
        about.append(what);
    };
    for (const Notice &notice : caseFile.notices)
        add(QLatin1String("notice:") + notice.id.text, "notice", notice.issuedAt);
    for (const Message &message : caseFile.messages) {
        if (message.direction == MessageDirection::ToApplicant)
            add(QLatin1String("message:") + message.id.text, "message", message.at);
    }
    for (const FeeRequest &fee : caseFile.fees)
        add(QLatin1String("fee:") + fee.id.text, "fee", fee.requestedAt);
    // Cases opened at the counter were not filed by the applicant here.
    if (!caseFile.events.isEmpty() && caseFile.events.first().code == QLatin1String("case.filed"))
        add(QStringLiteral("received"), "received", caseFile.filedAt);
    if (about.isEmpty())
        return std::nullopt;
    portal::Mail mail;
    mail.caseId = caseFile.id;
    mail.to = caseFile.consent.email;
    mail.kind = kind;
    mail.language
        = caseFile.language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("de");
    mail.params = { { QStringLiteral("reference"), caseFile.reference },
        { QStringLiteral("about"), about } };
    mail.createdAt = mail.nextAttemptAt = now;
    return mail;
}

QList<AttachmentId> documentsOf(const CaseFile &caseFile, const portal::Mail &mail)
{
    QList<AttachmentId> documents;
    const QJsonArray about = mail.params.value(QLatin1String("about")).toArray();
    for (const Notice &notice : caseFile.notices) {
        if (about.contains(QLatin1String("notice:") + notice.id.text))
            documents.append(notice.document);
    }
    return documents;
}

} // namespace mail
