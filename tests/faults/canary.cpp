#include "canary.h"

#include "models/store/germantext.h"

#include <QDirIterator>
#include <QFile>

namespace {

// What Base64 makes of the word alone, wherever it begins in the encoded text.
QByteArray base64At(const QByteArray &word, int place)
{
    const QByteArray encoded = (QByteArray(place, 'x') + word + "xx").toBase64();
    const int begin = (place * 8 + 5) / 6;
    const int end = int((place + word.size()) * 8 / 6);
    return encoded.mid(begin, end - begin);
}

} // namespace

Canary::Canary(const QStringList &words)
{
    const auto add = [this](const QString &name, const QByteArray &bytes) {
        if (bytes.size() >= 5) // shorter ones stand everywhere
            m_forms.append({ name, bytes });
    };
    for (const QString &word : words) {
        const QByteArray plain = word.toUtf8();
        add(word, plain);
        add(word + QStringLiteral(" (lower)"), word.toLower().toUtf8());
        add(word + QStringLiteral(" (folded)"), folded(word).toUtf8());
        add(word + QStringLiteral(" (utf-16)"),
            QByteArray(reinterpret_cast<const char *>(word.utf16()), word.size() * 2));
        for (int place = 0; place < 3; ++place)
            add(word + QStringLiteral(" (base64)"), base64At(plain, place));
    }
}

QStringList Canary::hits(const QString &folder) const
{
    QStringList found;
    QDirIterator files(
        folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        const QByteArray bytes
            = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
        for (const Form &form : m_forms) {
            if (bytes.contains(form.bytes) || path.toUtf8().contains(form.bytes))
                found.append(path.mid(folder.size()) + QStringLiteral(": ") + form.name);
        }
    }
    return found;
}
