#pragma once

#include "models/items/inboxquery.h"

class DeskContext;

// The search language as it is spoken at this desk: its departments, colleagues and services.
QueryLanguage queryLanguage(const DeskContext &context);
