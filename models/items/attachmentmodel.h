#pragma once

#include "rowlist.h"

#include "models/domain/pending.h"

#include <functional>

struct AttachmentRow {
    Attachment attachment;
    bool pending = false;
    const QString &identity() const { return attachment.id.text; }
    bool operator==(const AttachmentRow &) const = default;
};

// The files of a case, in the order they came.
class AttachmentModel : public RowList<AttachmentRow> {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        NameRole,
        TypeRole, // media type
        SizeRole, // bytes
        OriginRole, // int of AttachmentOrigin
        FieldRole, // key of the form field; empty
        MessageRole, // id; empty
        AtRole, // QDateTime
        ByRole,
        HashRole, // SHA-256
        PathRole, // on this machine; empty: must be fetched
        PendingRole, // bool: not yet at the portal
    };
    // Path of the file on this machine, empty if it is not here: CaseView::filePath.
    using Locate = std::function<QString(const Attachment &)>;

    explicit AttachmentModel(Locate locate, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed);
    void clear();
    void onFileSaved(const QString &sha256); // PathRole has changed

private:
    Locate m_locate;
};
