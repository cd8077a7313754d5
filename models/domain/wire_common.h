#pragma once

#include "casefile.h"
#include "describe.h"
#include "operation.h"
#include "protocol.h"

// Names of enums and fields of the structs that more than one wire file needs.

inline std::span<const EnumName<Permission>> names(Permission *)
{
    using E = Permission;
    static constexpr EnumName<E> table[] = {
        { E::CaseRead, "case.read" },
        { E::CaseProcess, "case.process" },
        { E::CaseAssign, "case.assign" },
        { E::CaseOpen, "case.open" },
        { E::CaseTransfer, "case.transfer" },
        { E::NoticeIssue, "notice.issue" },
        { E::FeeRequest, "fee.request" },
        { E::FeeCancel, "fee.cancel" },
        { E::ApprovalGive, "approval.give" },
        { E::CaseTypeEdit, "casetype.edit" },
        { E::TextEdit, "text.edit" },
        { E::ReportTeam, "report.team" },
    };
    return table;
}

inline std::span<const EnumName<Role>> names(Role *)
{
    using E = Role;
    static constexpr EnumName<E> table[] = {
        { E::Reader, "reader" },
        { E::Clerk, "clerk" },
        { E::SeniorClerk, "seniorClerk" },
        { E::TeamLead, "teamLead" },
        { E::Cashier, "cashier" },
        { E::Editor, "editor" },
    };
    return table;
}

inline std::span<const EnumName<CaseState>> names(CaseState *)
{
    using E = CaseState;
    static constexpr EnumName<E> table[] = {
        { E::New, "new" },
        { E::Accepted, "accepted" },
        { E::InProgress, "inProgress" },
        { E::WaitingForApplicant, "waitingForApplicant" },
        { E::Decided, "decided" },
        { E::Closed, "closed" },
        { E::Inadmissible, "inadmissible" },
        { E::Withdrawn, "withdrawn" },
        { E::Transferred, "transferred" },
    };
    return table;
}

inline std::span<const EnumName<ActorKind>> names(ActorKind *)
{
    using E = ActorKind;
    static constexpr EnumName<E> table[] = {
        { E::Applicant, "applicant" },
        { E::Clerk, "clerk" },
        { E::System, "system" },
    };
    return table;
}

inline std::span<const EnumName<PublicState>> names(PublicState *)
{
    using E = PublicState;
    static constexpr EnumName<E> table[] = {
        { E::Initiated, "initiated" },
        { E::Submitted, "submitted" },
        { E::Received, "received" },
        { E::Processing, "processing" },
        { E::ActionRequired, "actionRequired" },
        { E::Completed, "completed" },
    };
    return table;
}

inline std::span<const EnumName<AssuranceLevel>> names(AssuranceLevel *)
{
    using E = AssuranceLevel;
    static constexpr EnumName<E> table[] = {
        { E::None, "none" },
        { E::Low, "low" },
        { E::Substantial, "substantial" },
        { E::High, "high" },
    };
    return table;
}

inline std::span<const EnumName<PartyRole>> names(PartyRole *)
{
    using E = PartyRole;
    static constexpr EnumName<E> table[] = {
        { E::Applicant, "applicant" },
        { E::Representative, "representative" },
        { E::AffectedNeighbour, "affectedNeighbour" },
        { E::FeeDebtor, "feeDebtor" },
        { E::Addressee, "addressee" },
    };
    return table;
}

inline std::span<const EnumName<PartyKind>> names(PartyKind *)
{
    using E = PartyKind;
    static constexpr EnumName<E> table[] = {
        { E::Person, "person" },
        { E::Organisation, "organisation" },
    };
    return table;
}

inline std::span<const EnumName<FieldType>> names(FieldType *)
{
    using E = FieldType;
    static constexpr EnumName<E> table[] = {
        { E::Text, "text" },
        { E::TextArea, "textArea" },
        { E::Number, "number" },
        { E::Decimal, "decimal" },
        { E::Date, "date" },
        { E::Email, "email" },
        { E::Phone, "phone" },
        { E::Iban, "iban" },
        { E::Money, "money" },
        { E::Choice, "choice" },
        { E::MultiChoice, "multiChoice" },
        { E::Boolean, "boolean" },
        { E::File, "file" },
        { E::Group, "group" },
        { E::Heading, "heading" },
        { E::Paragraph, "paragraph" },
    };
    return table;
}

inline std::span<const EnumName<AnswerOrigin>> names(AnswerOrigin *)
{
    using E = AnswerOrigin;
    static constexpr EnumName<E> table[] = {
        { E::Applicant, "applicant" },
        { E::Account, "account" },
        { E::Amendment, "amendment" },
        { E::Office, "office" },
    };
    return table;
}

inline std::span<const EnumName<ParticipationKind>> names(ParticipationKind *)
{
    using E = ParticipationKind;
    static constexpr EnumName<E> table[] = {
        { E::Statement, "statement" },
        { E::Countersignature, "countersignature" },
    };
    return table;
}

inline std::span<const EnumName<ParticipationState>> names(ParticipationState *)
{
    using E = ParticipationState;
    static constexpr EnumName<E> table[] = {
        { E::Open, "open" },
        { E::Given, "given" },
        { E::Declined, "declined" },
    };
    return table;
}

