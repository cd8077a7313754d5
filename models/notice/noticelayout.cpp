#include "noticelayout.h"

#include "letterhead.h"
#include "lettertexts.h"
#include "models/payment/qrcode.h"

namespace {

const double pageLeft = 25 * mm;
const double pageRight = 190 * mm;
const double infoLeft = 125 * mm;
const double subjectTop = 103.5 * mm;
const double h2 = 11;
const double h3 = 10.5;
const QChar noBreak(0x00a0);

QString german(QDate date)
{
    return date.toString(QStringLiteral("dd.MM.yyyy"));
}

} // namespace

NoticeLayout::NoticeLayout(Canvas &canvas, const NoticeContent &content, int pages, bool draft)
    : m_canvas(canvas)
    , m_content(content)
    , m_locale(QLocale::German, QLocale::Germany)
    , m_pages(pages)
    , m_draft(draft)
    , m_flow(canvas, FlowFrame{}, [this](int page) {
        const QString name = m_content.authority.name;
        const QString continuation
            = QStringLiteral("%1 · %2 vom %3")
                  .arg(name, m_content.title(), german(m_content.letterDate));
        drawPageMarks(m_canvas, page, m_content.authority.returnLine(), continuation,
            QStringLiteral("Seite %1 von %2").arg(page).arg(m_pages));
        if (m_draft)
            drawDraftMark(m_canvas);
    })
{
}

QString NoticeLayout::amount(const Money &money) const
{
    return formatMoney(money, m_locale);
}

Status NoticeLayout::draw()
{
    m_canvas.begin("Document");
    drawLetterhead(m_canvas, m_content.authority);
    addressee();
    infoBlock();
    foldMarks();
    opening();
    decision();
    reasons();
    fees();
    remedy();
    signature();
    enclosures();
    m_flow.finish();
    m_canvas.end("Document");
    if (m_flow.overflowed())
        return error(ErrorCode::InvalidInput, "notice.rowTooTall");
    return m_status;
}

// The window: return line in the lowest part of the zone for remarks, then six lines of address.
void NoticeLayout::addressee()
{
    const double width = 80 * mm;
    const TypesetBlock sender
        = m_canvas.text(m_content.authority.returnLine(), width, { .size = 7, .spacing = 0 });
    const double senderTop = 61.2 * mm - sender.height();
    m_canvas.tagged("P", [&] { m_canvas.draw(sender, pageLeft, senderTop); });
    m_canvas.rule(pageLeft, 61.6 * mm, pageLeft + width, 61.6 * mm, 0.4, 0.4);
    const double step = 27.3 * mm / 6;
    double y = 62.7 * mm;
    for (const QString &line : m_content.addressee) {
        TypesetBlock block = m_canvas.text(line, width, { .size = 10.5, .spacing = 0 });
        if (block.lines() > 1)
            block = m_canvas.text(line, width, { .size = 8.5, .spacing = 0 });
        // One element for each line: else "Frau" and the name are read as one word.
        m_canvas.tagged("P", [&] { m_canvas.draw(block, pageLeft, y); });
        y += step * block.lines();
    }
}

void NoticeLayout::infoBlock()
{
    const IssuingAuthority &authority = m_content.authority;
    const QPair<QString, QString> rows[] = {
        { QStringLiteral("Aktenzeichen"), m_content.fileReference },
        { QStringLiteral("Ihr Zeichen"), m_content.theirReference },
        { QStringLiteral("Auskunft"), authority.contact },
        { QStringLiteral("Zimmer"), authority.room },
        { QStringLiteral("Telefon"), authority.phone },
        { QStringLiteral("E-Mail"), authority.email },
        { QStringLiteral("Internet"), authority.website },
        { QStringLiteral("Sprechzeiten"), authority.officeHours },
        { QStringLiteral("Datum"),
            m_content.place.isEmpty()
                ? german(m_content.letterDate)
                : QStringLiteral("%1, %2").arg(m_content.place, german(m_content.letterDate)) },
    };
    const double names = 21 * mm;
    double y = 50 * mm;
    m_canvas.begin("Table");
    for (const auto &[name, value] : rows) {
        if (value.isEmpty())
            continue;
        const TypesetBlock head = m_canvas.text(name, names, { .size = 8, .bold = true });
        const TypesetBlock text = m_canvas.text(value, 75 * mm - names, { .size = 8 });
        m_canvas.begin("TR");
        m_canvas.tagged("TH", [&] { m_canvas.draw(head, infoLeft, y); });
        m_canvas.tagged("TD", [&] { m_canvas.draw(text, infoLeft + names, y); });
        m_canvas.end("TR");
        y += qMax(head.height(), text.height()) + 2;
    }
    m_canvas.end("Table");
    m_infoBottom = y;
}

