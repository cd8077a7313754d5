#pragma once

#include "texts.h"

#include <QJsonObject>

namespace citizen {

// The pages' HTML. Mustache: no logic in templates, every value escaped. {{t.key}} is a keyed text;
// {{> name}} takes in another file; every page is wrapped by layout.mustache. What is wrong in a
// template is an error when it is loaded: unknown parts, unknown texts, unbalanced sections and
// unescaped values. A value that the page's code did not give is an error of render().
class Templates {
public:
    // Error: Corrupt "pages.template", the detail names file and tag.
    static Result<Templates> load(
        const Texts &texts, const QString &folder = QStringLiteral(":/kontor/pages"));

    QStringList pages() const { return m_pages.keys(); }
    // Error: Internal "pages.value" {page, names}.
    Result<QByteArray> render(const Texts &texts, const QString &page, const QString &language,
        const QJsonObject &data) const;

private:
    QHash<QString, std::string> m_pages; // with parts and layout taken in
};

} // namespace citizen
