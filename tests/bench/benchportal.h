#pragma once

#include "tests/testing/portalprocess.h"

#include "models/sample/bulk.h"

#include <QStringList>

// The running kontor-portal, filled with as many cases of sample::Bulk as a measurement needs. The
// cases go straight into its store while it stands still: carrying out a million operations would
// measure nothing that is asked for here.
namespace bench {

class BenchPortal {
public:
    // The kontor-portal that was built with this benchmark, with the sample office and one case.
    explicit BenchPortal(const QStringList &serveOptions = {});

    struct Content {
        int cases = 0;
        int messages = 4; // of each case
        int files = 2; // attachments of each case
        int fileBytes = 0; // 0: their bytes are not there
    };
    void fill(sample::Bulk bulk, const Content &content);
    void serve(); // again after fill()

    QUrl url() const { return m_process.url(); }
    int port() const { return m_process.url().port(); }
    qint64 pid() const { return m_process.pid(); }
    QString data() const { return m_process.folder() + QStringLiteral("/portal"); }
    ClerkId clerk() const; // of PortalProcess::login()

    // An access token of one of the sample clerks, as a header line.
    QByteArray signIn(const QString &login = PortalProcess::login()) const;
    // From /proc: kilobytes of the fullest moment since start, and seconds of processor time.
    qint64 peakKb() const;
    void resetPeak() const;
    double cpuSeconds() const;

private:
    PortalProcess m_process;
};

} // namespace bench
