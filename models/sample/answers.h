#pragma once

#include "people.h"
#include "sample.h"

#include "models/domain/casetype.h"

namespace sample {

struct FilledForm {
    QList<FormAnswer> answers; // a group per step
    QList<NewAttachment> attachments;
    QList<SampleFile> files;
};

// The form of a service as a person might fill it in. base: of the ids that are made.
FilledForm fillForm(const PublicService &service, const Person &person, QDate day,
    const QString &base, Chance &chance);

} // namespace sample
