// tagged_vs_qtextdocument: a notice as PDF/A-3a and PDF/UA-1 against the same letter as raw,
// untagged QTextDocument → QPdfWriter, in one process, warm.
#include "measure.h"
#include "models/notice/noticerenderer.h"
#include "tests/models/notice/samplenotice.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTextDocument>

namespace {

QString asHtml(const NoticeContent &notice)
{
    QString html = QStringLiteral("<p>%1</p><h2>%2</h2><p>%3</p><p>%4</p><ol>")
                       .arg(notice.addressee.join(QStringLiteral("<br>")), notice.subject,
                           notice.salutation, notice.introduction);
    for (const QString &decision : notice.decisions + notice.conditions)
        html += QStringLiteral("<li>%1</li>").arg(decision);
    html += QStringLiteral("</ol><p>%1</p><p>%2</p><p>%3</p><table>")
                .arg(notice.reasons.facts, notice.reasons.law, notice.reasons.discretion);
    for (const NoticeFee &fee : notice.fees)
        html += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>")
                    .arg(fee.text, fee.legalBasis)
                    .arg(double(fee.amount.cents) / 100);
    return html
        + QStringLiteral("</table><p>%1</p><p>%2</p>").arg(notice.remedy.text, notice.closing);
}

} // namespace

int main(int argc, char **argv)
{
    const bool small = bench::isSmall(argc, argv);
    QGuiApplication application(argc, argv);
    const NoticeContent notice = sampleNotice();
    const QString html = asHtml(notice);
    bool ok = true;
    const auto pair = bench::interleaved(
        small ? 1 : 25,
        [&] { ok = ok && renderNotice(notice, Timestamp{ 1'790'000'000'000 }).ok(); },
        [&] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            QTextDocument document;
            document.setHtml(html);
            document.print(&writer);
        });
    if (!ok)
        return 1;
    std::printf("# tagged notice %.1f ms, raw QTextDocument %.1f ms\n", bench::median(pair.ours),
        bench::median(pair.theirs));
    bench::Figures figures;
    figures.add("tagged_vs_qtextdocument", pair.ratio(), "<= 1.5");
    return 0;
}
