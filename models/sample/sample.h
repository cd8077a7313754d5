#pragma once

#include "models/domain/casetype.h"
#include "models/domain/operation.h"
#include "models/domain/permission.h"

#include <functional>

// Realistic cases of a town that does not exist, for a first look, for tests and for measurements.
// They come as the operations that people would have sent, so that they take the same way as real
// ones. The same seed gives the same town.
namespace sample {

struct SampleFile {
    QString sha256; // hexadecimal
    QString type; // media type
    QByteArray bytes;
};

struct SampleClerk {
    Actor actor; // kind Clerk
    Grants grants;
};

struct Scenario {
    QList<CaseType> types; // those with a public service are used
    QList<SampleClerk> clerks;
    QString city = QStringLiteral("Lindenau");
    Timestamp now;
    quint32 seed = 1;
    int cases = 200;
    // Written payment reference for the next fee; empty: fees wait for the cash system.
    std::function<QString()> paymentReference;
};

// One thing that somebody did. baseVersion of the operation is left to whoever carries it out: the
// version of the case at that moment.
struct Step {
    Timestamp at;
    Actor actor; // applicant or clerk
    Operation operation;
    QList<SampleFile> files; // the bytes behind the operation's attachments
};

// In the order of time, over the last eight weeks. Empty if there is no usable type or clerk.
QList<Step> steps(const Scenario &scenario);

} // namespace sample
