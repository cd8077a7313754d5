#pragma once

#include <QByteArray>
#include <functional>
#include <optional>
#include <string>

namespace http {

struct PartHeader {
    QByteArray name; // of the form field
    std::optional<QByteArray> fileName; // as sent; present but empty when no file was chosen
    QByteArray contentType; // empty if not given
};

// Receives a form while it is read. Returning false ends the reading.
class MultipartSink {
public:
    virtual ~MultipartSink() = default;
    virtual bool beginPart(const PartHeader &header) = 0;
    virtual bool partData(const char *data, qsizetype size) = 0;
    virtual bool endPart() = 0;
};

// Reads multipart/form-data (RFC 7578, RFC 2046 5.1.1) in pieces of any size. It keeps at most one
// piece plus one part header (8 KB), whatever is sent, and knows nothing of sockets and files, so
// that a fuzzer can drive it.
class MultipartParser {
public:
    // boundary: as in the Content-Type, 1 to 70 bytes, see multipartBoundary().
    MultipartParser(const QByteArray &boundary, MultipartSink &sink, int maxParts = 1000);
    // false: malformed, or the sink said so; nothing more may be fed then.
    bool feed(const char *data, qsizetype size);
    bool isComplete() const { return m_state == State::Done; } // the closing boundary was seen

private:
    enum class State { Preamble, Data, AfterBoundary, Header, Done, Failed };
    enum class Step { Again, NeedMore, Fail };
    Step seekBoundary();
    Step readAfterBoundary();
    Step readHeader();
    std::string_view rest() const;

    State m_state = State::Preamble;
    std::string m_delimiter; // CRLF "--" boundary
    std::string m_buffer;
    std::size_t m_position = 0; // in m_buffer: up to here it is done
    std::size_t m_scanned = 0; // of rest(): searched for the end of the header before
    MultipartSink &m_sink;
    int m_partsLeft;
};

// The boundary of a Content-Type header; empty if it is not multipart/form-data with a valid one.
QByteArray multipartBoundary(const QByteArray &contentType);

// Content-Disposition and Content-Type of the lines of one part; nullopt: malformed or without
// name.
std::optional<PartHeader> parsedPartHeader(const QByteArray &lines);

} // namespace http
