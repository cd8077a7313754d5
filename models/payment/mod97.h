#pragma once

#include <QStringView>

// ISO/IEC 7064 MOD 97-10 over A-Z (10 to 35) and 0-9: the remainder, or -1 for any other character.
// Shared by IBAN and payment references.
int mod97(QStringView text);
