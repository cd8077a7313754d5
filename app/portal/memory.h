#pragma once

namespace portal {

// Makes the C library give memory back after a large page or upload instead of keeping a heap per
// thread: a small portal shares its machine. Call before threads start.
void keepMemorySmall();

} // namespace portal
