#pragma once

#include <QtGlobal>

// Told to the clerks' programs with the session.
namespace portal::limits {

constexpr int operations = 50; // in one request
constexpr qint64 requestBytes = 1024 * 1024; // of a JSON body
constexpr qint64 pieceBytes = 4 * 1024 * 1024; // good size of one PATCH: what a broken line loses
constexpr int feedChanges = 500; // in one page
constexpr qint64 pageBytes = 4 * 1024 * 1024; // about, of a page
constexpr qint64 inlineBytes = 1024 * 1024; // largest file sent along in a page
constexpr int closedDays = 90; // so long clerks' programs keep a closed case

} // namespace portal::limits
