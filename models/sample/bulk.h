#pragma once

#include "chance.h"

#include "models/domain/casefile.h"

namespace sample {

// Cases by the hundred thousand, for measurements: each is made from its number and the seed alone,
// so that any of them can be made again, alone and on either side, without the others. Thirteen
// parts of 4.3 KB content together: the form, 5 events, 4 messages and 2 files. They tell no story
// as sample::steps() does; only size, words and spread are those of a real office.
class Bulk {
public:
    explicit Bulk(quint32 seed = 20261121);

    DepartmentId department{ QStringLiteral("ordnung") };
    ClerkId assignee; // null: nobody
    Timestamp newest{ 1'795'255'200'000 }; // cases are filed a minute apart before it

    CaseFile caseFile(int number) const; // version 1; from 0 on, at most 2^20 a department
    // What a day's work does to a case: a state, an event and a message more, version one higher.
    void change(CaseFile &caseFile, int salt) const;

    // About `size` characters of German sentences, compounds and umlauts included.
    QString text(Chance &chance, int size) const;
    // Bytes that no packing makes smaller, as in a PDF or a photo.
    static QByteArray bytes(int number, int size);
    // A version 7 UUID of the number-th case: of `part` for its parts.
    QString id(int number, int part = 0) const;

private:
    void addForm(CaseFile &caseFile, int number, Chance &chance) const;
    void addStory(CaseFile &caseFile, int number, Chance &chance) const;

    quint32 m_seed;
};

} // namespace sample
