#pragma once

#include "validation.h"

#include <variant>

namespace catalogue {

struct Accepted {
    QJsonValue value; // as on the wire
    QString display; // as the applicant sees it
};
struct Refused {
    QString key;
    QJsonObject params;
};
struct Empty { };
using FieldCheck = std::variant<Empty, Accepted, Refused>;

// One field that is neither group nor file; whether it may be empty is for the caller.
FieldCheck checkField(const FieldDefinition &field, const QString &path, const FormData &data,
    const FormRules &rules);

} // namespace catalogue
