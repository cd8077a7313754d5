#include "fonts.h"

#include <QDir>
#include <QFontDatabase>

// Outside of any namespace, as Q_INIT_RESOURCE demands; a static library's resources register
// themselves only when somebody refers to them.
static void initDeskResources()
{
    Q_INIT_RESOURCE(desk);
}

bool loadDeskFonts()
{
    initDeskResources();
    if (QFontDatabase::applicationFontFamilies(0).contains(QStringLiteral("Inter")))
        return true;
    bool all = true;
    const QDir fonts(QStringLiteral(":/fonts"));
    const QStringList names = fonts.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names)
        all = QFontDatabase::addApplicationFont(fonts.filePath(name)) >= 0 && all;
    return all && !names.isEmpty();
}
