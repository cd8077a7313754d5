#include "noticepoints.h"

#include <QJsonArray>

namespace {

struct Entry {
    const char *key; // without "notice.check."
    NoticeStepId step;
    const char *text; // %1: number of the item
};
using S = NoticeStepId;
constexpr Entry entries[] = {
    { "authority", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The issuing authority is missing") },
    { "authorityAddress", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The seat of the authority is missing") },
    { "contact", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "Nobody is named who answers questions") },
    { "letterDate", S::Addressee,
        QT_TRANSLATE_NOOP("NoticePoints", "The date of the letter is missing") },
    { "place", S::Addressee,
        QT_TRANSLATE_NOOP("NoticePoints", "The place beside the date is missing") },
    { "fileReference", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The file reference is not given yet") },
    { "channel", S::Addressee, QT_TRANSLATE_NOOP("NoticePoints", "The channel is not known") },
    { "addressee", S::Addressee, QT_TRANSLATE_NOOP("NoticePoints", "The addressee is missing") },
    { "addresseeAddress", S::Addressee,
        QT_TRANSLATE_NOOP("NoticePoints", "The address is not complete enough for a letter") },
    { "addresseeLines", S::Addressee,
        QT_TRANSLATE_NOOP("NoticePoints", "The window of the envelope holds six lines at most") },
    { "salutation", S::Addressee, QT_TRANSLATE_NOOP("NoticePoints", "The salutation is missing") },
    { "subject", S::Decision, QT_TRANSLATE_NOOP("NoticePoints", "The subject is missing") },
    { "decision", S::Decision,
        QT_TRANSLATE_NOOP("NoticePoints", "The decision itself is missing") },
    { "decisionEmpty", S::Decision,
        QT_TRANSLATE_NOOP("NoticePoints", "Sentence %1 of the decision is empty") },
    { "conditionEmpty", S::Conditions, QT_TRANSLATE_NOOP("NoticePoints", "Condition %1 is empty") },
    { "facts", S::Reasons,
        QT_TRANSLATE_NOOP("NoticePoints", "The facts are missing in the reasons") },
    { "law", S::Reasons,
        QT_TRANSLATE_NOOP("NoticePoints", "The legal grounds are missing in the reasons") },
    { "discretionReasons", S::Reasons,
        QT_TRANSLATE_NOOP("NoticePoints", "How discretion was exercised is not explained") },
    { "discretion", S::Reasons,
        QT_TRANSLATE_NOOP(
            "NoticePoints", "Confirm that discretion was exercised, with the reason") },
    { "hearing", S::Reasons,
        QT_TRANSLATE_NOOP("NoticePoints", "Confirm the hearing, or why it was dispensable") },
    { "feeCount", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "There are more than 99 fee items") },
    { "feeText", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "Fee item %1 has no text") },
    { "feeTextLong", S::Fee,
        QT_TRANSLATE_NOOP("NoticePoints", "The text of fee item %1 is too long") },
    { "feeBasis", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "Fee item %1 has no legal basis") },
    { "feeAmount", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "Fee item %1 has no amount") },
    { "total", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "The sum of the fees is not right") },
    { "payment", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "Account and due date are missing") },
    { "paymentWithoutFee", S::Fee,
        QT_TRANSLATE_NOOP("NoticePoints", "There is an account but no fee") },
    { "due", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "The due date is missing") },
    { "dueTooEarly", S::Fee,
        QT_TRANSLATE_NOOP("NoticePoints", "The fee would be due before the letter arrives") },
    { "reference", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "The payment reference is missing") },
    { "referenceForm", S::Fee,
        QT_TRANSLATE_NOOP("NoticePoints", "The payment reference has an unusual form") },
    { "epc", S::Fee, QT_TRANSLATE_NOOP("NoticePoints", "No QR code can be made from the account") },
    { "remedy", S::Remedy,
        QT_TRANSLATE_NOOP("NoticePoints", "The remedy instruction is missing: a year would run") },
    { "signature", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The name of the signatory is missing") },
    { "automated", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The notice says that it was made by machine") },
    { "template", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "The notice is based on no template") },
    { "placeholder", S::Decision, QT_TRANSLATE_NOOP("NoticePoints", "Not filled in: %1") },
    { "channelEvidence", S::Addressee,
        QT_TRANSLATE_NOOP("NoticePoints", "The case does not allow this channel: %1") },
    { "referenceFollows", S::Fee,
        QT_TRANSLATE_NOOP("NoticePoints",
            "The cash system gives the payment reference; the letter says that it follows") },
    { "lawUnconfirmed", S::Release,
        QT_TRANSLATE_NOOP("NoticePoints", "To be confirmed by the authority: %1") },
};

