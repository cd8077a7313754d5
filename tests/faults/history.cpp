#include "history.h"

#include <QFile>
#include <algorithm>

namespace {

constexpr auto separator = QLatin1Char('\t');

bool waits(const QList<PendingOperation> &outbox, const QString &text)
{
    return std::any_of(outbox.begin(), outbox.end(),
        [&](const PendingOperation &entry) { return History::textOf(entry.operation) == text; });
}

bool isDrafted(const QList<Draft> &drafts, const QString &text)
{
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft &draft) {
        return draft.content.value(QLatin1String("text")).toString() == text;
    });
}

int placeOf(const CaseFile &caseFile, const OperationId &operation)
{
    const EventId event{ derivedUuid(operation.text, "event/1") };
    for (int i = 0; i < caseFile.events.size(); ++i) {
        if (caseFile.events[i].id == event)
            return i;
    }
    return -1;
}

} // namespace

History History::read(const QString &path)
{
    History history;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return history;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        if (!line.endsWith(QLatin1Char('\n')))
            break; // killed while writing: nobody was told
        const QStringList fields = line.chopped(1).split(separator);
        if (fields.size() == 3)
            history.add({ OperationId{ fields[0] }, CaseId{ fields[1] }, fields[2] });
        for (Act &act : history.m_acts)
            act.again = act.again || (fields.size() == 1 && act.operation.text == fields[0]);
    }
    return history;
}

static bool appendLine(const QString &path, const QStringList &fields)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    const QString line = fields.join(separator) + QLatin1Char('\n');
    return file.write(line.toUtf8()) > 0 && file.flush();
}

bool History::append(const QString &path, const Act &act)
{
    return appendLine(path, { act.operation.text, act.caseId.text, act.text });
}

bool History::appendWord(const QString &path, const OperationId &operation)
{
    return appendLine(path, { operation.text });
}

const History::Act *History::find(const QString &text, bool draft) const
{
    for (const Act &act : m_acts) {
        if (act.text == text && act.operation.isNull() == draft)
            return &act;
    }
    return nullptr;
}

QString History::textOf(const Operation &operation)
{
    if (const auto *note = std::get_if<AddNote>(&operation.args))
        return note->text;
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        return reply->text;
    return {};
}

int History::effects(const CaseFile &caseFile, const Act &act)
{
    int byText = 0;
    for (const Note &note : caseFile.notes)
        byText += note.text == act.text;
    for (const Message &message : caseFile.messages)
        byText += message.text == act.text;
    int byEvent = 0;
    const EventId event{ derivedUuid(act.operation.text, "event/1") };
    for (const TimelineEvent &entry : caseFile.events)
        byEvent += entry.id == event;
    return std::max(byText, byEvent);
}

QStringList History::violations(const End &end) const
{
    return lost(end) + doubled(end) + diverged(end) + disordered(end);
}

QStringList History::lost(const End &end) const
{
    QStringList found;
    for (const Act &act : m_acts) {
        const bool atPortal = effects(end.portal.value(act.caseId.text), act) > 0
            || end.carriedOut.contains(act.operation);
        if (!atPortal && !waits(end.outbox, act.text) && !isDrafted(end.drafts, act.text))
            found.append(QStringLiteral("I1: lost: ") + act.text);
    }
    return found;
}

QStringList History::doubled(const End &end) const
{
    QStringList found;
    for (const Act &act : m_acts) {
        if (act.operation.isNull())
            continue;
        int everywhere = 0;
        for (const CaseFile &caseFile : end.portal)
            everywhere += effects(caseFile, act);
        if (everywhere > 1)
            found.append(QStringLiteral("I2: %1 effects: %2").arg(everywhere).arg(act.text));
        // What became an act is no draft any more, or it would be sent twice.
        if (isDrafted(end.drafts, act.text))
            found.append(QStringLiteral("I2: still a draft: ") + act.text);
    }
    return found;
}

QStringList History::diverged(const End &end) const
{
    QStringList found;
    if (!end.atRest)
        return found;
    for (const PendingOperation &entry : end.outbox) {
        if (entry.isOpen() && entry.reason != QLatin1String("case.revoked"))
            found.append(QStringLiteral("I3: not delivered: ") + textOf(entry.operation)
                + QLatin1Char(' ') + entry.reason);
    }
    if (end.desk.keys() != end.portal.keys())
        found.append(QStringLiteral("I3: %1 cases shown, %2 at the portal")
                         .arg(end.desk.size())
                         .arg(end.portal.size()));
    for (auto it = end.portal.begin(); it != end.portal.end(); ++it) {
        if (end.desk.contains(it.key()) && !(end.desk.value(it.key()) == it.value()))
            found.append(QStringLiteral("I3: differs: ") + it.key());
    }
    return found;
}

QStringList History::disordered(const End &end) const
{
    QStringList found;
    QMap<QString, int> last;
    QMap<QString, QString> before; // the act at that place
    for (const Act &act : m_acts) {
        if (act.operation.isNull() || act.again || !end.portal.contains(act.caseId.text))
            continue;
        const int place = placeOf(end.portal[act.caseId.text], act.operation);
        if (place < 0)
            continue;
        if (place < last.value(act.caseId.text, -1))
            found.append(QStringLiteral("I5: out of order: %1 is number %2, %3 before it number %4")
                             .arg(act.text)
                             .arg(place)
                             .arg(before.value(act.caseId.text))
                             .arg(last.value(act.caseId.text)));
        last[act.caseId.text] = place;
        before[act.caseId.text] = act.text;
    }
    return found;
}
