#pragma once

#include "citizen.h"
#include "server/catalogue/formdata.h"
#include "server/http/http.h"
#include "server/store/files.h"

namespace citizen {

// What may come in as a file: the same list for applications and messages.
struct IntakeRule {
    QStringList accept{ QStringLiteral("pdf"), QStringLiteral("jpg"), QStringLiteral("png") };
    int megabytes = 25; // one file
    int count = 10; // beside those already there
    bool heic = false; // what is taken as JPG may be a HEIC photo, too: it is made one
};

// Media type by the first bytes: "application/pdf", "image/jpeg", "image/png", "image/heic"; empty
// for everything else. Never by what the sender said.
QString typeOfBytes(const QByteArray &head);

// Why a file is not taken, or nothing. Keys: upload.empty, upload.tooLarge {limitMb}, upload.type
// {types: endings}, upload.heic, upload.ending {ending: that fits}, upload.tooManyPixels
// {limitMegapixels}, each with {name}.
std::optional<Error> refusalOf(const http::ReceivedFile &file, const IntakeRule &rule);

// Keeps a file under a random name and returns what to write down about it; the row is still to be
// added with addRow(), the bytes to be removed if that fails. Errors that the citizen is told at
// the field, see isToldAtField(): upload.infected, upload.unscanned, upload.heic {name}; nothing is
// kept then.
Result<catalogue::UploadedFile> keep(
    const Context &context, http::ReceivedFile &file, const QString &field);
bool isToldAtField(const Error &error);
Status addRow(portal::Writing &writing, const catalogue::UploadedFile &file, const QString &owner,
    Timestamp now);

} // namespace citizen
