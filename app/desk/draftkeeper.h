#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"

#include <QTimer>

class DraftStore;

// Saves what is being written shortly after each pause of the keyboard, never over a newer version,
// and one draft per case and kind.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    explicit DraftKeeper(DraftStore &store, const Clock &clock, QObject *parent = nullptr);
    ~DraftKeeper() override; // saves what is not saved yet

    std::optional<Draft> find(const CaseId &id, const QString &kind) const;
    // The draft's id, made now if there is none: something may be bound to it.
    Result<DraftId> ensure(const CaseId &id, const QString &kind);
    // files: copies that are staged; they live as long as the draft names them
    void change(const CaseId &id, const QString &kind, const QJsonObject &content,
        const QList<NewAttachment> &files = {});
    void remove(const CaseId &id, const QString &kind);
    // It was deleted together with the act that it became.
    void forget(const CaseId &id, const QString &kind);
    void saveNow();

signals:
    void saved(const CaseId &id, const QString &kind, Timestamp at);
    void failed(const Error &error);

private:
    struct Entry {
        CaseId caseId;
        QString kind;
        QJsonObject content;
        QList<NewAttachment> files;
    };

    DraftStore &m_store;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Entry> m_waiting;
};
