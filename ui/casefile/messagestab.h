#pragma once

#include "models/domain/pending.h"

#include <QWidget>

class Composer;
class DeskContext;
class ScrollPage;

// The thread with the applicant and, below it, the composer.
class MessagesTab : public QWidget {
    Q_OBJECT
public:
    explicit MessagesTab(const DeskContext &context, QWidget *parent = nullptr);

    void setCase(const ViewedCase &viewed);
    Composer *composer() const { return m_composer; }

signals:
    void attachmentRequested(const AttachmentId &id);

private:
    void addMessage(const ViewedCase &viewed, const Message &message);
    void addDay(QDate day);

    const DeskContext &m_context;
    ScrollPage *m_thread;
    QWidget *m_bottom;
    Composer *m_composer;
    class TransferRows *m_transfers;
    CaseId m_case;
    qsizetype m_shown = 0;
};
