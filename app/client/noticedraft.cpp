#include "noticedraft.h"

namespace {

constexpr int windowLines = 6; // address zone of DIN 5008

QString town(const Address &address)
{
    return QStringLiteral("%1 %2").arg(address.postalCode, address.city).trimmed();
}

QString germanDate(QDate date)
{
    return date.toString(QStringLiteral("dd.MM.yyyy"));
}

const Department *departmentOf(const Session &session, const DepartmentId &id)
{
    for (const Department &department : session.departments) {
        if (department.id == id)
            return &department;
    }
    return nullptr;
}

QString salutation(const Party *party)
{
    if (party && party->kind == PartyKind::Person) {
        const QString name = QStringLiteral("%1 %2").arg(party->title, party->familyName).trimmed();
        if (party->salutation == QLatin1String("Frau"))
            return QStringLiteral("Sehr geehrte Frau ") + name;
        if (party->salutation == QLatin1String("Herr"))
            return QStringLiteral("Sehr geehrter Herr ") + name;
        if (!name.isEmpty())
            return QStringLiteral("Guten Tag ") + displayName(*party);
    }
    return QStringLiteral("Sehr geehrte Damen und Herren");
}

// The bases of the fee items, each once.
QString feeRules(const CaseType *type)
{
    QStringList bases;
    for (const FeeItem &item : type ? type->feeDefaults : QList<FeeItem>()) {
        if (!item.legalBasis.isEmpty() && !bases.contains(item.legalBasis))
            bases.append(item.legalBasis);
    }
    return bases.join(QStringLiteral(" und "));
}

IssuingAuthority issuer(const NoticeDraftInput &input)
{
    const Authority &authority = input.session.authority;
    const Colleague &clerk = input.session.clerk;
    const Department *department = departmentOf(input.session, input.caseFile.department);
    const bool ownHouse = department && !department->address.isEmpty();
    const Address &address = ownHouse ? department->address : authority.address;
    const auto first = [](const QString &a, const QString &b) { return a.isEmpty() ? b : a; };

    IssuingAuthority issuer;
    issuer.name = authority.name;
    issuer.department = department ? department->name.de : QString();
    issuer.street = address.street;
    issuer.town = town(address);
    issuer.contact = clerk.name;
    issuer.room = clerk.room;
    issuer.phone = first(clerk.phone, department ? department->phone : authority.phone);
    issuer.email = first(clerk.email, department ? department->email : authority.email);
    issuer.website = authority.web;
    issuer.officeHours = department ? department->hours.de : QString();
    return issuer;
}

void addFees(NoticeContent &content, const NoticeDraftInput &input)
{
    if (!input.type)
        return;
    for (const FeeItem &item : input.type->feeDefaults)
        content.fees.append({ item.text, item.legalBasis, item.amount, {} });
    content.total = content.sumOfFees();
    if (content.fees.isEmpty())
        return; // the clerk adds items, and with them the terms
    const Bank &bank = input.session.authority.bank;
    content.payment = PaymentTerms{ bank.payee, bank.iban, bank.bic, input.paymentReference,
        input.letterDate.addDays(input.paymentDays), {},
        input.type->referenceSource == ReferenceSource::CashSystem };
}

// "Verwaltungsgericht Musterstadt, Straße 1, 12345 Musterstadt": name and the rest.
void addCourt(QMap<QString, QString> &values, const QString &court)
{
    const qsizetype comma = court.indexOf(QLatin1Char(','));
    values.insert(QStringLiteral("courtName"), court.section(QLatin1Char(','), 0, 0).trimmed());
    values.insert(
        QStringLiteral("courtAddress"), comma < 0 ? QString() : court.mid(comma + 1).trimmed());
}

Status addRemedy(
    NoticeContent &content, const NoticeTemplate &source, const NoticeDraftInput &input)
{
    const Authority &authority = input.session.authority;
    const QVector<RemedyInstruction> possible
        = remedies(input.law, landOf(authority.ars), input.letterDate);
    const bool applies = std::any_of(possible.begin(), possible.end(),
        [&](const RemedyInstruction &row) { return row.law.id == source.remedyId; });
    if (!applies) {
        return error(
            ErrorCode::NotFound, "law.remedy.none", { { QStringLiteral("id"), source.remedyId } });
    }
    const QString place = town(authority.address);
    QMap<QString, QString> values{
        { QStringLiteral("authorityName"), authority.name },
        { QStringLiteral("authorityAddress"),
            authority.address.street.isEmpty()
                ? QString()
                : authority.address.street + QStringLiteral(", ") + place },
    };
    addCourt(values, authority.court);
    return setRemedy(content, input.law, source.remedyId, values);
}

} // namespace

