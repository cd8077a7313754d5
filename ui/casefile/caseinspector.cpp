#include "caseinspector.h"

#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/timelinelist.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"
#include "ui/words/eventwords.h"

#include <QHBoxLayout>

namespace {
constexpr int shownEvents = 8;
}

CaseInspector::CaseInspector(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
    static_cast<::Panel *>(widget())->setBackground(Colour::Sunken);
    setAccessibleName(tr("Overview of persons, deadlines and history"));
}

void CaseInspector::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    for (const Party &party : viewed.caseFile.parties) {
        addParty(party);
        column()->addSpacing(Space::large);
    }
    if (!viewed.caseFile.parties.isEmpty())
        column()->addWidget(new Rule);
    addDeadlines(viewed.caseFile);
    addHistory(viewed);
    column()->addStretch(1);
}

void CaseInspector::addParty(const Party &party)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::medium);
    head->addWidget(new Avatar(displayName(party), 36));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new WrappedLabel(displayName(party), TextRole::Heading));
    QStringList roles;
    for (const PartyRole role : party.roles)
        roles.append(CaseWords::role(role));
    words->addWidget(
        new WrappedLabel(roles.join(QStringLiteral(", ")), TextRole::Small, Colour::Text2));
    head->addLayout(words, 1);
    column()->addLayout(head);
    column()->addSpacing(Space::small);
    if (party.level != AssuranceLevel::None && party.level != AssuranceLevel::Unknown)
        addLine(QStringLiteral("shield-check"), CaseWords::levelChip(party.level));
    if (party.addressBlocked)
        addLine(
            QStringLiteral("shield-alert"), tr("Block on disclosure: show the address to nobody"));
    if (!party.address.isEmpty())
        addLine(QStringLiteral("map-pin"), CaseWords::address(party.address));
    if (!party.email.isEmpty())
        addLine(QStringLiteral("mail"), party.email);
    if (!party.phone.isEmpty())
        addLine(QStringLiteral("phone"), party.phone);
}

void CaseInspector::addLine(const QString &iconName, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, Space::tiny, 0, 0);
    row->setSpacing(10);
    row->addWidget(new IconView(iconName));
    auto *label = new WrappedLabel(text);
    label->setSelectable(true);
    row->addWidget(label, 1);
    column()->addLayout(row);
}

void CaseInspector::addDeadlines(const CaseFile &caseFile)
{
    const QDate due = effectiveDue(caseFile.target, m_context.today());
    const QDate followUp = nextFollowUp(caseFile);
    if (!due.isValid() && !caseFile.period.ends.isValid() && !followUp.isValid())
        return;
    column()->addSpacing(Space::medium);
    column()->addWidget(new WrappedLabel(tr("Deadlines"), TextRole::UiStrong));
    column()->addSpacing(Space::tight);
    const bool open = isOpen(caseFile.state);
    if (due.isValid())
        addDeadline(tr("Internal target"), due,
            caseFile.target.isPaused() ? tr("rests: waiting for the applicant") : QString(),
            open && !caseFile.target.isPaused());
    if (caseFile.period.ends.isValid())
        addDeadline(tr("Statutory period"), caseFile.period.ends,
            m_context.citation(caseFile.period), open);
    if (followUp.isValid())
        addDeadline(tr("Follow-up"), followUp, {}, true);
    column()->addSpacing(Space::medium);
    column()->addWidget(new Rule);
}

void CaseInspector::addDeadline(const QString &title, QDate day, const QString &detail, bool counts)
{
    const DateWords dates = m_context.dates();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, Space::tiny, 0, Space::tiny);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new WrappedLabel(title));
    QString meta = dates.day(day);
    if (!detail.isEmpty())
        meta += QStringLiteral(" · ") + detail;
    words->addWidget(new WrappedLabel(meta, TextRole::Small, Colour::Text2));
    row->addLayout(words, 1);
    if (counts) {
        const qint64 days = dates.today().daysTo(day);
        const Tone tone = days < 0 ? Tone::Red : days <= 3 ? Tone::Amber : Tone::Grey;
        auto *chip
            = new Chip(dates.distance(day), tone, days <= 3 ? QStringLiteral("clock") : QString());
        row->addWidget(chip, 0, Qt::AlignTop);
    }
    column()->addLayout(row);
}

void CaseInspector::addHistory(const ViewedCase &viewed)
{
    column()->addSpacing(Space::medium);
    column()->addWidget(new WrappedLabel(tr("History"), TextRole::UiStrong));
    column()->addSpacing(Space::small);
    QList<TimelineEntry> entries;
    const auto &events = viewed.caseFile.events;
    for (qsizetype i = qMax<qsizetype>(0, events.size() - shownEvents); i < events.size(); ++i)
        entries.append(EventWords::entry(events[i], m_context));
    auto *list = new TimelineList;
    list->setEntries(entries);
    column()->addWidget(list);
}
