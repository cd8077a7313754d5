#pragma once

#include "benchportal.h"
#include "measure.h"

// The figures of the portal as its users meet it: over HTTP on loopback, by a client in the same
// machine. One set for each store.
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

QStringList serveOptions(); // of a portal that these figures are taken from

// `ports`: of the processes that serve, one or more.
void measureChangesPage(
    Figures &figures, const BenchPortal &portal, const QString &database, const ServerSizes &sizes);
void measureIntake(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes);
void measureUploads(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes);
void measureClerks(Figures &figures, const BenchPortal &portal, const ServerSizes &sizes);

} // namespace bench