void NoticeLayout::foldMarks()
{
    for (const double y : { 105.0, 210.0 })
        m_canvas.rule(5 * mm, y * mm, 9 * mm, y * mm, 0.4);
    m_canvas.rule(5 * mm, 148.5 * mm, 11 * mm, 148.5 * mm, 0.4); // for punching
}

void NoticeLayout::opening()
{
    m_flow.moveTo(qMax(subjectTop, m_infoBottom + 5 * mm));
    m_flow.heading(1, m_content.subject, 12);
    m_flow.space(5);
    m_flow.paragraphs(m_content.salutation);
    m_flow.paragraphs(m_content.introduction);
}

void NoticeLayout::decision()
{
    if (!m_content.decisions.isEmpty()) {
        m_flow.space(3);
        m_flow.heading(2, QStringLiteral("Entscheidung"), h2);
        m_flow.numbered(m_content.decisions);
    }
    if (!m_content.conditions.isEmpty()) {
        m_flow.space(3);
        m_flow.heading(2, QStringLiteral("Nebenbestimmungen"), h2);
        m_flow.numbered(m_content.conditions);
    }
}

void NoticeLayout::reasons()
{
    const NoticeReasons &reasons = m_content.reasons;
    const QPair<QString, QString> parts[] = { { QStringLiteral("Sachverhalt"), reasons.facts },
        { QStringLiteral("Rechtliche Würdigung"), reasons.law },
        { QStringLiteral("Ermessen"), reasons.discretion } };
    bool first = true;
    for (const auto &[title, text] : parts) {
        if (text.trimmed().isEmpty())
            continue;
        if (first) {
            m_flow.space(3);
            m_flow.heading(2, QStringLiteral("Begründung"), h2);
        }
        first = false;
        m_flow.heading(3, title, h3);
        m_flow.paragraphs(text);
    }
}

void NoticeLayout::fees()
{
    if (m_content.fees.isEmpty())
        return;
    m_flow.space(3);
    m_flow.heading(2, QStringLiteral("Gebühren und Auslagen"), h2);
    const double all = m_flow.width();
    const QVector<TableColumn> columns{ { QStringLiteral("Nr."), 11 * mm },
        { QStringLiteral("Gegenstand"), all - 11 * mm - 66 * mm - 27 * mm },
        { QStringLiteral("Rechtsgrundlage"), 66 * mm },
        { QStringLiteral("Betrag"), 27 * mm, TextStyle::Align::Right } };
    QVector<QStringList> rows;
    for (const NoticeFee &fee : m_content.fees)
        rows.append(
            { QString::number(rows.size() + 1), fee.text, fee.legalBasis, amount(fee.amount) });
    const QStringList sum{ {}, QStringLiteral("Gesamtbetrag"), {}, amount(m_content.total) };
    m_flow.table(columns, rows, sum);
    payment();
}

