#pragma once

#include "models/domain/casetype.h"
#include "models/domain/result.h"

#include <QHash>
#include <QStringList>

namespace catalogue {

// What a citizen has typed so far, exactly as typed: it must come back into the form after an error
// and survive until the draft is sent. Paths: "step.field", in a group "step.group.2.field", parts
// of a date with ".day", ".month", ".year".
class FormData {
public:
    QString value(const QString &path) const; // first one; empty if there is none
    QStringList values(const QString &path) const { return m_values.value(path); }
    void set(const QString &path, const QStringList &values); // none: removes it
    int items(const QString &group) const { return m_items.value(group, -1); } // -1: not yet shown
    void setItems(const QString &group, int count) { m_items.insert(group, count); }
    void removeItem(const QString &group, int item); // 1-based; those behind it move up
    bool isEmpty() const { return m_values.isEmpty(); }

    QJsonObject toJson() const;
    static Result<FormData> fromJson(const QJsonObject &json);
    bool operator==(const FormData &) const = default;

private:
    QHash<QString, QStringList> m_values;
    QHash<QString, int> m_items;
};

// A file that is already stored for the draft.
struct UploadedFile {
    AttachmentId id;
    QString field; // "step.field"
    QString name;
    QString type;
    qint64 size = 0; // bytes
    QString sha256; // hexadecimal
    bool operator==(const UploadedFile &) const = default;
};
QJsonObject toJson(const UploadedFile &file);
Result<UploadedFile> uploadedFileFromJson(const QJsonObject &json);

// Paths that a field may bring in a request; a date has three.
QStringList inputsOf(const FieldDefinition &field, const QString &path);
// How many items of a group are asked for.
int itemCount(const FieldDefinition &group, const FormData &data, const QString &path);

// Is the field asked for, given the other answers? A condition on a field that is not asked itself
// is not met. parent: path of the step or of the item of a group.
bool isAsked(const PublicService &service, const FormStep &step, const FieldDefinition &field,
    const QString &parent, const FormData &data);

// Text as it is kept: NFC, without control, bidirectional and invisible characters; in areas line
// breaks stay.
QString plainText(const QString &typed, bool lines);

} // namespace catalogue