inline std::span<const EnumName<AttachmentOrigin>> names(AttachmentOrigin *)
{
    using E = AttachmentOrigin;
    static constexpr EnumName<E> table[] = {
        { E::Applicant, "applicant" },
        { E::Office, "office" },
        { E::Notice, "notice" },
        { E::Receipt, "receipt" },
    };
    return table;
}

inline std::span<const EnumName<MessageDirection>> names(MessageDirection *)
{
    using E = MessageDirection;
    static constexpr EnumName<E> table[] = {
        { E::FromApplicant, "fromApplicant" },
        { E::ToApplicant, "toApplicant" },
    };
    return table;
}

inline std::span<const EnumName<NoticeChannel>> names(NoticeChannel *)
{
    using E = NoticeChannel;
    static constexpr EnumName<E> table[] = {
        { E::Letter, "letter" },
        { E::PortalRetrieval, "portalRetrieval" },
        { E::AccountPostbox, "accountPostbox" },
        { E::HandedOver, "handedOver" },
    };
    return table;
}

inline std::span<const EnumName<FeeState>> names(FeeState *)
{
    using E = FeeState;
    static constexpr EnumName<E> table[] = {
        { E::Open, "open" },
        { E::Paid, "paid" },
        { E::Failed, "failed" },
        { E::Cancelled, "cancelled" },
        { E::ChargedBack, "chargedBack" },
    };
    return table;
}

inline std::span<const EnumName<ReferenceSource>> names(ReferenceSource *)
{
    using E = ReferenceSource;
    static constexpr EnumName<E> table[] = {
        { E::LeasedBlock, "leasedBlock" },
        { E::CashSystem, "cashSystem" },
    };
    return table;
}

inline std::span<const EnumName<AggregateKind>> names(AggregateKind *)
{
    using E = AggregateKind;
    static constexpr EnumName<E> table[] = {
        { E::Case, "case" },
        { E::CaseType, "caseType" },
        { E::TextModule, "textModule" },
        { E::SavedView, "savedView" },
        { E::Settings, "settings" },
        { E::Absence, "absence" },
        { E::NoticeTemplate, "noticeTemplate" },
        { E::ReferenceBlock, "referenceBlock" },
    };
    return table;
}

inline std::span<const EnumName<ChangeAction>> names(ChangeAction *)
{
    using E = ChangeAction;
    static constexpr EnumName<E> table[] = {
        { E::Upsert, "upsert" },
        { E::Tombstone, "tombstone" },
        { E::Revoke, "revoke" },
    };
    return table;
}

inline std::span<const EnumName<Outcome>> names(Outcome *)
{
    using E = Outcome;
    static constexpr EnumName<E> table[] = {
        { E::Applied, "applied" },
        { E::Merged, "merged" },
        { E::Conflict, "conflict" },
        { E::Rejected, "rejected" },
        { E::Retry, "retry" },
        { E::MissingBlobs, "missingBlobs" },
    };
    return table;
}

template <class V> void describe(V &v, Address &o)
{
    v("street", o.street);
    v("extra", o.extra);
    v("postalCode", o.postalCode);
    v("city", o.city);
    v("country", o.country);
}

template <class V> void describe(V &v, Party &o)
{
    v("id", o.id);
    v("roles", o.roles);
    v("kind", o.kind);
    v("salutation", o.salutation);
    v("title", o.title);
    v("givenName", o.givenName);
    v("familyName", o.familyName);
    v("organisation", o.organisation);
    v("address", o.address);
    v("email", o.email);
    v("phone", o.phone);
    v("authorityToAct", o.authorityToAct);
    v("postboxHandle", o.postboxHandle);
    v("level", o.level);
    v("addressBlocked", o.addressBlocked);
}

template <class V> void describe(V &v, FormAnswer &o)
{
    v("key", o.key);
    v("label", o.label);
    v("type", o.type);
    v("value", o.value);
    v("display", o.display);
    v("origin", o.origin);
    v("level", o.level);
    v("formerValue", o.formerValue);
    v("author", o.author);
    v("at", o.at);
    v("children", o.children);
}

template <class V> void describe(V &v, FeeItem &o)
{
    v("text", o.text);
    v("amount", o.amount);
    v("legalBasis", o.legalBasis);
}

template <class V> void describe(V &v, Pause &o)
{
    v("from", o.from);
    v("to", o.to);
    v("reason", o.reason);
}

template <class V> void describe(V &v, StatutoryPeriod &o)
{
    v("begins", o.begins);
    v("ends", o.ends);
    v("rule", o.rule);
}

template <class V> void describe(V &v, Consent &o)
{
    v("electronic", o.electronic);
    v("email", o.email);
    v("wording", o.wording);
    v("language", o.language);
    v("at", o.at);
}

template <class V> void describe(V &v, Retrieval &o)
{
    v("document", o.document);
    v("providedAt", o.providedAt);
    v("notifiedAt", o.notifiedAt);
    v("notification", o.notification);
    v("retrievedAt", o.retrievedAt);
}

template <class V> void describe(V &v, LocalText &o)
{
    v("de", o.de);
    v("en", o.en);
}
