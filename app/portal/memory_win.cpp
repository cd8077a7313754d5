#include "memory.h"

namespace portal {

void keepMemorySmall()
{
    // The heap of Windows gives memory back by itself.
}

} // namespace portal
