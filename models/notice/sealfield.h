#pragma once

#include <QString>
#include <qpdf/QPDF.hh>

// The empty place of a seal: an invisible signature field on the last page (PAdES, EN 319 142-1)
// whose numbers and contents seal() overwrites without moving a byte.

inline constexpr char sealByteRange[] = "/ByteRange [ 0 1111111111 1111111111 1111111111 ]";
inline constexpr char sealTime[] = "D:19700101000000+00'00'";
inline constexpr int sealRoom = 16384; // bytes of CMS: certificates and, later, a time stamp

void addSealField(QPDF &pdf, const QString &name);
