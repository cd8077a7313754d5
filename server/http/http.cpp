#include "http.h"

#include "httplog.h"

Q_LOGGING_CATEGORY(lcHttp, "kontor.http", QtInfoMsg)

namespace http {

namespace {
QByteArray firstOf(const QList<QPair<QByteArray, QByteArray>> &list, const QByteArray &name)
{
    for (const auto &[key, value] : list) {
        if (key == name)
            return value;
    }
    return {};
}
} // namespace

void Headers::add(const QByteArray &name, const QByteArray &value)
{
    m_all.append({ name, value });
}

QByteArray Headers::value(const QByteArray &name) const
{
    for (const auto &[key, value] : m_all) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QList<QByteArray> Headers::values(const QByteArray &name) const
{
    QList<QByteArray> found;
    for (const auto &[key, value] : m_all) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            found.append(value);
    }
    return found;
}

QByteArray Request::formValue(const QByteArray &name) const
{
    return firstOf(form, name);
}

QList<QByteArray> Request::formValues(const QByteArray &name) const
{
    QList<QByteArray> found;
    for (const auto &[key, value] : form) {
        if (key == name)
            found.append(value);
    }
    return found;
}

Response Response::json(int status, const QByteArray &body)
{
    Response response{ .status = status, .body = body };
    response.headers.add("Content-Type", "application/json");
    return response;
}

Response Response::html(int status, const QByteArray &body)
{
    Response response{ .status = status, .body = body };
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    return response;
}

Response Response::redirect(const QByteArray &location)
{
    Response response{ .status = 303 };
    response.headers.add("Location", location);
    return response;
}

Response Response::empty(int status)
{
    return Response{ .status = status };
}

} // namespace http
