// Runs a fuzzer where there is no libFuzzer (g++): over the files that are named, so that a find
// can be looked at, else over inputs that a fixed generator grows from the fuzzer's tokens.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
extern const std::vector<std::string> fuzzTokens;

namespace {

void run(const std::string &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(input.data()), input.size());
}

// Tokens in any order, now and then a byte changed, doubled or lost.
std::string grown(std::mt19937 &chance)
{
    std::string input(1, char(chance() % 256)); // says how the rest is cut
    for (unsigned left = 1 + chance() % 24; left > 0; --left)
        input += fuzzTokens[chance() % fuzzTokens.size()];
    for (unsigned left = chance() % 4; left > 0; --left) {
        const std::size_t at = chance() % input.size();
        switch (chance() % 3) {
        case 0:
            input[at] = char(chance() % 256);
            break;
        case 1:
            input.insert(at, 1, input[at]);
            break;
        default:
            if (input.size() > 1)
                input.erase(at, 1);
        }
    }
    return input;
}

} // namespace

int main(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        if (!file) {
            std::fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
        run({ std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>() });
    }
    constexpr int rounds = 50'000;
    std::mt19937 chance(20261122); // the same inputs in every run
    for (int i = 0; argc == 1 && i < rounds; ++i)
        run(grown(chance));
    std::printf("%d inputs\n", argc == 1 ? rounds : argc - 1);
    return 0;
}
