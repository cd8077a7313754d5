#pragma once

#include <QLoggingCategory>

// kontor.http: one debug line per request (method, route pattern, status, milliseconds) and what an
// operator must know. Never a path, a query, a header or an address: they can name a person.
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
