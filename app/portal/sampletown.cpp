#include "sampletown.h"

#include "services.h"

#include "models/law/statutory.h"
#include "models/payment/paymentreference.h"
#include "models/sample/sample.h"
#include "server/catalogue/catalogue.h"
#include "server/identity/passwords.h"
#include "server/mail/news.h"
#include "server/payment/cashdesk.h"
#include "server/store/accounts.h"
#include "server/store/cases.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"
#include "server/store/files.h"

namespace portal {

namespace {

const char domainName[] = "lindenau.example"; // RFC 6761: never reaches anybody

Authority authority()
{
    Authority town;
    town.name = QStringLiteral("Stadt Lindenau");
    town.office = QStringLiteral("Die Oberbürgermeisterin");
    town.head = QStringLiteral("Dr. Friederike Böttcher");
    town.address = { QStringLiteral("Rathausplatz 1"), {}, QStringLiteral("04177"),
        QStringLiteral("Lindenau") };
    town.phone = QStringLiteral("0341 23125-0");
    town.email = QStringLiteral("rathaus@%1").arg(QLatin1String(domainName));
    town.web = QStringLiteral("https://www.%1").arg(QLatin1String(domainName));
    town.ars = QStringLiteral("147290000000"); // Saxony; a district key that is not given
    town.court = QStringLiteral("Verwaltungsgericht Leipzig, Rathenaustraße 40, 04179 Leipzig");
    town.referencePrefix = QStringLiteral("LIN");
    town.bank = { QStringLiteral("Stadtkasse Lindenau"), QStringLiteral("DE02120300000000202051"),
        QStringLiteral("BYLADEM1001"), QStringLiteral("Deutsche Kreditbank Berlin") };
    return town;
}

Department department(
    const char *id, const QString &de, const QString &en, const QString &code, int extension)
{
    Department made;
    made.id = DepartmentId{ QString::fromLatin1(id) };
    made.name = { de, en };
    made.code = code;
    made.address = { QStringLiteral("Rathausplatz 1"), {}, QStringLiteral("04177"),
        QStringLiteral("Lindenau") };
    made.phone = QStringLiteral("0341 23125-%1").arg(extension);
    made.email = QStringLiteral("%1@%2").arg(made.id.text, QLatin1String(domainName));
    made.hours = { QStringLiteral("Mo, Di, Do 9–12 und 13–18 Uhr, Fr 9–12 Uhr"),
        QStringLiteral("Mon, Tue, Thu 9–12 and 13–18, Fri 9–12") };
    return made;
}

struct Person {
    const char16_t *name;
    const char16_t *login;
    const char16_t *function;
    QHash<DepartmentId, QList<Role>> roles;
};

QList<Person> people(const QList<Department> &departments)
{
    const DepartmentId green = departments[0].id;
    const DepartmentId waste = departments[1].id;
    const DepartmentId tax = departments[2].id;
    return {
        { u"Maren Kowalski", u"maren.kowalski", u"Sachbearbeiterin",
            { { green, { Role::SeniorClerk } }, { waste, { Role::SeniorClerk } } } },
        { u"Jörg Weiß", u"joerg.weiss", u"Teamleiter", { { green, { Role::TeamLead } } } },
        { u"Ayşe Yıldız", u"ayse.yildiz", u"Sachbearbeiterin",
            { { waste, { Role::SeniorClerk } }, { green, { Role::Reader } } } },
        { u"Björn Åkesson", u"bjoern.akesson", u"Sachbearbeiter",
            { { tax, { Role::SeniorClerk } } } },
        { u"Elżbieta Szczepańska", u"elzbieta.szczepanska", u"Teamleiterin",
            { { tax, { Role::TeamLead } }, { waste, { Role::TeamLead } } } },
        { u"Uwe Richter", u"uwe.richter", u"Stadtkasse",
            { { green, { Role::Cashier } }, { waste, { Role::Cashier } },
                { tax, { Role::Cashier, Role::Editor } } } },
    };
}

Result<QList<Account>> saveOffice(Store &store, const SampleTown &town)
{
    const QList<Department> departments{
        department("ordnung", QStringLiteral("Ordnung und Stadtgrün"),
            QStringLiteral("Public order and green spaces"), QStringLiteral("67.1"), 671),
        department("abfall", QStringLiteral("Abfallwirtschaft"), QStringLiteral("Waste management"),
            QStringLiteral("70.2"), 702),
        department("steuern", QStringLiteral("Steuern und Abgaben"),
            QStringLiteral("Taxes and charges"), QStringLiteral("21.3"), 213),
    };
    Passwords passwords;
    const Result<QString> hash = passwords.hash(town.password);
    if (!hash)
        return hash.error();
    QList<Account> accounts;
    int room = 210;
    for (const Person &person : people(departments)) {
        Account account;
        account.login = QString::fromUtf16(person.login);
        account.clerk.id = ClerkId{ derivedUuid(
            QStringLiteral("2f2d3f0e-54c1-5b7c-9a53-3c0c5e0b7d11"), account.login.toUtf8()) };
        account.clerk.name = QString::fromUtf16(person.name);
        account.clerk.function = QString::fromUtf16(person.function);
        account.clerk.phone = QStringLiteral("0341 23125-%1").arg(++room);
        account.clerk.email = QStringLiteral("%1@%2").arg(account.login, QLatin1String(domainName));
        account.clerk.room = QStringLiteral("%1").arg(room);
        account.roles = person.roles;
        account.passwordHash = *hash;
        account.createdAt = town.now;
        accounts.append(account);
    }
    const Status saved = store.write([&](Writing &writing) -> Status {
        if (const Status done = Directory::saveAuthority(writing, authority()); !done)
            return done;
        for (const Department &entry : departments) {
            if (const Status done = Directory::saveDepartment(writing, entry); !done)
                return done;
        }
        for (const Account &account : accounts) {
            if (const Status done = Accounts::save(writing, account); !done)
                return done;
        }
        return success();
    });
    if (!saved)
        return saved.error();
    return accounts;
}

// Files first, then the operation on the case as it is at that moment.
Status carryOut(Registrar &registrar, FixedClock &clock, const sample::Step &step,
    const QList<Account> &accounts, qint64 &version)
{
    clock.at = step.at;
    Operation operation = step.operation;
    operation.baseVersion = version;
    Author author;
    if (step.actor.kind == ActorKind::Clerk) {
        for (const Account &account : accounts) {
            if (account.clerk.id.text == step.actor.id)
                author = Author::clerk(step.actor, grantsOf(account));
        }
    } else if (version == 0) {
        author = Author::draft(DraftId{ operation.caseId.text }, step.actor.name);
    } else {
        author = Author::applicant(operation.caseId, step.actor.name);
    }
    for (const sample::SampleFile &file : step.files) {
        const Result<StoredFile> kept
            = keepBytes(registrar.store(), clock, file.bytes, file.type, author.key);
        if (!kept)
            return kept.error();
    }
    const Result<CarriedOut> done = registrar.carryOut(operation, author);
    if (!done)
        return done.error();
    if (done->result.outcome != Outcome::Applied && done->result.outcome != Outcome::Merged)
        return error(ErrorCode::Internal, "sample.refused", {},
            typeName(operation) + QLatin1Char(' ') + done->result.reason);
    version = done->result.version;
    return success();
}

// The applicants of the sample were told of everything when it happened: none of it is news, and a
// portal that is given a mail server sends them nothing.
Status noteAllAsTold(Store &store, const QList<CaseId> &cases, Timestamp now)
{
    return store.write([&](Writing &writing) -> Status {
        for (const CaseId &id : cases) {
            const auto caseFile = Cases(writing.sql).find(id);
            if (!caseFile)
                return caseFile.error();
            auto told = *caseFile ? mail::newsOf(**caseFile, {}, now) : std::nullopt;
            if (!told)
                continue;
            told->state = MailState::Sent;
            told->sentAt = now;
            told->outcome = QStringLiteral("sample");
            if (const auto noted = Mails::enqueue(writing, *told); !noted)
                return noted.error();
        }
        return success();
    });
}

// As the citizens' pages do it when somebody applies.
void addStatutoryPeriod(sample::Step &step, const QList<CaseType> &types, const LawTable &law)
{
    auto *filed = std::get_if<FileApplication>(&step.operation.args);
    if (!filed)
        return;
    const Authority seat = authority();
    for (const CaseType &type : types) {
        if (type.id == filed->type)
            filed->period = statutoryPeriod(law, type.statutoryPeriod,
                localDate(step.at, seat.zone.toLatin1()),
                Place{ seat.ars,
                    {} }).valueOr({});
    }
}

} // namespace

Status buildSampleTown(Store &store, const SampleTown &town)
{
    const Result<QList<Account>> accounts = saveOffice(store, town);
    if (!accounts)
        return accounts.error();
    if (const Status loaded = loadServices(store); !loaded)
        return loaded;
    FixedClock clock(town.now);
    Registrar registrar(store, clock);
    CashDesk cashDesk(registrar);
    sample::Scenario scenario;
    scenario.now = town.now;
    scenario.cases = town.cases;
    Result<QList<CaseType>> types = store.read([](Sql &sql) { return CaseTypes(sql).list(); });
    if (!types)
        return types.error();
    types->removeIf([](const CaseType &type) {
        return type.service && catalogue::reportsBarriers(*type.service);
    });
    scenario.types = *std::move(types);
    for (const Account &account : *accounts) {
        const Actor actor{ ActorKind::Clerk, account.clerk.id.text, account.clerk.name };
        scenario.clerks.append({ actor, grantsOf(account) });
    }
    ReferenceBlock block;
    scenario.paymentReference = [&]() -> QString {
        if (block.remaining() == 0) {
            const Result<LeasedBlock> leased = cashDesk.lease(
                newUuid7(clock), DeviceId{ newUuid7(clock) }, accounts->first().clerk.id);
            if (!leased)
                return {};
            block = { leased->prefix, leased->first, leased->last, leased->first };
        }
        const Result<TakenReference> taken = block.take();
        if (!taken)
            return {};
        block = taken->rest;
        return taken->reference;
    };
    QHash<CaseId, qint64> versions;
    const Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    for (sample::Step step : sample::steps(scenario)) {
        addStatutoryPeriod(step, scenario.types, *law);
        const Status done
            = carryOut(registrar, clock, step, *accounts, versions[step.operation.caseId]);
        if (!done)
            return done;
    }
    return noteAllAsTold(store, versions.keys(), town.now);
}

} // namespace portal
