#include "multipart.h"

#include <algorithm>

namespace http {

namespace {
constexpr std::size_t maxHeaderBytes = 8 * 1024;
constexpr std::string_view headerEnd = "\r\n\r\n";
} // namespace

MultipartParser::MultipartParser(const QByteArray &boundary, MultipartSink &sink, int maxParts)
    : m_delimiter("\r\n--" + boundary.toStdString())
    , m_buffer("\r\n") // so that a boundary in the very first line is found like every other
    , m_sink(sink)
    , m_partsLeft(maxParts)
{
}

std::string_view MultipartParser::rest() const
{
    return std::string_view(m_buffer).substr(m_position);
}

bool MultipartParser::feed(const char *data, qsizetype size)
{
    if (m_state == State::Failed)
        return false;
    if (m_state == State::Done) // the epilogue means nothing
        return true;
    m_buffer.append(data, static_cast<std::size_t>(size));
    Step step = Step::Again;
    while (step == Step::Again && m_state != State::Done) {
        switch (m_state) {
        case State::Preamble:
        case State::Data:
            step = seekBoundary();
            break;
        case State::AfterBoundary:
            step = readAfterBoundary();
            break;
        default:
            step = readHeader();
            break;
        }
    }
    if (step == Step::Fail) {
        m_state = State::Failed;
        return false;
    }
    if (m_state == State::Done)
        m_position = m_buffer.size();
    m_buffer.erase(0, m_position);
    m_position = 0;
    return true;
}

MultipartParser::Step MultipartParser::seekBoundary()
{
    const std::string_view text = rest();
    // memchr for the CR, then a comparison: faster than tables for a pattern this short, and the
    // worst case is bounded by the 74 bytes of a delimiter.
    const std::size_t at = text.find(m_delimiter);
    std::size_t content = at;
    if (at == std::string_view::npos) {
        // The end may be the beginning of a delimiter: it waits for the next piece.
        const std::size_t keep = std::min(text.size(), m_delimiter.size() - 1);
        content = text.size() - keep;
    }
    if (m_state == State::Data && content > 0
        && !m_sink.partData(text.data(), static_cast<qsizetype>(content)))
        return Step::Fail;
    m_position += content;
    if (at == std::string_view::npos)
        return Step::NeedMore;
    if (m_state == State::Data && !m_sink.endPart())
        return Step::Fail;
    m_position += m_delimiter.size();
    m_state = State::AfterBoundary;
    return Step::Again;
}

MultipartParser::Step MultipartParser::readAfterBoundary()
{
    const std::string_view text = rest();
    // Blanks behind a boundary are transport padding (RFC 2046). Bounded, else it is an attack.
    const std::size_t padding = std::min(text.find_first_not_of(" \t"), text.size());
    if (padding > 64)
        return Step::Fail;
    if (text.size() < padding + 2)
        return Step::NeedMore;
    const std::string_view mark = text.substr(padding, 2);
    if (mark == "--" && padding == 0) {
        m_state = State::Done;
        return Step::Again;
    }
    if (mark != "\r\n" || m_partsLeft-- == 0)
        return Step::Fail;
    m_position += padding + 2;
    m_scanned = 0;
    m_state = State::Header;
    return Step::Again;
}

MultipartParser::Step MultipartParser::readHeader()
{
    const std::string_view text = rest();
    const std::size_t at = text.find(headerEnd, m_scanned);
    if (at == std::string_view::npos) {
        if (text.size() >= maxHeaderBytes + headerEnd.size())
            return Step::Fail;
        m_scanned = text.size() < headerEnd.size() ? 0 : text.size() - headerEnd.size() + 1;
        return Step::NeedMore;
    }
    if (at > maxHeaderBytes)
        return Step::Fail;
    const auto header = parsedPartHeader(QByteArray(text.data(), static_cast<qsizetype>(at)));
    if (!header || !m_sink.beginPart(*header))
        return Step::Fail;
    m_position += at + headerEnd.size();
    m_state = State::Data;
    return Step::Again;
}

} // namespace http
