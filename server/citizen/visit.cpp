#include "visit.h"

#include "citizenlog.h"
#include "server/http/forwarded.h"
#include "server/identity/passwords.h"
#include "server/identity/quota.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace citizen {

namespace {

constexpr char browserCookie[] = "kontor-browser";

QByteArray ownOrigin(const Site &site, const http::Request &request)
{
    if (!site.context.publicUrl.isEmpty())
        return site.context.publicUrl.toLatin1();
    return (request.secure ? "https://" : "http://") + request.headers.value("Host");
}

} // namespace

Visit::Visit(const Site &site, const http::Request &request, const QString &language)
    : site(site)
    , request(request)
    , language(language)
{
    m_browser = QByteArray::fromBase64(cookie(browserCookie), QByteArray::Base64UrlEncoding);
    if (m_browser.size() != 32) {
        m_browser
            = QByteArray::fromBase64(portal::newToken().toLatin1(), QByteArray::Base64UrlEncoding);
        m_newBrowser = true;
    }
}

QString Visit::field(const char *name) const
{
    return QString::fromUtf8(request.formValue(name));
}

QString Visit::parameter(const char *name) const
{
    return QString::fromUtf8(request.parameters.value(name));
}

QString Visit::publicUrl() const
{
    return QString::fromLatin1(ownOrigin(site, request));
}

QByteArray Visit::derived(const char *purpose, const QByteArray &data) const
{
    return QMessageAuthenticationCode::hash(
        QByteArray(purpose) + '\0' + data, m_browser, QCryptographicHash::Sha256);
}

