#pragma once

#include "heicdecoder.h"
#include "server/http/http.h"
#include "server/mail/mailtext.h"
#include "server/store/filescan.h"
#include "server/store/registrar.h"

// What citizens see: pages made on the server, complete without any script. The portal's
// composition root adds them to its router; everything else of this folder is private to it.
namespace citizen {

// What one address may do within ten minutes; a network behind one address shares it. 0: no limit.
struct SourceLimits {
    int drafts = 60; // applications begun
    int uploadMegabytes = 1000;
};

struct Context {
    portal::Store &store;
    portal::Registrar &registrar;
    const Clock &clock; // all three must outlive the router
    QString publicUrl; // "https://service.lindenau.example", no slash at the end; empty: each
                       // request's own
    QString
        brandFolder; // of the municipality: logo.svg and brand.ini (see brand.h); empty: built in
    SourceLimits limits = {};
    portal::FileScan scan = {}; // of files that citizens send
    HeicDecoder heic = {};
};

// Adds all routes of the pages and the wording of answers that no handler gives (except under
// /sync). Errors (Corrupt): "pages.texts", "pages.template", "pages.brand": a text or a template
// that does not fit, named in the detail.
Status addRoutes(http::Router &router, const Context &context);

// Texts of the notifications for mail::MailService, from the same keyed files as the pages.
Result<mail::Wording> mailWording();

} // namespace citizen
