#pragma once

#include "chance.h"

#include "models/domain/casetype.h"

namespace sample {

// Something that fits a text field, by what its key and label say.
QString textFor(const FieldDefinition &field, Chance &chance);

QString citizenMessage(Chance &chance);
QString clerkReply(Chance &chance, const QString &salutation);
QString documentRequest(Chance &chance, const QString &salutation);
QStringList missingItems(Chance &chance);
QString note(Chance &chance);
QString followUpReason(Chance &chance);
QString reason(Chance &chance); // of a rejection or withdrawal

} // namespace sample
