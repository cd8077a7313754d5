#pragma once

#include <QtGlobal>

// What client and kontor-pdfview say to each other over the helper's standard input and output.
// A frame is: length of the payload (32 bit), kind (8 bit), payload; all numbers are big-endian.
//
//   client → helper
//     Document   the bytes, only where the document cannot be given as descriptor 3 (Windows)
//     Render     page (32), resolution in dots per inch (32)
//     Text       page (32)
//   helper → client
//     Opened     number of pages (32), then width and height of each in 1/100 point (32, 32)
//     Pixels     page (32), width (32), height (32), then rows of 32 bit 0xffRRGGBB in host order
//     PageText   page (32), UTF-8
//     Failed     Failure (8)
//
// The first answer is Opened or Failed; after that every request has exactly one answer, in order.
// Pixels are not compressed, so that the client decodes nothing that a document could have shaped.
namespace PreviewProtocol {

enum class Kind : quint8 {
    Document = 'D',
    Render = 'R',
    Text = 'T',
    Opened = 'O',
    Pixels = 'P',
    PageText = 'S',
    Failed = 'F',
};

enum class Failure : quint8 {
    NoSandbox = 1, // the system offers no protection, so nothing is opened
    Unreadable = 2, // damaged, or not what its type says
    Locked = 3, // needs a password
    TooLarge = 4, // pages, pixels or memory beyond the limits
    NoSuchPage = 5,
};

inline constexpr int headerSize = 5;
inline constexpr qint64 mostPixels = 32'000'000; // of one answer: 128 MB
inline constexpr qint64 mostImagePixels = 60'000'000; // of a picture that is decoded
inline constexpr quint32 mostPages = 5000;
inline constexpr quint32 mostPayload = quint32(mostPixels * 4 + 64);
inline constexpr quint32 mostText = 4'000'000; // bytes of the text of one page
inline constexpr quint32 leastDpi = 9;
inline constexpr quint32 mostDpi = 1200;
inline constexpr int documentDescriptor = 3;

} // namespace PreviewProtocol
