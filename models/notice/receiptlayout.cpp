#include "receiptlayout.h"

#include "letterhead.h"

namespace {

const double names = 55 * mm;
const int longAnswer = 600; // characters; a row of a table does not break over pages

QLocale localeOf(const QString &language)
{
    return language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                           : QLocale(QLocale::German, QLocale::Germany);
}

bool isLong(const ReceiptAnswer &answer)
{
    return answer.value.size() > longAnswer || answer.value.count(QLatin1Char('\n')) > 12;
}

} // namespace

ReceiptLayout::ReceiptLayout(
    Canvas &canvas, const Receipt &receipt, const LetterTexts &texts, int pages)
    : m_canvas(canvas)
    , m_receipt(receipt)
    , m_texts(texts)
    , m_locale(localeOf(receipt.language))
    , m_pages(pages)
    , m_flow(canvas, FlowFrame{}, [this](int page) {
        drawPageMarks(m_canvas, page, m_receipt.authority.returnLine(),
            word("title") + QLatin1Char(' ') + m_receipt.reference,
            word("page").arg(page).arg(m_pages));
    })
{
}

Status ReceiptLayout::draw()
{
    m_canvas.begin("Document");
    drawLetterhead(m_canvas, m_receipt.authority);
    head();
    answers();
    files();
    next();
    m_flow.finish();
    m_canvas.end("Document");
    return m_flow.overflowed() ? Status(error(ErrorCode::InvalidInput, "notice.rowTooTall"))
                               : success();
}

void ReceiptLayout::head()
{
    const QDateTime filed
        = QDateTime::fromMSecsSinceEpoch(m_receipt.filedAt.ms, QTimeZone(m_receipt.zone));
    m_flow.moveTo(40 * mm);
    m_flow.heading(1, word("title"), 16);
    m_flow.space(4);
    m_flow.paragraphs(word("received"));
    QString zone = filed.timeZoneAbbreviation(); // one hour of October exists twice
    if (m_locale.language() == QLocale::German)
        zone.replace(QStringLiteral("CEST"), QStringLiteral("MESZ"))
            .replace(QStringLiteral("CET"), QStringLiteral("MEZ"));
    const QString when = word("when").arg(m_locale.toString(filed.date(), QLocale::LongFormat),
        filed.time().toString(QStringLiteral("HH:mm:ss")), zone);
    QVector<QPair<QString, QString>> rows{ { word("service"), m_receipt.service },
        { word("reference"), m_receipt.reference } };
    if (!m_receipt.trackingCode.isEmpty())
        rows.append({ word("trackingCode"), m_receipt.trackingCode });
    rows.append({ word("filedAt"), when });
    rows.append({ word("authority"), m_receipt.authority.returnLine() });
    m_flow.facts(rows, names, 10.5);
    if (!m_receipt.trackingCode.isEmpty())
        m_flow.paragraphs(word("keepCode"));
}

// Short answers in tables, long ones as paragraphs, in the order of the form.
void ReceiptLayout::answers()
{
    if (m_receipt.sections.isEmpty())
        return;
    m_flow.space(4);
    m_flow.heading(2, word("answers"), 12);
    for (const ReceiptSection &section : m_receipt.sections) {
        if (!section.title.isEmpty())
            m_flow.heading(3, section.title, 10.5);
        QVector<QPair<QString, QString>> rows;
        const auto flush = [&] {
            if (!rows.isEmpty())
                m_flow.facts(rows, names, 9.5);
            rows.clear();
        };
        for (const ReceiptAnswer &answer : section.answers) {
            const QString value = answer.value.trimmed();
            if (isLong(answer)) {
                flush();
                m_flow.paragraphs(answer.label, { .size = 9.5, .bold = true });
                m_flow.paragraphs(value, { .size = 9.5 });
            } else {
                rows.append({ answer.label, value.isEmpty() ? word("noAnswer") : value });
            }
        }
        flush();
    }
}

void ReceiptLayout::files()
{
    if (m_receipt.files.isEmpty())
        return;
    m_flow.space(4);
    m_flow.heading(2, word("files"), 12);
    const double all = m_flow.width();
    const QVector<TableColumn> columns{ { word("fileName"), all - 24 * mm - 72 * mm },
        { word("fileSize"), 24 * mm, TextStyle::Align::Right }, { word("fileHash"), 72 * mm } };
    QVector<QStringList> rows;
    for (const ReceiptFile &file : m_receipt.files)
        rows.append({ file.name,
            m_locale.formattedDataSize(file.bytes, 1, QLocale::DataSizeTraditionalFormat),
            QString::fromLatin1(file.sha256) });
    m_flow.table(columns, rows, {}, 8.5);
    m_flow.paragraphs(word("hashMeaning"), { .size = 8.5 });
}

void ReceiptLayout::next()
{
    m_flow.space(4);
    m_flow.heading(2, word("next"), 12);
    m_flow.paragraphs(word("nextText"));
    m_flow.paragraphs(word("noDecision"));
}
