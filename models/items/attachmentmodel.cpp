#include "attachmentmodel.h"

#include "roles.h"

AttachmentModel::AttachmentModel(Locate locate, QObject *parent)
    : RowList(parent)
    , m_locate(std::move(locate))
{
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    const AttachmentRow *row = at(index);
    if (!row)
        return {};
    const Attachment &attachment = row->attachment;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return attachment.name;
    case IdRole:
        return attachment.id.text;
    case TypeRole:
        return attachment.type;
    case SizeRole:
        return attachment.size;
    case OriginRole:
        return int(attachment.origin);
    case FieldRole:
        return attachment.field;
    case MessageRole:
        return attachment.message.text;
    case AtRole:
        return dateTime(attachment.at);
    case ByRole:
        return attachment.by;
    case HashRole:
        return attachment.sha256;
    case PathRole:
        return m_locate ? m_locate(attachment) : QString();
    case PendingRole:
        return row->pending;
    }
    return {};
}

QHash<int, QByteArray> AttachmentModel::roleNames() const
{
    return { { IdRole, "id" }, { NameRole, "name" }, { TypeRole, "type" }, { SizeRole, "size" },
        { OriginRole, "origin" }, { FieldRole, "field" }, { MessageRole, "message" },
        { AtRole, "at" }, { ByRole, "by" }, { HashRole, "hash" }, { PathRole, "path" },
        { PendingRole, "pending" } };
}

void AttachmentModel::setCase(const ViewedCase &viewed)
{
    QList<AttachmentRow> next;
    for (const Attachment &attachment : viewed.caseFile.attachments)
        next.append({ attachment, findAttachment(viewed.portal, attachment.id) == nullptr });
    setRows(next);
}

void AttachmentModel::clear()
{
    setRows({});
}

void AttachmentModel::onFileSaved(const QString &sha256)
{
    for (int i = 0; i < rows().size(); ++i) {
        if (rows()[i].attachment.sha256 == sha256)
            emit dataChanged(index(i), index(i), { PathRole });
    }
}
