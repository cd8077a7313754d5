#include "clerkapi.h"

#include "routes.h"

namespace portal {

void addClerkRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Get, "/api/ping", [](const http::Request &) {
                    http::Response response;
                    response.headers.add("Content-Type", "text/plain; charset=utf-8");
                    response.headers.add("Cache-Control", "no-store");
                    response.body = "ok";
                    return response;
                } });
    router.add({ http::Method::Get, "/sync/v1/ping",
        [](const http::Request &) { return http::Response::empty(204); } });
    addSignInRoutes(router, api);
    addSessionRoutes(router, api);
    addFeedRoutes(router, api);
    addOperationRoutes(router, api);
    addCheckRoutes(router, api);
    addUploadRoutes(router, api);
    addAttachmentRoutes(router, api);
}

} // namespace portal
