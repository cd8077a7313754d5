#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

class Clock;

// A strong id: the lower-case text of a UUID on the wire, never interchangeable with another kind.
template <class Tag> struct Id {
    QString text;

    bool isNull() const { return text.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return text < other.text; }
};
template <class Tag> size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.text, seed);
}

using CaseId = Id<struct CaseTag>;
using CaseTypeId = Id<struct CaseTypeTag>; // a readable key such as "baumfaellgenehmigung"
using ClerkId = Id<struct ClerkTag>;
using DepartmentId = Id<struct DepartmentTag>; // a readable key such as "ordnungsamt"
using DeviceId = Id<struct DeviceTag>;
using OperationId = Id<struct OperationTag>;
using PartyId = Id<struct PartyTag>;
using AttachmentId = Id<struct AttachmentTag>;
using MessageId = Id<struct MessageTag>;
using NoticeId = Id<struct NoticeTag>;
using FeeId = Id<struct FeeTag>;
using NoteId = Id<struct NoteTag>;
using FollowUpId = Id<struct FollowUpTag>;
using EventId = Id<struct EventTag>;
using RequestId = Id<struct RequestTag>; // document request
using UploadId = Id<struct UploadTag>;
using DraftId = Id<struct DraftTag>;

// UUID version 7 (RFC 9562): 48 bits of UTC milliseconds, then random bits of the system's
// generator. An id only: order is never read from it.
QString newUuid7(const Clock &clock);
template <class SomeId> SomeId newId(const Clock &clock)
{
    return SomeId{ newUuid7(clock) };
}

// The same id on both sides without a message: version 5 (RFC 9562) of name within base's
// namespace.
QString derivedUuid(const QString &base, QByteArrayView name);

// True for the 36-character lower-case text form of a UUID.
bool isUuid(QStringView text);
