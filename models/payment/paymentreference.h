#pragma once

#include "models/domain/result.h"

#include <optional>

// Payment references (Kassenzeichen). A reference must survive being copied by hand from a letter
// into a banking app, so it carries two check digits by ISO/IEC 7064 MOD 97-10, the scheme of IBAN
// and RF creditor references: every single wrong character and every swap of neighbours is noticed.
// Written form: PREFIX-NUMBER-CC, e.g. "KS26-0004711-18"; only A-Z, 0-9 and '-', at most 27
// characters, so that it also fits the `purpose` of a payment request (XBezahldienste 1.0).

struct TakenReference;

// A block of consecutive numbers leased to one device, so that references can be given while
// offline. The prefix is the part of the portal (1-10 characters A-Z, 0-9), unique per cash office
// and year.
struct ReferenceBlock {
    QString prefix;
    qint64 first = 0;
    qint64 last = -1;
    qint64 next = 0; // the number that take() hands out

    bool operator==(const ReferenceBlock &) const = default;
    // Numbers left in the block.
    qint64 remaining() const { return qMax<qint64>(0, last - next + 1); }
    // The next reference and the block without it; this block is unchanged. Errors:
    // `payment.reference.exhausted` (TooMany) and `payment.reference.block` (InvalidInput) for a
    // block that cannot be right.
    Result<TakenReference> take() const;
};

struct TakenReference {
    QString reference; // written form
    ReferenceBlock rest;

    bool operator==(const TakenReference &) const = default;
};

// Upper case without spaces and hyphens: what two spellings of one reference have in common.
QString compactReference(const QString &text);
// True if the check digits fit; spaces, hyphens and lower case are forgiven, as bank statements
// bring them.
bool isValidReference(const QString &text);
struct ReferenceNumber {
    QString prefix;
    qint64 number = 0;
};
// What the written form was made of; nothing if the text is no valid one in written form.
std::optional<ReferenceNumber> referenceNumber(const QString &text);

// Written form for one number, padded to `width` digits.
QString formatReference(const QString &prefix, qint64 number, int width);
