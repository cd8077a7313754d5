#pragma once

#include <QIdentityProxyModel>

class OutboxDelegate;

// The rows of an outbox with what a screen reader says of each: action, words, subject, state, next
// attempt and reason, as the delegate paints them.
class SpokenOutbox : public QIdentityProxyModel {
    Q_OBJECT
public:
    SpokenOutbox(const OutboxDelegate &words, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const OutboxDelegate &m_words;
};
