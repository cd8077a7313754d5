#pragma once

#include "caller.h"

// The routes by what they are about; addClerkRoutes() adds them all.
namespace portal {

void addSignInRoutes(http::Router &router, const ClerkApi &api);
void addSessionRoutes(http::Router &router, const ClerkApi &api);
void addFeedRoutes(http::Router &router, const ClerkApi &api);
void addOperationRoutes(http::Router &router, const ClerkApi &api);
void addCheckRoutes(http::Router &router, const ClerkApi &api);
void addUploadRoutes(http::Router &router, const ClerkApi &api);
void addAttachmentRoutes(http::Router &router, const ClerkApi &api);

} // namespace portal
