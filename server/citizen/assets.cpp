#include "assets.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <algorithm>
#include <cmath>

namespace citizen {

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double luminance(const QString &colour)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    if (!form.match(colour).hasMatch())
        return -1;
    const auto channel = [&](int at) {
        const double c = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

// The logo is shown as an image only, where browsers run nothing; refusing the rest too costs
// nobody.
bool isHarmless(const QByteArray &svg)
{
    static const QRegularExpression bad(
        QStringLiteral(
            "<script|<style|<foreignObject|<!ENTITY|<iframe|\\son[a-z]+\\s*=|javascript:|"
            "(href|src)\\s*=\\s*[\"'](?!#)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(svg);
    return svg.size() <= 256 * 1024 && text.contains(QLatin1String("<svg"))
        && !bad.match(text).hasMatch();
}

bool accepts(const QByteArray &header, const QByteArray &coding)
{
    for (const QByteArray &entry : header.toLower().split(',')) {
        const QList<QByteArray> parts = entry.split(';');
        if (parts.first().trimmed() != coding)
            continue;
        return parts.size() < 2 || !QByteArray(parts[1]).replace(' ', "").startsWith("q=0")
            || QByteArray(parts[1]).replace(' ', "").startsWith("q=0.");
    }
    return false;
}

} // namespace

double contrast(const QString &one, const QString &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    if (a < 0 || b < 0)
        return 0;
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Result<Assets::Brand> Assets::readBrand(const QString &folder)
{
    Brand brand;
    brand.logo = readFile(QStringLiteral(":/kontor/styles/logo.svg"));
    brand.light = QStringLiteral("#00594c");
    brand.dark = QStringLiteral("#7fd1c1");
    if (folder.isEmpty())
        return brand;
    const QString logo = QDir(folder).filePath(QStringLiteral("logo.svg"));
    if (QFile::exists(logo)) {
        brand.logo = readFile(logo);
        if (!isHarmless(brand.logo))
            return error(ErrorCode::Corrupt, "pages.brand", {},
                logo + QLatin1String(": no plain SVG up to 256 KB"));
    }
    const QString ini = QDir(folder).filePath(QStringLiteral("brand.ini"));
    if (QFile::exists(ini)) {
        const QSettings settings(ini, QSettings::IniFormat);
        brand.light = settings.value(QStringLiteral("colour/light"), brand.light).toString();
        brand.dark = settings.value(QStringLiteral("colour/dark"), brand.dark).toString();
        if (contrast(brand.light, QStringLiteral("#ffffff")) < 4.5)
            return error(ErrorCode::Corrupt, "pages.brand", {},
                ini + QLatin1String(": colour/light has less than 4.5 : 1 on white"));
        if (contrast(brand.dark, QStringLiteral("#000000")) < 4.5)
            return error(ErrorCode::Corrupt, "pages.brand", {},
                ini + QLatin1String(": colour/dark has less than 4.5 : 1 on black"));
    }
    return brand;
}

Assets::Assets(const Brand &brand)
{
    const QString folder = QStringLiteral(":/kontor/styles/");
    const auto sheet = [&](const QString &name) {
        Asset asset{ "text/css; charset=utf-8", readFile(folder + name),
            readFile(folder + name + QLatin1String(".gz")),
            readFile(folder + name + QLatin1String(".br")) };
        m_styles.append(add(name, std::move(asset)));
    };
    // KERN where the build had it, else our own sheet for the same class names.
    sheet(QFile::exists(folder + QLatin1String("kern.css")) ? QStringLiteral("kern.css")
                                                            : QStringLiteral("base.css"));
    sheet(QStringLiteral("portal.css"));
    const QByteArray colours = ":root{--kern-color-action-default:" + brand.light.toLatin1()
        + ";--kern-color-action-visited:" + brand.light.toLatin1()
        + "}@media (prefers-color-scheme:dark){:root{--kern-color-action-default:"
        + brand.dark.toLatin1() + ";--kern-color-action-visited:" + brand.dark.toLatin1() + "}}\n";
    m_styles.append(
        add(QStringLiteral("theme.css"), { "text/css; charset=utf-8", colours, {}, {} }));
    m_logo = add(QStringLiteral("logo.svg"), { "image/svg+xml", brand.logo, {}, {} });
}

QString Assets::add(const QString &name, Asset asset)
{
    const QByteArray hash
        = QCryptographicHash::hash(asset.bytes, QCryptographicHash::Sha256).toHex().left(12);
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const QByteArray hashed
        = (name.left(dot) + QLatin1Char('.')).toLatin1() + hash + name.mid(dot).toLatin1();
    m_assets.insert(hashed, std::move(asset));
    return QLatin1String("/s/") + QString::fromLatin1(hashed);
}

http::Response Assets::serve(const http::Request &request) const
{
    const QByteArray name = request.parameters.value("name");
    const auto it = m_assets.constFind(name);
    if (it == m_assets.constEnd())
        return http::Response::empty(404);
    const QByteArray etag = '"' + name + '"';
    http::Response response;
    if (request.headers.value("If-None-Match").contains(etag)) {
        response.status = 304;
    } else {
        const QByteArray accepted = request.headers.value("Accept-Encoding");
        if (!it->brotli.isEmpty() && accepts(accepted, "br")) {
            response.body = it->brotli;
            response.headers.add("Content-Encoding", "br");
        } else if (!it->gzip.isEmpty() && accepts(accepted, "gzip")) {
            response.body = it->gzip;
            response.headers.add("Content-Encoding", "gzip");
        } else {
            response.body = it->bytes;
        }
        response.headers.add("Content-Type", it->type);
    }
    response.headers.add("Vary", "Accept-Encoding");
    response.headers.add("ETag", etag);
    response.headers.add("Cache-Control", "public, max-age=31536000, immutable");
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add(
        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return response;
}

} // namespace citizen
