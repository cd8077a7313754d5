#pragma once

#include <QByteArray>
#include <QString>

struct XmpFields {
    QString title;
    QString author;
    QString language; // "de-DE"
    QByteArray producer;
    QByteArray created; // ISO 8601 with zone
};

// The XMP packet that claims PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). PDF/A does not know
// the identification of PDF/UA, hence the extension schema that describes it.
QByteArray xmpPacket(const XmpFields &fields);
