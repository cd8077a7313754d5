#pragma once

#include <QLoggingCategory>

// kontor.citizen: defects and refusals of the citizens' pages. Never what somebody typed, a name, a
// reference or a token.
Q_DECLARE_LOGGING_CATEGORY(lcCitizen)
