// The board of the team: what its worker needs to read the cache and to count it.
#include "bulkcache.h"
#include "measure.h"

#include "models/board/board.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool small = bench::isSmall(argc, argv);
    const int cases = small ? 500 : 100'000;
    const sample::Bulk bulk;
    const auto cache = bench::openCache(bench::keptCache(bench::dataFolder(small), bulk, cases));
    const auto law = loadLawTable();
    if (!law)
        bench::giveUp("law table");
    const BoardWish wish{ { bulk.department }, true, bulk.newest, "Europe/Berlin",
        Calendar(*law, { QStringLiteral("NW"), {} }) };
    QList<double> read;
    QList<double> count;
    Result<BoardRows> rows = cache->boardRows();
    Board board;
    for (int round = 0; round < (small ? 1 : 9); ++round) {
        read.append(bench::milliseconds([&] { rows = cache->boardRows(); }));
        if (!rows || rows->rows.size() != size_t(cases))
            bench::giveUp("rows of the board");
        count.append(bench::milliseconds([&] { board = makeBoard(*rows, wish); }));
    }
    std::printf("# %d cases, %d of them open\n", cases, board.open.count);
    bench::Figures figures;
    figures.add("board_read_M_ms", bench::median(read));
    figures.add("board_count_M_ms", bench::median(count));
    figures.add("board_M_ms", bench::median(read) + bench::median(count), "<= 100");
    return 0;
}
