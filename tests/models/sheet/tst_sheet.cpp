#include "models/sheet/sheet.h"

#include <QDate>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <zip.h>

// What leaves the desk as a file: read again by other readers than the one that wrote it.
class TestSheet : public QObject {
    Q_OBJECT
private slots:
    void shouldKeepTextsFromBeingFormulas_data();
    void shouldKeepTextsFromBeingFormulas();
    void shouldWriteCsvAsExcelReadsIt();
    void shouldQuoteWhatSeparates();
    void shouldSeparateSeveralSheets();
    void shouldWriteAnArchiveThatBeginsWithItsType();
    void shouldKeepEvilTextsInTheSpreadsheet();
    void shouldKeepNumbersAndDays();
    void shouldNameSheetsApart();
    void shouldWriteTheSameBytesTwice();
    void shouldOpenInAnOffice();

private:
    static Sheet evil();
};

// A cell as another reader sees it.
struct ReadCell {
    QString type;
    QString value; // of numbers and dates
    QString text;
    bool formula = false;
};
struct ReadSheet {
    QString name;
    QList<QList<ReadCell>> rows;
};

static QByteArray entryOf(const QByteArray &archive, const char *name, bool *stored = nullptr)
{
    zip_source_t *source
        = zip_source_buffer_create(archive.constData(), zip_uint64_t(archive.size()), 0, nullptr);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (!zip)
        return {};
    zip_stat_t stat;
    QByteArray bytes;
    if (zip_stat(zip, name, 0, &stat) == 0) {
        bytes.resize(qsizetype(stat.size));
        zip_file_t *file = zip_fopen(zip, name, 0);
        if (zip_fread(file, bytes.data(), stat.size) != zip_int64_t(stat.size))
            bytes.clear();
        zip_fclose(file);
        if (stored)
            *stored = stat.comp_method == ZIP_CM_STORE;
    }
    zip_discard(zip);
    return bytes;
}

static QString paragraph(QXmlStreamReader &xml)
{
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            text += xml.text();
        else if (xml.isStartElement() && xml.name() == QLatin1String("s"))
            text += QLatin1Char(' ');
        else if (xml.isStartElement() && xml.name() == QLatin1String("tab"))
            text += QLatin1Char('\t');
        else if (xml.isEndElement() && xml.name() == QLatin1String("p"))
            break;
    }
    return text;
}

static QList<ReadSheet> read(const QByteArray &archive)
{
    QList<ReadSheet> sheets;
    const QByteArray content = entryOf(archive, "content.xml");
    QXmlStreamReader xml(content);
    const QString office = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
    const QString table = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const QXmlStreamAttributes with = xml.attributes();
        if (xml.name() == QLatin1String("table")) {
            sheets.append({ with.value(table, QStringLiteral("name")).toString(), {} });
        } else if (xml.name() == QLatin1String("table-row")) {
            sheets.last().rows.append(QList<ReadCell>());
        } else if (xml.name() == QLatin1String("table-cell")) {
            ReadCell cell;
            cell.type = with.value(office, QStringLiteral("value-type")).toString();
            cell.value = with.value(office,
                                 cell.type == QLatin1String("date") ? QStringLiteral("date-value")
                                                                    : QStringLiteral("value"))
                             .toString();
            cell.formula = with.hasAttribute(table, QStringLiteral("formula"));
            sheets.last().rows.last().append(cell);
        } else if (xml.name() == QLatin1String("p")) {
            ReadCell &cell = sheets.last().rows.last().last();
            cell.text += (cell.text.isEmpty() ? QString() : QStringLiteral("\n")) + paragraph(xml);
        }
    }
    if (xml.hasError())
        qWarning() << xml.errorString();
    return xml.hasError() ? QList<ReadSheet>() : sheets;
}

