#pragma once

#include "models/domain/casefile.h"
#include "models/domain/protocol.h"
#include "models/domain/result.h"

namespace portal {

// The transfer that pays a fee, the payment reference first in its text, then the file reference;
// as SVG with `title` as its accessible name. Errors: fee.noReference (NotFound) while the cash
// system has not given one, and those of epcPayload().
Result<QByteArray> giroCodeSvg(
    const Bank &bank, const FeeRequest &fee, const QString &fileReference, const QString &title);
// The text of the transfer.
QString transferText(const FeeRequest &fee, const QString &fileReference);

} // namespace portal
