#include "filerules.h"

#include <QHash>
#include <QStringList>

namespace {

const QHash<QString, QStringList> &openable()
{
    static const QHash<QString, QStringList> list{
        { QStringLiteral("application/pdf"), { QStringLiteral("pdf") } },
        { QStringLiteral("image/png"), { QStringLiteral("png") } },
        { QStringLiteral("image/jpeg"), { QStringLiteral("jpg"), QStringLiteral("jpeg") } },
        { QStringLiteral("text/plain"), { QStringLiteral("txt") } },
        { QStringLiteral("application/vnd.oasis.opendocument.text"), { QStringLiteral("odt") } },
        { QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            { QStringLiteral("docx") } },
    };
    return list;
}

} // namespace

bool mayOpenOutside(const QString &name, const QString &mediaType)
{
    const QString ending = name.section(QLatin1Char('.'), -1).toLower();
    return openable().value(mediaType).contains(ending);
}
