#include "fontset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <fontconfig/fontconfig.h>

namespace {
const QStringList fontFiles{ QStringLiteral("NotoSans-Regular.ttf"),
    QStringLiteral("NotoSans-Bold.ttf") };

bool hasAll(const QString &folder)
{
    return std::all_of(fontFiles.begin(), fontFiles.end(),
        [&](const QString &file) { return QFile::exists(folder + QLatin1Char('/') + file); });
}
} // namespace

QStringList FontSet::defaultFolders()
{
    const QString program = QCoreApplication::applicationDirPath();
    return { QDir::cleanPath(program + QStringLiteral("/../share/kontor/fonts")),
        QDir::cleanPath(program + QStringLiteral("/share/kontor/fonts")),
        QStringLiteral("/usr/share/fonts/truetype/noto") };
}

Result<FontSet> FontSet::load(const QString &folder)
{
    const QStringList folders = folder.isEmpty() ? defaultFolders() : QStringList{ folder };
    const auto found = std::find_if(folders.begin(), folders.end(), &hasAll);
    if (found == folders.end())
        return error(ErrorCode::NotFound, "notice.fonts");
    FontSet fonts;
    fonts.m_config.reset(FcConfigCreate(), [](FcConfig *config) {
        if (config)
            FcConfigDestroy(config);
    });
    for (const QString &file : fontFiles) {
        const QByteArray path = QFile::encodeName(*found + QLatin1Char('/') + file);
        const auto *name = reinterpret_cast<const FcChar8 *>(path.constData());
        if (!fonts.m_config || !FcConfigAppFontAddFile(fonts.m_config.get(), name))
            return error(ErrorCode::Corrupt, "notice.fonts", {}, file);
    }
    return fonts;
}

QStringList FontSet::missing(const QString &text) const
{
    QStringList missing;
    const FcFontSet *set = FcConfigGetFonts(m_config.get(), FcSetApplication);
    for (const uint character : text.toUcs4()) {
        for (int i = 0; i < set->nfont; ++i) {
            FcCharSet *covered = nullptr;
            FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &covered);
            const auto name
                = QStringLiteral("U+%1").arg(character, 4, 16, QLatin1Char('0')).toUpper();
            if (!QChar::isSpace(character) && QChar::category(character) != QChar::Other_Format
                && !FcCharSetHasChar(covered, character) && !missing.contains(name))
                missing << name;
        }
    }
    return missing;
}
