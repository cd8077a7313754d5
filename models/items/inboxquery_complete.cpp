#include "inboxquery.h"

#include "querywords.h"

#include "models/store/germantext.h"

// What the search field offers while it is written in.

using Field = InboxTerm::Field;

QString QueryLanguage::detailOf(Field field) const
{
    switch (field) {
    case Field::Status:
        return tr("state of the case");
    case Field::Department:
        return tr("department in charge");
    case Field::Assignee:
        return tr("person in charge: me, nobody, a name");
    case Field::Service:
        return tr("kind of case");
    case Field::Due:
        return tr("internal target: overdue, week, < 24.12.2026");
    case Field::FollowUp:
        return tr("day of the follow-up");
    case Field::Period:
        return tr("statutory period");
    case Field::Filed:
        return tr("day of receipt");
    case Field::Updated:
        return tr("last change");
    case Field::Fee:
        return tr("state of the payment");
    case Field::Assurance:
        return tr("how the applicant was identified");
    case Field::Waiting:
        return tr("for applicant, fee or colleague");
    case Field::Unread:
        return tr("unread messages of the applicant");
    case Field::Error:
        return tr("what went wrong: payment, delivery, transfer");
    case Field::Is:
        return tr("unread, overdue, waiting, resting, internal");
    }
    return {};
}

QList<QueryLanguage::Suggestion> QueryLanguage::fieldsFor(
    const QString &prefix, const QString &sign) const
{
    QList<Suggestion> found;
    for (const querywords::FieldWord &word : querywords::fields()) {
        if (!querywords::begins(word, prefix))
            continue;
        const QString name = querywords::nameOf(word.field, m_language) + u':';
        found.append({ sign + name, name, detailOf(word.field) });
    }
    return found;
}

QList<QueryLanguage::Suggestion> QueryLanguage::valuesFor(Field field, const QString &prefix) const
{
    QList<Suggestion> found;
    const QString word = foldedReference(prefix);
    for (const querywords::ValueWord &value : querywords::values(field)) {
        if (!querywords::begins(value, word))
            continue;
        const QString name
            = querywords::nameOf(field, QString::fromLatin1(value.value), m_language);
        found.append({ quoted(name) + u' ', name, {} });
    }
    const QString part = folded(prefix);
    for (const auto &[id, name] : namesOf(field)) {
        if (part.isEmpty() || folded(name).contains(part))
            found.append({ quoted(name) + u' ', name, {} });
    }
    return found;
}

QueryLanguage::Completion QueryLanguage::complete(
    const QString &line, int cursor, bool everything) const
{
    // The word that the cursor stands in or behind; what follows it is replaced with it.
    int from = cursor;
    int end = cursor;
    bool quoted = false;
    for (int i = 0, start = 0; i <= line.size(); ++i) {
        const bool gap = i == line.size() || (line[i].isSpace() && !quoted);
        if (gap && i >= cursor) {
            from = std::min(start, cursor);
            end = std::max(i, cursor);
            break;
        }
        if (gap)
            start = i + 1;
        else if (line[i] == u'"')
            quoted = !quoted;
    }
    const QString typed = line.mid(from, cursor - from);
    const QString sign = typed.startsWith(u'-') ? QStringLiteral("-") : QString();
    const Head head = headOf(typed);
    if (head.field) {
        const int begin = std::max(head.values, int(typed.lastIndexOf(u',')) + 1);
        const QString prefix = typed.mid(begin).remove(u'"');
        return { from + begin, end - from - begin, valuesFor(*head.field, prefix) };
    }
    const QString prefix = foldedReference(typed);
    if (typed.contains(u':') || (prefix.isEmpty() && !everything && sign.isEmpty()))
        return {};
    return { from, end - from, fieldsFor(prefix, sign) };
}
