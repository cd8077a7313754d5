#pragma once

// Marked steps of the ways that must survive a crash. A fault test chooses by the environment where
// the process dies, as by kill -9 (no destructor, no flush, exit code 137):
//   KONTOR_FAULT_STEP=n      at the n-th mark it passes
//   KONTOR_FAULT_AT=name[:k] at the k-th passing (default 1) of the mark of that name
//   KONTOR_FAULT_AFTER=name  passings count only after the first of this mark
//   KONTOR_FAULT_LOG=file    each mark that is passed is appended to the file, one name a line
// Without -DKONTOR_FAULTS=ON the marks are nothing at all: a release carries neither code nor
// names.
namespace faults {
#ifdef KONTOR_FAULTS
void step(const char *name);
#else
inline constexpr void step(const char *) { }
#endif
} // namespace faults
