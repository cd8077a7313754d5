#include "journalwords.h"

#include "datewords.h"
#include "errortext.h"

TimelineEntry JournalWords::entry(
    const JournalEntry &entry, const Names &names, const DateWords &dates)
{
    TimelineEntry line;
    const QJsonObject &params = entry.params;
    const QString action = names.action(params.value(QLatin1String("type")).toString());
    const QString subject = names.caseName(params.value(QLatin1String("case")).toString());
    const QString &code = entry.code;
    line.meta = dates.when(entry.at);
    if (!subject.isEmpty())
        line.meta += QStringLiteral(" · ") + subject;
    line.detail = ErrorWords::reason(params.value(QLatin1String("reason")).toString());
    const int count = params.value(QLatin1String("count")).toInt(1);
    const auto say = [&](const char *icon, Tone tone, const QString &title) {
        line.iconName = QString::fromLatin1(icon);
        line.tone = tone;
        line.title = title;
    };
    if (code == QLatin1String("op.applied")) {
        say("check", Tone::Green, tr("Transferred: %1").arg(action));
    } else if (code == QLatin1String("op.merged")) {
        say("git-merge", Tone::Green, tr("Transferred: %1").arg(action));
        line.detail = tr("Others had changed the case meanwhile; both changes are kept.");
    } else if (code == QLatin1String("op.conflict")) {
        say("git-merge", Tone::Red, tr("Conflict: %1").arg(action));
    } else if (code == QLatin1String("op.rejected")) {
        say("circle-x", Tone::Red, tr("Refused by the portal: %1").arg(action));
    } else if (code == QLatin1String("link.lost")) {
        say("cloud-off", Tone::Amber, tr("No connection to the portal"));
        const Timestamp until{ params.value(QLatin1String("until")).toInteger() };
        const bool sameDay = dates.dayOf(until) == dates.dayOf(entry.at);
        line.detail = tr("Until %1. What you did meanwhile was kept and then transferred.")
                          .arg(sameDay ? dates.time(until) : dates.day(dates.dayOf(until)));
    } else if (code == QLatin1String("cases.gone")) {
        say("folder", Tone::Amber, tr("%n case(s) left your list", nullptr, count));
        line.detail = tr("They were assigned to another department, or closed long ago.");
    } else if (code == QLatin1String("cases.hidden")) {
        say("shield-alert", Tone::Red,
            tr("%n case(s) were taken from you at once", nullptr, count));
        line.detail = tr("They are out of sight and erased once the portal confirms it.");
    } else if (code == QLatin1String("signin.ended")) {
        say("log-in", Tone::Amber, tr("Your sign-in has ended"));
    } else if (code == QLatin1String("file.failed")) {
        say("file-x", Tone::Amber, tr("A file could not be fetched"));
    } else if (code == QLatin1String("outbox.salvaged")) {
        say("circle-alert", Tone::Red, tr("The store of your actions was damaged and repaired"));
        line.detail = tr("A copy of the damaged file is kept; please check what is waiting.");
    } else {
        say("info", Tone::Grey, tr("Event of a newer version (%1)").arg(code));
    }
    return line;
}
