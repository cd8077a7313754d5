#pragma once

#include "filecommand.h"

#include "models/domain/result.h"

namespace portal {

// The house's own virus scanner, asked about each file that comes in before anybody can open it
// (S31). Which one is the administration's matter: it is a command that gets the path as its last
// argument and answers with its exit code, as clamscan and clamdscan do: 0 clean, 1 infected,
// anything else: it could not say. Fails closed: what was not scanned is not taken (S35).
// Thread-safe; check() waits, at most a minute.
class FileScan {
public:
    FileScan() = default; // no scanner: everything is clean
    explicit FileScan(const QString &command); // with arguments; "in quotes" what has spaces
    // Errors: InvalidInput "upload.infected", Unavailable "upload.unscanned".
    Status check(const QString &path) const;

private:
    FileCommand m_command;
};

} // namespace portal
