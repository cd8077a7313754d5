#include "messagemodel.h"

#include "roles.h"

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    const MessageRow *row = at(index);
    if (!row)
        return {};
    const Message &message = row->message;
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return message.text;
    case IdRole:
        return message.id.text;
    case FromApplicantRole:
        return message.direction == MessageDirection::FromApplicant;
    case AuthorRole:
        return message.author.name;
    case AtRole:
        return dateTime(message.at);
    case ReadByOfficeRole:
        return dateTime(message.readByOffice);
    case ReadByApplicantRole:
        return dateTime(message.readByApplicant);
    case AttachmentsRole: {
        QStringList ids;
        for (const AttachmentId &id : message.attachments)
            ids.append(id.text);
        return ids;
    }
    case PendingStateRole:
        return int(row->pending ? row->pending->state : PendingState::Delivered);
    case ReasonRole:
        return row->pending ? row->pending->reason : QString();
    case NextAttemptRole:
        return row->pending ? dateTime(row->pending->nextAttempt) : QDateTime();
    case OperationRole:
        return row->pending ? row->pending->operation.id.text : QString();
    }
    return {};
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return { { IdRole, "id" }, { TextRole, "text" }, { FromApplicantRole, "fromApplicant" },
        { AuthorRole, "author" }, { AtRole, "at" }, { ReadByOfficeRole, "readByOffice" },
        { ReadByApplicantRole, "readByApplicant" }, { AttachmentsRole, "attachments" },
        { PendingStateRole, "pendingState" }, { ReasonRole, "reason" },
        { NextAttemptRole, "nextAttempt" }, { OperationRole, "operation" } };
}

namespace {

struct Sent {
    MessageId id;
    QString text;
    QList<NewAttachment> files;
};

std::optional<Sent> messageOf(const Operation &operation)
{
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        return Sent{ reply->id, reply->text, reply->attachments };
    if (const auto *request = std::get_if<RequestDocuments>(&operation.args))
        return Sent{ request->message, request->text, {} };
    return std::nullopt;
}

} // namespace

void MessageModel::setCase(const ViewedCase &viewed)
{
    QHash<MessageId, PendingOperation> waiting;
    for (const PendingOperation &entry : viewed.pending) {
        const std::optional<Sent> sent = messageOf(entry.operation);
        if (sent && entry.isOpen())
            waiting.insert(sent->id, entry);
    }
    QList<MessageRow> rows;
    for (const Message &message : viewed.caseFile.messages) {
        const auto entry = waiting.constFind(message.id);
        rows.append(
            { message, entry == waiting.constEnd() ? std::nullopt : std::optional(*entry) });
        waiting.remove(message.id);
    }
    // What the portal refused is not part of the case, but the clerk's text must stay in sight.
    for (const PendingOperation &entry : viewed.pending) {
        const std::optional<Sent> sent = messageOf(entry.operation);
        if (!sent || !waiting.contains(sent->id))
            continue;
        Message message;
        message.id = sent->id;
        message.text = sent->text;
        message.at = entry.operation.createdAt;
        for (const NewAttachment &file : sent->files)
            message.attachments.append(file.id);
        rows.append({ message, entry });
    }
    setRows(rows);
}

void MessageModel::clear()
{
    setRows({});
}
