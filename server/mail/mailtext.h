#pragma once

#include "server/store/mails.h"

#include <functional>

namespace mail {

// A keyed text in a language ("de", "en") with its parameters filled in.
using Wording = std::function<QString(
    const QString &language, const QString &key, const QJsonObject &params)>;

struct Sender {
    QString address; // of the envelope and the From line
    QString name; // "Stadt Lindenau"
    QString publicUrl; // where the page to look things up lives; without a slash at the end
};

// The message as it goes over the wire (RFC 5322, quoted-printable, CRLF). It says that something
// waits, where, and under which reference: never what, and never the code that opens the case.
// messageId: left of the '@'; the same mail keeps it over all attempts.
QByteArray mailText(const portal::Mail &mail, const Sender &sender, const Wording &wording,
    Timestamp now, const QString &messageId);

// An address that may be put into an envelope: one '@', no blanks, no control characters.
bool isSendable(const QString &address);

} // namespace mail
