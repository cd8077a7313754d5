#pragma once

#include "server/catalogue/seeds.h"
#include "server/citizen/citizen.h"
#include "server/store/cases.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"
#include "tests/server/store/testdatabase.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

// A portal with the sample services in a folder of its own, and a browser that keeps its cookies
// and follows the forms of a page, without a network in between.

class BytesFile : public http::ReceivedFile {
public:
    BytesFile(const QByteArray &field, const QString &name, const QByteArray &bytes)
        : m_bytes(bytes)
    {
        this->field = field;
        clientName = name;
        size = bytes.size();
        sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    Status keepAt(const QString &path) override
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size())
            return error(ErrorCode::NoSpace, "test.disk");
        return success();
    }
    QByteArray head(qint64 bytes) const override { return m_bytes.left(bytes); }

private:
    QByteArray m_bytes;
};

struct TestPortal {
    explicit TestPortal(const citizen::SourceLimits &limits = {}, const QString &scanCommand = {},
        const QString &heicCommand = {})
    {
        store = *portal::Store::open(folder.path(), database.address());
        registrar = std::make_unique<portal::Registrar>(*store, clock);
        Authority authority;
        authority.name = QStringLiteral("Stadt Lindenau");
        authority.address = { QStringLiteral("Rathausplatz 1"), {}, QStringLiteral("04177"),
            QStringLiteral("Lindenau") };
        authority.phone = QStringLiteral("0341 23125-0");
        authority.email = QStringLiteral("rathaus@lindenau.example");
        authority.ars = QStringLiteral("147290000000");
        authority.referencePrefix = QStringLiteral("LIN");
        authority.bank = { QStringLiteral("Stadtkasse Lindenau"),
            QStringLiteral("DE02120300000000202051"), QString(), QStringLiteral("Musterbank") };
        const catalogue::SeedFolder seeds
            = catalogue::readSeedFolder(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services"));
        const Status saved = store->write([&](portal::Writing &writing) -> Status {
            if (const Status done = portal::Directory::saveAuthority(writing, authority); !done)
                return done;
            for (const char *id : { "ordnung", "abfall", "steuern" }) {
                Department department;
                department.id = DepartmentId{ QString::fromLatin1(id) };
                department.name
                    = { QStringLiteral("Amt für Prüfung"), QStringLiteral("Test office") };
                department.code = QStringLiteral("67.1");
                department.hours
                    = { QStringLiteral("Mo–Fr 9–12 Uhr"), QStringLiteral("Mon to Fri 9–12") };
                if (const Status done = portal::Directory::saveDepartment(writing, department);
                    !done)
                    return done;
            }
            for (const CaseType &type : seeds.types) {
                if (const auto done = portal::CaseTypes::save(writing, type); !done)
                    return done.error();
            }
            return success();
        });
        if (!saved)
            qFatal("the test portal could not be filled");
        if (const Status added = citizen::addRoutes(router,
                { *store, *registrar, clock, {}, {}, limits, portal::FileScan(scanCommand),
                    citizen::HeicDecoder(heicCommand) });
            !added)
            qFatal("%s %s", qPrintable(added.error().key), qPrintable(added.error().detail));
    }

    QList<CaseFile> cases() const
    {
        return *store->read([](portal::Sql &sql) -> Result<QList<CaseFile>> {
            QList<CaseFile> all;
            const QList<CaseId> ids = *portal::Cases(sql).list({}, 100);
            for (const CaseId &id : ids)
                all.append(**portal::Cases(sql).find(id));
            return all;
        });
    }
    // What a clerk does, by the system's right.
    void carryOut(const CaseFile &caseFile, OperationArgs args)
    {
        Operation operation;
        operation.id = newId<OperationId>(clock);
        operation.caseId = caseFile.id;
        operation.baseVersion = caseFile.version;
        operation.args = std::move(args);
        const auto done = registrar->carryOut(operation, portal::Author::system());
        if (!done
            || (done->result.outcome != Outcome::Applied
                && done->result.outcome != Outcome::Merged))
            qFatal("refused: %s", qPrintable(done ? done->result.reason : done.error().key));
    }

    QTemporaryDir folder;
    TestDatabase database;
    FixedClock clock{ { 1795255200000 } }; // 2026-11-21, 10:00 UTC
    std::unique_ptr<portal::Store> store;
    std::unique_ptr<portal::Registrar> registrar;
    http::Router router;
};

class TestBrowser {
public:
    using Form = QList<QPair<QByteArray, QByteArray>>;

    explicit TestBrowser(TestPortal &portal)
        : m_portal(portal)
    {
    }

