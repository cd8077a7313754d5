#pragma once

#include <QString>

// What may be opened with another program: an allow-list, since lists of what is dangerous always
// miss something. Type found in the bytes and ending of the name must agree.
bool mayOpenOutside(const QString &name, const QString &mediaType);
