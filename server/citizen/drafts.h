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

} // namespace citizen
