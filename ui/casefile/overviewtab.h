#pragma once

#include "nextstep.h"
#include "scrollpage.h"

class DeskContext;

// The page that answers "what now?": next step, newest message, the facts, the files.
class OverviewTab : public ScrollPage {
    Q_OBJECT
public:
    explicit OverviewTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

signals:
    void stepRequested(NextStep::Action action);
    void attachmentRequested(const AttachmentId &id);
    void messagesRequested();

private:
    void addStep(const ViewedCase &viewed);
    void addPending(const ViewedCase &viewed);
    void addMessage(const Message &message);
    void addFacts(const CaseFile &caseFile);
    void addFiles(const ViewedCase &viewed);

    const DeskContext &m_context;
};
