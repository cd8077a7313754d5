#include "jsonscanner.h"

#include <cstring>

namespace {

bool endsScalar(char byte)
{
    return byte == ',' || byte == ']' || byte == '}' || byte == ' ' || byte == '\n' || byte == '\r'
        || byte == '\t';
}

} // namespace

void JsonScanner::skipSpace()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonScanner::take(char wanted)
{
    skipSpace();
    if (m_at == m_end || *m_at != wanted)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::atEnd()
{
    skipSpace();
    return m_at == m_end;
}

// From the opening quote to behind the closing one.
bool JsonScanner::skipString()
{
    for (const char *from = ++m_at;;) {
        const auto *quote
            = static_cast<const char *>(std::memchr(from, '"', std::size_t(m_end - from)));
        if (!quote)
            return false;
        const char *slash = quote;
        while (slash > m_at && slash[-1] == '\\')
            --slash;
        from = quote + 1;
        if ((quote - slash) % 2 != 0)
            continue; // the quote is escaped
        m_at = quote + 1;
        return true;
    }
}

bool JsonScanner::skipNested()
{
    int depth = 0;
    while (m_at < m_end) {
        const char byte = *m_at;
        if (byte == '"') {
            if (!skipString())
                return false;
            continue;
        }
        ++m_at;
        if (byte == '{' || byte == '[')
            ++depth;
        else if ((byte == '}' || byte == ']') && --depth == 0)
            return true;
    }
    return false;
}

QByteArrayView JsonScanner::value()
{
    skipSpace();
    const char *begin = m_at;
    if (begin == m_end)
        return {};
    bool whole = true;
    if (*begin == '"') {
        whole = skipString();
    } else if (*begin == '{' || *begin == '[') {
        whole = skipNested();
    } else {
        while (m_at < m_end && !endsScalar(*m_at))
            ++m_at;
    }
    return whole ? QByteArrayView(begin, m_at) : QByteArrayView();
}
