#pragma once

#include "files.h"
#include "operations.h"
#include "registrar.h"

#include "models/domain/apply.h"

namespace portal {

// One operation on its way into the register, inside the transaction: each step may answer, and the
// first answer ends it. Answers that must not change when the sender asks again are stored.
class Entry {
public:
    Entry(Writing &writing, const Operation &operation, const Author &author, Timestamp now);

    Result<CarriedOut> carryOut(
        const Registrar::Check &check, const Registrar::Alongside &alongside);

private:
    using Answer = Result<std::optional<CarriedOut>>; // nothing: go on

    Answer answerOfBefore();
    Answer findCase();
    bool mayTouch() const;
    Answer order();
    Answer judged();
    Answer findFiles();
    Answer checked(const Registrar::Check &check);
    Answer references(ApplyContext &context);
    Result<CarriedOut> effect(const Registrar::Alongside &alongside, const ApplyContext &context);

    Answer refuse(const QString &reason, const QJsonObject &params = {});
    Answer later(Outcome outcome, const QString &reason, const QJsonObject &params = {});
    Status keep(const OperationResult &result);
    Status note(const char *action, const QJsonObject &details);

    Writing &m_writing;
    const Author &m_author;
    const Timestamp m_now;
    const QByteArray m_fingerprint; // of the operation as it was sent
    Operation m_operation; // with the portal's own facts: names, sizes and types of files
    CaseFile m_case;
    QHash<AttachmentId, QString> m_files; // file of each attachment
    Outcome m_outcome = Outcome::Applied;
};

} // namespace portal
