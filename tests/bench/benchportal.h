#pragma once

#include "tests/testing/portalprocess.h"

#include "models/sample/bulk.h"

#include <QStringList>
#include <memory>

namespace portal {
class Store;
}

namespace bench {

// Where a portal answers, and the processes that do.
struct Target {
    int port = 0;
    QList<qint64> processes;
    // From /proc: kilobytes of the fullest moment since start or reset, of the fullest of them;
    // seconds of processor time of all.
    qint64 peakKb() const;
    void resetPeak() const;
    double cpuSeconds() const;
};

// An access token of one of the sample clerks, as a header line.
QByteArray signIn(int port, const QString &login = PortalProcess::login());

// The running kontor-portal, filled with as many cases of sample::Bulk as a measurement needs. The
// cases go straight into its store while it stands still: carrying out a million operations would
// measure nothing that is asked for here.
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
    Target serveBeside(); // one process more

    QUrl url() const { return m_process.url(); }
    int port() const { return m_process.url().port(); }
    Target target() const { return { port(), { m_process.pid() } }; }
    QString data() const { return m_process.data(); }
    ClerkId clerk() const; // of PortalProcess::login()

private:
    std::unique_ptr<portal::Store> openStore() const;

    PortalProcess m_process;
    PortalProcess m_second;
};

} // namespace bench
