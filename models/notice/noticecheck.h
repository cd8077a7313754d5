#pragma once

#include "noticecontent.h"

// What still keeps a notice from being lawful or complete. The screen words each key; the clerk
// decides about the points that do not block.
struct OpenPoint {
    QString key; // e.g. "notice.check.signature"
    QJsonObject params; // e.g. {"item": 3}
    bool blocks = true;

    bool operator==(const OpenPoint &) const = default;
};

// All open points in the order of the letter. Rests on §§ 28, 36, 37, 39, 40 VwVfG and § 58 VwGO.
QVector<OpenPoint> check(const NoticeContent &content);
// True if nothing blocks.
bool isIssuable(const NoticeContent &content);