Sheet TestSheet::evil()
{
    return {
        QStringLiteral("Überfällig / <b>x</b>"),
        { QStringLiteral("Dienst"), QStringLiteral("=1+1") },
        { { QStringLiteral("=HYPERLINK(\"http://evil.example\";\"Klick\")"), 3 },
            { QStringLiteral("@SUM(A1:A9)"), -2 },
            { QStringLiteral("Müller; \"Söhne\", Straße\nzweite Zeile"), 0 },
            { QStringLiteral("</text:p><script>&amp;]]>"), 1 },
            { QStringLiteral("  zwei Blanks\tTab"), 5 },
            { QString(QChar(u'\0')) + QStringLiteral("nichts") + QChar(0x1b) + QChar(0xd800), 7 } }
    };
}

void TestSheet::shouldKeepTextsFromBeingFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("equals") << "=1+1"
                            << "'=1+1";
    QTest::newRow("plus") << "+49 3443"
                          << "'+49 3443";
    QTest::newRow("minus") << "-cmd|' /C calc'!A0"
                           << "'-cmd|' /C calc'!A0";
    QTest::newRow("at") << "@SUM(1)"
                        << "'@SUM(1)";
    QTest::newRow("tabulator") << "\t=1"
                               << "'\t=1";
    QTest::newRow("carriage return") << "\r=1"
                                     << "'\r=1";
    QTest::newRow("line feed") << "\n=1"
                               << "'\n=1";
    QTest::newRow("full width") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << QLatin1Char('\'') + QString(QChar(u'\0'));
    QTest::newRow("inside") << "A=B"
                            << "A=B";
    QTest::newRow("umlaut") << "Überfällig"
                            << "Überfällig";
    QTest::newRow("empty") << ""
                           << "";
}

void TestSheet::shouldKeepTextsFromBeingFormulas()
{
    QFETCH(const QString, text);
    QTEST(harmless(text), "written");
}

void TestSheet::shouldWriteCsvAsExcelReadsIt()
{
    const Sheet sheet{ QStringLiteral("S"), { QStringLiteral("Tag"), QStringLiteral("Zahl") },
        { { QDate(2026, 11, 23), -4 }, { QVariant(), QStringLiteral("ü") } } };
    QCOMPARE(csv({ sheet }), QByteArray("\xEF\xBB\xBFTag,Zahl\r\n2026-11-23,-4\r\n,\xC3\xBC\r\n"));
    QCOMPARE(
        csv({ sheet }, u';'), QByteArray("\xEF\xBB\xBFTag;Zahl\r\n2026-11-23;-4\r\n;\xC3\xBC\r\n"));
}

void TestSheet::shouldQuoteWhatSeparates()
{
    const QString text = QString::fromUtf8(csv({ evil() }, u';'));
    QVERIFY(text.contains(
        QStringLiteral("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"Klick\"\")\";3\r\n")));
    QVERIFY(text.contains(QStringLiteral("'@SUM(A1:A9);-2\r\n")));
    QVERIFY(text.contains(QStringLiteral("\"Müller; \"\"Söhne\"\", Straße\nzweite Zeile\";0\r\n")));
    QVERIFY(text.contains(QStringLiteral("Dienst;'=1+1\r\n"))); // headings, too
}

void TestSheet::shouldSeparateSeveralSheets()
{
    const Sheet one{ QStringLiteral("Eins"), { QStringLiteral("a") }, { { 1 } } };
    const Sheet two{ QStringLiteral("=Zwei"), { QStringLiteral("b") }, { { 2 } } };
    QCOMPARE(csv({ one, two }),
        QByteArray("\xEF\xBB\xBF"
                   "Eins\r\na\r\n1\r\n\r\n'=Zwei\r\nb\r\n2\r\n"));
}

void TestSheet::shouldWriteAnArchiveThatBeginsWithItsType()
{
    const auto bytes = ods({ evil() });
    QVERIFY(bytes);
    // Local header of 30 bytes, the name, no extra field, then the bytes themselves.
    QCOMPARE(bytes->mid(30, 8), QByteArray("mimetype"));
    QCOMPARE(bytes->mid(28, 2), QByteArray(2, '\0'));
    QCOMPARE(bytes->mid(38, 46), QByteArray("application/vnd.oasis.opendocument.spreadsheet"));
    bool stored = false;
    QCOMPARE(entryOf(*bytes, "mimetype", &stored).size(), 46);
    QVERIFY(stored);
    const QByteArray list = entryOf(*bytes, "META-INF/manifest.xml");
    QVERIFY(list.contains("full-path=\"content.xml\""));
    QVERIFY(list.contains("full-path=\"/\""));
}