const Party *noticeAddressee(const CaseFile &caseFile)
{
    for (const PartyRole role :
        { PartyRole::Addressee, PartyRole::Representative, PartyRole::Applicant }) {
        for (const Party &party : caseFile.parties) {
            const bool empowered
                = role != PartyRole::Representative || !party.authorityToAct.isEmpty();
            if (party.roles.contains(role) && empowered)
                return &party;
        }
    }
    return nullptr;
}

QStringList addresseeLines(const Party &party)
{
    QStringList lines;
    const QString person = QStringLiteral("%1 %2 %3")
                               .arg(party.title, party.givenName, party.familyName)
                               .simplified();
    if (!party.organisation.isEmpty())
        lines.append(party.organisation);
    if (party.kind == PartyKind::Person && !party.salutation.isEmpty() && lines.isEmpty())
        lines.append(
            party.salutation == QLatin1String("Herr") ? QStringLiteral("Herrn") : party.salutation);
    lines << person << party.address.extra << party.address.street << town(party.address);
    const QString &country = party.address.country;
    if (!country.isEmpty() && country != QLatin1String("DE"))
        lines.append(country);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    // The window has six lines; the form of address is the one that can be spared.
    if (lines.size() > windowLines && party.kind == PartyKind::Person)
        lines.removeFirst();
    return lines.mid(0, windowLines);
}

QString lawChannel(NoticeChannel channel)
{
    switch (channel) {
    case NoticeChannel::PortalRetrieval:
        return QStringLiteral("portal");
    case NoticeChannel::AccountPostbox:
        return QStringLiteral("account");
    case NoticeChannel::HandedOver:
        return QStringLiteral("serviceRecord");
    default:
        return QStringLiteral("letter");
    }
}

NoticeChannel noticeChannel(const QString &lawChannel)
{
    if (lawChannel == QLatin1String("portal"))
        return NoticeChannel::PortalRetrieval;
    if (lawChannel == QLatin1String("account"))
        return NoticeChannel::AccountPostbox;
    if (lawChannel == QLatin1String("serviceRecord"))
        return NoticeChannel::HandedOver;
    return NoticeChannel::Letter;
}

QMap<QString, QString> placeholderValues(const NoticeDraftInput &input)
{
    const CaseFile &caseFile = input.caseFile;
    const QByteArray zone = input.session.authority.zone.toLatin1();
    QMap<QString, QString> values{
        { QStringLiteral("caseReference"), caseFile.reference },
        { QStringLiteral("salutation"), salutation(noticeAddressee(caseFile)) },
        { QStringLiteral("subjectMatter"), caseFile.title },
        { QStringLiteral("serviceName"), input.type ? input.type->name.de : caseFile.title },
        { QStringLiteral("feeRules"), feeRules(input.type) },
    };
    if (!caseFile.filedAt.isNull())
        values.insert(
            QStringLiteral("applicationDate"), germanDate(localDate(caseFile.filedAt, zone)));
    for (auto it = input.values.begin(); it != input.values.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

Result<NoticeContent> draftNotice(
    const NoticeTemplate &noticeTemplate, const NoticeDraftInput &input)
{
    NoticeContent content = fillTemplate(noticeTemplate, placeholderValues(input));
    content.channel = lawChannel(input.channel);
    content.letterDate = input.letterDate;
    content.place = input.session.authority.address.city;
    content.authority = issuer(input);
    content.fileReference = input.caseFile.reference;
    if (const Party *party = noticeAddressee(input.caseFile))
        content.addressee = addresseeLines(*party);
    content.signature = { QStringLiteral("Im Auftrag"), input.session.clerk.name,
        input.session.clerk.function, {} };
    if (input.withFee)
        addFees(content, input);
    const Status remedy = addRemedy(content, noticeTemplate, input);
    if (!remedy)
        return remedy.error();
    return content;
}

Result<NoticePeriods> noticePeriods(const Authority &authority, const LawTable &law,
    NoticeChannel channel, QDate day, int remedyMonths)
{
    const Place place{ authority.ars, {} };
    const Result<DisclosureRule> rule
        = disclosureRule(law, lawChannel(channel), QStringLiteral("VwVfG"), place, day);
    if (!rule)
        return rule.error();
    NoticePeriods periods;
    periods.disclosureCitation = rule->law.citation;
    periods.confirmed = rule->law.confirmed;
    if (rule->basis == DisclosureRule::Basis::Retrieved)
        return periods;
    const Calendar calendar(law, place);
    periods.disclosedOn = disclosureDay(*rule, day, calendar).day;
    const PeriodEnd end
        = endOfPeriod(periods.disclosedOn, Period::ofMonths(remedyMonths), calendar);
    periods.remedyEndsOn = end.end;
    periods.moves = end.moves;
    return periods;
}
