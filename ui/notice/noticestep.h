#pragma once

#include "models/domain/casetype.h"
#include "models/notice/noticecontent.h"
#include "ui/casefile/scrollpage.h"

class DeskContext;
struct NoticeTemplate;

// What a notice is made for. Outlives the call only.
struct NoticeBasis {
    const CaseFile &caseFile;
    const CaseType *type = nullptr; // null: not known here
    const NoticeTemplate *source = nullptr;
};

// One step of the assistant: shows its part of the notice and writes it back.
class NoticeStep : public ScrollPage {
    Q_OBJECT
public:
    using ScrollPage::ScrollPage;
    // Another notice is opened: what the step offers depends on its case; no signal.
    virtual void begin(const NoticeBasis &) { }
    virtual void load(const NoticeContent &content) = 0; // no signal
    virtual void store(NoticeContent &content) const = 0;
    // After a change in any step.
    virtual void refresh(const NoticeContent &) { }
    virtual QString summary(const NoticeContent &content) const = 0; // below the step's name

signals:
    void changed();
    void referenceNeeded(); // a fee was added: it needs a payment reference
};

NoticeStep *newAddresseeStep(const DeskContext &context);
NoticeStep *newDecisionStep();
NoticeStep *newConditionsStep();
NoticeStep *newReasonsStep(const DeskContext &context);
NoticeStep *newFeeStep(const DeskContext &context);
NoticeStep *newRemedyStep();
NoticeStep *newReleaseStep();

// Several sentences in one text area: an empty line begins the next.
QString joinParagraphs(const QStringList &paragraphs);
QStringList splitParagraphs(const QString &text);
