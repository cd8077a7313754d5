#include "server/catalogue/catalogue.h"
#include "server/catalogue/cataloguesource.h"
#include "server/catalogue/fold.h"
#include "server/catalogue/seeds.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace catalogue;

namespace {

QJsonObject shipped(const char *name)
{
    QFile file(
        QStringLiteral(KONTOR_SOURCE_DIR "/resources/services/%1.json").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

void put(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestSeeds : public QObject {
    Q_OBJECT
private slots:
    void shippedServicesAreSound();
    void defectiveFilesAreNamed_data();
    void defectiveFilesAreNamed();
    void oneDefectCostsOneFile();
    void sameAddressTwice();
    void pagesShowOnlyWhatCanBeSent();
    void fourthServiceByFileAlone();
    void findsByAnySpelling_data();
    void findsByAnySpelling();
    void findsNothingForNonsense();
    void newestVersionCounts();
};

void TestSeeds::shippedServicesAreSound()
{
    const SeedFolder seeds
        = readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services"));
    for (const Error &error : seeds.errors)
        qWarning().noquote() << error.detail;
    QVERIFY(seeds.errors.isEmpty());
    QCOMPARE(seeds.types.size(), 5);
    for (const CaseType &type : seeds.types) {
        if (type.id.text == u"baumkontrolle"_qs) { // internal: nothing on the citizens' pages
            QVERIFY(!type.service);
            continue;
        }
        QVERIFY(type.service.has_value());
        if (reportsBarriers(*type.service))
            continue; // the report of a barrier is no application
        QVERIFY(!type.service->lifeSituations.isEmpty());
        QVERIFY(type.service->processingDays > 0);
        QVERIFY(type.noticeTemplates.contains(QStringLiteral("gebuehrenbescheid")));
        for (const char *part : { "givenName", "familyName", "street", "postalCode", "city" })
            QVERIFY2(type.service->applicant.contains(QLatin1String(part)), part);
        for (const FeeItem &fee : type.feeDefaults)
            QVERIFY(!fee.legalBasis.isEmpty());
    }
}

void TestSeeds::defectiveFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("told");
    QTest::newRow("empty") << QByteArray() << u"no JSON object"_qs;
    QTest::newRow("no JSON") << QByteArray("{\"id\": }") << u"no JSON object, byte"_qs;
    QTest::newRow("list") << QByteArray("[]") << u"no JSON object"_qs;
    QTest::newRow("nothing in it") << QByteArray("{}") << u"id:"_qs;
    const auto changed = [](const auto &change) {
        QJsonObject json = shipped("sperrmuellabholung");
        change(json);
        return QJsonDocument(json).toJson();
    };
    const auto service = [](QJsonObject &json, const char *key, const QJsonValue &value) {
        QJsonObject inner = json.value(QLatin1String("service")).toObject();
        inner.insert(QLatin1String(key), value);
        json.insert(QStringLiteral("service"), inner);
    };
    QTest::newRow("type of a value") << changed([](QJsonObject &json) {
        json.insert(QStringLiteral("version"), QStringLiteral("one"));
    }) << u"version"_qs;
    QTest::newRow("English is missing") << changed([](QJsonObject &json) {
        json.insert(
            QStringLiteral("name"), QJsonObject{ { QStringLiteral("de"), QStringLiteral("X") } });
    }) << u"name: English text is missing"_qs;
    QTest::newRow("life situation") << changed([&](QJsonObject &json) {
        service(json, "lifeSituations", QJsonArray{ QStringLiteral("weltraum") });
    }) << u"service.lifeSituations: \"weltraum\""_qs;
    QTest::newRow("address") << changed([&](QJsonObject &json) {
        service(json, "slug", QStringLiteral("../x"));
    }) << u"service.slug"_qs;
    QTest::newRow("sign-in that the pages do not have")
        << changed([&](QJsonObject &json) { service(json, "level", QStringLiteral("high")); })
        << u"service.level: "_qs;
    QTest::newRow("applicant") << changed([&](QJsonObject &json) {
        service(json, "applicant",
            QJsonObject{ { QStringLiteral("givenName"), QStringLiteral("person.nix") } });
    }) << u"service.applicant.givenName"_qs;
    QTest::newRow("part of an applicant") << changed([&](QJsonObject &json) {
        service(json, "applicant",
            QJsonObject{ { QStringLiteral("shoeSize"), QStringLiteral("person.vorname") } });
    }) << u"service.applicant.shoeSize"_qs;
    const auto steps = [&](QJsonObject &json, const QByteArray &text) {
        service(json, "applicant", QJsonObject());
        service(json, "steps", QJsonDocument::fromJson(text).array());
    };
    const QByteArray label = "\"label\":{\"de\":\"A\",\"en\":\"A\"}";
    const QByteArray title = "\"title\":{\"de\":\"A\",\"en\":\"A\"}";
    QTest::newRow("reserved step") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"kontakt\"," + title + ",\"fields\":[{\"key\":\"a\",\"type\":\"text\","
                + label + "}]}]");
    }) << u"service.steps[0].key: \"kontakt\""_qs;
    QTest::newRow("unknown field type") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"s\"," + title + ",\"fields\":[{\"key\":\"a\",\"type\":\"hologram\","
                + label + "}]}]");
    }) << u"service.steps[0].fields[0].type"_qs;
    QTest::newRow("pattern") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"s\"," + title
                + ",\"fields\":[{\"key\":\"a\",\"type\":\"text\",\"pattern\":\"(\"," + label
                + "}]}]");
    }) << u"service.steps[0].fields[0].pattern"_qs;
    QTest::newRow("files that nobody could open") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"s\"," + title
                + ",\"fields\":[{\"key\":\"a\",\"type\":\"file\",\"maxFiles\":1,\"accept\":["
                  "\"pdf\",\"heic\"],"
                + label + "}]}]");
    }) << u"service.steps[0].fields[0].accept: \"heic\""_qs;
    QTest::newRow("condition looks ahead") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"s\"," + title
                + ",\"fields\":[{\"key\":\"a\",\"type\":\"text\",\"visibleWhen\":{\"field\":\"b\","
                  "\"anyOf\":[\"x\"]},"
                + label + "}]}]");
    }) << u"service.steps[0].fields[0].visibleWhen.field"_qs;
    QTest::newRow("condition on an impossible answer") << changed([&](QJsonObject &json) {
        steps(json,
            "[{\"key\":\"s\"," + title + ",\"fields\":[{\"key\":\"a\",\"type\":\"boolean\"," + label
                + "},{\"key\":\"b\",\"type\":\"text\",\"visibleWhen\":{\"field\":\"a\",\"anyOf\":["
                  "\"yes\"]},"
                + label + "}]}]");
    }) << u"visibleWhen.anyOf: \"yes\""_qs;
}

