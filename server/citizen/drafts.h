#pragma once

#include "server/catalogue/validation.h"
#include "server/store/citizenrecords.h"
#include "visit.h"

namespace citizen {

// An application that is being written: saved with every step, kept for 14 days after the last one.
// After sending only the case it became is left, so that a second click finds the same receipt.
struct Draft {
    DraftId id;
    QString service; // slug
    QString language;
    catalogue::FormData data;
    QList<catalogue::UploadedFile> files;
    QString email; // for notifications, as typed
    QString consent; // "yes", "no" or not yet answered
    QStringList passed; // keys of steps that were left without an error
    CaseId sent; // null: not yet
    Timestamp updatedAt;
};

// Drafts belong to the browser they were begun in: its secret is their key.
class Drafts {
public:
    static Result<Draft> begin(const Visit &visit, const QString &service);
    // The same with an id that only this browser can make (see Visit::derived).
    static Result<Draft> begin(const Visit &visit, const QString &service, const DraftId &id);
    // NotFound: there is none, it is over, or it is somebody else's.
    static Result<Draft> open(const Visit &visit, const QString &id);
    // Reads, changes and saves in one transaction. Conflict "draft.sent" if it was sent meanwhile.
    using Change = std::function<Status(portal::Writing &, Draft &)>;
    static Result<Draft> change(const Visit &visit, const DraftId &id, const Change &change);
    // In the transaction that files it: forgets everything but the case.
    static Status markSent(
        portal::Writing &writing, const Visit &visit, const Draft &draft, const CaseId &caseId);
    static Status remove(const Visit &visit, const Draft &draft);

    // How files of a draft are owned in the store.
    static QString owner(const DraftId &id) { return QLatin1String("draft:") + id.text; }
};

// Takes what the step's definition asks for out of the request, and nothing else.
void takeValues(const Visit &visit, const FormStep &step, Draft &draft);

} // namespace citizen
