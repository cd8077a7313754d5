#pragma once

#include "models/domain/pending.h"
#include "scrollpage.h"

class DeskContext;
class Panel;
class QPushButton;

// Notices that were issued, with channel and the days that count. That one is final is nothing a
// program can know (a remedy may lie in another post box), so a person confirms it here.
class NoticesTab : public ScrollPage {
    Q_OBJECT
public:
    explicit NoticesTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

signals:
    void documentRequested(const AttachmentId &id);
    void noticeRequested();
    void finalityRequested(const NoticeId &id);

private:
    void addNotice(const ViewedCase &viewed, const Notice &notice);
    void addFacts(class QVBoxLayout *column, const ViewedCase &viewed, const Notice &notice);

    const DeskContext &m_context;
};

// Payment requests with items, reference and state.
class FeesTab : public ScrollPage {
    Q_OBJECT
public:
    explicit FeesTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

signals:
    void feeRequested();
    void cancelRequested(const FeeId &id);

private:
    void addFee(const ViewedCase &viewed, const FeeRequest &fee);

    const DeskContext &m_context;
};

// Notes of the office and follow-ups.
class NotesTab : public ScrollPage {
    Q_OBJECT
public:
    explicit NotesTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

signals:
    void noteRequested();
    void followUpDoneRequested(const FollowUpId &id);

private:
    void addFollowUp(const ViewedCase &viewed, const FollowUp &followUp);

    const DeskContext &m_context;
};

// What happened, newest last, and what is due.
class HistoryTab : public ScrollPage {
    Q_OBJECT
public:
    explicit HistoryTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

private:
    const DeskContext &m_context;
};
