#pragma once

#include "models/domain/result.h"

class QFile;

// The bytes of an open file are on the medium when it returns; Qt hands them to the system only.
// One implementation per system. NoSpace "store.full".
Status flushToDisk(QFile &file);
