#include "casewords.h"

#include "models/domain/wire.h"

#include <QLocale>

QString CaseWords::state(CaseState state)
{
    switch (state) {
    case CaseState::New:
        return tr("New");
    case CaseState::Accepted:
        return tr("Accepted");
    case CaseState::InProgress:
        return tr("In progress");
    case CaseState::WaitingForApplicant:
        return tr("Waiting for applicant");
    case CaseState::Decided:
        return tr("Decided");
    case CaseState::Closed:
        return tr("Closed");
    case CaseState::Inadmissible:
        return tr("Rejected as inadmissible");
    case CaseState::Withdrawn:
        return tr("Withdrawn");
    case CaseState::Transferred:
        return tr("Transferred");
    case CaseState::Unknown:
        break;
    }
    return tr("Unknown state");
}

QString CaseWords::state(CaseState state, const CaseType *type)
{
    if (type) {
        const QString own = type->stateLabels.value(wireName(state)).in(QLocale().name().left(2));
        if (!own.isEmpty())
            return own;
    }
    return CaseWords::state(state);
}

StatusShape CaseWords::shape(CaseState state)
{
    switch (state) {
    case CaseState::New:
        return StatusShape::New;
    case CaseState::Accepted:
    case CaseState::InProgress:
        return StatusShape::InReview;
    case CaseState::WaitingForApplicant:
        return StatusShape::Waiting;
    case CaseState::Decided:
        return StatusShape::Deciding;
    case CaseState::Closed:
        return StatusShape::Done;
    case CaseState::Inadmissible:
    case CaseState::Withdrawn:
    case CaseState::Transferred:
    case CaseState::Unknown:
        return StatusShape::Resting;
    }
    return StatusShape::Resting;
}

QString CaseWords::transition(CaseState from, CaseState to)
{
    switch (to) {
    case CaseState::Accepted:
        return tr("Accept the case");
    case CaseState::InProgress:
        return isOpen(from) ? tr("Start or continue processing") : tr("Reopen the case");
    case CaseState::WaitingForApplicant:
        return tr("Wait for the applicant");
    case CaseState::Decided:
        return tr("Mark as decided");
    case CaseState::Closed:
        return tr("Close the case");
    case CaseState::Inadmissible:
        return tr("Reject as inadmissible");
    case CaseState::Withdrawn:
        return tr("Record the withdrawal");
    case CaseState::Transferred:
        return tr("Transfer to the competent authority");
    case CaseState::New:
    case CaseState::Unknown:
        break;
    }
    return state(to);
}

QString CaseWords::level(AssuranceLevel level)
{
    switch (level) {
    case AssuranceLevel::Low:
        return tr("Low");
    case AssuranceLevel::Substantial:
        return tr("Substantial");
    case AssuranceLevel::High:
        return tr("High");
    case AssuranceLevel::None:
    case AssuranceLevel::Unknown:
        break;
    }
    return tr("Not proven");
}

QString CaseWords::levelChip(AssuranceLevel level)
{
    const bool proven = level == AssuranceLevel::Low || level == AssuranceLevel::Substantial
        || level == AssuranceLevel::High;
    return proven ? tr("Proven: %1").arg(CaseWords::level(level)) : QString();
}

QString CaseWords::role(PartyRole role)
{
    switch (role) {
    case PartyRole::Applicant:
        return tr("Applicant");
    case PartyRole::Representative:
        return tr("Representative");
    case PartyRole::AffectedNeighbour:
        return tr("Affected neighbour");
    case PartyRole::FeeDebtor:
        return tr("Fee debtor");
    case PartyRole::Addressee:
        return tr("Addressee");
    case PartyRole::Unknown:
        break;
    }
    return tr("Party");
}

QString CaseWords::origin(AnswerOrigin origin)
{
    switch (origin) {
    case AnswerOrigin::Applicant:
        return tr("Own statement");
    case AnswerOrigin::Account:
        return tr("From the account");
    case AnswerOrigin::Amendment:
        return tr("Added later");
    case AnswerOrigin::Office:
        return tr("Finding of the office");
    case AnswerOrigin::Unknown:
        break;
    }
    return tr("Origin unknown");
}

QString CaseWords::origin(AttachmentOrigin origin)
{
    switch (origin) {
    case AttachmentOrigin::Applicant:
        return tr("From the applicant");
    case AttachmentOrigin::Office:
        return tr("From the office");
    case AttachmentOrigin::Notice:
        return tr("Notice");
    case AttachmentOrigin::Receipt:
        return tr("Receipt");
    case AttachmentOrigin::Unknown:
        break;
    }
    return tr("Origin unknown");
}

QString CaseWords::channel(NoticeChannel channel)
{
    switch (channel) {
    case NoticeChannel::Letter:
        return tr("Letter");
    case NoticeChannel::PortalRetrieval:
        return tr("Retrieval on the portal");
    case NoticeChannel::AccountPostbox:
        return tr("Postbox of the user account");
    case NoticeChannel::HandedOver:
        return tr("Handed over");
    case NoticeChannel::Unknown:
        break;
    }
    return tr("Channel unknown");
}

QString CaseWords::fee(FeeState state)
{
    switch (state) {
    case FeeState::Open:
        return tr("Open");
    case FeeState::Paid:
        return tr("Paid");
    case FeeState::Failed:
        return tr("Payment failed");
    case FeeState::Cancelled:
        return tr("Cancelled");
    case FeeState::ChargedBack:
        return tr("Charged back");
    case FeeState::Unknown:
        break;
    }
    return tr("Unknown state");
}

Tone CaseWords::feeTone(FeeState state)
{
    switch (state) {
    case FeeState::Open:
        return Tone::Violet;
    case FeeState::Paid:
        return Tone::Green;
    case FeeState::Failed:
    case FeeState::ChargedBack:
        return Tone::Red;
    case FeeState::Cancelled:
    case FeeState::Unknown:
        break;
    }
    return Tone::Grey;
}

QString CaseWords::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString CaseWords::address(const Address &address)
{
    QStringList parts;
    const QString town = (address.postalCode + QLatin1Char(' ') + address.city).trimmed();
    for (const QString &part : { address.street, address.extra, town, address.country }) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}
