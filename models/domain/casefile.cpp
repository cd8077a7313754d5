#include "casefile.h"

#include <algorithm>

Money total(const QList<FeeItem> &items)
{
    Money sum;
    for (const FeeItem &item : items) {
        sum.cents += item.amount.cents;
        sum.currency = item.amount.currency;
    }
    return sum;
}

QDate effectiveDue(const InternalTarget &target, QDate today)
{
    if (target.due.isNull())
        return {};
    qint64 days = 0;
    for (const Pause &pause : target.pauses)
        days += std::max<qint64>(0, pause.from.daysTo(pause.to.isNull() ? today : pause.to));
    return target.due.addDays(days);
}

const Party *applicant(const CaseFile &caseFile)
{
    for (const Party &party : caseFile.parties) {
        if (party.roles.contains(PartyRole::Applicant))
            return &party;
    }
    return nullptr;
}

const Attachment *findAttachment(const CaseFile &caseFile, const AttachmentId &id)
{
    for (const Attachment &attachment : caseFile.attachments) {
        if (attachment.id == id)
            return &attachment;
    }
    return nullptr;
}

const FeeRequest *findFee(const CaseFile &caseFile, const FeeId &id)
{
    for (const FeeRequest &fee : caseFile.fees) {
        if (fee.id == id)
            return &fee;
    }
    return nullptr;
}

bool hasOpenFee(const CaseFile &caseFile)
{
    return std::any_of(caseFile.fees.begin(), caseFile.fees.end(),
        [](const FeeRequest &fee) { return fee.state == FeeState::Open; });
}

bool hasUnreadMessage(const CaseFile &caseFile)
{
    return std::any_of(
        caseFile.messages.begin(), caseFile.messages.end(), [](const Message &message) {
            return message.direction == MessageDirection::FromApplicant
                && message.readByOffice.isNull();
        });
}

MessageId lastApplicantMessage(const CaseFile &caseFile)
{
    for (auto it = caseFile.messages.rbegin(); it != caseFile.messages.rend(); ++it) {
        if (it->direction == MessageDirection::FromApplicant)
            return it->id;
    }
    return {};
}

QDate nextFollowUp(const CaseFile &caseFile)
{
    QDate next;
    for (const FollowUp &followUp : caseFile.followUps) {
        if (followUp.doneAt.isNull() && (next.isNull() || followUp.on < next))
            next = followUp.on;
    }
    return next;
}

QList<DepartmentId> departmentsOf(const CaseFile &caseFile)
{
    QList<DepartmentId> departments{ caseFile.department };
    for (const Participation &participation : caseFile.participations) {
        if (!departments.contains(participation.department))
            departments.append(participation.department);
    }
    return departments;
}
