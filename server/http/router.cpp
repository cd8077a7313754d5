#include "http.h"

#include "responsehead.h"

namespace http {

namespace {
bool isParameter(const QByteArray &segment)
{
    return segment.size() > 2 && segment.startsWith('{') && segment.endsWith('}');
}

// Number of literal segments if the path fits, else -1: the most literal pattern wins.
int fit(const QList<QByteArray> &pattern, const QList<QByteArray> &path)
{
    if (pattern.size() != path.size())
        return -1;
    int literal = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern.at(i))) {
            if (path.at(i).isEmpty())
                return -1;
        } else if (pattern.at(i) == path.at(i)) {
            ++literal;
        } else {
            return -1;
        }
    }
    return literal;
}

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    }
    return {};
}
} // namespace

Response Router::worded(const Request &request, int status, const Error &error) const
{
    return errorPage ? errorPage(request, status, error) : problem(status, error);
}

void Router::add(Route route)
{
    m_segments.append(route.pattern.split('/'));
    m_routes.append(std::move(route));
}

Router::Match Router::find(Method method, const QByteArray &path) const
{
    const QList<QByteArray> segments = path.split('/');
    QList<QByteArray> allowed;
    qsizetype best = -1;
    int bestFit = -1;
    for (qsizetype i = 0; i < m_routes.size(); ++i) {
        const int literal = fit(m_segments.at(i), segments);
        if (literal < 0)
            continue;
        const Method offered = m_routes.at(i).method;
        allowed.append(methodName(offered));
        if (offered == Method::Get)
            allowed.append(methodName(Method::Head));
        const bool serves = offered == method || (method == Method::Head && offered == Method::Get);
        // An explicit HEAD route beats the GET route that would also serve it.
        const int rank = literal * 2 + (offered == method ? 1 : 0);
        if (serves && rank > bestFit) {
            best = i;
            bestFit = rank;
        }
    }
    Match match;
    if (best < 0) {
        QList<QByteArray> once;
        for (const QByteArray &name : allowed) {
            if (!once.contains(name))
                once.append(name);
        }
        match.allow = once.join(", ");
        return match;
    }
    match.route = &m_routes.at(best);
    const QList<QByteArray> &pattern = m_segments.at(best);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern.at(i)))
            match.parameters.insert(pattern.at(i).mid(1, pattern.at(i).size() - 2), segments.at(i));
    }
    return match;
}

} // namespace http
