#include "savedview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonObject objectOf(const ListLook &look)
{
    QJsonArray columns;
    for (const ListLook::Column &column : look.columns)
        columns.append(QJsonObject{
            { QStringLiteral("name"), column.name }, { QStringLiteral("width"), column.width } });
    return { { QStringLiteral("sortedBy"), look.sortedBy },
        { QStringLiteral("descending"), look.descending }, { QStringLiteral("table"), look.table },
        { QStringLiteral("columns"), columns } };
}

ListLook lookOf(const QJsonObject &json)
{
    ListLook look;
    look.sortedBy = json.value(QLatin1String("sortedBy")).toString();
    look.descending = json.value(QLatin1String("descending")).toBool();
    look.table = json.value(QLatin1String("table")).toBool();
    for (const QJsonValue &value : json.value(QLatin1String("columns")).toArray()) {
        const QJsonObject column = value.toObject();
        look.columns.append({ column.value(QLatin1String("name")).toString(),
            column.value(QLatin1String("width")).toInt() });
    }
    return look;
}

} // namespace

QByteArray toJson(const QList<SavedView> &views)
{
    QJsonArray list;
    for (const SavedView &view : views)
        list.append(QJsonObject{ { QStringLiteral("id"), view.id },
            { QStringLiteral("name"), view.name }, { QStringLiteral("query"), view.query },
            { QStringLiteral("look"), objectOf(view.look) } });
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QList<SavedView> savedViewsFromJson(const QByteArray &json)
{
    QList<SavedView> views;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject view = value.toObject();
        const QString id = view.value(QLatin1String("id")).toString();
        const QString name = view.value(QLatin1String("name")).toString();
        if (!id.isEmpty() && !name.isEmpty())
            views.append({ id, name, view.value(QLatin1String("query")).toString(),
                lookOf(view.value(QLatin1String("look")).toObject()) });
    }
    return views;
}

QByteArray toJson(const ListLook &look)
{
    return QJsonDocument(objectOf(look)).toJson(QJsonDocument::Compact);
}

ListLook listLookFromJson(const QByteArray &json)
{
    return lookOf(QJsonDocument::fromJson(json).object());
}
