#pragma once

#include "store.h"

#include "models/domain/casefile.h"

#include <optional>

namespace portal {

// Cases as documents with the columns that are searched for. Written by the Registrar only.
class Cases {
public:
    explicit Cases(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<CaseFile>> find(const CaseId &id) const;
    // By file reference (Vorgangsnummer), spelling forgiven: case and spaces.
    Result<std::optional<CaseFile>> findByReference(const QString &reference) const;
    // The case with a fee request of this payment reference.
    Result<std::optional<CaseFile>> findByPaymentReference(const QString &reference) const;
    // For the citizens' page of an account or a list: newest first.
    Result<QList<CaseId>> list(const QString &state, int limit) const; // empty state: all
    Result<qint64> count() const;

    // With feed row; a change of departments leaves what clerks of the former ones need to see it
    // revoked.
    static Status save(Writing &writing, const CaseFile &caseFile);

private:
    Sql &m_sql;
};

} // namespace portal
