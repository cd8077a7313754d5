#include "server/http/multipart.h"

#include <cstdlib>
#include <string>
#include <vector>

// Fuzzer of the multipart parser, the one piece of code that reads whatever a stranger uploads.
// Each build of the tests runs it over inputs grown from `fuzzTokens` (see replay.cpp); for a long
// hunt it is built with clang (libFuzzer):
//   clang++ -std=c++20 -g -O1 -fPIC -fsanitize=fuzzer,address,undefined -I.
//       $(pkg-config --cflags Qt6Core) tests/fuzz/fuzz_multipart.cpp server/http/multipart.cpp
//       server/http/partheader.cpp $(pkg-config --libs Qt6Core) -o build/fuzz_multipart
// The first byte says how the rest is cut; whatever the cut, the same parts must come out.

extern const std::vector<std::string> fuzzTokens;
const std::vector<std::string> fuzzTokens{ "--XX", "--XX--", "--X", "\r\n", "\r", "\n", "-", "--",
    "Content-Disposition: form-data", "; name=\"a\"", "; filename=\"b.pdf\"",
    "; filename*=UTF-8''%e2%82%ac.pdf", "Content-Type: image/png",
    "multipart/form-data; boundary=XX", "boundary=\"X X\"", "%PDF-1.7", std::string(60, 'y'),
    std::string(1, '\0') };

namespace {
class Digest : public http::MultipartSink {
public:
    bool beginPart(const http::PartHeader &header) override
    {
        add("<");
        add(header.name);
        add(header.fileName.value_or("-"));
        add(header.contentType);
        m_open = true;
        return true;
    }
    bool partData(const char *data, qsizetype size) override
    {
        if (!m_open || size <= 0)
            std::abort();
        add(QByteArray(data, size));
        return true;
    }
    bool endPart() override
    {
        if (!m_open)
            std::abort();
        m_open = false;
        add(">");
        return true;
    }
    QByteArray seen;

private:
    void add(const QByteArray &text) { seen += text; }
    bool m_open = false;
};

struct Outcome {
    bool good;
    bool complete;
    QByteArray seen;
};

Outcome parsed(const char *data, qsizetype size, qsizetype piece)
{
    Digest digest;
    http::MultipartParser parser("XX", digest, 50);
    bool good = true;
    for (qsizetype at = 0; good && at < size; at += piece)
        good = parser.feed(data + at, qMin(piece, size - at));
    return { good, parser.isComplete(), digest.seen };
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const char *text = reinterpret_cast<const char *>(data) + 1;
    const auto length = static_cast<qsizetype>(size - 1);
    const Outcome whole = parsed(text, length, length + 1);
    const Outcome cut = parsed(text, length, data[0] % 16 + 1);
    if (whole.good != cut.good || whole.complete != cut.complete
        || (whole.good && whole.seen != cut.seen))
        std::abort();
    http::multipartBoundary(QByteArray(text, length));
    return 0;
}
