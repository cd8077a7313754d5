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
    bool internal = false;
    int attachments = 0;
    Timestamp filed;
    Timestamp updated;
    Timestamp ended; // since then no work is left to do; null: the case is open
    bool asked = false; // another department's answer is awaited
    int pending = 0; // open operations of the outbox
    bool attention = false; // one of them waits for the clerk

    bool operator==(const InboxRow &) const = default;
};

// `today` for the resting days of the target.
InboxRow inboxRow(const CaseFile &caseFile, QDate today);

// The few columns that filter and order a million rows in memory; index i is one case.
struct InboxColumns {
    enum Flag : quint8 { Unread = 1, FeeOpen = 2, Pending = 4, Attention = 8, Paused = 16 };

    std::vector<qint64> key;
    std::vector<qint32> due; // Julian day; noDay: none
    std::vector<qint32> followUp;
    std::vector<qint64> updated; // ms
    std::vector<qint64> filed; // ms
    std::vector<quint64> name; // first ten characters of the sort key, packed in order
    std::vector<quint64> nameTail; // the next ten
    std::vector<quint64> reference; // folded, packed likewise
    std::vector<quint64> referenceTail;
    std::vector<quint8> state;
    std::vector<quint8> flags;
    std::vector<quint16> assignee; // index into names; 0: nobody
    std::vector<quint16> department;
    std::vector<quint16> type;
    QStringList names; // what the indices stand for; names[0] is empty

    static constexpr qint32 noDay = 0x7fffffff;

    qsizetype size() const { return qsizetype(key.size()); }
    void reserve(qsizetype count);
    void append(const InboxRow &row);
    void set(qsizetype index, const InboxRow &row);
    quint16 indexOf(const QString &name); // adds what is not there
    static quint64 packed(QStringView folded); // 10 characters of 6 bits

private:
    QHash<QString, quint16> m_index;
};

enum class InboxOrder { Due, Updated, Applicant, Reference, Filed };
