#pragma once

#include "server/http/http.h"

#include <QHash>

namespace citizen {

// Style sheets and logo under names that carry their hash, so that a browser asks for each once.
class Assets {
public:
    struct Brand {
        QByteArray logo; // SVG
        QString light; // colour of buttons and links on white, "#00594c"
        QString dark; // on black
    };
    // The municipality's folder: logo.svg and brand.ini ([colour] light=…, dark=…); both may be
    // missing. Error: Corrupt "pages.brand" for a colour below a contrast of 4.5 : 1 or an SVG with
    // script, style sheet or foreign content.
    static Result<Brand> readBrand(const QString &folder);

    explicit Assets(const Brand &brand);

    QStringList styles() const { return m_styles; } // addresses in the order of the cascade
    QString logo() const { return m_logo; }
    // Answers GET /s/{name}.
    http::Response serve(const http::Request &request) const;

private:
    struct Asset {
        QByteArray type;
        QByteArray bytes, gzip, brotli; // the last two may be empty
    };
    QString add(const QString &name, Asset asset); // address

    QHash<QByteArray, Asset> m_assets; // by hashed name
    QStringList m_styles;
    QString m_logo;
};

// Contrast of two colours by WCAG 2.2 (1 to 21); 0 if one is not "#rrggbb".
double contrast(const QString &one, const QString &other);

} // namespace citizen
