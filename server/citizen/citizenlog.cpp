#include "citizenlog.h"

Q_LOGGING_CATEGORY(lcCitizen, "kontor.citizen", QtInfoMsg)
