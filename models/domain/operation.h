#pragma once

#include "casefile.h"

#include <variant>

// Everything that travels by itself, with an id and a version of its own.
enum class AggregateKind {
    Unknown,
    Case,
    CaseType,
    TextModule,
    SavedView,
    Settings,
    Absence,
    NoticeTemplate,
    ReferenceBlock
};

// What somebody wants done to a case, as data: made by the client (durable in its outbox), by the
// citizens' pages or by the portal itself, and carried out by the one pure function apply().
// Ids of what an operation creates are chosen by its author, so that repeating it changes nothing.

struct NewAttachment {
    AttachmentId id;
    QString name;
    QString type;
    qint64 size = 0;
    QString sha256; // hexadecimal; the bytes were uploaded before
    QString field; // of a form, else empty
    QJsonObject unknown;
    bool operator==(const NewAttachment &) const = default;
};

struct TakeOver { // I am responsible now
    bool operator==(const TakeOver &) const = default;
};
struct Assign {
    ClerkId assignee; // null: nobody
    QString name; // for the timeline
    bool operator==(const Assign &) const = default;
};
struct ChangeState {
    CaseState to = CaseState::Unknown;
    QString reason;
    bool operator==(const ChangeState &) const = default;
};
struct Reply { // to the applicant
    MessageId id;
    QString text;
    QList<NewAttachment> attachments;
    MessageId lastSeen; // newest message of the applicant that the clerk had read
    bool operator==(const Reply &) const = default;
};
struct RequestDocuments {
    RequestId id;
    MessageId message;
    QString text;
    QStringList items;
    QDate due;
    MessageId lastSeen;
    bool operator==(const RequestDocuments &) const = default;
};
struct AddNote {
    NoteId id;
    QString text;
    bool operator==(const AddNote &) const = default;
};
struct SetFollowUp {
    FollowUpId id;
    QDate on;
    QString reason;
    bool operator==(const SetFollowUp &) const = default;
};
struct CompleteFollowUp {
    FollowUpId id;
    bool operator==(const CompleteFollowUp &) const = default;
};
struct RequestFee {
    FeeId id;
    QList<FeeItem> items;
    QString reason;
    QDate due;
    QString reference; // from the leased block, or empty: given later by the cash system
    ReferenceSource source = ReferenceSource::LeasedBlock;
    bool operator==(const RequestFee &) const = default;
};
struct CancelFee {
    FeeId id;
    QString reason;
    bool operator==(const CancelFee &) const = default;
};
struct IssueNotice { // notice and fee are one: accepted or refused whole
    NoticeId id;
    QString title;
    QString templateId;
    int templateVersion = 0;
    QString templateHash;
    QJsonObject content;
    NewAttachment document; // unsealed PDF
    NoticeChannel channel = NoticeChannel::Letter;
    QDate letterDate;
    QDate disclosedOn; // as computed from the law table, null if it depends on retrieval
    QDate remedyEndsOn;
    std::optional<RequestFee> fee;
    MessageId lastSeen;
    bool operator==(const IssueNotice &) const = default;
};
// A person states that a notice can no longer be contested (Bestandskraft); programs only propose
// it, since they know neither of a waiver nor of a remedy that came on paper.
struct ConfirmFinality {
    NoticeId id;
    QDate on; // first day on which it holds, not in the future
    bool operator==(const ConfirmFinality &) const = default;
};
struct MarkRead { // what the other side wrote, by the office or by the applicant
    MessageId upTo;
    bool operator==(const MarkRead &) const = default;
};
struct RecordFinding { // the office's own statement beside the applicant's
    QString path; // of the answer
    FormAnswer finding;
    bool operator==(const RecordFinding &) const = default;
};
struct OpenCase { // internal case, or an application from the counter
    CaseTypeId type;
    int typeVersion = 0;
    DepartmentId department;
    QString title;
    bool internal = false; // true: no citizen
    QList<Party> parties;
    QList<FormAnswer> answers;
    QDate targetDue;
    StatutoryPeriod period; // of an application from the counter
    bool operator==(const OpenCase &) const = default;
};

// By the applicant or the portal; clients may not send these.
struct FileApplication {
    CaseTypeId type;
    int typeVersion = 0;
    DepartmentId department;
    QString reference;
    QString title;
    QString language;
    AssuranceLevel level = AssuranceLevel::None;
    QList<Party> parties;
    QList<FormAnswer> answers;
    QList<NewAttachment> attachments;
    Consent consent;
    QDate targetDue;
    StatutoryPeriod period;
    bool operator==(const FileApplication &) const = default;
};
struct ReceiveMessage { // from the applicant
    MessageId id;
    QString text;
    QList<NewAttachment> attachments;
    bool operator==(const ReceiveMessage &) const = default;
};
struct WithdrawApplication {
    QString reason;
    bool operator==(const WithdrawApplication &) const = default;
};
struct SettleFee { // by the cash system or `kontor-portal fee paid`
    FeeId id;
    FeeState state = FeeState::Paid;
    QString reference; // given after the fact, else empty
    bool operator==(const SettleFee &) const = default;
};
struct RecordRetrieval { // evidence: provided, notified, retrieved
    Retrieval retrieval;
    bool operator==(const RecordRetrieval &) const = default;
};
struct UnknownOperation { // of a newer program: kept, never carried out
    bool operator==(const UnknownOperation &) const = default;
};

using OperationArgs = std::variant<UnknownOperation, TakeOver, Assign, ChangeState, Reply,
    RequestDocuments, AddNote, SetFollowUp, CompleteFollowUp, RequestFee, CancelFee, IssueNotice,
    ConfirmFinality, MarkRead, RecordFinding, OpenCase, FileApplication, ReceiveMessage,
    WithdrawApplication, SettleFee, RecordRetrieval>;

struct Operation {
    OperationId id;
    DeviceId device; // null for the portal's own
    OperationId after; // the same case's operation before it in the same outbox; null for the first
    AggregateKind kind = AggregateKind::Case; // what it changes; every known type changes a case
    CaseId caseId; // null for other kinds: their id is among the unknown fields
    qint64 baseVersion = 0; // of the case as the author saw it; 0 for a new case
    Timestamp createdAt; // the author's clock: shown, never trusted
    OperationArgs args;
    QString unknownType; // wire name of an UnknownOperation
    QJsonObject unknown; // args of an UnknownOperation, or fields of a newer program

    bool operator==(const Operation &) const = default;
};

// Wire name of the type: "takeOver", "issueNotice" …
QString typeName(const Operation &operation);
// Files that must be on the portal before the operation can be carried out.
QList<NewAttachment> filesOf(const Operation &operation);
// Names of the case's fields it writes, the unit of merging. Appending is no write.
QStringList writtenFields(const Operation &operation);
// What a clerk needs in the owning department; Unknown: not for clerks at all.
Permission requiredPermission(const Operation &operation, const CaseFile &caseFile);

enum class Outcome { Unknown, Applied, Merged, Conflict, Rejected, Retry, MissingBlobs };
// What the portal answers to one operation; nothing is inferred from the HTTP status of a batch.
struct OperationResult {
    OperationId operation;
    Outcome outcome = Outcome::Unknown;
    qint64 version = 0; // of the case after it
    QString reason; // error key: "conflict.field", "conflict.review.newerMessage", "unsupported" …
    QJsonObject params; // e.g. fields, missing hashes, who and when
    QJsonObject unknown;
    bool operator==(const OperationResult &) const = default;
};
