#include "mailtext.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace mail {

namespace {

bool isPlain(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 32 || c.unicode() > 126)
            return false;
    }
    return true;
}

// RFC 2047; line breaks cannot come through, since everything unusual is encoded.
QByteArray headerText(const QString &text)
{
    if (isPlain(text) && !text.contains(QLatin1String("=?")))
        return text.toLatin1();
    QByteArray out;
    QString part;
    const auto flush = [&] {
        if (!part.isEmpty())
            out += (out.isEmpty() ? "" : "\r\n ") + QByteArray("=?UTF-8?B?")
                + part.toUtf8().toBase64() + "?=";
        part.clear();
    };
    for (const QChar c : text) {
        if (!c.isLowSurrogate() && part.toUtf8().size() > 40)
            flush();
        part += c.unicode() < 32 ? QChar(u' ') : c;
    }
    flush();
    return out;
}

QByteArray quotedPrintable(const QString &text)
{
    static const char digits[] = "0123456789ABCDEF";
    QByteArray out;
    for (const QByteArray &line : text.toUtf8().split('\n')) {
        QByteArray current;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const uchar c = uchar(line[i]);
            const bool last = i + 1 == line.size();
            QByteArray piece(1, char(c));
            if (c < 32 || c > 126 || c == '=' || (c == ' ' && last)
                || (c == '.' && current.isEmpty()))
                piece = QByteArray("=") + digits[c >> 4] + digits[c & 15];
            if (current.size() + piece.size() > 75) {
                out += current + "=\r\n";
                current.clear();
            }
            current += piece;
        }
        out += current + "\r\n";
    }
    return out;
}

} // namespace

bool isSendable(const QString &address)
{
    static const QRegularExpression form(
        QStringLiteral("^[^\\s@<>\\x00-\\x1f\\x7f]+@[^\\s@<>\\x00-\\x1f\\x7f]+$"));
    return address.size() <= 254 && form.match(address).hasMatch();
}

QByteArray mailText(const portal::Mail &mail, const Sender &sender, const Wording &wording,
    Timestamp now, const QString &messageId)
{
    QJsonObject params = mail.params;
    params.insert(QStringLiteral("authority"), sender.name);
    params.insert(QStringLiteral("link"),
        sender.publicUrl + QLatin1Char('/') + mail.language + QLatin1String("/stand"));
    const QString key = QLatin1String("mail.") + mail.kind;
    const QString text = wording(mail.language, QStringLiteral("mail.greeting"), params)
        + QLatin1String("\n\n") + wording(mail.language, key + QLatin1String(".text"), params)
        + QLatin1String("\n\n") + wording(mail.language, QStringLiteral("mail.look"), params)
        + QLatin1String("\n\n") + wording(mail.language, QStringLiteral("mail.closing"), params);
    const QString date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC),
        QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    const QString domain = sender.address.section(QLatin1Char('@'), 1);
    QByteArray out;
    out += "From: " + headerText(sender.name) + "\r\n <" + sender.address.toUtf8() + ">\r\n";
    out += "To: <" + mail.to.toUtf8() + ">\r\n";
    out += "Subject: " + headerText(wording(mail.language, key + QLatin1String(".subject"), params))
        + "\r\n";
    out += "Date: " + date.toLatin1() + " +0000\r\n";
    out += "Message-ID: <" + messageId.toLatin1() + '@' + domain.toLatin1() + ">\r\n";
    out += "MIME-Version: 1.0\r\n";
    out += "Content-Type: text/plain; charset=utf-8\r\n";
    out += "Content-Transfer-Encoding: quoted-printable\r\n";
    out += "Content-Language: " + mail.language.toLatin1() + "\r\n";
    // RFC 3834: no answering machine shall answer.
    out += "Auto-Submitted: auto-generated\r\n\r\n";
    out += quotedPrintable(text);
    return out;
}

} // namespace mail
