#include "referenceformat.h"

#include "models/store/outbox.h"
#include "models/store/referencestore.h"

// Defined with the payment references; named here, since both headers know a block of numbers.
QString formatReference(const QString &prefix, qint64 number, int width);

void usePrintedReferences(Outbox &outbox)
{
    constexpr int digits = 7;
    outbox.references().setFormat([](const QString &prefix, qint64 number) {
        return formatReference(prefix, number, digits);
    });
}
