#pragma once

#include "drafts.h"
#include "visit.h"

// The groups of pages; each adds its routes in both languages.
namespace citizen {

// Registers a page for /de and /en. POST handlers run only for genuine forms (see Visit).
class PageRoutes {
public:
    using Handler = std::function<http::Response(const Visit &)>;
    PageRoutes(http::Router &router, SitePtr site);

    void get(const char *pattern, Handler handler); // "/leistung/{slug}"
    void post(const char *pattern, Handler handler);
    // A form with files, refused before its body is read if it does not come from our pages.
    void upload(const char *pattern, Handler handler);
    const SitePtr &site() const { return m_site; }

private:
    http::Router &m_router;
    SitePtr m_site;
};

// The heading, the text and the authority's contact of a legal page, and the page of nothing else.
QJsonObject legalData(const Visit &visit, const QString &name);
http::Response legalPage(const Visit &visit, const QString &name);

void addServicePages(PageRoutes &routes); // start, search, life situation, service
void addLegalPages(PageRoutes &routes);
void addBarrierPage(
    PageRoutes &routes); // feedback on accessibility, § 12d BGG and the laws of the Länder
void addFormPages(PageRoutes &routes); // steps, contact, review, sending
void addUploadPages(PageRoutes &routes); // files of a draft
void addReceiptPages(PageRoutes &routes);
void addCasePages(PageRoutes &routes); // reference and code, status, messages, documents, fees

} // namespace citizen
