#include "journallist.h"

#include "outboxdelegate.h"
#include "ui/common/emptystate.h"
#include "ui/common/panel.h"
#include "ui/common/sectionheading.h"
#include "ui/words/deskcontext.h"
#include "ui/words/journalwords.h"

#include <QVBoxLayout>

JournalList::JournalList(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
    setAccessibleName(tr("What happened"));
    setEntries({}, [](const QString &) { return QString(); });
}

void JournalList::setEntries(const QList<JournalEntry> &entries, const CaseNames &caseName)
{
    keepPosition();
    clear();
    if (entries.isEmpty()) {
        column()->addStretch();
        column()->addWidget(new EmptyState(QStringLiteral("history"),
            tr("Nothing has happened yet"),
            tr("What is transferred, merged, refused or taken from you is written down here.")));
        column()->addStretch();
        return;
    }
    const DateWords dates = m_context.dates();
    const JournalWords::Names names{ &OutboxDelegate::actionName, caseName };
    QDate day;
    QList<TimelineEntry> lines;
    const auto flush = [&] {
        if (lines.isEmpty())
            return;
        column()->addWidget(new SectionHeading(dates.heading(day)));
        column()->addSpacing(Space::small);
        auto *list = new TimelineList;
        list->setEntries(lines);
        column()->addWidget(list);
        column()->addSpacing(Space::large);
        lines.clear();
    };
    for (const JournalEntry &entry : entries) {
        if (dates.dayOf(entry.at) != day)
            flush();
        day = dates.dayOf(entry.at);
        lines.append(JournalWords::entry(entry, names, dates));
    }
    flush();
    column()->addStretch();
}
