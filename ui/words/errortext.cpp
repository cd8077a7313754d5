#include "errortext.h"

#include "models/domain/wire.h"

namespace {

QString refusedCertificate(const QString &reason)
{
    if (reason == QLatin1String("untrusted"))
        return ErrorWords::tr("Its certificate is signed by nobody whom this computer trusts.");
    if (reason == QLatin1String("expired"))
        return ErrorWords::tr(
            "Its certificate has expired, or the clock of this computer is wrong.");
    if (reason == QLatin1String("host"))
        return ErrorWords::tr("Its certificate belongs to another address.");
    return ErrorWords::tr("The encrypted connection could not be set up.");
}

} // namespace

QString ErrorText::oneLine() const
{
    return QStringLiteral("%1 %2 %3 (%4)").arg(what, why, now, reference);
}

QString ErrorWords::what(const Error &error)
{
    if (error.key == QLatin1String("portal.tls"))
        return tr("The service portal could not prove who it is. Nothing was sent.");
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return tr("The input cannot be accepted.");
    case ErrorCode::NotFound:
        return tr("It was not found.");
    case ErrorCode::NotAllowed:
        return tr("This is not allowed.");
    case ErrorCode::Conflict:
        return tr("The action was not carried out.");
    case ErrorCode::Unauthenticated:
        return tr("You are not signed in.");
    case ErrorCode::Unreachable:
        return tr("No connection to the service portal.");
    case ErrorCode::Unavailable:
        return tr("The service portal cannot answer at the moment.");
    case ErrorCode::TooLarge:
        return tr("The file is too large.");
    case ErrorCode::TooMany:
        return tr("There are too many at once.");
    case ErrorCode::NoSpace:
        return tr("Nothing could be saved.");
    case ErrorCode::Corrupt:
        return tr("Data could not be read.");
    case ErrorCode::Unsupported:
        return tr("This version of Kontor is too old for it.");
    case ErrorCode::Busy:
        return tr("It is in use elsewhere.");
    case ErrorCode::Internal:
        break;
    }
    return tr("Something went wrong in Kontor.");
}

QString ErrorWords::why(const Error &error)
{
    if (error.key == QLatin1String("portal.tls"))
        return refusedCertificate(error.params.value(QLatin1String("reason")).toString());
    if (const QString known = reason(error.key); !known.isEmpty())
        return known;
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return tr("A value is missing or against a rule.");
    case ErrorCode::NotFound:
        return tr("It was moved or erased, or you may not see it.");
    case ErrorCode::NotAllowed:
        return tr("You lack the right for it in this department.");
    case ErrorCode::Conflict:
        return tr("The case was changed by somebody else meanwhile.");
    case ErrorCode::Unauthenticated:
        return tr("The sign-in has expired, or login or password were not accepted.");
    case ErrorCode::Unreachable:
        return tr("The network is down, or the portal does not answer in time.");
    case ErrorCode::Unavailable:
        return tr("It is being maintained or has too much to do.");
    case ErrorCode::TooLarge:
        return tr("The portal accepts smaller files only.");
    case ErrorCode::TooMany:
        return tr("The portal limits how often something may be done.");
    case ErrorCode::NoSpace:
        return tr("The disk is full.");
    case ErrorCode::Corrupt:
        return tr("A file or an answer is damaged.");
    case ErrorCode::Unsupported:
        return tr("The data were written by a newer version.");
    case ErrorCode::Busy:
        return tr("Another program holds it.");
    case ErrorCode::Internal:
        break;
    }
    return tr("This is a defect of the program.");
}

QString ErrorWords::now(const Error &error)
{
    if (error.key == QLatin1String("portal.tls"))
        return tr("Tell your administration. You can go on working meanwhile.");
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return tr("Correct the input and try again.");
    case ErrorCode::NotFound:
        return tr("Synchronise with the portal and search again.");
    case ErrorCode::NotAllowed:
        return tr("Ask your team lead or hand the case over.");
    case ErrorCode::Conflict:
        return tr("Open the case, look at what has changed and decide anew.");
    case ErrorCode::Unauthenticated:
        return tr("Sign in again; nothing of your work is lost.");
    case ErrorCode::Unreachable:
    case ErrorCode::Unavailable:
        return tr("You can go on working; Kontor tries again by itself.");
    case ErrorCode::TooLarge:
        return tr("Send a smaller file, or several.");
    case ErrorCode::TooMany:
        return tr("Wait a moment and try again.");
    case ErrorCode::NoSpace:
        return tr("Free some space on the disk and try again.");
    case ErrorCode::Corrupt:
        return tr("Synchronise with the portal again; if it stays, tell your administration.");
    case ErrorCode::Unsupported:
        return tr("Install the newest version of Kontor.");
    case ErrorCode::Busy:
        return tr("Close the other program and try again.");
    case ErrorCode::Internal:
        break;
    }
    return tr("Try again; if it stays, tell your administration the reference.");
}

ErrorText ErrorWords::of(const Error &error)
{
    ErrorText text;
    text.what = what(error);
    text.why = why(error);
    text.now = now(error);
    const QString given = error.params.value(QLatin1String("reference")).toString();
    text.reference = !given.isEmpty() ? given
        : error.key.isEmpty()         ? wireName(error.code)
                                      : error.key;
    return text;
}
