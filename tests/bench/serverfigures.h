#pragma once

#include "benchportal.h"
#include "measure.h"

// What the portal does for its users, over HTTP on loopback, by a client in the same machine.
namespace bench {

struct ServerSizes {
    bool small = false;
    int rounds = 5;
    int windowMs = 2000; // of one side in one round
    int cases = 2000;
    int uploads = 20;
    int uploadBytes = 50 * 1024 * 1024;
    int clerks = 4000;

    static ServerSizes of(bool small);
};

QStringList serveOptions(); // of a portal that is measured

// Pages of the feed of about 50 KB, read by sixteen connections.
class FeedPages {
public:
    explicit FeedPages(int port); // finds the cursor of each

    double perSecond(int windowMs) const;
    int limit() const { return m_limit; } // cases in a page
    qsizetype count() const { return m_cursors.size(); }
    qint64 bytes() const { return m_bytes; } // of a page, about

private:
    int m_port;
    QByteArray m_token;
    QList<QByteArray> m_cursors;
    int m_limit = 0;
    qint64 m_bytes = 0;
};

// Steps of an application that sixteen citizens fill in at once; each counts when it was answered.
double formsPerSecond(int port, int windowMs);
// The fullest moment of a process while files arrive at once, in megabytes.
double uploadPeak(const Target &portal, const ServerSizes &sizes);

struct HeldClerks {
    double told = 0; // within a second, in the worst round
    double idlePercent = 0; // processor time of the portal while nothing happens
};
HeldClerks holdClerks(const Target &portal, const ServerSizes &sizes);

} // namespace bench
