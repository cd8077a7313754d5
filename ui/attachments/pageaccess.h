#pragma once

class PageStack;
class QString;

// Gives the text of the page that is being read to screen readers: pages are pictures, so without
// it a document would be silent (EN 301 549, 11.5.2.7).
namespace PageAccess {

void install(); // known already: nothing happens
// The stack's text has changed from `old` to what it is now.
void notify(PageStack *pages, const QString &old);

} // namespace PageAccess