    http::Response get(const QString &path) { return go(http::Method::Get, path, {}, {}); }
    // Fills the token of the last page in; `form` replaces nothing else.
    http::Response post(
        const QString &path, Form form, QList<std::shared_ptr<http::ReceivedFile>> files = {})
    {
        // In a form of a step the names begin with the key of the step.
        const QByteArray step = path.section(QLatin1Char('/'), 4, 4).toLatin1();
        if (path.contains(QLatin1String("/antrag/")) && step != "anlagen" && step != "kontakt"
            && step != "pruefen") {
            for (auto &[name, value] : form) {
                if (name == "add" || name == "remove")
                    value.prepend(step + '.');
                else if (name != "next")
                    name.prepend(step + '.');
            }
        }
        form.append({ "csrf", token });
        return go(http::Method::Post, path, form, files);
    }
    http::Response go(http::Method method, const QString &path, const Form &form,
        const QList<std::shared_ptr<http::ReceivedFile>> &files)
    {
        http::Request request;
        request.method = method;
        const QByteArray whole = path.toUtf8().split('#').first();
        request.path = QByteArray::fromPercentEncoding(whole.split('?').first());
        for (const QByteArray &pair : whole.mid(whole.split('?').first().size() + 1).split('&'))
            request.query.insert(pair.split('=').first(),
                QByteArray::fromPercentEncoding(pair.mid(pair.indexOf('=') + 1)));
        request.headers.add("Host", "localhost");
        if (!origin.isEmpty())
            request.headers.add("Origin", origin);
        if (!referer.isEmpty())
            request.headers.add("Referer", referer);
        request.cookies = cookies;
        request.form = form;
        request.files = files;
        request.formError = formError;
        request.secure = secure;
        request.remoteAddress = address;
        const http::Router::Match match = m_portal.router.find(method, request.path);
        if (!match.route)
            return m_portal.router.errorPage(
                request, 404, error(ErrorCode::NotFound, "http.notFound"));
        request.parameters = match.parameters;
        if (match.route->admit) {
            if (const auto refused = match.route->admit(request))
                return *refused;
        }
        const http::Response response = match.route->handler(request);
        for (const QByteArray &cookie : response.headers.values("Set-Cookie")) {
            const QByteArray pair = cookie.split(';').first();
            cookies.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1));
        }
        if (const auto found
            = match_(response.body, QStringLiteral("name=\"csrf\" value=\"([^\"]+)\""));
            !found.isEmpty())
            token = found;
        return response;
    }
    static QByteArray match_(const QByteArray &html, const QString &pattern)
    {
        return QRegularExpression(pattern).match(QString::fromUtf8(html)).captured(1).toUtf8();
    }
    static QString location(const http::Response &response)
    {
        return QString::fromUtf8(response.headers.value("Location"));
    }

    static Form person()
    {
        return { { "vorname", "Änne" }, { "nachname", "Szczepańska" },
            { "strasse", "Lindenstraße 12" }, { "plz", "04177" }, { "ort", "Lindenau" } };
    }
    // Up to the review of a bulky waste application; its address.
    QString writeWaste(
        const QString &language = QStringLiteral("de"), const QByteArray &email = "kim@beispiel.de")
    {
        get(QLatin1Char('/') + language + QStringLiteral("/leistung/sperrmuell"));
        QString at = location(
            post(QLatin1Char('/') + language + QStringLiteral("/leistung/sperrmuell"), {}));
        at = location(post(at, person()));
        at = location(post(at,
            { { "strasse", "Lindenstraße 12" }, { "ortsteil", "mitte" }, { "ort", "strasse" },
                { "eilig", "true" }, { "erste", "true" } }));
        at = location(post(at,
            { { "liste.1.was", "moebel" }, { "liste.1.beschreibung", "Sofa" },
                { "liste.1.anzahl", "1" },
                { "menge", language == QLatin1String("de") ? "2,5" : "2.5" },
                { "keinSchadstoff", "true" } }));
        at = location(post(at, { { "next", "1" } }));
        at = location(post(at, { { "email", email }, { "consent", "yes" } }));
        return at;
    }

    QHash<QByteArray, QByteArray> cookies;
    QByteArray token;
    QByteArray origin = "http://localhost";
    QByteArray referer;
    QByteArray address = "192.0.2.1";
    bool secure = false;
    std::optional<Error> formError;

private:
    TestPortal &m_portal;
};

inline const QByteArray pdfBytes = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n";
inline const QByteArray jpgBytes
    = QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF", 10) + QByteArray(50, 'x');
inline const QByteArray pngBytes = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(50, 'x');

// An application that was sent, with what its sender then holds.
struct Sent {
    QString receipt;
    QString code;
    CaseFile caseFile;
};

inline Sent send(
    TestPortal &portal, TestBrowser &browser, const QString &language = QStringLiteral("de"))
{
    const QString review = browser.writeWaste(language);
    browser.get(review);
    Sent sent;
    sent.receipt = TestBrowser::location(browser.post(review, { { "confirm", "true" } }));
    const http::Response page = browser.get(sent.receipt);
    static const QRegularExpression code(QStringLiteral("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"));
    sent.code = code.match(QString::fromUtf8(page.body)).captured(0);
    for (const CaseFile &any : portal.cases()) {
        if (any.state == CaseState::New)
            sent.caseFile = any;
    }
    return sent;
}
