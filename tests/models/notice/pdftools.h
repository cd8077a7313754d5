#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

// Independent readers of the files that the tests make.
class PdfTools {
public:
    // What a tool printed; with `exitCode` also what it complained about.
    static QByteArray run(
        const QString &program, const QStringList &arguments, int *exitCode = nullptr)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60000))
            return "not finished: " + process.errorString().toUtf8();
        if (!exitCode)
            return process.readAllStandardOutput();
        *exitCode = process.exitCode();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QByteArray &pdf, const QString &name = QStringLiteral("file.pdf")) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("cannot write the file");
        return file.fileName();
    }
    // The findings of our rule checker and of qpdf; empty means that both are content.
    static QByteArray findings(const QString &path)
    {
        int code = 0;
        const QByteArray rules = run(QStringLiteral("/usr/bin/python3"),
            { QStringLiteral(KONTOR_SOURCE_DIR "/tests/tools/pdf-check"), path }, &code);
        int syntax = 0;
        const QByteArray qpdf
            = run(QStringLiteral("qpdf"), { QStringLiteral("--check"), path }, &syntax);
        return code == 0 && syntax == 0 ? QByteArray() : rules + qpdf;
    }
    // The text in the order of the structure tree, white space collapsed.
    static QString structureText(const QString &path)
    {
        const QByteArray text
            = run(QStringLiteral("pdfinfo"), { QStringLiteral("-struct-text"), path });
        return QString::fromUtf8(text).simplified();
    }

private:
    QTemporaryDir m_folder;
};
