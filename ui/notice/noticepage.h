#pragma once

#include "models/domain/pending.h"
#include "models/law/disclosure.h"
#include "models/law/period.h"
#include "models/law/remedy.h"
#include "models/notice/noticeevidence.h"
#include "noticepoints.h"

#include <QWidget>

class CaseRequests;
class Chip;
class DeskContext;
class DocumentView;
class ElidedLabel;
class NoticePreview;
class NoticeStep;
class Panel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;
class StepList;
class WrappedLabel;

// The assistant for a notice: steps at the left, one of them in the middle, the document itself at
// the right. What keeps the notice from being lawful is counted and named where it is mended; only
// then can it be issued.
class NoticePage : public QWidget {
    Q_OBJECT
public:
    NoticePage(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);
    ~NoticePage() override;

    void open(const ViewedCase &viewed, const NoticeContent &content);
    void close(); // reports the last draft
    bool isOpen() const { return !m_case.id.isNull(); }
    CaseId caseId() const { return m_case.id; }
    const NoticeContent &content() const { return m_content; }
    int openPoints() const; // those that block
    void setStep(NoticeStepId step);
    // The payment reference that was bound to this notice's draft.
    void setReference(const CaseId &id, const QString &reference);
    void setDraftSaved(const CaseId &id, Timestamp at);
    DocumentView *document() const { return m_document; }

signals:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    QWidget *buildTop();
    QWidget *buildSteps();
    QWidget *buildMiddle();
    QWidget *buildPreview();
    void onChanged();
    void onStep(int index);
    void onRelease();
    void onDiscard();
    void updateAll(); // points, steps, periods, title and the document
    void updateSteps();
    void updateChecks();
    void updatePeriods();
    void updateHead();

    const DeskContext &m_context;
    CaseRequests &m_requests;
    CaseFile m_case;
    MessageId m_lastSeen; // newest message when the clerk began: a newer one stops the notice
    NoticeContent m_content;
    QVector<OpenPoint> m_points;
    NoticePreview *m_preview;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    Chip *m_count;
    QPushButton *m_release;
    StepList *m_steps;
    WrappedLabel *m_periods;
    WrappedLabel *m_periodSource;
    WrappedLabel *m_stepTitle;
    WrappedLabel *m_stepHint;
    QStackedWidget *m_pages;
    QList<NoticeStep *> m_editors;
    QVBoxLayout *m_checks;
    ElidedLabel *m_saved;
    QPushButton *m_back;
    QPushButton *m_next;
    QWidget *m_middle;
    QToolButton *m_showDocument;
    DocumentView *m_document;
    bool m_firstPage = true;
};
