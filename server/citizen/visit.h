#pragma once

#include "site.h"

namespace citizen {

struct PageHead {
    QString title; // without the authority's name
    QString nav; // key of the current entry: "services" or "status"
    bool error = false; // the title begins with "Fehler:"
};

// One request with its language and its browser. A browser carries one random secret in a cookie;
// the token against forged requests, the key of each draft and the code of a case are derived from
// it, so that none of them has to be stored. (__Host- needs TLS; on plain loopback the name goes
// without.)
class Visit {
public:
    Visit(const Site &site, const http::Request &request, const QString &language);

    const Site &site;
    const http::Request &request;
    const QString language;

    QString text(const QString &key, const QJsonObject &params = {}) const
    {
        return site.texts.text(language, key, params);
    }
    QString text(const char *key, const QJsonObject &params = {}) const
    {
        return text(QString::fromLatin1(key), params);
    }
    QString counted(const char *key, int count, const QJsonObject &params = {}) const
    {
        return site.texts.counted(language, QString::fromLatin1(key), count, params);
    }
    QString path(const QString &rest) const { return QLatin1Char('/') + language + rest; }
    QString field(const char *name) const; // of the form, first value
    QString parameter(const char *name) const; // of the route
    QString publicUrl() const; // of this portal, for links in documents

    // 32 bytes that only this browser and nobody's database knows.
    QByteArray derived(const char *purpose, const QByteArray &data = {}) const;
    QString csrfToken() const;
    // A form of our own, sent from our own page. Checked for every POST before the handler runs.
    bool isGenuine() const;
    static bool isSameOrigin(const Site &site, const http::Request &request);

    // Takes units from what this visitor's network may do (S28), or gives the page that says when
    // to come again.
    std::optional<http::Response> overQuota(const char *what, int allowed, int units = 1) const;

    // Page and headers; a failure of rendering becomes the generic error page.
    http::Response page(int status, const char *name, QJsonObject data, const PageHead &head) const;
    http::Response redirect(const QString &path) const; // 303
    http::Response notFound() const;
    // A page that explains, e.g. "error.forged"; from status 500 on like failure().
    http::Response refused(int status, const char *textKey, const Error &error = {}) const;
    // Words nothing of the error: logs it under a reference that the page shows (S34).
    http::Response failure(const Error &error) const;
    void setCookie(
        http::Response &response, const char *name, const QByteArray &value, int seconds) const;
    QByteArray cookie(const char *name) const;

private:
    QJsonObject frame(const PageHead &head) const;
    QByteArray cookieName(const char *name) const;
    void keepBrowser(http::Response &response) const;

    QByteArray m_browser;
    bool m_newBrowser = false;
};

void addPageHeaders(http::Response &response, bool secure);
constexpr int draftSeconds = 14 * 24 * 3600;

} // namespace citizen
