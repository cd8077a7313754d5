#include "people.h"

namespace sample {

namespace {

const QList<QString> &women()
{
    static const QList<QString> names{ u"Anna"_qs, u"Änne"_qs, u"Ayşe"_qs, u"Birgit"_qs,
        u"Chloé"_qs, u"Elżbieta"_qs, u"Fatma"_qs, u"Gülşen"_qs, u"Hanna"_qs, u"Ingrid"_qs,
        u"Jördis"_qs, u"Katarzyna"_qs, u"Lea"_qs, u"Małgorzata"_qs, u"Mia"_qs, u"Nguyệt"_qs,
        u"Petra"_qs, u"Renate"_qs, u"Søren-Marie"_qs, u"Sabine"_qs, u"Ursula"_qs, u"Zoë"_qs,
        u"Željka"_qs };
    return names;
}

const QList<QString> &men()
{
    static const QList<QString> names{ u"André"_qs, u"Bjørn"_qs, u"Cem"_qs, u"Detlef"_qs,
        u"Emil"_qs, u"François"_qs, u"Günther"_qs, u"Hans-Jürgen"_qs, u"İbrahim"_qs, u"Jan"_qs,
        u"Jörg"_qs, u"Krzysztof"_qs, u"Lukas"_qs, u"Mehmet"_qs, u"Miloš"_qs, u"Ole"_qs, u"Paul"_qs,
        u"Rüdiger"_qs, u"Sören"_qs, u"Tomáš"_qs, u"Uwe"_qs, u"Wolfgang"_qs };
    return names;
}

const QList<QString> &families()
{
    static const QList<QString> names{ u"Müller"_qs, u"Schmidt"_qs, u"Schneider"_qs, u"Fischer"_qs,
        u"Weber"_qs, u"Großmann"_qs, u"Weiß"_qs, u"Krüger"_qs, u"Szczepańska"_qs, u"Yıldız"_qs,
        u"Öztürk"_qs, u"Nguyễn"_qs, u"Dvořák"_qs, u"Novák"_qs, u"Jovanović"_qs, u"Łukaszewicz"_qs,
        u"Bărbulescu"_qs, u"Åkesson"_qs, u"Lefèvre"_qs, u"García Núñez"_qs, u"von Ötinger"_qs,
        u"Schulze-Böhm"_qs, u"Petersen"_qs, u"Hoffmann"_qs, u"Lehmann"_qs, u"Köhler"_qs,
        u"Böttcher"_qs, u"Zimmermann"_qs, u"Jäger"_qs, u"Richter"_qs, u"Scholz"_qs, u"Kühn"_qs };
    return names;
}

QString mailName(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.unicode() >= u'a' && c.unicode() <= u'z')
            plain += c;
        else if (c == u'ß')
            plain += QStringLiteral("ss");
        else if (c == u' ' || c == u'-')
            plain += QLatin1Char('-');
    }
    return plain;
}

// German IBAN of an invented account with right check digits (ISO 13616).
QString inventedIban(Chance &chance)
{
    const QString account
        = QStringLiteral("%1").arg(qint64(chance.number()), 10, 10, QLatin1Char('0'));
    const QString bban = QStringLiteral("12030000") + account.right(10);
    int rest = 0;
    for (const QChar digit : QString(bban + QStringLiteral("131400")))
        rest = (rest * 10 + digit.digitValue()) % 97;
    return QStringLiteral("DE%1%2").arg(98 - rest, 2, 10, QLatin1Char('0')).arg(bban);
}

} // namespace

QString street(Chance &chance)
{
    static const QList<QString> streets{ u"Lindenallee"_qs, u"Goethestraße"_qs, u"Am Mühlgraben"_qs,
        u"Karl-Heine-Straße"_qs, u"Bahnhofstraße"_qs, u"Weißdornweg"_qs, u"Schloßgäßchen"_qs,
        u"An der Kirche"_qs, u"Gärtnerstraße"_qs, u"Clara-Zetkin-Weg"_qs, u"Auenweg"_qs,
        u"Demmeringstraße"_qs, u"Alter Markt"_qs, u"Hölderlinweg"_qs };
    const QString letter
        = chance.in100(15) ? QString(QChar(u'a' + chance.between(0, 2))) : QString();
    return chance.of(streets) + QLatin1Char(' ') + QString::number(chance.between(1, 94)) + letter;
}

QString postalCode(Chance &chance)
{
    return QString::number(4177 + 2 * chance.between(0, 6)).rightJustified(5, QLatin1Char('0'));
}

Person person(Chance &chance, const QString &city)
{
    Person person;
    Party &party = person.party;
    const bool woman = chance.in100(52);
    party.roles = { PartyRole::Applicant };
    party.salutation = woman ? QStringLiteral("Frau") : QStringLiteral("Herr");
    party.givenName = chance.of(woman ? women() : men());
    party.familyName = chance.of(families());
    if (chance.in100(5))
        party.title = QStringLiteral("Dr.");
    party.address.street = street(chance);
    party.address.postalCode = postalCode(chance);
    party.address.city = city;
    // Reserved by RFC 2606: no mail can ever reach anybody.
    party.email = mailName(party.givenName) + QLatin1Char('.') + mailName(party.familyName)
        + QStringLiteral("@example.org");
    // Numbers that the Bundesnetzagentur keeps free for stories.
    party.phone = QStringLiteral("0171 39200%1").arg(chance.between(10, 99));
    party.addressBlocked = chance.in100(2);
    person.born = QDate(chance.between(1941, 2005), chance.between(1, 12), chance.between(1, 28));
    person.iban = inventedIban(chance);
    return person;
}

} // namespace sample
