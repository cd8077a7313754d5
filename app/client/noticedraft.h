#pragma once

#include "models/domain/casefile.h"
#include "models/domain/protocol.h"
#include "models/law/disclosure.h"
#include "models/law/period.h"
#include "models/law/remedy.h"
#include "models/notice/noticecontent.h"
#include "models/notice/noticetemplate.h"

// From a case and a template to a notice that the clerk only has to finish: whatever the portal
// already knows is filled in, and nothing that only a person may state.

struct NoticeDraftInput {
    const CaseFile &caseFile;
    const CaseType *type = nullptr; // null: not known here, no fee defaults
    const Session &session; // authority, department, clerk
    const LawTable &law;
    QDate letterDate; // at the authority's seat
    NoticeChannel channel = NoticeChannel::Letter;
    bool withFee = false;
    QMap<QString, QString>
        values; // of placeholders that only the clerk knows: "facts", "validFrom"
    QString paymentReference; // reserved for this draft; empty: the cash system gives it
    int paymentDays = 30;
};

// Errors: those of the template, `law.remedy.none` and `law.remedy.value`.
Result<NoticeContent> draftNotice(
    const NoticeTemplate &noticeTemplate, const NoticeDraftInput &input);

// Lines of the address window, at most six; an address under a block on disclosure (§ 51 BMG) is
// still the addressee's own.
QStringList addresseeLines(const Party &party);
// The party a notice goes to: the addressee, else a representative with authority, else the
// applicant. Null for internal cases.
const Party *noticeAddressee(const CaseFile &caseFile);
// Name of a channel in the law table ("letter", "portal", "account", "electronic") and back.
QString lawChannel(NoticeChannel channel);
NoticeChannel noticeChannel(const QString &lawChannel);

// When the notice will count as disclosed if it is posted or provided on `day`, and until when the
// remedy can be filed. Null days if the channel depends on retrieval.
struct NoticePeriods {
    QDate disclosedOn;
    QDate remedyEndsOn;
    QString disclosureCitation; // "§ 41 Abs. 2 Satz 1 VwVfG"
    QStringList moves; // why the end moved: "sunday", name of a holiday
    bool confirmed = false; // the row of the law table was checked by a person
};
Result<NoticePeriods> noticePeriods(const Authority &authority, const LawTable &law,
    NoticeChannel channel, QDate day, int remedyMonths = 1);
// What the template's placeholders stand for as far as the portal knows it.
QMap<QString, QString> placeholderValues(const NoticeDraftInput &input);