void NoticeLayout::payment()
{
    if (!m_content.payment)
        return;
    const PaymentTerms &terms = *m_content.payment;
    const double code = 33 * mm;
    m_flow.space(5);
    m_flow.need(code + 16 * mm);
    m_flow.heading(2, QStringLiteral("Zahlung"), h2);
    const double top = m_flow.y();
    const QString text
        = QStringLiteral("Bitte überweisen Sie den Gesamtbetrag von %1 bis zum %2 an:")
              .arg(amount(m_content.total), german(terms.due));
    const double narrow = m_flow.width() - code - 6 * mm;
    m_flow.paragraphs(text, {}, narrow);
    QVector<QPair<QString, QString>> rows{ { QStringLiteral("Empfänger"), terms.payee },
        { QStringLiteral("IBAN"), formatIban(terms.iban, noBreak) } };
    if (!terms.bic.isEmpty())
        rows.append({ QStringLiteral("BIC"), terms.bic });
    const bool follows = terms.waitsForReference();
    const auto texts = letterTexts(QStringLiteral("payment"), QStringLiteral("de"));
    if (!texts) {
        m_status = texts.error();
        return;
    }
    rows.append({ QStringLiteral("Kassenzeichen"),
        follows ? texts->value(QStringLiteral("referenceLater")) : terms.reference });
    m_flow.facts(rows, 32 * mm, 10, narrow);
    if (follows) {
        m_flow.paragraphs(texts->value(QStringLiteral("payLater")), {}, narrow);
        return;
    }
    m_flow.paragraphs(QStringLiteral("Geben Sie das Kassenzeichen im Verwendungszweck an. Den "
                                     "GiroCode können Sie mit Ihrer Banking-App einlesen."),
        {}, narrow);
    const Status drawn = giroCode(top, code);
    if (!drawn && !m_draft)
        m_status = drawn;
    m_flow.moveTo(qMax(m_flow.y(), top + code + 3 * mm));
}

Status NoticeLayout::giroCode(double top, double size)
{
    const auto payload = epcPayload(*epcPayment(m_content));
    if (!payload)
        return payload.error();
    const auto code = encodeQr(*payload);
    if (!code)
        return code.error();
    const QRectF box(pageRight - size, top, size, size);
    const double module = size / (code->size + 2 * qrQuietZone);
    QVector<QRectF> runs;
    for (const QrRun &run : qrRuns(*code))
        runs.append({ box.x() + (run.x + qrQuietZone) * module,
            box.y() + (run.y + qrQuietZone) * module, run.width * module, module });
    const PaymentTerms &terms = *m_content.payment;
    const QString alternative
        = QStringLiteral("GiroCode: Überweisung von %1 an %2, IBAN %3, Kassenzeichen %4")
              .arg(amount(m_content.total), terms.payee, formatIban(terms.iban), terms.reference);
    m_canvas.figure(alternative, box, [&] { m_canvas.fill(runs); });
    return success();
}

void NoticeLayout::remedy()
{
    if (m_content.remedy.text.isEmpty())
        return;
    m_flow.space(3);
    m_flow.heading(2, m_content.remedy.title, h2);
    m_flow.paragraphs(m_content.remedy.text);
}

void NoticeLayout::signature()
{
    const NoticeSignature &signature = m_content.signature;
    m_flow.space(5);
    m_flow.need(32 * mm); // greeting and name stay together
    m_flow.paragraphs(m_content.closing);
    m_flow.paragraphs(signature.formula);
    m_flow.space(10 * mm);
    m_flow.paragraphs(signature.name);
    m_flow.space(-6);
    m_flow.paragraphs(signature.function);
    if (m_content.automated)
        m_flow.paragraphs(QStringLiteral(
            "Dieser Bescheid wurde automatisch erlassen und ist ohne Unterschrift gültig."));
}

void NoticeLayout::enclosures()
{
    const QPair<QString, QStringList> lists[] = {
        { QStringLiteral("Anlagen"), m_content.attachments },
        { QStringLiteral("Verteiler"), m_content.copies },
    };
    for (const auto &[title, items] : lists) {
        if (items.isEmpty())
            continue;
        m_flow.space(4);
        m_flow.heading(2, title, h2);
        m_flow.numbered(items);
    }
}