QString Visit::csrfToken() const
{
    return QString::fromLatin1(
        derived("csrf").toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool Visit::isSameOrigin(const Site &site, const http::Request &request)
{
    const QByteArray origin = request.headers.value("Origin");
    if (!origin.isEmpty())
        return origin == ownOrigin(site, request);
    const QByteArray fetchSite = request.headers.value("Sec-Fetch-Site");
    return fetchSite.isEmpty() || fetchSite == "same-origin";
}

bool Visit::isGenuine() const
{
    return !m_newBrowser && isSameOrigin(site, request)
        && portal::equalInConstantTime(request.formValue("csrf"), csrfToken().toLatin1());
}

QByteArray Visit::cookieName(const char *name) const
{
    return (request.secure ? QByteArray("__Host-") : QByteArray()) + name;
}

QByteArray Visit::cookie(const char *name) const
{
    return request.cookies.value(cookieName(name));
}

void Visit::setCookie(
    http::Response &response, const char *name, const QByteArray &value, int seconds) const
{
    response.headers.add("Set-Cookie",
        cookieName(name) + '=' + value + "; Path=/; Max-Age=" + QByteArray::number(seconds)
            + "; HttpOnly; SameSite=Lax" + (request.secure ? "; Secure" : ""));
}

void Visit::keepBrowser(http::Response &response) const
{
    // Again with every page: the 14 days of a draft count from the last step.
    setCookie(response, browserCookie,
        m_browser.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
        draftSeconds);
}

QJsonObject Visit::frame(const PageHead &head) const
{
    const std::shared_ptr<const Office> office = site.knownOffice();
    const Authority authority = office ? office->authority : Authority{};
    QJsonArray styles;
    for (const QString &href : site.assets.styles())
        styles.append(QJsonObject{ { QStringLiteral("href"), href } });
    QJsonArray nav;
    for (const auto &[key, to] :
        { std::pair{ "services", "/" }, std::pair{ "status", "/stand" } }) {
        nav.append(QJsonObject{ { QStringLiteral("href"), path(QString::fromLatin1(to)) },
            { QStringLiteral("title"), text(QLatin1String("nav.") + QLatin1String(key)) },
            { QStringLiteral("current"), head.nav == QLatin1String(key) } });
    }
    QJsonArray footer;
    for (const char *name : { "impressum", "datenschutz", "barrierefreiheit", "barriere-melden",
             "leichte-sprache", "gebaerdensprache" }) {
        footer.append(
            QJsonObject{ { QStringLiteral("href"), path(QLatin1Char('/') + QLatin1String(name)) },
                { QStringLiteral("title"), text(QLatin1String("legal.") + QLatin1String(name)) } });
    }
    const QString other
        = language == QLatin1String("de") ? QStringLiteral("en") : QStringLiteral("de");
    QString otherPath = QLatin1Char('/') + other + QLatin1Char('/');
    // The same page in the other language, if the address can be opened again.
    if (request.method == http::Method::Get
        && request.path.startsWith('/' + language.toLatin1() + '/'))
        otherPath += QString::fromUtf8(request.path.mid(4).toPercentEncoding("/"));
    QStringList address{ authority.name, authority.address.street,
        (authority.address.postalCode + QLatin1Char(' ') + authority.address.city).trimmed() };
    if (!authority.phone.isEmpty())
        address.append(text("footer.phone", { { QStringLiteral("phone"), authority.phone } }));
    address.removeAll(QString());
    const QString name = authority.name.isEmpty() ? text("portal.name") : authority.name;
    return { { QStringLiteral("lang"), language },
        { QStringLiteral("title"),
            (head.error ? text("form.errorTitle") + QLatin1Char(' ') : QString()) + head.title
                + QStringLiteral(" – ") + name },
        { QStringLiteral("styles"), styles }, { QStringLiteral("logo"), site.assets.logo() },
        { QStringLiteral("authority"), name },
        { QStringLiteral("home"), path(QStringLiteral("/")) }, { QStringLiteral("nav"), nav },
        { QStringLiteral("footer"), footer },
        { QStringLiteral("footerLine"), address.join(QStringLiteral(" · ")) },
        { QStringLiteral("otherLang"), other }, { QStringLiteral("otherPath"), otherPath },
        { QStringLiteral("csrf"), csrfToken() } };
}

http::Response Visit::page(
    int status, const char *name, QJsonObject data, const PageHead &head) const
{
    const QJsonObject around = frame(head);
    for (auto it = around.begin(); it != around.end(); ++it)
        data.insert(it.key(), it.value());
    const Result<QByteArray> html
        = site.templates.render(site.texts, QString::fromLatin1(name), language, data);
    if (!html) {
        if (qstrcmp(name, "error") == 0) // nothing more can be shown
            return http::Response::empty(500);
        return failure(html.error());
    }
    http::Response response = http::Response::html(status, *html);
    addPageHeaders(response, request.secure);
    keepBrowser(response);
    return response;
}

http::Response Visit::redirect(const QString &path) const
{
    http::Response response = http::Response::redirect(path.toUtf8());
    addPageHeaders(response, request.secure);
    keepBrowser(response);
    return response;
}

http::Response Visit::notFound() const
{
    return refused(404, "error.notFound");
}

http::Response Visit::refused(int status, const char *textKey, const Error &error) const
{
    QString reference;
    if (status >= 500) {
        reference = QString::number(QRandomGenerator::system()->generate(), 36).toUpper();
        qCCritical(lcCitizen).noquote()
            << "error page" << reference << status << error.key << error.detail;
    }
    const QString key = QString::fromLatin1(textKey);
    const QString title = text(key + QLatin1String(".title"));
    return page(status, "error",
        { { QStringLiteral("heading"), title },
            { QStringLiteral("explanation"), text(key + QLatin1String(".text")) },
            { QStringLiteral("reference"), reference } },
        { title, {}, true });
}

std::optional<http::Response> Visit::overQuota(const char *what, int allowed, int units) const
{
    portal::Quota quota(site.context.store, site.context.clock, { allowed });
    const QByteArray network = http::addressGroup(request.remoteAddress);
    const Result<int> wait = quota.take(QString::fromLatin1(what + (':' + network)), units);
    if (!wait)
        return failure(wait.error());
    if (*wait == 0)
        return std::nullopt;
    qCWarning(lcCitizen) << "quota reached:" << what; // never by whom
    http::Response response = refused(429, "error.quota");
    response.headers.add("Retry-After", QByteArray::number(*wait));
    return response;
}

http::Response Visit::failure(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return notFound();
    case ErrorCode::NoSpace:
        return refused(507, "error.noSpace", error);
    case ErrorCode::Busy:
    case ErrorCode::Unavailable: {
        http::Response later = refused(503, "error.busy", error);
        later.headers.add("Retry-After", "5");
        return later;
    }
    default:
        return refused(500, "error.internal", error);
    }
}

void addPageHeaders(http::Response &response, bool secure)
{
    response.headers.add("Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'");
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add("X-Frame-Options", "DENY");
    // With no-referrer browsers would send "Origin: null" with our own forms.
    response.headers.add("Referrer-Policy", "same-origin");
    response.headers.add("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (secure)
        response.headers.add("Strict-Transport-Security", "max-age=31536000");
}

} // namespace citizen
