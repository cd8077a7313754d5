#pragma once

#include "inboxfilter.h"

#include <optional>
#include <span>

// The words of the search: each field and value has an English and a German name, and both are
// always understood, so that a search can be handed on whatever language the desk speaks.
namespace querywords {

struct FieldWord {
    InboxTerm::Field field;
    const char *english;
    const char *german;
    const char *others; // further names, separated by blanks
};
struct ValueWord {
    const char *value; // as in InboxTerm::values
    const char *english;
    const char *german;
    const char *others = "";
};

std::span<const FieldWord> fields();
std::span<const ValueWord> values(InboxTerm::Field field);
bool isDay(InboxTerm::Field field);

QString nameOf(InboxTerm::Field field, const QString &language);
// As it is written; empty if the value is no word of the field.
QString nameOf(InboxTerm::Field field, const QString &value, const QString &language);
std::optional<InboxTerm::Field> fieldOf(QStringView typed);
QString valueOf(InboxTerm::Field field, QStringView typed); // empty: unknown
// Does one of its names begin so? `typed` is folded like a reference.
bool begins(const FieldWord &word, const QString &typed);
bool begins(const ValueWord &word, const QString &typed);

} // namespace querywords
