#pragma once

#include "models/domain/pending.h"

#include <QAbstractListModel>
#include <functional>

// The files of a case, in the order they came.
class AttachmentModel : public QAbstractListModel {
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

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed);
    void clear();
    void onFileSaved(const QString &sha256); // PathRole has changed

private:
    struct Row {
        Attachment attachment;
        bool pending = false;
        bool operator==(const Row &) const = default;
    };
    Locate m_locate;
    QList<Row> m_rows;
};
