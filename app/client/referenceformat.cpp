#include "referenceformat.h"

#include "models/payment/paymentreference.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"

void usePrintedReferences(Outbox &outbox)
{
    constexpr int digits = 7;
    outbox.references().setFormat([](const QString &prefix, qint64 number) {
        return formatReference(prefix, number, digits);
    });
}
