#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

// How a list of cases is shown.
struct ListLook {
    struct Column {
        QString name; // InboxModel::columnName()
        int width = 0; // pixels at text size 100 %; 0: as it comes
        bool operator==(const Column &) const = default;
    };
    QString sortedBy; // InboxModel::columnName(); empty: urgency
    bool descending = false;
    bool table = false; // rows in columns over the whole window, instead of beside the case
    QList<Column> columns; // of the table, from the left; empty: the usual ones

    bool operator==(const ListLook &) const = default;
};

// A search that a clerk has given a name, with the look of its list.
struct SavedView {
    QString id;
    QString name;
    QString query; // as written: QueryLanguage reads it in either language
    ListLook look;

    bool operator==(const SavedView &) const = default;
};

// Of all views in their order. What cannot be read is left out; fields of a newer program are lost.
QByteArray toJson(const QList<SavedView> &views);
QList<SavedView> savedViewsFromJson(const QByteArray &json);
QByteArray toJson(const ListLook &look);
ListLook listLookFromJson(const QByteArray &json);
