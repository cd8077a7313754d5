#pragma once

#include <QJsonObject>
#include <QString>
#include <utility>
#include <variant>

// What went wrong, as a code with parameters: the text for a person is made at the edge, by the
// client with tr() and by the portal from its keyed texts (never stored, never compared).
enum class ErrorCode {
    Internal, // a defect of ours
    InvalidInput, // malformed or against a rule that the sender can mend
    NotFound, // not there, or not for this user: the two are never told apart
    NotAllowed, // the user lacks a permission
    Conflict, // changed by somebody else meanwhile
    Unauthenticated, // signed out, token expired or revoked
    Unreachable, // no network, no answer in time
    Unavailable, // the other side is there and says "later"
    TooLarge,
    TooMany, // rate or count limit
    NoSpace, // disk full
    Corrupt, // a file or an answer is not what it must be
    Unsupported, // newer than this program
    Busy, // held by another process
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString key; // stable dotted name of the text, e.g. "case.transition.forbidden"
    QJsonObject params; // what the text names
    QString detail; // for the log and the support, never personal data

    bool operator==(const Error &) const = default;
};

inline Error error(ErrorCode code, const char *key, QJsonObject params = {}, QString detail = {})
{
    return Error{ code, QString::fromLatin1(key), std::move(params), std::move(detail) };
}

struct Unit {
    bool operator==(const Unit &) const = default;
};

// A value or an error. value() and error() may only be called on the alternative that is there.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const Error &error() const { return std::get<1>(m_state); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

using Status = Result<Unit>;
inline Status success()
{
    return Unit{};
}
