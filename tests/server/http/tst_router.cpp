#include "server/http/http.h"

#include <QtTest>

using namespace http;

class TestRouter : public QObject {
    Q_OBJECT
private slots:
    void shouldFindRoutes_data();
    void shouldFindRoutes();
    void shouldGiveParameters();
    void shouldNameAllowedMethods();
    void shouldMatchHeaderNamesWithoutCase();
    void shouldMakeResponses();

private:
    static Router router();
};

Router TestRouter::router()
{
    Router router;
    const auto route = [&](Method method, const char *pattern) {
        router.add({ .method = method, .pattern = pattern, .handler = [](const Request &) {
                        return Response::empty(204);
                    } });
    };
    route(Method::Get, "/");
    route(Method::Get, "/cases/{id}");
    route(Method::Put, "/cases/{id}");
    route(Method::Get, "/cases/new");
    route(Method::Post, "/cases");
    route(Method::Get, "/cases/{id}/files/{file}");
    route(Method::Head, "/probe");
    route(Method::Get, "/probe");
    return router;
}

void TestRouter::shouldFindRoutes_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("index");
    const auto row = [](const char *name, Method method, const char *path, int index) {
        QTest::newRow(name) << int(method) << QByteArray(path) << index;
    };
    row("root", Method::Get, "/", 0);
    row("parameter", Method::Get, "/cases/7", 1);
    row("other method of the same path", Method::Put, "/cases/7", 2);
    row("literal before parameter", Method::Get, "/cases/new", 3);
    row("parameter where the literal has no such method", Method::Put, "/cases/new", 2);
    row("HEAD by GET", Method::Head, "/cases/7", 1);
    row("HEAD by its own route", Method::Head, "/probe", 6);
    row("GET beside HEAD", Method::Get, "/probe", 7);
    row("two parameters", Method::Get, "/cases/7/files/x", 5);
    row("empty parameter", Method::Get, "/cases/", -1);
    row("too long", Method::Get, "/cases/7/files/x/y", -1);
    row("unknown", Method::Get, "/nothing", -1);
    row("wrong method", Method::Delete, "/cases", -1);
    row("case matters", Method::Get, "/Cases/7", -1);
}

void TestRouter::shouldFindRoutes()
{
    QFETCH(int, method);
    QFETCH(QByteArray, path);
    QFETCH(int, index);
    const Router routes = router();
    const Router::Match match = routes.find(Method(method), path);
    if (index < 0)
        QVERIFY(!match.route);
    else
        QCOMPARE(match.route, &routes.routes().at(index));
}

void TestRouter::shouldGiveParameters()
{
    const Router routes = router();
    const Router::Match match = routes.find(Method::Get, "/cases/a b/files/\xc3\xa4");
    QCOMPARE(match.parameters.size(), 2);
    QCOMPARE(match.parameters.value("id"), QByteArray("a b"));
    QCOMPARE(match.parameters.value("file"), QByteArray("\xc3\xa4"));
}

void TestRouter::shouldNameAllowedMethods()
{
    const Router routes = router();
    QCOMPARE(routes.find(Method::Delete, "/cases/7").allow, QByteArray("GET, HEAD, PUT"));
    QCOMPARE(routes.find(Method::Get, "/cases").allow, QByteArray("POST"));
    QCOMPARE(routes.find(Method::Get, "/nothing").allow, QByteArray());
}

void TestRouter::shouldMatchHeaderNamesWithoutCase()
{
    Headers headers;
    headers.add("Accept", "a");
    headers.add("ACCEPT", "b");
    QCOMPARE(headers.value("accept"), QByteArray("a"));
    QCOMPARE(headers.values("accept"), (QList<QByteArray>{ "a", "b" }));
    QVERIFY(headers.value("Host").isEmpty());
}

void TestRouter::shouldMakeResponses()
{
    QCOMPARE(Response::redirect("/de").status, 303);
    QCOMPARE(Response::redirect("/de").headers.value("Location"), QByteArray("/de"));
    QCOMPARE(
        Response::json(201, "{}").headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(Response::html(200, "x").headers.value("Content-Type"),
        QByteArray("text/html; charset=utf-8"));
    QCOMPARE(Response::empty(204).status, 204);
    Request request;
    request.form = { { "a", "1" }, { "b", "2" }, { "a", "3" } };
    QCOMPARE(request.formValue("a"), QByteArray("1"));
    QCOMPARE(request.formValues("a"), (QList<QByteArray>{ "1", "3" }));
    QCOMPARE(request.formValue("c"), QByteArray());
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
