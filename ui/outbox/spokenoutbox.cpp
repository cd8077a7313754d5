#include "spokenoutbox.h"

#include "outboxdelegate.h"

SpokenOutbox::SpokenOutbox(const OutboxDelegate &words, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_words(words)
{
}

QVariant SpokenOutbox::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.isValid())
        return m_words.spoken(index);
    return QIdentityProxyModel::data(index, role);
}
