#include "bulk.h"

#include "people.h"

namespace sample {

namespace {

quint64 mixed(quint64 number) // SplitMix64: neighbours have nothing in common
{
    number += 0x9e3779b97f4a7c15ULL;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9ULL;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebULL;
    return number ^ (number >> 31);
}

const QList<QString> &smallWords()
{
    static const QList<QString> words{ u"der"_qs, u"die"_qs, u"das"_qs, u"und"_qs, u"in"_qs,
        u"zu"_qs, u"den"_qs, u"von"_qs, u"mit"_qs, u"ist"_qs, u"des"_qs, u"sich"_qs, u"auf"_qs,
        u"für"_qs, u"im"_qs, u"dem"_qs, u"nicht"_qs, u"eine"_qs, u"als"_qs, u"auch"_qs, u"es"_qs,
        u"an"_qs, u"werden"_qs, u"aus"_qs, u"hat"_qs, u"dass"_qs, u"nach"_qs, u"wird"_qs, u"bei"_qs,
        u"einer"_qs, u"um"_qs, u"am"_qs, u"sind"_qs, u"noch"_qs, u"wie"_qs, u"über"_qs, u"Ihre"_qs,
        u"wir"_qs, u"bitte"_qs, u"uns"_qs, u"haben"_qs, u"zum"_qs, u"zur"_qs, u"durch"_qs,
        u"können"_qs, u"oder"_qs, u"wenn"_qs, u"müssen"_qs };
    return words;
}

const QList<QString> &officeWords()
{
    static const QList<QString> words{ u"Antrag"_qs, u"Bescheid"_qs, u"Unterlagen"_qs, u"Frist"_qs,
        u"Lageplan"_qs, u"Grundstück"_qs, u"Anhörung"_qs, u"Stellungnahme"_qs, u"Vollmacht"_qs,
        u"Eigentümer"_qs, u"Ersatzpflanzung"_qs, u"Stammumfang"_qs, u"Ordnungsamt"_qs,
        u"Bürgeramt"_qs, u"Rückfrage"_qs, u"Prüfung"_qs, u"Vorgangsnummer"_qs, u"Begründung"_qs,
        u"Ausnahme"_qs, u"Gebühr"_qs, u"Nachweis"_qs, u"Rechtsbehelfsbelehrung"_qs,
        u"Verkehrssicherungspflicht"_qs, u"Sperrmüll"_qs, u"Straßenreinigung"_qs };
    return words;
}

// Two of these make a compound, with an ending some 12,000 words: as many as offices really use.
const QList<QString> &stems()
{
    static const QList<QString> stems{ u"Baum"_qs, u"Fäll"_qs, u"Wohn"_qs, u"Geld"_qs, u"Müll"_qs,
        u"Straßen"_qs, u"Gewerbe"_qs, u"Hunde"_qs, u"Steuer"_qs, u"Bau"_qs, u"Grund"_qs,
        u"Gebühren"_qs, u"Amts"_qs, u"Sonder"_qs, u"Nutzungs"_qs, u"Markt"_qs, u"Platz"_qs,
        u"Wasser"_qs, u"Denkmal"_qs, u"Schutz"_qs, u"Natur"_qs, u"Verkehrs"_qs, u"Park"_qs,
        u"Ausweis"_qs, u"Melde"_qs, u"Geburts"_qs, u"Ehe"_qs, u"Namens"_qs, u"Kinder"_qs,
        u"Tages"_qs, u"Eltern"_qs, u"Schul"_qs, u"Brücken"_qs, u"Höhen"_qs, u"Gärten"_qs,
        u"Friedhofs"_qs, u"Feuer"_qs, u"Lärm"_qs, u"Abfall"_qs, u"Anwohner"_qs, u"Personal"_qs,
        u"Register"_qs, u"Prüf"_qs, u"Genehmigungs"_qs, u"Bescheid"_qs, u"Widerspruchs"_qs,
        u"Frist"_qs, u"Antrags"_qs };
    return stems;
}

const QList<QString> &endings()
{
    static const QList<QString> endings{ u"verfahren"_qs, u"antrag"_qs, u"stelle"_qs, u"ordnung"_qs,
        u"prüfung"_qs, u"nachweis"_qs };
    return endings;
}

const QList<QString> &eventCodes()
{
    static const QList<QString> codes{ u"case.filed"_qs, u"case.accepted"_qs, u"case.assigned"_qs,
        u"message.sent"_qs, u"note.added"_qs };
    return codes;
}

Actor citizen(const Party &party)
{
    return { ActorKind::Applicant, party.id.text, displayName(party), {} };
}

} // namespace

Bulk::Bulk(quint32 seed)
    : m_seed(seed)
{
}

QString Bulk::id(int number, int part) const
{
    const quint64 time = quint64(newest.ms) - quint64(1 << 20) * 60'000 + quint64(number) * 60'000;
    const quint64 random
        = mixed((quint64(m_seed) << 32) ^ (quint64(number) * 64 + quint64(part)) * 2654435761U);
    char text[40];
    qsnprintf(text, sizeof text, "%08x-%04x-7%03x-8%03x-%012llx", uint(time >> 16),
        uint(time & 0xffff), uint(random >> 52), uint((random >> 40) & 0xfff),
        (unsigned long long)(random * 31 & 0xffffffffffffULL));
    return QString::fromLatin1(text);
}

QString Bulk::text(Chance &chance, int size) const
{
    QString text;
    text.reserve(size + 40);
    while (text.size() < size) {
        const int words = chance.between(6, 14);
        for (int i = 0; i < words; ++i) {
            const int kind = chance.between(0, 99);
            QString word = kind < 50 ? chance.of(smallWords())
                : kind < 70          ? chance.of(officeWords())
                : kind < 75          ? street(chance)
                                     : chance.of(stems()) + chance.of(stems()).toLower();
            if (kind >= 85)
                word += chance.of(endings());
            if (i == 0)
                word[0] = word.at(0).toUpper();
            text += word;
            text += i + 1 < words ? QLatin1Char(' ') : QLatin1Char('.');
        }
        text += QLatin1Char(' ');
    }
    return text;
}

QByteArray Bulk::bytes(int number, int size)
{
    QByteArray bytes("%PDF-1.7\n");
    quint64 state = quint64(number) + 1;
    while (bytes.size() < size) {
        state = mixed(state);
        bytes.append(reinterpret_cast<const char *>(&state), sizeof state);
    }
    bytes.truncate(size);
    return bytes;
}

CaseFile Bulk::caseFile(int number) const
{
    Chance chance(quint32(mixed((quint64(m_seed) << 32) + quint64(number))));
    CaseFile caseFile;
    caseFile.id = { id(number) };
    caseFile.version = 1;
    caseFile.reference
        = QStringLiteral("LIN/67.1-2026-%1").arg(number + 1, 7, 10, QLatin1Char('0'));
    caseFile.typeVersion = 1;
    caseFile.language = QStringLiteral("de");
    caseFile.department = department;
    caseFile.assignee = assignee;
    static const QList<CaseState> states{ CaseState::New, CaseState::Accepted,
        CaseState::InProgress, CaseState::WaitingForApplicant };
    caseFile.state = chance.of(states);
    caseFile.filedAt = { newest.ms - qint64((1 << 20) - number) * 60'000 };
    caseFile.updatedAt = caseFile.filedAt.plusSeconds(chance.between(0, 600'000));
    caseFile.target.due = localDate(caseFile.filedAt).addDays(chance.between(10, 60));
    Person applicant = person(chance, QStringLiteral("Lindenau"));
    applicant.party.id = { id(number, 1) };
    caseFile.parties = { applicant.party };
    addForm(caseFile, number, chance);
    addStory(caseFile, number, chance);
    return caseFile;
}

void Bulk::addForm(CaseFile &caseFile, int, Chance &chance) const
{
    static const QList<std::pair<QString, QString>> services{ { u"baumfaellgenehmigung"_qs,
                                                                  u"Baumfällung"_qs },
        { u"sperrmuell"_qs, u"Sperrmüll"_qs }, { u"hundesteuer"_qs, u"Hundesteuer"_qs } };
    const auto &[type, title] = chance.of(services);
    caseFile.type = { type };
    caseFile.title = title + QStringLiteral(": ") + street(chance);
    static const QList<std::pair<QString, QString>> fields{ { u"grundstueck"_qs, u"Grundstück"_qs },
        { u"flur"_qs, u"Flurstück"_qs }, { u"umfang"_qs, u"Stammumfang"_qs },
        { u"grund"_qs, u"Begründung"_qs }, { u"bemerkung"_qs, u"Bemerkung"_qs } };
    FormAnswer group;
    group.key = QStringLiteral("angaben");
    group.label = QStringLiteral("Angaben zum Antrag");
    group.type = FieldType::Group;
    for (const auto &[key, label] : fields) {
        FormAnswer answer;
        answer.key = key;
        answer.label = label;
        const bool isLong = key == QLatin1String("grund") || key == QLatin1String("bemerkung");
        answer.type = isLong ? FieldType::TextArea : FieldType::Text;
        answer.display
            = isLong ? text(chance, key == QLatin1String("grund") ? 420 : 180) : street(chance);
        answer.value = answer.display;
        group.children.append(answer);
    }
    caseFile.answers = { group };
}

void Bulk::addStory(CaseFile &caseFile, int number, Chance &chance) const
{
    const Party &party = caseFile.parties.first();
    const Actor clerk{ ActorKind::Clerk, assignee.text, QStringLiteral("Maren Kowalski"), {} };
    for (int i = 0; i < 5; ++i) {
        TimelineEvent event;
        event.id = { id(number, 10 + i) };
        event.code = eventCodes().at(i);
        event.at = caseFile.filedAt.plusSeconds(i * 86'400);
        event.actor = i % 2 == 0 ? citizen(party) : clerk;
        event.shownToApplicant = true;
        caseFile.events.append(event);
    }
    for (int i = 0; i < 4; ++i) {
        Message message;
        message.id = { id(number, 20 + i) };
        message.direction
            = i % 2 == 0 ? MessageDirection::FromApplicant : MessageDirection::ToApplicant;
        message.author = i % 2 == 0 ? citizen(party) : clerk;
        message.at = caseFile.filedAt.plusSeconds(i * 100'000);
        message.text = text(chance, chance.between(520, 700));
        if (i < 3)
            message.readByOffice = message.at;
        caseFile.messages.append(message);
    }
    for (int i = 0; i < 2; ++i) {
        Attachment file;
        file.id = { id(number, 30 + i) };
        file.name = chance.of(officeWords()) + QStringLiteral(" %1.").arg(number + 1)
            + (i == 0 ? QStringLiteral("pdf") : QStringLiteral("jpg"));
        file.type = i == 0 ? QStringLiteral("application/pdf") : QStringLiteral("image/jpeg");
        file.size = chance.between(100'000, 5'000'000);
        for (int part = 0; part < 4; ++part)
            file.sha256 += QStringLiteral("%1").arg(
                mixed(quint64(number) * 8 + quint64(i * 4 + part)), 16, 16, QLatin1Char('0'));
        file.at = caseFile.filedAt;
        file.by = displayName(party);
        caseFile.attachments.append(file);
    }
}

void Bulk::change(CaseFile &caseFile, int salt) const
{
    Chance chance(quint32(mixed(quint64(salt) << 20)));
    ++caseFile.version;
    caseFile.updatedAt = newest.plusSeconds(salt);
    caseFile.state = caseFile.state == CaseState::InProgress ? CaseState::WaitingForApplicant
                                                             : CaseState::InProgress;
    TimelineEvent event = caseFile.events.last();
    event.id = { id(salt, 40) };
    event.at = caseFile.updatedAt;
    caseFile.events.append(event);
    Message message = caseFile.messages.first();
    message.id = { id(salt, 41) };
    message.at = caseFile.updatedAt;
    message.text = text(chance, 640);
    caseFile.messages.append(message);
}

} // namespace sample
