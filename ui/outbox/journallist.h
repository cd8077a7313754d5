#pragma once

#include "models/items/journalentry.h"
#include "ui/casefile/scrollpage.h"

#include <functional>

class DeskContext;

// "What happened": newest first, day by day, so that nothing seems to have vanished.
class JournalList : public ScrollPage {
    Q_OBJECT
public:
    explicit JournalList(const DeskContext &context, QWidget *parent = nullptr);

    using CaseNames = std::function<QString(const QString &id)>;
    void setEntries(const QList<JournalEntry> &entries, const CaseNames &caseName);

private:
    const DeskContext &m_context;
};
