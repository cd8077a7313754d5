#include "germantext.h"

#include "models/sqlite/database.h"

#include <array>
#include <sqlite3.h>
#include <string>

namespace {

// What U+00C0 to U+017F fold to; '-' is no letter.
constexpr char latin[] = "aaaaaaaceeeeiiiidnooooo-ouuuuyts" // U+00C0
                         "aaaaaaaceeeeiiiidnooooo-ouuuuyty" // U+00E0
                         "aaaaaaccccccccddddeeeeeeeeeegggg" // U+0100
                         "gggghhhhiiiiiiiiiiiijjkkklllllll" // U+0120
                         "lllnnnnnnnnnoooooooorrrrrrssssss" // U+0140
                         "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // U+0160

class WordFolder {
public:
    // False if the character separates words.
    bool take(char32_t point)
    {
        if (point < 0x80) {
            const char letter = point >= 'A' && point <= 'Z' ? char(point + 32) : char(point);
            if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')))
                return false;
            if (letter == 'e' && !m_word.empty() && isUmlautBase(m_word.back()))
                return true; // the e of ae, oe, ue
            m_word.push_back(letter);
            return true;
        }
        if (point == 0xdf || point == 0x1e9e) { // ß
            m_word.append("ss");
            return true;
        }
        if (point >= 0xc0 && point < 0xc0 + sizeof(latin) - 1) {
            const char letter = latin[point - 0xc0];
            if (letter == '-')
                return false;
            m_word.push_back(letter);
            return true;
        }
        if (point >= 0x300 && point < 0x370)
            return true; // combining marks: ä as a and two dots
        if (!QChar::isLetterOrNumber(point))
            return false;
        append(QChar::toCaseFolded(point));
        return true;
    }
    const std::string &word() const { return m_word; }
    void clear() { m_word.clear(); }

private:
    static bool isUmlautBase(char letter)
    {
        return letter == 'a' || letter == 'o' || letter == 'u';
    }
    void append(char32_t point)
    {
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        m_word.append(bytes.constData(), size_t(bytes.size()));
    }

    std::string m_word;
};

// One code point of UTF-8; a broken byte is taken for itself and separates.
char32_t nextPoint(const unsigned char *&at, const unsigned char *end)
{
    const unsigned char lead = *at++;
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (more == 0 || end - at < more)
        return 0xfffd;
    char32_t point = lead & (0x3f >> more);
    for (int i = 0; i < more; ++i)
        point = point << 6 | (*at++ & 0x3f);
    return point;
}

// Calls word(text, first byte, byte behind the last) until it returns something else than 0.
template <class Word> int eachWord(const char *text, int size, Word word)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(text);
    const unsigned char *end = begin + size;
    const unsigned char *at = begin;
    const unsigned char *start = begin;
    WordFolder folder;
    while (at < end) {
        const unsigned char *before = at;
        if (folder.word().empty())
            start = before;
        if (folder.take(nextPoint(at, end)))
            continue;
        if (!folder.word().empty()) {
            if (const int code = word(folder.word(), int(start - begin), int(before - begin)))
                return code;
        }
        folder.clear();
    }
    return folder.word().empty() ? 0 : word(folder.word(), int(start - begin), size);
}

using TokenSink = int (*)(void *, int, const char *, int, int, int);

int createTokenizer(void *, const char **, int, Fts5Tokenizer **out)
{
    static int stateless;
    *out = reinterpret_cast<Fts5Tokenizer *>(&stateless);
    return SQLITE_OK;
}
void deleteTokenizer(Fts5Tokenizer *) { }
int tokenize(Fts5Tokenizer *, void *context, int, const char *text, int size, TokenSink sink)
{
    return eachWord(text, size, [&](const std::string &word, int first, int last) {
        return sink(context, 0, word.data(), int(word.size()), first, last);
    });
}

} // namespace

QString folded(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    eachWord(utf8.constData(), int(utf8.size()), [&](const std::string &word, int, int) {
        if (!out.isEmpty())
            out.append(' ');
        out.append(word.data(), qsizetype(word.size()));
        return 0;
    });
    return QString::fromUtf8(out);
}

QString foldedReference(QStringView text)
{
    return folded(text).remove(QLatin1Char(' '));
}

Status registerGermanTokenizer(sqlite::Database &database)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr)
        != SQLITE_OK)
        return database.lastError("tokenizer");
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    fts5_tokenizer german{ createTokenizer, deleteTokenizer, tokenize };
    if (!api || api->xCreateTokenizer(api, "german", nullptr, &german, nullptr) != SQLITE_OK)
        return error(ErrorCode::Internal, "store.failed", {}, QStringLiteral("fts5 is missing"));
    return success();
}
