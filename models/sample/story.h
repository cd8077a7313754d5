#pragma once

#include "answers.h"
#include "chance.h"
#include "sample.h"

namespace sample {

// One case from its filing to where it stands today, told as operations.
class Story {
public:
    Story(const Scenario &scenario, const CaseType &type, int number, Chance &chance);
    QList<Step> tell();

private:
    void file();
    void takeOver();
    void talk();
    void askForDocuments(bool answered);
    void charge();
    void decide();
    void close();

    const SampleClerk *clerkWith(Permission permission);
    // A later moment, in office hours for clerks and always before now.
    Timestamp later(bool office);
    void clerkDoes(Permission permission, OperationArgs args, const QList<SampleFile> &files = {});
    void applicantDoes(OperationArgs args, const QList<SampleFile> &files = {});
    void add(const Actor &actor, Timestamp at, OperationArgs args, const QList<SampleFile> &files);
    QString id(const char *what);
    QString salutation() const;
    RequestFee fee();

    const Scenario &m_scenario;
    const CaseType &m_type;
    Chance &m_chance;
    QString m_base;
    CaseState m_goal;
    Person m_person;
    Timestamp m_at;
    MessageId m_lastMessage; // of the applicant
    const SampleClerk *m_clerk = nullptr;
    int m_ids = 0;
    QList<Step> m_steps;
};

} // namespace sample
