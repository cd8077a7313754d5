#pragma once

#include "server/store/registrar.h"
#include "tests/testing/portalprocess.h"

#include <optional>

// What happens at the portal beside the clerks' programs, and what it really holds: works on the
// data of a portal while that serves, as `kontor-portal fee paid` does.
class BackOffice {
public:
    explicit BackOffice(const PortalProcess &portal);
    ~BackOffice();

    CaseFile caseOf(const CaseId &id) const; // null id: not there
    int effects(const Operation &operation) const; // how often it was carried out
    std::optional<OperationResult> resultOf(const OperationId &id) const;
    void releaseMails(); // those that a process has claimed
    int mailsWaiting() const; // -1: cannot be read
    QStringList damages() const; // of files and database, in words; empty: none
    int audited(const QString &action, const CaseId &subject) const; // lines in the log
    // To another department, whole: a program may not see them any more, or sees them anew.
    void transfer(const QList<CaseId> &ids, const QString &department);
    void withdraw(const CaseId &id); // by the applicant: closed for good
    MessageId applicantWrites(const CaseId &id, const QString &text, const QByteArray &file = {});
    QByteArray attached(const CaseId &id, const QString &sha256) const;
    int loseFile(const QString &sha256); // as a damaged disk does; how many there were

private:
    void change(const CaseId &id, const OperationArgs &args, const portal::Author &author);

    SystemClock m_clock;
    std::unique_ptr<portal::Store> m_store;
    std::unique_ptr<portal::Registrar> m_registrar;
};
