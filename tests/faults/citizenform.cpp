#include "citizenform.h"

#include "tests/testing/rawpeer.h"

#include <QRegularExpression>

namespace {

const auto service = QStringLiteral("/de/leistung/sperrmuell");

} // namespace

CitizenForm::CitizenForm(const QUrl &portal, const QString &name, const QByteArray &picture)
    : m_portal(portal)
    , m_name(name)
    , m_picture(picture)
{
}

Answer CitizenForm::ask(
    const QByteArray &method, const QString &path, const QByteArray &type, const QByteArray &body)
{
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_portal.port());
    QByteArray request
        = method + ' ' + path.toUtf8() + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    QByteArrayList cookies;
    for (auto it = m_cookies.begin(); it != m_cookies.end(); ++it)
        cookies.append(it.key() + '=' + it.value());
    if (!cookies.isEmpty())
        request += "Cookie: " + cookies.join("; ") + "\r\n";
    if (method == "POST")
        request += "Origin: http://" + host + "\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    Peer peer(quint16(m_portal.port()));
    const Answer answer = peer.ask(request + "\r\n" + body);
    m_cutOff = answer.status == 0;
    static const QRegularExpression setCookie(
        QStringLiteral("^set-cookie:\\s*([^=]+)=([^;\\r\\n]*)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    auto cookie = setCookie.globalMatch(QString::fromUtf8(answer.head));
    while (cookie.hasNext()) {
        const QRegularExpressionMatch match = cookie.next();
        m_cookies.insert(match.captured(1).toUtf8(), match.captured(2).toUtf8());
    }
    return answer;
}

bool CitizenForm::open(const QString &path)
{
    const Answer page = ask("GET", path);
    if (page.status / 100 == 3) // sent already: the receipt
        return lead(page) && false;
    static const QRegularExpression token(QStringLiteral("name=\"csrf\" value=\"([^\"]+)\""));
    m_token = token.match(QString::fromUtf8(page.body)).captured(1).toUtf8();
    if (page.status != 200 || m_token.isEmpty()) {
        m_complaint = QStringLiteral("GET %1: %2").arg(path).arg(page.status);
        return false;
    }
    return true;
}

bool CitizenForm::lead(const Answer &answer)
{
    if (answer.status != 303 && answer.status != 302) {
        m_complaint = QStringLiteral("%1 at %2").arg(answer.status).arg(m_at);
        return false;
    }
    m_at = QString::fromUtf8(answer.header("Location")).section(QLatin1Char('#'), 0, 0);
    return true;
}

bool CitizenForm::post(const Form &form)
{
    const QByteArray key = m_at.section(QLatin1Char('/'), 4, 4).toUtf8();
    const bool plain = key.isEmpty() || key == "anlagen" || key == "kontakt" || key == "pruefen";
    QByteArrayList pairs{ "csrf=" + m_token.toPercentEncoding() };
    for (const auto &[name, value] : form)
        pairs.append((plain ? name : key + '.' + name).toPercentEncoding() + '='
            + value.toPercentEncoding());
    return lead(ask("POST", m_at.isEmpty() ? service : m_at, "application/x-www-form-urlencoded",
        pairs.join('&')));
}

// The field's name is the one that the page offers.
bool CitizenForm::sendPicture()
{
    const Answer page = ask("GET", m_at);
    static const QRegularExpression input(
        QStringLiteral("<input[^>]*type=\"file\"[^>]*name=\"([^\"]+)\""));
    static const QRegularExpression other(
        QStringLiteral("<input[^>]*name=\"([^\"]+)\"[^>]*type=\"file\""));
    const QString text = QString::fromUtf8(page.body);
    QString field = input.match(text).captured(1);
    if (field.isEmpty())
        field = other.match(text).captured(1);
    if (field.isEmpty()) {
        m_complaint = QStringLiteral("no place for a file");
        return false;
    }
    if (text.contains(QLatin1String("foto.png"))) // it has arrived, the answer has not
        return true;
    const QByteArray boundary = "----kontor";
    const QByteArray body = "--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + m_token + "\r\n--"
        + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.toUtf8()
        + "\"; filename=\"foto.png\"\r\nContent-Type: image/png\r\n\r\n" + m_picture + "\r\n--"
        + boundary + "--\r\n";
    return lead(ask("POST", m_at, "multipart/form-data; boundary=" + boundary, body));
}

bool CitizenForm::step()
{
    if (m_at.isEmpty())
        return open(service) && post({});
    if (!open(m_at))
        return m_complaint.isEmpty() && !m_cutOff;
    const QString key = m_at.section(QLatin1Char('/'), 4, 4);
    if (key == QLatin1String("person"))
        return post({ { "vorname", "Kim" }, { "nachname", m_name.toUtf8() },
            { "strasse", "Lindenstraße 12" }, { "plz", "04177" }, { "ort", "Lindenau" } });
    if (key == QLatin1String("anlagen")) {
        if (!m_pictureSent) {
            m_pictureSent = sendPicture();
            return m_pictureSent;
        }
        return post({ { "next", "1" } });
    }
    if (key == QLatin1String("kontakt"))
        return post({ { "email", "kim@beispiel.de" }, { "consent", "yes" } });
    if (key == QLatin1String("pruefen"))
        return post({ { "confirm", "true" } });
    // The steps in between differ by what they ask; what a step does not know it leaves aside.
    return post({ { "strasse", "Lindenstraße 12" }, { "ortsteil", "mitte" }, { "ort", "strasse" },
        { "eilig", "true" }, { "erste", "true" }, { "liste.1.was", "moebel" },
        { "liste.1.beschreibung", "Sofa" }, { "liste.1.anzahl", "1" }, { "menge", "2,5" },
        { "keinSchadstoff", "true" } });
}

bool CitizenForm::goOn()
{
    m_complaint.clear();
    for (int i = 0; i < 30; ++i) {
        if (m_at.contains(QLatin1String("/beleg/")))
            return true;
        if (!step())
            return false;
    }
    m_complaint = QStringLiteral("no way to the receipt from ") + m_at;
    return false;
}
