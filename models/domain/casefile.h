#pragma once

#include "casestate.h"
#include "formanswer.h"
#include "money.h"
#include "party.h"
#include "time.h"

// The case (Vorgang) with everything that belongs to it. It travels whole; its parts are value
// structs that keep fields of newer programs in `unknown`.

struct Actor {
    ActorKind kind = ActorKind::System;
    QString id; // of a clerk or party; empty for the system
    QString name; // as shown
    QJsonObject unknown;
    bool operator==(const Actor &) const = default;
};

enum class ParticipationKind { Unknown, Statement, Countersignature };
enum class ParticipationState { Unknown, Open, Given, Declined };
struct Participation { // of another department (Beteiligung)
    DepartmentId department;
    ParticipationKind kind = ParticipationKind::Statement;
    ParticipationState state = ParticipationState::Open;
    Timestamp requestedAt;
    QDate due;
    QString text;
    ClerkId by;
    QJsonObject unknown;
    bool operator==(const Participation &) const = default;
};

enum class AttachmentOrigin { Unknown, Applicant, Office, Notice, Receipt };
struct Attachment {
    AttachmentId id;
    QString name; // cleaned for display and saving, never a path
    QString type; // media type found in the bytes
    qint64 size = 0; // bytes
    QString sha256; // hexadecimal, lower case
    AttachmentOrigin origin = AttachmentOrigin::Applicant;
    MessageId message; // that brought it; null for the application itself
    QString field; // key of the form field; empty otherwise
    Timestamp at;
    QString by;
    QJsonObject unknown;
    bool operator==(const Attachment &) const = default;
};

struct TimelineEvent {
    EventId id;
    QString code; // worded at the edge, e.g. "case.filed"
    QJsonObject params;
    Timestamp at;
    Actor actor;
    bool shownToApplicant = false;
    QJsonObject unknown;
    bool operator==(const TimelineEvent &) const = default;
};

enum class MessageDirection { Unknown, FromApplicant, ToApplicant };
struct Message {
    MessageId id;
    MessageDirection direction = MessageDirection::ToApplicant;
    Actor author;
    Timestamp at;
    QString text; // plain
    QList<AttachmentId> attachments;
    Timestamp readByOffice;
    Timestamp readByApplicant;
    QJsonObject unknown;
    bool operator==(const Message &) const = default;
};

struct DocumentRequest { // Nachforderung
    RequestId id;
    MessageId message; // that told the applicant
    QStringList items;
    QDate due;
    Timestamp at;
    Timestamp answeredAt;
    QJsonObject unknown;
    bool operator==(const DocumentRequest &) const = default;
};

enum class NoticeChannel {
    Unknown,
    Letter, // the default: posted, a copy on the page is information only
    PortalRetrieval, // § 41 (2a) VwVfG: needs consent, void after 10 days
    AccountPostbox, // § 9 OZG: postbox of a Nutzerkonto
    HandedOver,
};
struct Notice {
    NoticeId id;
    QString title;
    QString templateId;
    int templateVersion = 0;
    QString templateHash;
    QJsonObject content; // what the document was made from
    AttachmentId document; // the bytes that are the notice
    NoticeChannel channel = NoticeChannel::Letter;
    QDate letterDate;
    Timestamp issuedAt;
    Timestamp providedAt; // made available, or handed out to be posted
    QDate disclosedOn; // Bekanntgabe as computed or confirmed
    QDate remedyEndsOn; // last day to file the remedy
    QDate finalOn; // Bestandskraft, once a person has confirmed it; null: not yet
    Actor finalBy;
    FeeId fee;
    Actor issuedBy;
    QJsonObject unknown;
    bool operator==(const Notice &) const = default;
};

struct FeeItem {
    QString text;
    Money amount;
    QString legalBasis;
    QJsonObject unknown;
    bool operator==(const FeeItem &) const = default;
};
enum class FeeState { Unknown, Open, Paid, Failed, Cancelled, ChargedBack };
enum class ReferenceSource { Unknown, LeasedBlock, CashSystem };
struct FeeRequest {
    FeeId id;
    QList<FeeItem> items; // 1 to 99
    QString reason;
    QDate due;
    QString reference; // Kassenzeichen; empty until the cash system has given one
    ReferenceSource source = ReferenceSource::LeasedBlock;
    FeeState state = FeeState::Open;
    Timestamp requestedAt;
    Timestamp settledAt;
    Actor requestedBy;
    NoticeId notice;
    QJsonObject unknown;
    bool operator==(const FeeRequest &) const = default;
};
Money total(const QList<FeeItem> &items);

