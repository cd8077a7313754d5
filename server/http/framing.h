#pragma once

#include "http.h"

// Where a request ends, decided before anybody acts on it. The HTTP library forgives more than two
// servers in a row may forgive (folded headers, two Host headers, transfer codings of HTTP/1.0):
// these are refused here (RFC 9112, 2.2, 3.2, 5.1, 6.1, 6.3 and 11.2).
namespace http {

struct HeadScan {
    qsizetype end = -1; // behind the empty line; -1 while it has not arrived
    bool broken = false; // a bare CR or LF, or NUL
};
// Looks at bytes from `from` on; call it with the size looked at before, so that a head that comes
// byte by byte is read once.
HeadScan scannedHead(QByteArrayView bytes, qsizetype from);

struct HeadVerdict {
    int status = 0; // 0: good; else the status to refuse it with
    const char *reason = ""; // for the log
};
// Lines of a complete head: folded lines, blanks around names, too many fields.
HeadVerdict checkedLines(QByteArrayView head);

struct Framing {
    HeadVerdict verdict;
    qint64 contentLength = -1; // -1: not given
};
// version: 10 or 11.
Framing checkedFraming(const Headers &headers, int version);

} // namespace http
