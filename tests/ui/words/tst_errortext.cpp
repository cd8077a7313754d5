#include "ui/words/errortext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

namespace {

// Whose keys can reach a clerk's eyes: the portal's way for clerks and everything below it, and the
// whole client.
const QStringList folders{ QStringLiteral("models"), QStringLiteral("sync"),
    QStringLiteral("app/client"), QStringLiteral("app/desk"), QStringLiteral("ui"),
    QStringLiteral("server/clerkapi"), QStringLiteral("server/http"),
    QStringLiteral("server/identity"), QStringLiteral("server/store"),
    QStringLiteral("server/payment") };

// What is said on the portal's own command line only, and reasons that are no failures.
const QStringList elsewhere{ QStringLiteral("audit."), QStringLiteral("backup."),
    QStringLiteral("data."), QStringLiteral("database."), QStringLiteral("disclosure."),
    QStringLiteral("password."), QStringLiteral("restore."), QStringLiteral("server.") };

// The ways in which the sources give a key.
const QList<QRegularExpression> givers{
    QRegularExpression(
        QStringLiteral("ErrorCode::\\w+,\\s*(?:\\w+\\()?\"([a-z]\\w*(?:\\.\\w+)+)\"")),
    QRegularExpression(QStringLiteral("\\b(?:hold|later|refuse|refused|objection|corrupt|complain)"
                                      "\\([^;\"]*\"([a-z]\\w*(?:\\.\\w+)+)\"")),
    QRegularExpression(QStringLiteral("(?:reason|key|Reason)\\s*=\\s*(?:QStringLiteral\\()?"
                                      "\"([a-z]\\w*(?:\\.\\w+)+)\"")),
    QRegularExpression(QStringLiteral("\"((?:http|conflict|upload)\\.\\w[\\w.]*)\"")),
    QRegularExpression(QStringLiteral("'(operation\\.\\w+)'")),
};

bool isElsewhere(const QString &key)
{
    for (const QString &prefix : elsewhere) {
        if (key.startsWith(prefix))
            return true;
    }
    return false;
}

// Every key with the file that gives it.
QMap<QString, QString> keysOfSources()
{
    QMap<QString, QString> keys;
    const QString root = QStringLiteral(KONTOR_SOURCE_DIR "/");
    for (const QString &folder : folders) {
        QDirIterator files(root + folder, { QStringLiteral("*.cpp"), QStringLiteral("*.h") },
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            QString text = QString::fromUtf8(file.readAll());
            text.remove(QRegularExpression(QStringLiteral("\\bstep\\([^;]*;"))); // marks of faults
            for (const QRegularExpression &giver : givers) {
                for (auto match = giver.globalMatch(text); match.hasNext();) {
                    const QString key = match.next().captured(1);
                    if (!isElsewhere(key) && !key.endsWith(QLatin1String(".h")))
                        keys.insert(key, file.fileName().mid(root.size()));
                }
            }
        }
    }
    return keys;
}

} // namespace

class TestErrorText : public QObject {
    Q_OBJECT
private slots:
    void shouldHaveWordsForEveryKey()
    {
        const QMap<QString, QString> keys = keysOfSources();
        QVERIFY2(keys.size() > 150, qPrintable(QString::number(keys.size())));
        QStringList missing;
        for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
            if (ErrorWords::reason(it.key()).isEmpty())
                missing.append(it.key() + QStringLiteral(" of ") + it.value());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void shouldSayEveryKeyInGerman()
    {
        const QMap<QString, QString> keys = keysOfSources();
        QMap<QString, QString> english;
        for (const QString &key : keys.keys())
            english.insert(key, ErrorWords::reason(key));
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/translations/kontor_de.qm")));
        QCoreApplication::installTranslator(&german);
        QStringList missing;
        for (const QString &key : keys.keys()) {
            if (ErrorWords::reason(key) == english.value(key))
                missing.append(key);
        }
        QCoreApplication::removeTranslator(&german);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void shouldHaveAllFourParts()
    {
        for (int code = int(ErrorCode::Internal); code <= int(ErrorCode::Busy); ++code) {
            const ErrorText text = ErrorWords::of(error(ErrorCode(code), ""));
            QVERIFY(!text.what.isEmpty());
            QVERIFY(!text.why.isEmpty());
            QVERIFY(!text.now.isEmpty());
            QVERIFY(!text.reference.isEmpty());
        }
    }

    void shouldSayTheReasonOfTheKeyBeforeThatOfTheCode()
    {
        const ErrorText text = ErrorWords::of(error(ErrorCode::InvalidInput, "notice.letterDate"));
        QCOMPARE(text.why, ErrorWords::reason(QStringLiteral("notice.letterDate")));
        QCOMPARE(text.reference, QStringLiteral("notice.letterDate"));
        for (const QString &part : { text.what, text.why, text.now, text.reference })
            QVERIFY(text.oneLine().contains(part));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
