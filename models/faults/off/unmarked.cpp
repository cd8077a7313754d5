#include "models/faults/faults.h"

// In the programs of a build with marks: the marks do nothing, whatever the environment says.
// Linked before models_faults, whose step() is then left out.
#ifdef KONTOR_FAULTS
void faults::step(const char *) { }
#endif
