#include "words.h"

#include "server/catalogue/validation.h"

#include <QLocale>

namespace citizen {

namespace {

QByteArray zoneOf(const Visit &visit)
{
    const auto office = visit.site.knownOffice();
    return office ? office->authority.zone.toLatin1() : QByteArray("Europe/Berlin");
}

QLocale localeOf(const Visit &visit)
{
    return visit.language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                 : QLocale(QLocale::German, QLocale::Germany);
}

} // namespace

QString dayText(const Visit &visit, QDate day)
{
    return catalogue::longDate(day, visit.language);
}

QString dayText(const Visit &visit, Timestamp at)
{
    return dayText(visit, localDate(at, zoneOf(visit)));
}

QString momentText(const Visit &visit, Timestamp at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(zoneOf(visit)));
    return visit.text("words.moment",
        { { QStringLiteral("day"), dayText(visit, local.date()) },
            { QStringLiteral("time"), local.time().toString(QStringLiteral("H:mm")) } });
}

QString sizeText(const Visit &visit, qint64 bytes)
{
    const QLocale locale = localeOf(visit);
    constexpr qint64 megabyte = 1024 * 1024;
    return bytes < megabyte
        ? locale.toString(std::max<qint64>(1, (bytes + 512) / 1024)) + QStringLiteral("\u00a0KB")
        : locale.toString(double(bytes) / megabyte, 'f', 1) + QStringLiteral("\u00a0MB");
}

QString fileFacts(const Visit &visit, const QString &type, qint64 bytes)
{
    QString kind = type.section(QLatin1Char('/'), 1).toUpper();
    if (kind == QLatin1String("JPEG"))
        kind = QStringLiteral("JPG");
    return kind + QStringLiteral(" · ") + sizeText(visit, bytes);
}

QString kindsText(const Visit &visit, const QStringList &endings)
{
    QStringList kinds;
    for (const QString &ending : endings)
        kinds.append(ending.toUpper());
    const QString last = kinds.isEmpty() ? QString() : kinds.takeLast();
    return kinds.isEmpty() ? last : kinds.join(QStringLiteral(", ")) + visit.text("form.or") + last;
}

QString moneyText(const Visit &visit, const Money &amount)
{
    return formatMoney(amount, localeOf(visit));
}

QJsonArray blocks(const QString &text)
{
    QJsonArray out;
    QStringList lines;
    QJsonArray entries;
    const auto flush = [&] {
        const bool list = !entries.isEmpty();
        if (list || !lines.isEmpty())
            out.append(QJsonObject{ { QStringLiteral("isList"), list },
                { QStringLiteral("isText"), !list },
                { QStringLiteral("text"), lines.join(QLatin1Char('\n')) },
                { QStringLiteral("entries"), entries } });
        lines.clear();
        entries = {};
    };
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const bool entry = line.startsWith(QLatin1String("- "));
        if (line.trimmed().isEmpty() || entry != !entries.isEmpty())
            flush();
        if (entry)
            entries.append(QJsonObject{ { QStringLiteral("entry"), line.mid(2).trimmed() } });
        else if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    flush();
    return out;
}

} // namespace citizen
