#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QHash>
#include <QList>

class QNetworkReply;
class QSslError;

// What came back for one request, taken out of the reply so that jobs and their tests need no
// network to read it.
struct PortalAnswer {
    int status = 0;
    QByteArray contentType; // lower case, without parameters
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; // names in lower case

    QByteArray header(const QByteArray &name) const { return headers.value(name); }
    bool isSuccess() const { return status >= 200 && status < 300; }
};

PortalAnswer answerOf(QNetworkReply &reply, bool withBody = true);

// Did the request reach the portal and an answer come back whole? Otherwise Unreachable with
// `portal.unreachable`, `portal.tls` {reason}, `portal.proxy` or `portal.proxySignIn` (nothing was
// sent), `portal.timeout` or `portal.cut` (it may have arrived). Reasons of a refused certificate:
// "untrusted", "expired" (or not yet valid), "host" (of another one); empty: no encrypted
// connection at all.
Status transportStatus(const QNetworkReply &reply);
// A reply forgets the errors of its certificate, so they are noted when they come.
void noteTlsErrors(QNetworkReply &reply, const QList<QSslError> &errors);

// What an answer outside 200…299 means. Only problem+json (RFC 9457) is believed to be the portal's
// own word: anything else comes from something in between (captive portal, proxy), and must never
// be taken for a sign-out or a deletion. 429 and 503 carry `retryAfter` in seconds when it was
// named (at most a day).
Error errorOf(const PortalAnswer &answer, const Clock &clock);

// Whether a 2xx answer is the portal's JSON and came whole, its sum compared where the portal names
// one. Anything else, above all a page of HTML with 200, is Corrupt `portal.unexpectedAnswer`.
Status jsonStatus(const PortalAnswer &answer);
// The JSON object of such an answer.
Result<QJsonObject> jsonOf(const PortalAnswer &answer);