struct Note { // Vermerk: never shown to the applicant
    NoteId id;
    QString text;
    Actor author;
    Timestamp at;
    QJsonObject unknown;
    bool operator==(const Note &) const = default;
};

struct FollowUp { // Wiedervorlage
    FollowUpId id;
    QDate on;
    QString reason;
    Actor by;
    Timestamp at;
    Timestamp doneAt;
    QJsonObject unknown;
    bool operator==(const FollowUp &) const = default;
};

struct Pause {
    QDate from;
    QDate to; // null: still resting
    QString reason; // code
    QJsonObject unknown;
    bool operator==(const Pause &) const = default;
};
struct InternalTarget { // Bearbeitungsziel: ours to pause
    QDate due; // as set; resting days come on top
    QList<Pause> pauses;
    QJsonObject unknown;
    bool isPaused() const { return !pauses.isEmpty() && pauses.last().to.isNull(); }
    bool operator==(const InternalTarget &) const = default;
};
// The day the target is due with all resting days added; a running pause counts up to today.
QDate effectiveDue(const InternalTarget &target, QDate today);

struct StatutoryPeriod { // § 42a VwVfG, § 75 VwGO: never paused by us
    QDate begins;
    QDate ends;
    QString rule; // id of the row in the law table
    QJsonObject unknown;
    bool operator==(const StatutoryPeriod &) const = default;
};

struct Consent { // to electronic communication, as evidence
    bool electronic = false;
    QString email; // for notifications without contents
    QString wording; // version of the text that was agreed to or refused
    QString language;
    Timestamp at;
    QJsonObject unknown;
    bool operator==(const Consent &) const = default;
};

struct Retrieval { // evidence of provision, notification and retrieval of one document
    AttachmentId document;
    Timestamp providedAt;
    Timestamp notifiedAt;
    QString notification; // outcome: "sent", "refused", "none"
    Timestamp retrievedAt; // first time
    QJsonObject unknown;
    bool operator==(const Retrieval &) const = default;
};

struct Retention {
    QDate deleteOn;
    bool hold = false; // legal hold: nothing is erased
    QString holdReason;
    QJsonObject unknown;
    bool operator==(const Retention &) const = default;
};

// Which version last wrote a field, and by which operation: the base of field-level merging.
struct FieldChange {
    qint64 version = 0;
    OperationId operation;
    bool operator==(const FieldChange &) const = default;
};

struct CaseFile {
    CaseId id;
    qint64 version = 0; // counted by the portal
    QString reference; // Vorgangsnummer, given by the portal; empty: "wird vergeben"
    CaseTypeId type;
    int typeVersion = 0; // the case keeps the version it began with
    QString title; // one line, made from the answers
    QString language; // of filing: "de" or "en"
    bool internal = false; // no citizen
    CaseState state = CaseState::New;
    DepartmentId department;
    ClerkId assignee;
    AssuranceLevel level = AssuranceLevel::None; // of the sign-in it was filed with
    QList<Participation> participations;
    QList<Party> parties;
    QList<FormAnswer> answers;
    QList<Attachment> attachments;
    QList<TimelineEvent> events;
    QList<Message> messages;
    QList<DocumentRequest> documentRequests;
    QList<Notice> notices;
    QList<FeeRequest> fees;
    QList<Note> notes;
    QList<FollowUp> followUps;
    InternalTarget target;
    StatutoryPeriod period;
    Consent consent;
    QList<Retrieval> retrievals;
    Retention retention;
    CaseId remedyCase; // of an appeal against a notice of this case
    Timestamp filedAt;
    Timestamp updatedAt;
    QHash<QString, FieldChange> changes; // by field name
    QJsonObject unknown;

    bool operator==(const CaseFile &) const = default;
};

const Party *applicant(const CaseFile &caseFile); // null for internal cases
const Attachment *findAttachment(const CaseFile &caseFile, const AttachmentId &id);
const FeeRequest *findFee(const CaseFile &caseFile, const FeeId &id);
bool hasOpenFee(const CaseFile &caseFile);
bool hasUnreadMessage(const CaseFile &caseFile); // from the applicant, not yet read by the office
MessageId lastApplicantMessage(const CaseFile &caseFile);
QDate nextFollowUp(const CaseFile &caseFile); // null if none is open
QList<DepartmentId> departmentsOf(const CaseFile &caseFile); // owning first, then participating
