#pragma once

#include <QStringList>
#include <optional>

namespace portal {

// A command of the administration that is run on files: a virus scanner, a decoder. It gets its own
// arguments and then the paths, and says with its exit code what became of it. Thread-safe; run()
// waits.
class FileCommand {
public:
    FileCommand() = default; // none
    explicit FileCommand(const QString &command); // with arguments; "in quotes" what has spaces

    bool isThere() const { return !m_words.isEmpty(); }
    // The exit code; nothing if it could not be started, crashed or was killed after `patienceMs`.
    std::optional<int> run(const QStringList &paths, int patienceMs) const;

private:
    QStringList m_words;
};

} // namespace portal
