#pragma once

// Marked steps of the ways that must survive a crash. A fault test sets KONTOR_FAULT_STEP=n and the
// process dies at the n-th mark it passes, so that the test can sweep n until none is hit. Without
// -DKONTOR_FAULTS=ON the marks are nothing at all: a release carries neither code nor names.
namespace faults {
#ifdef KONTOR_FAULTS
void step(const char *name);
#else
inline constexpr void step(const char *) { }
#endif
} // namespace faults
