#include "models/domain/filename.h"

#include <QtTest>

// Names as strangers choose them. What must never come out: a path, a hidden ending, a name that a
// system takes for a device, nothing at all.
class TestFileName : public QObject {
    Q_OBJECT
private slots:
    void cleans_data();
    void cleans();
    void isStableAndHarmless_data() { cleans_data(); }
    void isStableAndHarmless();
    void endings();
};

void TestFileName::cleans_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const QString &raw, const QString &clean) {
        QTest::newRow(name) << raw << clean;
    };
    const QString fallback = QStringLiteral("datei");
    row("plain", u"lageplan.pdf"_qs, u"lageplan.pdf"_qs);
    row("umlauts", u"Bäume im Größenvergleich.pdf"_qs, u"Bäume im Größenvergleich.pdf"_qs);
    row("decomposed", u"Ba\u0308ume.pdf"_qs, u"Bäume.pdf"_qs);
    row("vietnamese", u"Nguyễn Thị Minh Châu.jpg"_qs, u"Nguyễn Thị Minh Châu.jpg"_qs);
    row("empty", QString(), fallback);
    row("blanks", u"   "_qs, fallback);
    row("dot", u"."_qs, fallback);
    row("two dots", u".."_qs, fallback);
    row("many dots", u"......"_qs, fallback);
    row("slash", u"/"_qs, fallback);
    row("up", u"../../etc/passwd"_qs, u"passwd"_qs);
    row("up with backslashes", u"..\\..\\windows\\system32\\cmd.exe"_qs, u"cmd.exe"_qs);
    row("mixed", u"..\\../x.pdf"_qs, u"x.pdf"_qs);
    row("absolute", u"/etc/shadow"_qs, u"shadow"_qs);
    row("drive", u"C:\\Users\\kim\\foto.jpg"_qs, u"foto.jpg"_qs);
    row("drive only", u"C:foto.jpg"_qs, u"C_foto.jpg"_qs);
    row("share", u"\\\\server\\share\\a.pdf"_qs, u"a.pdf"_qs);
    row("device path", u"\\\\?\\C:\\a.pdf"_qs, u"a.pdf"_qs);
    row("trailing slash", u"ordner/"_qs, u"ordner"_qs);
    row("only slashes", u"///"_qs, fallback);
    row("stream", u"a.pdf:evil.exe"_qs, u"a.pdf_evil.exe"_qs);
    row("stream data", u"a.pdf::$DATA"_qs, u"a.pdf__$DATA"_qs);
    row("wildcards", u"a*b?.pdf"_qs, u"a_b_.pdf"_qs);
    row("angle", u"<script>.pdf"_qs, u"_script_.pdf"_qs);
    row("pipe and quote", u"a|b\".pdf"_qs, u"a_b_.pdf"_qs);
    row("nul", QStringLiteral("a.pdf") + QChar(0) + QStringLiteral(".exe"), u"a.pdf.exe"_qs);
    row("line break", u"a\r\nContent-Type: text.pdf"_qs, u"a Content-Type_ text.pdf"_qs);
    row("tab", u"a\tb.pdf"_qs, u"a b.pdf"_qs);
    row("escape", u"a\u001b[31mb.pdf"_qs, u"a[31mb.pdf"_qs);
    row("delete", u"a\u007fb.pdf"_qs, u"ab.pdf"_qs);
    row("c1", u"a\u009bb.pdf"_qs, u"ab.pdf"_qs);
    row("right to left override", u"rechnung\u202efdp.exe"_qs, u"rechnungfdp.exe"_qs);
    row("isolate", u"a\u2066b\u2069.pdf"_qs, u"ab.pdf"_qs);
    row("mark", u"a\u200e\u200f.pdf"_qs, u"a.pdf"_qs);
    row("arabic letter mark", u"a\u061cb.pdf"_qs, u"ab.pdf"_qs);
    row("zero width", u"a\u200b\u200c\u200db.pdf"_qs, u"ab.pdf"_qs);
    row("byte order mark", u"\ufeffa.pdf"_qs, u"a.pdf"_qs);
    row("soft hyphen", u"a\u00adb.pdf"_qs, u"ab.pdf"_qs);
    row("line separator", u"a\u2028b\u2029c.pdf"_qs, u"abc.pdf"_qs);
    row("no-break space", u"a\u00a0b.pdf"_qs, u"a b.pdf"_qs);
    row("private use", u"a\ue000b.pdf"_qs, u"ab.pdf"_qs);
    row("noncharacter", u"a\uffffb.pdf"_qs, u"ab.pdf"_qs);
    row("lone surrogate", QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b.pdf"),
        u"a_b.pdf"_qs);
    row("replacement", u"a\ufffdb.pdf"_qs, u"a_b.pdf"_qs);
    row("emoji", u"foto \U0001f333.jpg"_qs, u"foto \U0001f333.jpg"_qs);
    row("hidden", u".htaccess"_qs, u"htaccess"_qs);
    row("hidden deep", u"...a.pdf"_qs, u"a.pdf"_qs);
    row("trailing dot", u"a.pdf."_qs, u"a.pdf"_qs);
    row("trailing dots and blanks", u"a.pdf. . ."_qs, u"a.pdf"_qs);
    row("leading blank", u"  a.pdf"_qs, u"a.pdf"_qs);
    row("two endings", u"rechnung.pdf.exe"_qs, u"rechnung.pdf.exe"_qs);
    row("con", u"CON"_qs, u"_CON"_qs);
    row("con with ending", u"con.pdf"_qs, u"_con.pdf"_qs);
    row("con with two endings", u"con.tar.gz"_qs, u"_con.tar.gz"_qs);
    row("nul device", u"NUL.txt"_qs, u"_NUL.txt"_qs);
    row("prn", u"prn"_qs, u"_prn"_qs);
    row("aux", u"Aux.jpg"_qs, u"_Aux.jpg"_qs);
    row("com", u"COM1.pdf"_qs, u"_COM1.pdf"_qs);
    row("com superscript", u"COM\u00b9.pdf"_qs, u"_COM\u00b9.pdf"_qs);
    row("lpt", u"lpt9"_qs, u"_lpt9"_qs);
    row("com zero", u"COM0.txt"_qs, u"_COM0.txt"_qs);
    row("long device", u"CON."_qs + QString(300, QLatin1Char('a')) + u".pdf"_qs,
        u"_CON."_qs + QString(111, QLatin1Char('a')) + u".pdf"_qs);
    row("break and dot after a path", u"/\n."_qs, fallback);
    row("long astral",
        QString(100, QLatin1Char('a')) + u"\U0001f333\U0001f333\U0001f333\U0001f333.jpg"_qs,
        QString(100, QLatin1Char('a')) + u"\U0001f333\U0001f333\U0001f333\U0001f333.jpg"_qs);
    row("too long astral", QString(113, QLatin1Char('a')) + u"\U0001f333.jpg"_qs,
        QString(113, QLatin1Char('a')) + u".jpg"_qs);
    row("no device", u"COM10.pdf"_qs, u"COM10.pdf"_qs);
    row("console", u"CONSOLE.pdf"_qs, u"CONSOLE.pdf"_qs);
    row("con after a path", u"a/con"_qs, u"_con"_qs);
    row("percent", u"..%2f..%2fa.pdf"_qs, u"%2f..%2fa.pdf"_qs);
    row("long", QString(300, QLatin1Char('a')) + u".pdf"_qs,
        QString(116, QLatin1Char('a')) + u".pdf"_qs);
    row("long without ending", QString(300, QLatin1Char('a')), QString(120, QLatin1Char('a')));
    row("long umlauts", QString(100, u'ä') + u".pdf"_qs, QString(58, u'ä') + u".pdf"_qs);
}

