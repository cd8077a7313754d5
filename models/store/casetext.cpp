#include "casetext.h"

namespace {

void addAnswers(QStringList &parts, const QList<FormAnswer> &answers)
{
    for (const FormAnswer &answer : answers) {
        if (!answer.display.isEmpty())
            parts.append(answer.display);
        else if (answer.value.isString())
            parts.append(answer.value.toString());
        addAnswers(parts, answer.children);
    }
}

void addParty(QStringList &parts, const Party &party)
{
    parts << displayName(party) << party.organisation << party.email;
    // An address under a block on disclosure is not findable either.
    if (!party.addressBlocked)
        parts << party.address.street << party.address.postalCode << party.address.city;
}

} // namespace

QString searchText(const CaseFile &caseFile)
{
    QStringList parts{ caseFile.reference, caseFile.title };
    for (const Party &party : caseFile.parties)
        addParty(parts, party);
    addAnswers(parts, caseFile.answers);
    for (const Message &message : caseFile.messages)
        parts << message.text;
    for (const Note &note : caseFile.notes)
        parts << note.text;
    for (const Attachment &attachment : caseFile.attachments)
        parts << attachment.name;
    for (const Notice &notice : caseFile.notices)
        parts << notice.title;
    for (const FeeRequest &fee : caseFile.fees)
        parts << fee.reference;
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

QString snippetOf(const CaseFile &caseFile)
{
    Timestamp newest;
    QString text = caseFile.title;
    for (const Message &message : caseFile.messages) {
        if (message.at >= newest && !message.text.isEmpty()) {
            newest = message.at;
            text = message.text;
        }
    }
    for (const Note &note : caseFile.notes) {
        if (note.at > newest) {
            newest = note.at;
            text = note.text;
        }
    }
    return text.left(400).simplified().left(160);
}
