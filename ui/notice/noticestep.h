#pragma once

#include "models/notice/noticecontent.h"
#include "ui/casefile/scrollpage.h"

class DeskContext;

// One step of the assistant: shows its part of the notice and writes it back.
class NoticeStep : public ScrollPage {
    Q_OBJECT
public:
    using ScrollPage::ScrollPage;
    virtual void load(const NoticeContent &content) = 0; // no signal
    virtual void store(NoticeContent &content) const = 0;
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
