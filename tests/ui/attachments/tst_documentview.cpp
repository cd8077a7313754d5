#include "ui/attachments/documentview.h"
#include "ui/attachments/pagestack.h"
#include "ui/common/kontorstyle.h"
#include <QAccessible>
#include <QBuffer>
#include <QComboBox>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

class TestDocumentView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldShowAPdfLazily();
    void shouldZoom();
    void shouldTellAScreenReaderWhatIsWritten();
    void shouldKeepThePlaceWhenTheDocumentChanges();
    void shouldShowTextAsText();
    void shouldCutLongText();
    void shouldSayWhatItCannotShow();
    void shouldSayWhenAFileIsDamaged();
    void shouldSayWhenThePreviewIsNotInstalled();

private:
    static QString helper() { return QStringLiteral(KONTOR_BIN_DIR "/kontor-pdfview"); }
};

namespace {

const QString pdfType = QStringLiteral("application/pdf");
const QString title = QStringLiteral("Lageplan <b>neu</b>.pdf");

QByteArray newPdf(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, 200, 200, Qt::darkRed);
        painter.drawText(20, 260, QStringLiteral("Blatt %1").arg(page + 1));
    }
    painter.end();
    return buffer.data();
}

} // namespace

void TestDocumentView::initTestCase()
{
    KontorStyle::install(*qApp, false);
}

void TestDocumentView::shouldShowAPdfLazily()
{
    DocumentView view(helper());
    view.resize(700, 600);
    view.show();
    QSignalSpy opened(&view, &DocumentView::opened);
    view.showBytes(newPdf(30), pdfType, title);
    QVERIFY(!view.stateText().isEmpty()); // loading
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(view.pageCount(), 30);
    auto *pages = view.findChild<PageStack *>();
    QTRY_VERIFY(pages->hasPicture(0));
    QTRY_VERIFY(pages->hasPicture(1)); // the next one is ready before it comes into view
    QVERIFY(!pages->hasPicture(10));
    view.goToPage(20);
    QTRY_VERIFY(pages->hasPicture(20));
    QCOMPARE(view.currentPage(), 20);
    QVERIFY(!pages->hasPicture(10));
}

void TestDocumentView::shouldZoom()
{
    DocumentView view(helper());
    view.resize(700, 600);
    view.show();
    view.showBytes(newPdf(1), pdfType, title);
    QTRY_VERIFY(view.isShowingPages());
    auto *pages = view.findChild<PageStack *>();
    const qreal fitted = pages->shownZoom();
    view.zoomIn();
    QVERIFY(pages->shownZoom() > fitted);
    view.zoomOut();
    view.zoomOut();
    QVERIFY(pages->shownZoom() < fitted);
    QVERIFY(view.findChild<QComboBox *>()->currentText().contains(QLatin1Char('%')));
    QTest::keyClick(view.findChild<QComboBox *>(), Qt::Key_Home);
    QCOMPARE(pages->shownZoom(), fitted);
    QCOMPARE(view.findChild<QComboBox *>()->currentIndex(), 0);
}

// What a screen reader asks for: the text interface of the pages, for the page that is read.
void TestDocumentView::shouldTellAScreenReaderWhatIsWritten()
{
    DocumentView view(helper());
    view.resize(700, 600);
    view.show();
    view.showBytes(newPdf(3), pdfType, title);
    auto *pages = view.findChild<PageStack *>();
    QTRY_VERIFY(pages->text().contains(QStringLiteral("Blatt 1")));
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(pages);
    QVERIFY(told && told->textInterface());
    QCOMPARE(told->role(), QAccessible::Document);
    const auto all = [told] {
        return told->textInterface()->text(0, told->textInterface()->characterCount());
    };
    QVERIFY(all().contains(QStringLiteral("Blatt 1")));
    QCOMPARE(told->text(QAccessible::Value), all());
    view.goToPage(2);
    QTRY_VERIFY(all().contains(QStringLiteral("Blatt 3")));
    QVERIFY(!all().contains(QStringLiteral("Blatt 1")));
    view.showBytes("PK", QStringLiteral("application/zip"), title);
    QVERIFY(all().isEmpty());
}

void TestDocumentView::shouldKeepThePlaceWhenTheDocumentChanges()
{
    DocumentView view(helper());
    view.resize(700, 600);
    view.show();
    QSignalSpy opened(&view, &DocumentView::opened);
    view.showBytes(newPdf(5), pdfType, title);
    QTRY_COMPARE(opened.size(), 1);
    view.goToPage(3);
    view.updateBytes(newPdf(6));
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(view.currentPage(), 3);
    QCOMPARE(view.pageCount(), 6);
}

void TestDocumentView::shouldShowTextAsText()
{
    DocumentView view(helper());
    const QString text = QStringLiteral("<b>x</b><img src=file:///etc/passwd>\nGrüße");
    view.showBytes(text.toUtf8(), QStringLiteral("text/plain"), title);
    QCOMPARE(view.findChild<QPlainTextEdit *>()->toPlainText(), text);
    view.showBytes(text.toLatin1(), QStringLiteral("text/plain"), title);
    QCOMPARE(view.findChild<QPlainTextEdit *>()->toPlainText(), text);
}

void TestDocumentView::shouldCutLongText()
{
    DocumentView view(helper());
    view.showBytes(
        QByteArray(3 << 20, 'x').replace(1000, 1, "\n"), QStringLiteral("text/plain"), title);
    QVERIFY(view.findChild<QPlainTextEdit *>()->toPlainText().size() < (1 << 20) + 200);
}

void TestDocumentView::shouldSayWhatItCannotShow()
{
    DocumentView view(helper());
    view.showBytes("PK", QStringLiteral("application/zip"), title);
    QVERIFY(!view.isShowingPages());
    QVERIFY(view.stateText().contains(QStringLiteral("No preview")));
    QVERIFY(!DocumentView::canPreview(QStringLiteral("image/svg+xml")));
}

void TestDocumentView::shouldSayWhenAFileIsDamaged()
{
    DocumentView view(helper());
    QSignalSpy failed(&view, &DocumentView::failed);
    view.showBytes("%PDF-1.7 and nothing", pdfType, title);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), QStringLiteral("preview.unreadable"));
    QVERIFY(!view.isShowingPages());
    view.showBytes(newPdf(1), pdfType, title);
    QTRY_VERIFY(view.isShowingPages());
}

void TestDocumentView::shouldSayWhenThePreviewIsNotInstalled()
{
    DocumentView view(QStringLiteral("/nowhere/kontor-pdfview"));
    QSignalSpy failed(&view, &DocumentView::failed);
    view.showBytes(newPdf(1), pdfType, title);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!view.stateText().isEmpty());
}

QTEST_MAIN(TestDocumentView)
#include "tst_documentview.moc"