void TestSheet::shouldKeepEvilTextsInTheSpreadsheet()
{
    const auto bytes = ods({ evil() });
    QVERIFY(bytes);
    const QList<ReadSheet> sheets = read(*bytes);
    QCOMPARE(sheets.size(), 1);
    const auto &rows = sheets[0].rows;
    QCOMPARE(rows.size(), 7);
    for (const auto &row : rows) {
        for (const ReadCell &cell : row)
            QVERIFY(!cell.formula);
    }
    QCOMPARE(rows[0][1].text, QStringLiteral("'=1+1"));
    QCOMPARE(rows[1][0].text, QStringLiteral("'=HYPERLINK(\"http://evil.example\";\"Klick\")"));
    QCOMPARE(rows[1][0].type, QStringLiteral("string"));
    QCOMPARE(rows[3][0].text, QStringLiteral("Müller; \"Söhne\", Straße\nzweite Zeile"));
    QCOMPARE(rows[4][0].text, QStringLiteral("</text:p><script>&amp;]]>"));
    QCOMPARE(rows[5][0].text, QStringLiteral("  zwei Blanks\tTab"));
    const QString odd(QChar::ReplacementCharacter);
    QCOMPARE(rows[6][0].text, QLatin1Char('\'') + odd + QStringLiteral("nichts") + odd + odd);
}

void TestSheet::shouldKeepNumbersAndDays()
{
    const auto bytes = ods({ { QStringLiteral("S"), { QStringLiteral("a") },
        { { -2, QDate(2026, 11, 23), QVariant(), qint64(1) << 40 } } } });
    QVERIFY(bytes);
    const QList<ReadCell> row = read(*bytes)[0].rows[1];
    QCOMPARE(row.size(), 4);
    QCOMPARE(row[0].type, QStringLiteral("float"));
    QCOMPARE(row[0].value, QStringLiteral("-2"));
    QCOMPARE(row[1].type, QStringLiteral("date"));
    QCOMPARE(row[1].value, QStringLiteral("2026-11-23"));
    QCOMPARE(row[2].type, QString());
    QCOMPARE(row[3].value, QStringLiteral("1099511627776"));
}

void TestSheet::shouldNameSheetsApart()
{
    const Sheet same{ QStringLiteral("Fristen [14/Tage]: ein sehr langer Name"), {}, {} };
    const auto bytes = ods({ same, same, Sheet{} });
    QVERIFY(bytes);
    const QList<ReadSheet> sheets = read(*bytes);
    QCOMPARE(sheets.size(), 3);
    QCOMPARE(sheets[0].name, QStringLiteral("Fristen 14 Tage ein sehr lan"));
    QCOMPARE(sheets[1].name, QStringLiteral("Fristen 14 Tage ein sehr lan 2"));
    QCOMPARE(sheets[2].name, QStringLiteral("Kontor"));
}

void TestSheet::shouldWriteTheSameBytesTwice()
{
    QCOMPARE(*ods({ evil() }), *ods({ evil() }));
}

// Where LibreOffice is installed, it reads the file as it was meant.
void TestSheet::shouldOpenInAnOffice()
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty())
        return; // read() above has read it
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("board.ods")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*ods({ evil() }));
    file.close();
    QProcess convert;
    convert.start(office,
        { QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("p")),
            QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("csv"),
            QStringLiteral("--outdir"), folder.path(), file.fileName() });
    QVERIFY(convert.waitForFinished(90000));
    QFile read(folder.filePath(QStringLiteral("board.csv")));
    QVERIFY(read.open(QIODevice::ReadOnly));
    QVERIFY(read.readAll().contains("'@SUM(A1:A9),-2"));
}

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