const Entry *entryOf(const OpenPoint &point)
{
    const QString key = point.key.mid(int(qstrlen("notice.check.")));
    for (const Entry &entry : entries) {
        if (key == QLatin1String(entry.key))
            return &entry;
    }
    return nullptr;
}

} // namespace

QString NoticePoints::text(const OpenPoint &point)
{
    const Entry *entry = entryOf(point);
    if (!entry)
        return tr("Open point of a newer version (%1)").arg(point.key);
    const QString words = tr(entry->text);
    const QJsonObject &params = point.params;
    QString detail;
    if (params.contains(QLatin1String("item")))
        detail = QString::number(params.value(QLatin1String("item")).toInt());
    for (const char *name : { "placeholder", "label", "citation" }) {
        if (const QString text = params.value(QLatin1String(name)).toString(); !text.isEmpty())
            detail = text;
    }
    for (const QJsonValue &missing : params.value(QLatin1String("missing")).toArray())
        detail += channelReason(missing.toString());
    return words.contains(QLatin1String("%1")) ? words.arg(detail) : words;
}

NoticeStepId NoticePoints::step(const OpenPoint &point)
{
    const QString part = point.params.value(QLatin1String("part")).toString();
    if (part == QLatin1String("conditions"))
        return S::Conditions;
    if (part == QLatin1String("reasons"))
        return S::Reasons;
    const Entry *entry = entryOf(point);
    return entry ? entry->step : S::Release;
}

QString NoticePoints::channelName(const QString &channel)
{
    if (channel == QLatin1String("portal"))
        return tr("Retrieval on the portal, with consent");
    if (channel == QLatin1String("account"))
        return tr("Postbox of the user account");
    return tr("Letter");
}

QString NoticePoints::channelReason(const QString &key)
{
    if (key == QLatin1String("channel.noRule"))
        return tr("The law table has no rule for this channel in your Land.");
    if (key == QLatin1String("channel.noApplicant"))
        return tr("The case has no applicant.");
    if (key == QLatin1String("channel.noConsent"))
        return tr("The applicant has not consented to electronic communication.");
    if (key == QLatin1String("channel.noSignIn"))
        return tr(
            "The applicant has no sign-in; file reference and code do not prove who retrieves.");
    if (key == QLatin1String("channel.noPostbox"))
        return tr("The case names no postbox of a user account.");
    if (key == QLatin1String("channel.noIdentity"))
        return tr("The account has no recognised identification (substantial or high).");
    return tr("The evidence is missing (%1).").arg(key);
}

QString NoticePoints::unconfirmed(const QString &citation)
{
    return tr("%1: to be confirmed by the authority.").arg(citation);
}

QString NoticePoints::stepName(NoticeStepId step)
{
    switch (step) {
    case S::Addressee:
        return tr("Addressee and channel");
    case S::Decision:
        return tr("Decision");
    case S::Conditions:
        return tr("Conditions");
    case S::Reasons:
        return tr("Reasons");
    case S::Fee:
        return tr("Fee");
    case S::Remedy:
        return tr("Remedy");
    case S::Release:
        return tr("Release");
    }
    return {};
}

QString NoticePoints::stepHint(NoticeStepId step)
{
    switch (step) {
    case S::Addressee:
        return tr("§ 41 VwVfG: to whom and how the notice is disclosed");
    case S::Decision:
        return tr("§ 37 (1) VwVfG: what is decided, clear and complete");
    case S::Conditions:
        return tr("§ 36 VwVfG: conditions, time limits, reservations");
    case S::Reasons:
        return tr("§ 39 (1) VwVfG: the essential facts and legal grounds");
    case S::Fee:
        return tr("Each item with its own legal basis");
    case S::Remedy:
        return tr("§ 37 (6) VwVfG: fixed text for Land and channel");
    case S::Release:
        return tr("Check everything once more, then issue");
    }
    return {};
}
