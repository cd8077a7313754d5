// Why something failed, by the key of its error: one sentence for each key that the portal or a
// part of this program can give. tests/ui/words reads the keys out of the sources and finds the
// missing one.
#include "errortext.h"

#include <QHash>

namespace {

struct ErrorReason {
    const char *keys; // separated by spaces
    const char *text;
};

constexpr ErrorReason ofConflicts[]{
    { "conflict.field",
        QT_TRANSLATE_NOOP("ErrorWords", "Somebody else has changed the same thing meanwhile.") },
    { "conflict.review.newerMessage",
        QT_TRANSLATE_NOOP("ErrorWords", "The applicant has written again meanwhile.") },
    { "conflict.review.closed",
        QT_TRANSLATE_NOOP("ErrorWords", "The case has been closed meanwhile.") },
    { "conflict.after",
        QT_TRANSLATE_NOOP("ErrorWords", "An action before this one was not carried out.") },
    { "operation.order",
        QT_TRANSLATE_NOOP("ErrorWords", "An earlier action in the case has not arrived yet.") },
    { "operation.old",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "It has waited for so long that it is not sent unasked any more.") },
    { "operation.forgotten",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The portal was restored from a backup and does not know this action any more.") },
    { "operation.forbidden case.transition.forbidden",
        QT_TRANSLATE_NOOP("ErrorWords", "You do not have the right for it in this department.") },
    { "operation.unsupported http.notImplemented http.methodNotAllowed",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal does not know this action.") },
    { "operation.unknownOutcome",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The portal gave an answer that this version does not know.") },
    { "operation.id operation.reused attachment.id",
        QT_TRANSLATE_NOOP("ErrorWords", "Something else already bears the same number.") },
    { "operation.invalid operation.envelope json.type request.json http.badRequest "
      "http.unprocessable http.mediaType http.notAcceptable http.expectation http.lengthRequired "
      "http.preconditionRequired http.range http.version form.invalidUtf8",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal could not read what this program has sent.") },
    { "outbox.maybeSent",
        QT_TRANSLATE_NOOP("ErrorWords", "It is on its way and may have arrived.") },
    { "outbox.unknown outbox.notWaiting outbox.notSettled",
        QT_TRANSLATE_NOOP("ErrorWords", "The action is no longer among those that wait.") },
    { "outbox.hasSuccessors",
        QT_TRANSLATE_NOOP("ErrorWords", "Later actions in the case build upon it.") },
    { "outbox.needsRenewal notice.mustBeRenewed",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The prepared document no longer fits the case; edit the notice and issue it anew.") },
};

constexpr ErrorReason ofCases[]{
    { "case.transition.impossible",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The case is in a state from which this one cannot follow.") },
    { "case.transition.needsReason", QT_TRANSLATE_NOOP("ErrorWords", "A reason is missing.") },
    { "case.noApplicant",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The case is internal: there is no applicant to write to.") },
    { "case.revoked",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The case was assigned to somebody else; only your own words are left.") },
    { "case.unknown case.notFound aggregate.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "The case is not there, or not visible to you.") },
    { "case.exists",
        QT_TRANSLATE_NOOP("ErrorWords", "There is already a case with this identification.") },
    { "case.nothingUnread",
        QT_TRANSLATE_NOOP("ErrorWords", "There is nothing unread in the case.") },
    { "caseType.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal does not know this type of case any more.") },
    { "department.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal does not know this department any more.") },
    { "answer.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "This answer is not in the application any more.") },
    { "message.empty",
        QT_TRANSLATE_NOOP("ErrorWords", "The message has neither text nor attachments.") },
    { "message.closed", QT_TRANSLATE_NOOP("ErrorWords", "The case no longer takes messages.") },
    { "note.empty", QT_TRANSLATE_NOOP("ErrorWords", "The note is empty.") },
    { "documentRequest.empty", QT_TRANSLATE_NOOP("ErrorWords", "No document is named.") },
    { "followUp.noDate", QT_TRANSLATE_NOOP("ErrorWords", "The day of the follow-up is missing.") },
    { "followUp.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "This follow-up does not exist any more.") },
    { "draft.exists",
        QT_TRANSLATE_NOOP("ErrorWords",
            "There is already a draft of this kind in the case; finish or discard it first.") },
    { "draft.newer",
        QT_TRANSLATE_NOOP("ErrorWords", "A newer version of the draft is already saved.") },
};

constexpr ErrorReason ofNotices[]{
    { "notice.incomplete", QT_TRANSLATE_NOOP("ErrorWords", "The notice is not complete.") },
    { "notice.unknown", QT_TRANSLATE_NOOP("ErrorWords", "There is no such notice in the case.") },
    { "notice.document notice.pdf",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The document cannot be read as a notice of this program.") },
    { "notice.documentUnread",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal has not read the document yet.") },
    { "notice.content",
        QT_TRANSLATE_NOOP("ErrorWords", "The document does not say what was entered.") },
    { "notice.content.format",
        QT_TRANSLATE_NOOP("ErrorWords", "A newer version of Kontor has written the notice.") },
    { "notice.template",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The template of the notice is not known, or not in this version.") },
    { "notice.letterDate",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The date of the letter is before the application or more than 14 days ahead.") },
    { "notice.channel",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The document names another way to the addressee than was chosen.") },
    { "notice.channel.noConsent",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The applicant has not agreed to electronic communication.") },
    { "notice.channel.noPostbox",
        QT_TRANSLATE_NOOP("ErrorWords", "The applicant has no postbox in a user account.") },
    { "notice.channel.unknown",
        QT_TRANSLATE_NOOP("ErrorWords", "This way to the addressee is not known here.") },
    { "notice.fee",
        QT_TRANSLATE_NOOP("ErrorWords", "The fee in the document is not the requested one.") },
    { "notice.finality.day",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A notice becomes final after its date and not on a day to come.") },
    { "notice.finality.known",
        QT_TRANSLATE_NOOP("ErrorWords", "The notice is already confirmed as final.") },
    { "notice.glyphs",
        QT_TRANSLATE_NOOP("ErrorWords", "A character of the text cannot be printed.") },
    { "notice.rowTooTall",
        QT_TRANSLATE_NOOP("ErrorWords", "An entry of a table is longer than a page.") },
    { "notice.draw notice.finish notice.fonts notice.profile notice.structure letter.texts "
      "template.format template.block template.placeholder template.field law.file",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A part of the program that makes documents is missing or damaged.") },
    { "law.remedy.none law.disclosure.none law.period.none",
        QT_TRANSLATE_NOOP("ErrorWords", "No rule of law is known for it here.") },
    { "law.remedy.value",
        QT_TRANSLATE_NOOP("ErrorWords", "A value for the remedy instruction is missing.") },
    { "seal.key seal.placeholder seal.expired seal.failed",
        QT_TRANSLATE_NOOP("ErrorWords", "The seal of the authority could not be set.") },
};

constexpr ErrorReason ofFees[]{
    { "fee.notOpen", QT_TRANSLATE_NOOP("ErrorWords", "The fee is no longer open.") },
    { "fee.unknown", QT_TRANSLATE_NOOP("ErrorWords", "This fee does not exist any more.") },
    { "fee.items", QT_TRANSLATE_NOOP("ErrorWords", "A payment request needs 1 to 99 items.") },
    { "fee.itemIncomplete",
        QT_TRANSLATE_NOOP("ErrorWords", "An item lacks its text, amount or legal basis.") },
    { "fee.tooLarge", QT_TRANSLATE_NOOP("ErrorWords", "The amount is above 999,999.99 euros.") },
    { "fee.noDueDate", QT_TRANSLATE_NOOP("ErrorWords", "The due date is missing.") },
    { "fee.reference",
        QT_TRANSLATE_NOOP("ErrorWords", "The payment reference was not reserved for you.") },
    { "fee.referenceUsed",
        QT_TRANSLATE_NOOP("ErrorWords", "Another fee already has this payment reference.") },
    { "fee.noReference",
        QT_TRANSLATE_NOOP("ErrorWords", "The cash system has given no payment reference yet.") },
    { "reference.exhausted payment.reference.exhausted",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "No payment reference is left on this device; connect to the portal.") },
    { "reference.block payment.reference.block payment.reference.invalid referenceBlock.request "
      "referenceBlock.range referenceBlock.unknown",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The portal's payment references do not fit those of this device.") },
    { "epc.name epc.iban epc.bic epc.currency epc.amount epc.text epc.size qr.empty qr.size",
        QT_TRANSLATE_NOOP("ErrorWords", "The bank data do not fit into a payment code.") },
};

constexpr ErrorReason ofPortal[]{
    { "unreachable portal.unreachable",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal could not be reached.") },
    { "portal.tls",
        QT_TRANSLATE_NOOP("ErrorWords", "The certificate of the portal is not trusted.") },
    { "portal.timeout http.timeout",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal did not answer in time.") },
    { "portal.cut portal.aborted",
        QT_TRANSLATE_NOOP("ErrorWords", "The connection was cut off; it may have arrived.") },
    { "portal.proxy",
        QT_TRANSLATE_NOOP("ErrorWords", "The proxy server of your network does not answer.") },
    { "portal.proxySignIn",
        QT_TRANSLATE_NOOP("ErrorWords", "The proxy server of your network asks for a sign-in.") },
    { "portal.address", QT_TRANSLATE_NOOP("ErrorWords", "This is no address of a portal.") },
    { "portal.caFile",
        QT_TRANSLATE_NOOP("ErrorWords", "The file with the trusted certificates cannot be read.") },
    { "portal.unavailable http.busy http.badGateway store.busy store.away store.closing",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal is busy or being maintained.") },
    { "portal.unexpectedAnswer portal.status",
        QT_TRANSLATE_NOOP("ErrorWords",
            "What answered is not the portal, or the answer was damaged on the way.") },
    { "portal.tooLarge file.tooLarge upload.tooLarge http.tooLarge http.headerTooLarge",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal accepts smaller files only.") },
    { "http.tooMany request.tooMany upload.tooMany operations.tooMany",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal limits how much may be done at once.") },
    { "http.notFound http.gone request.notFound",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal does not have it, or not for you.") },
    { "http.forbidden", QT_TRANSLATE_NOOP("ErrorWords", "The portal does not allow it to you.") },
    { "http.conflict http.preconditionFailed store.constraint",
        QT_TRANSLATE_NOOP("ErrorWords", "On the portal it has been changed meanwhile.") },
    { "http.internal store.document store.text store.folder",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal has failed; nothing was changed.") },
    { "http.noSpace upload.noSpace upload.storage store.file",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal cannot store anything at the moment.") },
    { "client.tooOld sync.unsupportedApi",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal needs a newer version of Kontor.") },
    { "sync.otherServer",
        QT_TRANSLATE_NOOP("ErrorWords",
            "At this address there is another portal than the one your cases come from.") },
    { "sync.otherClerk",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The cases on this device belong to another clerk's account.") },
    { "sync.paused", QT_TRANSLATE_NOOP("ErrorWords", "Synchronisation is paused.") },
    { "sync.epochChanged feed.cursorExpired feed.cursorInvalid",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The portal was restored or your rights have changed; all cases are fetched anew.") },
    { "feed.body",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The portal sent something that this version cannot read.") },
    { "signin.refused", QT_TRANSLATE_NOOP("ErrorWords", "Login or password is wrong.") },
    { "signin.expired signin.revoked signin.signedOut http.unauthorized",
        QT_TRANSLATE_NOOP("ErrorWords", "Your sign-in has expired or was ended.") },
    { "signin.throttled",
        QT_TRANSLATE_NOOP("ErrorWords", "There were too many attempts to sign in.") },
    { "signin.running", QT_TRANSLATE_NOOP("ErrorWords", "A sign-in is already under way.") },
    { "keyring.notFound keyring.denied keyring.unavailable keyring.slow",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The keyring of this computer is locked or missing; you stay signed in until Kontor "
            "is closed.") },
};

constexpr ErrorReason ofFiles[]{
    { "missingBlobs files.missing",
        QT_TRANSLATE_NOOP("ErrorWords", "The portal asks for a file once more.") },
    { "upload.fileMissing outbox.fileMissing",
        QT_TRANSLATE_NOOP("ErrorWords", "The copy of a file cannot be read any more.") },
    { "upload.hash", QT_TRANSLATE_NOOP("ErrorWords", "A file arrived damaged twice.") },
    { "upload.announcement upload.offset upload.size",
        QT_TRANSLATE_NOOP("ErrorWords", "The transfer of a file must begin anew.") },
    { "upload.empty", QT_TRANSLATE_NOOP("ErrorWords", "A file is empty.") },
    { "upload.infected",
        QT_TRANSLATE_NOOP("ErrorWords", "The virus scanner of the portal refuses a file.") },
    { "upload.unscanned",
        QT_TRANSLATE_NOOP("ErrorWords", "The virus scanner of the portal does not answer.") },
    { "upload.stopped file.stopped",
        QT_TRANSLATE_NOOP("ErrorWords", "You have stopped the transfer of a file.") },
    { "download.hash file.hash",
        QT_TRANSLATE_NOOP("ErrorWords", "A file does not have the content that was announced.") },
    { "download.write file.write file.failed settings.write sheet.zip",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A file could not be written; perhaps the disk is full or protected.") },
    { "file.unreadable file.missing",
        QT_TRANSLATE_NOOP("ErrorWords", "The file is not there, or cannot be read.") },
    { "file.notHere",
        QT_TRANSLATE_NOOP("ErrorWords", "The file has not been fetched from the portal yet.") },
    { "file.notNamed",
        QT_TRANSLATE_NOOP("ErrorWords", "The file does not belong to the case any more.") },
    { "file.typeNotOpened",
        QT_TRANSLATE_NOOP("ErrorWords",
            "Files of this kind can do harm, so Kontor does not open them in other programs.") },
    { "preview.unreadable preview.noPage preview.crashed",
        QT_TRANSLATE_NOOP("ErrorWords", "The file is damaged, or not what its name says.") },
    { "preview.locked", QT_TRANSLATE_NOOP("ErrorWords", "The file is protected by a password.") },
    { "preview.tooLarge preview.timeout",
        QT_TRANSLATE_NOOP("ErrorWords", "Its pages need too much memory or time.") },
    { "preview.noHelper preview.noSandbox",
        QT_TRANSLATE_NOOP("ErrorWords", "The preview program does not start on this computer.") },
    { "preview.closed", QT_TRANSLATE_NOOP("ErrorWords", "The preview was closed.") },
};

constexpr ErrorReason ofStores[]{
    { "store.inUse", QT_TRANSLATE_NOOP("ErrorWords", "Another program uses this profile.") },
    { "outbox.salvaged",
        QT_TRANSLATE_NOOP("ErrorWords",
            "What had not been sent yet lay in a damaged file. What could be read of it was "
            "saved; please check whether something of yours is missing. The damaged file is "
            "kept for the support.") },
    { "store.full", QT_TRANSLATE_NOOP("ErrorWords", "The disk is full.") },
    { "store.corrupt", QT_TRANSLATE_NOOP("ErrorWords", "The database on this device is damaged.") },
    { "store.newer",
        QT_TRANSLATE_NOOP("ErrorWords", "A newer version of Kontor has written the database.") },
    { "store.migrations store.failed store.copyExists",
        QT_TRANSLATE_NOOP("ErrorWords", "The database has failed.") },
    { "store.cannotOpen store.cannotCreate store.cannotLock store.cannotSetAside",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The folder of the profile is not there or may not be written to.") },
    { "settings.locked",
        QT_TRANSLATE_NOOP("ErrorWords", "Your administration has set this for everybody.") },
};

QHash<QString, const char *> allReasons()
{
    QHash<QString, const char *> all;
    const auto add = [&all](const auto &reasons) {
        for (const ErrorReason &reason : reasons) {
            const QStringList keys
                = QString::fromLatin1(reason.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            for (const QString &key : keys) {
                Q_ASSERT_X(!all.contains(key), "ErrorWords", "two reasons for one key");
                all.insert(key, reason.text);
            }
        }
    };
    add(ofConflicts);
    add(ofCases);
    add(ofNotices);
    add(ofFees);
    add(ofPortal);
    add(ofFiles);
    add(ofStores);
    return all;
}

} // namespace

QString ErrorWords::reason(const QString &key)
{
    static const QHash<QString, const char *> all = allReasons();
    const char *text = all.value(key);
    return text ? tr(text) : QString();
}