void TestSeeds::defectiveFilesAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, told);
    QTemporaryDir folder;
    put(folder, "kaputt.json", bytes);
    const SeedFolder seeds = readSeedFolder(folder.path());
    QVERIFY(seeds.types.isEmpty());
    QCOMPARE(seeds.errors.size(), 1);
    const Error &error = seeds.errors.first();
    QCOMPARE(error.key, u"casetype.file"_qs);
    QCOMPARE(error.params.value(QLatin1String("file")).toString(), u"kaputt.json"_qs);
    QVERIFY2(error.detail.startsWith(QLatin1String("kaputt.json: ")), qPrintable(error.detail));
    QVERIFY2(error.detail.contains(told), qPrintable(error.detail));
}

void TestSeeds::oneDefectCostsOneFile()
{
    QTemporaryDir folder;
    put(folder, "a.json", "{");
    put(folder, "b.json", QJsonDocument(shipped("hundesteuer")).toJson());
    put(folder, "readme.txt", "not a definition");
    const SeedFolder seeds = readSeedFolder(folder.path());
    QCOMPARE(seeds.types.size(), 1);
    QCOMPARE(seeds.errors.size(), 1);
    QVERIFY(readSeedFolder(folder.filePath(u"nowhere"_qs)).types.isEmpty());
}

void TestSeeds::sameAddressTwice()
{
    QTemporaryDir folder;
    put(folder, "a.json", QJsonDocument(shipped("hundesteuer")).toJson());
    QJsonObject other = shipped("hundesteuer");
    other.insert(QStringLiteral("id"), QStringLiteral("katzensteuer"));
    put(folder, "b.json", QJsonDocument(other).toJson());
    const SeedFolder seeds = readSeedFolder(folder.path());
    QCOMPARE(seeds.types.size(), 1);
    QVERIFY(seeds.errors.first().detail.contains(QLatin1String("is already in a.json")));
}

