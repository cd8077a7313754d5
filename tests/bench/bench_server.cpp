// The portal on SQLite: pages of the feed, durable forms, uploads and listening clerks.
#include "serverfigures.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::ServerSizes sizes = bench::ServerSizes::of(bench::isSmall(argc, argv));
    bench::Figures figures;
    bench::BenchPortal portal(bench::serveOptions());
    portal.fill({}, { sizes.cases, 4, 2, 0 });
    portal.serve();
    bench::measureChangesPage(figures, portal, portal.data() + QStringLiteral("/portal.db"), sizes);
    bench::measureUploads(figures, portal, sizes);
    bench::measureClerks(figures, portal, sizes);
    bench::measureIntake(figures, portal, sizes);
    return 0;
}
