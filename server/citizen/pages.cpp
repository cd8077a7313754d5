#include "pages.h"

namespace citizen {

namespace {
constexpr qint64 megabyte = 1024 * 1024;
constexpr int unitsPerMegabyte = 1024; // a quota of uploads counts whole kilobytes

int uploadUnits(const http::Request &request)
{
    qint64 bytes = 0;
    for (const auto &file : request.files)
        bytes += file->size;
    return int((bytes + 1023) / 1024);
}
} // namespace

PageRoutes::PageRoutes(http::Router &router, SitePtr site)
    : m_router(router)
    , m_site(std::move(site))
{
}

void PageRoutes::get(const char *pattern, Handler handler)
{
    for (const QString &language : languages()) {
        const SitePtr site = m_site;
        m_router.add({ http::Method::Get, '/' + language.toLatin1() + pattern,
            [site, language, handler](const http::Request &request) {
                (void)site->office(); // so that the frame can name the authority
                return handler(Visit(*site, request, language));
            } });
    }
}

void PageRoutes::post(const char *pattern, Handler handler)
{
    for (const QString &language : languages()) {
        const SitePtr site = m_site;
        m_router.add({ http::Method::Post, '/' + language.toLatin1() + pattern,
            [site, language, handler](const http::Request &request) {
                (void)site->office();
                const Visit visit(*site, request, language);
                return visit.isGenuine() ? handler(visit) : visit.refused(403, "error.forged");
            },
            http::Body::Form, megabyte });
    }
}

void PageRoutes::upload(const char *pattern, Handler handler)
{
    for (const QString &language : languages()) {
        const SitePtr site = m_site;
        http::Route route{ http::Method::Post, '/' + language.toLatin1() + pattern,
            [site, language, handler](const http::Request &request) {
                (void)site->office();
                const Visit visit(*site, request, language);
                if (!visit.isGenuine())
                    return visit.refused(403, "error.forged");
                const auto over = visit.overQuota("uploads",
                    visit.site.context.limits.uploadMegabytes * unitsPerMegabyte,
                    uploadUnits(request));
                return over ? *over : handler(visit);
            },
            http::Body::Form };
        route.maxFiles = 10;
        route.fileLimit = 100 * megabyte; // the definition's own limit is lower and worded better
        route.bodyLimit = 300 * megabyte;
        route.admit
            = [site, language](const http::Request &request) -> std::optional<http::Response> {
            if (Visit::isSameOrigin(*site, request))
                return std::nullopt;
            return Visit(*site, request, language).refused(403, "error.forged");
        };
        m_router.add(std::move(route));
    }
}

} // namespace citizen
