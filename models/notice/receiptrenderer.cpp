#include "receiptrenderer.h"

#include "finishing.h"
#include "lettertexts.h"
#include "receiptlayout.h"

#include <QJsonArray>
#include <QJsonDocument>

QJsonObject toJson(const Receipt &receipt)
{
    QJsonArray sections;
    for (const ReceiptSection &section : receipt.sections) {
        QJsonArray answers;
        for (const ReceiptAnswer &answer : section.answers)
            answers << QJsonObject{ { QStringLiteral("label"), answer.label },
                { QStringLiteral("value"), answer.value } };
        sections << QJsonObject{ { QStringLiteral("title"), section.title },
            { QStringLiteral("answers"), answers } };
    }
    QJsonArray files;
    for (const ReceiptFile &file : receipt.files)
        files << QJsonObject{ { QStringLiteral("name"), file.name },
            { QStringLiteral("bytes"), file.bytes },
            { QStringLiteral("sha256"), QString::fromLatin1(file.sha256) } };
    const QDateTime filed = QDateTime::fromMSecsSinceEpoch(receipt.filedAt.ms, Qt::UTC);
    return { { QStringLiteral("format"), QStringLiteral("kontor-receipt/1") },
        { QStringLiteral("language"), receipt.language },
        { QStringLiteral("authority"), receipt.authority.name },
        { QStringLiteral("service"), receipt.service },
        { QStringLiteral("reference"), receipt.reference },
        { QStringLiteral("filedAt"), filed.toString(Qt::ISODateWithMs) },
        { QStringLiteral("sections"), sections }, { QStringLiteral("files"), files } };
}

Result<QByteArray> renderReceipt(
    const Receipt &receipt, const Timestamp &createdAt, const QString &fontFolder)
{
    const auto fonts = FontSet::load(fontFolder);
    if (!fonts)
        return fonts.error();
    return renderReceipt(receipt, createdAt, *fonts);
}

Result<QByteArray> renderReceipt(
    const Receipt &receipt, const Timestamp &createdAt, const FontSet &fonts)
{
    const auto texts = letterTexts(QStringLiteral("receipt"), receipt.language);
    if (!texts)
        return texts.error();
    DocumentInfo info;
    info.title = texts->value(QStringLiteral("title")) + QLatin1Char(' ') + receipt.reference;
    info.author = receipt.authority.name;
    info.language = receipt.language == QLatin1String("en") ? QStringLiteral("en-GB")
                                                            : QStringLiteral("de-DE");
    info.createdAt = createdAt;
    // The tracking code stays out: it is a key, and data files are passed on.
    info.data = { QStringLiteral("receipt.json"), texts->value(QStringLiteral("dataFile")),
        "application/json", QJsonDocument(toJson(receipt)).toJson(QJsonDocument::Indented) };
    return renderDocument(fonts, info, [&](Canvas &canvas, int pages) {
        return ReceiptLayout(canvas, receipt, *texts, pages).draw();
    });
}
