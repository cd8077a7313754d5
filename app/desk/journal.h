#pragma once

#include "models/items/journalentry.h"

#include <QObject>
#include <QTimer>

class Desk;
struct OperationResult;

// Writes down what happened to the clerk's work without a click of theirs, so that nothing seems to
// have vanished: what arrived, what was merged or refused, when the portal was out of reach, how
// many cases left the list. Codes only, never contents; kept with the outbox, newest 200.
class Journal : public QObject {
    Q_OBJECT
public:
    explicit Journal(Desk &desk, QObject *parent = nullptr);
    ~Journal() override;

    const QList<JournalEntry> &entries() const { return m_entries; } // newest first
    void add(const QString &code, const QJsonObject &params = {});

signals:
    void changed();

private:
    void load();
    void save();
    void onSettled(const OperationResult &result);
    void onStatus();

    Desk &m_desk;
    QList<JournalEntry> m_entries;
    QTimer m_saveTimer; // many entries of one round become one write
    QTimer m_goneTimer;
    int m_gone = 0;
    Timestamp m_offlineSince;
};