void TestSeeds::pagesShowOnlyWhatCanBeSent()
{
    QTemporaryDir folder;
    const auto store = *portal::Store::open(folder.path());
    const QList<CaseType> types
        = readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services")).types;
    const auto save = [&](auto what) { QVERIFY(store->write(what).ok()); };
    save([&](portal::Writing &writing) -> Status {
        for (const CaseType &type : types) {
            if (const auto saved = portal::CaseTypes::save(writing, type); !saved)
                return saved.error();
        }
        return success();
    });
    CatalogueSource source(*store, 0);
    QVERIFY((*source.current())->services(u"de"_qs).isEmpty());
    Department department;
    department.id = DepartmentId{ u"steuern"_qs };
    save([&](portal::Writing &writing) {
        return portal::Directory::saveDepartment(writing, department);
    });
    QCOMPARE((*source.current())->services(u"de"_qs).size(), 1);
    QVERIFY((*source.current())->service(u"hundesteuer"_qs));
}

void TestSeeds::fourthServiceByFileAlone()
{
    QTemporaryDir folder;
    QJsonObject other = shipped("sperrmuellabholung");
    other.insert(QStringLiteral("id"), QStringLiteral("gruenschnitt"));
    QJsonObject service = other.value(QLatin1String("service")).toObject();
    service.insert(QStringLiteral("slug"), QStringLiteral("gruenschnitt"));
    service.insert(QStringLiteral("title"),
        QJsonObject{ { QStringLiteral("de"), QStringLiteral("Grünschnitt abholen lassen") },
            { QStringLiteral("en"), QStringLiteral("Have green waste collected") } });
    other.insert(QStringLiteral("service"), service);
    put(folder, "gruenschnitt.json", QJsonDocument(other).toJson());
    const Catalogue catalogue(readSeedFolder(folder.path()).types);
    QVERIFY(catalogue.service(QStringLiteral("gruenschnitt")));
    QCOMPARE(catalogue.search(QStringLiteral("grunschnitt"), QStringLiteral("de")).size(), 1);
}

void TestSeeds::findsByAnySpelling_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("id");
    const auto row = [](const QString &query, const char *id) {
        QTest::newRow(qPrintable(query)) << query << QString::fromLatin1(id);
    };
    for (const QString &query : { u"Baum"_qs, u"BÄUME"_qs, u"baeume"_qs, u"baume"_qs, u"Fällen"_qs,
             u"faellen"_qs, u"  baum   fällen "_qs, u"schutz baum"_qs, u"tree"_qs })
        row(query, "baumfaellgenehmigung");
    for (const QString &query :
        { u"Sperrmüll"_qs, u"sperrmuell"_qs, u"sperrmull"_qs, u"SPERRMÜLL"_qs, u"Möbel"_qs,
            u"moebel"_qs, u"Müll"_qs, u"müll abholen"_qs, u"bulky"_qs })
        row(query, "sperrmuellabholung");
    for (const QString &query :
        { u"Hund"_qs, u"hunde"_qs, u"Hundemarke"_qs, u"steuer hund"_qs, u"dog"_qs })
        row(query, "hundesteuer");
}

void TestSeeds::findsByAnySpelling()
{
    QFETCH(QString, query);
    QFETCH(QString, id);
    const Catalogue catalogue(
        readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services")).types);
    const auto found = catalogue.search(query, QStringLiteral("de"));
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first()->id.text, id);
}

void TestSeeds::findsNothingForNonsense()
{
    const Catalogue catalogue(
        readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services")).types);
    for (const QString &query :
        { u""_qs, u"   "_qs, u"qqqq"_qs, u"%_'\"<script>"_qs, u"Hund qqqq"_qs })
        QVERIFY2(catalogue.search(query, QStringLiteral("de")).isEmpty(), qPrintable(query));
    QCOMPARE(catalogue.services(QStringLiteral("en")).size(), 3);
    QCOMPARE(catalogue.lifeSituations().first(), u"wohnen"_qs);
    QCOMPARE(catalogue.inLifeSituation(u"tiere"_qs, u"de"_qs).size(), 1);
    QVERIFY(catalogue.inLifeSituation(u"weltraum"_qs, u"de"_qs).isEmpty());
    QVERIFY(!catalogue.service(u"hundesteuer/../x"_qs));
}

void TestSeeds::newestVersionCounts()
{
    QList<CaseType> types
        = readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services")).types;
    CaseType newer = types.first();
    newer.version = 7;
    types.append(newer);
    const Catalogue catalogue(types);
    QCOMPARE(catalogue.types().size(), 5);
    QCOMPARE(catalogue.type(newer.id)->version, 7);
}

QTEST_GUILESS_MAIN(TestSeeds)
#include "tst_seeds.moc"
