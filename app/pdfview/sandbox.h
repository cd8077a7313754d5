#pragma once

#include <QByteArray>
#include <optional>

// What keeps a document that attacks its reader away from the clerk's files and network: limits of
// memory and time, no new rights, no files but fonts, no sockets, no processes. Fails closed.
namespace Sandbox {

// Before anything else: limits of memory (1 GiB), processor time and file size, no core dump.
bool setLimits();
// Loads what could not be loaded any more behind the wall: fonts' index, picture plug-ins.
void warmUp();
// Gives everything up for good. False: the system offers no protection, nothing must be opened.
bool close();

// The document that the client handed over, empty when it cannot be read; nothing where it comes as
// a frame instead (Windows).
std::optional<QByteArray> receivedDocument();

// Tries what must be refused behind the wall and writes one line each to standard output,
// "open refused"; true when all of it was refused.
bool selfTest();

} // namespace Sandbox