void TestFileName::cleans()
{
    QFETCH(QString, raw);
    QFETCH(QString, clean);
    QCOMPARE(cleanFileName(raw), clean);
}

void TestFileName::isStableAndHarmless()
{
    QFETCH(QString, raw);
    const QString once = cleanFileName(raw);
    QCOMPARE(cleanFileName(once), once);
    QVERIFY(!once.isEmpty());
    QVERIFY(once.toUtf8().size() <= 120);
    QVERIFY(!once.contains(QLatin1Char('/')) && !once.contains(QLatin1Char('\\')));
    QVERIFY(!once.startsWith(QLatin1Char('.')));
    QVERIFY(!once.endsWith(QLatin1Char('.')) && !once.endsWith(QLatin1Char(' ')));
}

void TestFileName::endings()
{
    QCOMPARE(fileEnding(u"a.PDF"_qs), u"pdf"_qs);
    QCOMPARE(fileEnding(u"a.tar.gz"_qs), u"gz"_qs);
    QCOMPARE(fileEnding(u"a"_qs), QString());
    QCOMPARE(fileEnding(u"a."_qs), QString());
    QCOMPARE(fileEnding(u".pdf"_qs), QString());
    QCOMPARE(fileEnding(u"Satz. Und noch ein Satz"_qs), QString());
}

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
