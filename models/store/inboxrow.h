#pragma once

#include "models/domain/casefile.h"

#include <QHash>
#include <QStringList>
#include <vector>

// What a list of cases shows of one case.
struct InboxRow {
    qint64 key = 0; // local row number of the cache; negative: a new case, only in the outbox
    CaseId id;
    qint64 version = 0;
    QString reference; // empty: not yet given
    CaseTypeId type;
    QString title;
    QString applicant; // display name; empty for internal cases
    QString sortKey; // folded name, family name first
    QString snippet; // of the newest message or note, one line
    CaseState state = CaseState::Unknown;
    QDate due; // internal target with its resting days up to now; null: none
    bool paused = false; // the internal target rests
    QDate periodEnds; // statutory
    ClerkId assignee;
    DepartmentId department;
    bool unread = false;
    QDate followUp;
    bool feeOpen = false;
    FeeState fee = FeeState::Unknown; // the one to care about first; Unknown: none was asked for
    AssuranceLevel level = AssuranceLevel::Unknown; // of the sign-in it was filed with
    bool deliveryFailed = false; // the applicant could not be told of a document
    bool consulted = false; // another department was asked and has not answered yet
    bool internal = false;
    int attachments = 0;
    Timestamp filed;
    Timestamp updated;
    Timestamp ended; // since then no work is left to do; null: the case is open
    int pending = 0; // open operations of the outbox
    bool attention = false; // one of them waits for the clerk

    bool operator==(const InboxRow &) const = default;
};

// `today` for the resting days of the target.
InboxRow inboxRow(const CaseFile &caseFile, QDate today);

// The few columns that filter and order a million rows in memory; index i is one case.
struct InboxColumns {
    enum Flag : quint8 {
        Unread = 1,
        FeeOpen = 2,
        Pending = 4,
        Attention = 8,
        Paused = 16,
        Internal = 32,
        DeliveryFailed = 64,
        Consulted = 128,
    };

    std::vector<qint64> key;
    std::vector<qint32> due; // Julian day; noDay: none
    std::vector<qint32> followUp;
    std::vector<qint32> periodEnds;
    std::vector<quint32> updated; // seconds
    std::vector<quint32> filed; // seconds
    std::vector<quint64> name; // first ten characters of the sort key, packed in order
    std::vector<quint64> nameTail; // the next ten
    std::vector<quint64> reference; // folded, packed likewise
    std::vector<quint64> referenceTail;
    std::vector<quint8> state;
    std::vector<quint8> flags;
    std::vector<quint8> fee;
    std::vector<quint8> level;
    std::vector<quint16> assignee; // index into names; 0: nobody
    std::vector<quint16> department;
    std::vector<quint16> type;
    // All rows by name and by reference, as they were when order() was called: texts take too long
    // to be sorted while somebody waits.
    std::vector<quint32> byName;
    std::vector<quint32> byReference;
    QStringList names; // what the indices stand for; names[0] is empty

    static constexpr qint32 noDay = 0x7fffffff;

    qsizetype size() const { return qsizetype(key.size()); }
    void reserve(qsizetype count);
    void append(const InboxRow &row);
    void set(qsizetype index, const InboxRow &row);
    void order();
    quint16 indexOf(const QString &name); // adds what is not there
    static quint64 packed(QStringView folded); // 10 characters of 6 bits

private:
    QHash<QString, quint16> m_index;
};

// Brings row numbers into the ascending order of the number that each row has; equal ones stay as
// they are. Takes the same short time for any order of a million rows.
void orderBy(std::vector<quint32> &rows, const std::vector<quint64> &numbers);

enum class InboxOrder { Due, Updated, Applicant, Reference, Filed };
