#pragma once

#include "models/domain/pending.h"
#include "scrollpage.h"

class DeskContext;

// The side of an opened case: who it is about, which days count, what happened.
class CaseInspector : public ScrollPage {
    Q_OBJECT
public:
    explicit CaseInspector(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

private:
    void addParty(const Party &party);
    void addLine(const QString &iconName, const QString &text);
    void addDeadlines(const CaseFile &caseFile);
    void addDeadline(const QString &title, QDate day, const QString &detail, bool counts);
    void addHistory(const ViewedCase &viewed);

    const DeskContext &m_context;
};
