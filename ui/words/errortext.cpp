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
    return QStringLiteral("%1 %2 %3").arg(what, why, now);
}

QString ErrorWords::reason(const QString &key)
{
    if (key == QLatin1String("conflict.field"))
        return tr("Somebody else has changed the same thing meanwhile.");
    if (key == QLatin1String("conflict.review.newerMessage"))
        return tr("The applicant has written again meanwhile.");
    if (key == QLatin1String("conflict.review.closed"))
        return tr("The case has been closed meanwhile.");
    if (key == QLatin1String("conflict.after"))
        return tr("An action before this one was not carried out.");
    if (key == QLatin1String("case.transition.impossible"))
        return tr("The case is in a state from which this one cannot follow.");
    if (key == QLatin1String("case.transition.forbidden")
        || key == QLatin1String("operation.forbidden"))
        return tr("You do not have the right for it in this department.");
    if (key == QLatin1String("case.transition.needsReason"))
        return tr("A reason is missing.");
    if (key == QLatin1String("case.noApplicant"))
        return tr("The case is internal: there is no applicant to write to.");
    if (key == QLatin1String("case.revoked"))
        return tr("The case was assigned to somebody else; only your own words are left.");
    if (key == QLatin1String("notice.mustBeRenewed"))
        return tr("The prepared document no longer fits the case; edit the notice and issue it "
                  "anew.");
    if (key == QLatin1String("draft.exists"))
        return tr("There is already a draft of this kind in the case; finish or discard it first.");
    if (key == QLatin1String("unreachable") || key == QLatin1String("portal.unreachable"))
        return tr("The portal could not be reached.");
    if (key == QLatin1String("portal.tls"))
        return tr("The certificate of the portal is not trusted.");
    if (key == QLatin1String("portal.timeout"))
        return tr("The portal did not answer in time.");
    if (key == QLatin1String("missingBlobs"))
        return tr("The portal asks for a file once more.");
    if (key == QLatin1String("upload.fileMissing") || key == QLatin1String("outbox.fileMissing"))
        return tr("The copy of a file cannot be read any more.");
    if (key == QLatin1String("upload.hash"))
        return tr("A file arrived damaged twice.");
    if (key == QLatin1String("operation.unknownOutcome"))
        return tr("The portal gave an answer that this version does not know.");
    if (key == QLatin1String("case.unknown"))
        return tr("The case is not there, or not visible to you.");
    if (key == QLatin1String("case.exists"))
        return tr("There is already a case with this identification.");
    if (key == QLatin1String("message.empty"))
        return tr("The message has neither text nor attachments.");
    if (key == QLatin1String("note.empty"))
        return tr("The note is empty.");
    if (key == QLatin1String("documentRequest.empty"))
        return tr("No document is named.");
    if (key == QLatin1String("followUp.noDate"))
        return tr("The day of the follow-up is missing.");
    if (key == QLatin1String("followUp.unknown"))
        return tr("This follow-up does not exist any more.");
    if (key == QLatin1String("fee.notOpen"))
        return tr("The fee is no longer open.");
    if (key == QLatin1String("fee.unknown"))
        return tr("This fee does not exist any more.");
    if (key == QLatin1String("fee.items"))
        return tr("A payment request needs 1 to 99 items.");
    if (key == QLatin1String("fee.itemIncomplete"))
        return tr("An item lacks its text, amount or legal basis.");
    if (key == QLatin1String("fee.tooLarge"))
        return tr("The amount is above 999,999.99 euros.");
    if (key == QLatin1String("fee.noDueDate"))
        return tr("The due date is missing.");
    if (key == QLatin1String("notice.incomplete"))
        return tr("The notice is not complete.");
    if (key == QLatin1String("operation.unsupported"))
        return tr("The portal does not know this action.");
    if (key == QLatin1String("credentials.wrong"))
        return tr("Login or password is wrong.");
    if (key == QLatin1String("reference.exhausted"))
        return tr("No payment reference is left on this device; connect to the portal.");
    if (key == QLatin1String("signin.refused"))
        return tr("Login or password is wrong.");
    if (key == QLatin1String("upload.stopped") || key == QLatin1String("file.stopped"))
        return tr("You have stopped the transfer of a file.");
    if (key == QLatin1String("file.tooLarge"))
        return tr("The portal accepts smaller files only.");
    if (key == QLatin1String("outbox.maybeSent"))
        return tr("It is on its way and may have arrived.");
    if (key == QLatin1String("store.inUse"))
        return tr("Another program uses this profile.");
    return {};
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
        return tr("Compare with the portal and search again.");
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
        return tr("Compare with the portal again; if it stays, tell your administration.");
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
