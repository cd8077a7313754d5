#include "inboxquery.h"

#include "querywords.h"

#include "models/store/germantext.h"

#include <algorithm>

using Field = InboxTerm::Field;
using Relation = InboxTerm::Relation;

namespace {

QStringList unquotedList(const QString &text)
{
    QStringList values;
    QString value;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == u'"')
                value += text[++i];
            else
                quoted = !quoted;
        } else if (text[i] == u',' && !quoted) {
            values.append(value);
            value.clear();
        } else {
            value += text[i];
        }
    }
    values.append(value);
    values.removeAll(QString());
    return values;
}

QString unquoted(const QString &text)
{
    return QString(text).remove(u'"');
}

QString signOf(Relation relation)
{
    switch (relation) {
    case Relation::Is:
        return QStringLiteral(":");
    case Relation::Before:
        return QStringLiteral("<");
    case Relation::UpTo:
        return QStringLiteral("<=");
    case Relation::After:
        return QStringLiteral(">");
    case Relation::From:
        return QStringLiteral(">=");
    }
    return {};
}

// Takes a sign of comparison from the text at `at`; Is if there is none.
Relation takeRelation(const QString &text, int &at)
{
    const QStringView rest = QStringView(text).mid(at);
    for (const Relation relation :
        { Relation::UpTo, Relation::From, Relation::Before, Relation::After }) {
        if (rest.startsWith(signOf(relation))) {
            at += int(signOf(relation).size());
            return relation;
        }
    }
    return Relation::Is;
}

} // namespace

QList<InboxTerm> InboxQuery::terms() const
{
    QList<InboxTerm> terms;
    for (const Part &part : parts)
        terms.append(part.term);
    return terms;
}

QueryLanguage::QueryLanguage(QueryNames names, QString language, QDate today)
    : m_names(std::move(names))
    , m_language(std::move(language))
    , m_today(today)
{
}

QList<QueryLanguage::Token> QueryLanguage::tokens(const QString &line) const
{
    QList<Token> tokens;
    Token token;
    bool quoted = false;
    for (int i = 0; i <= line.size(); ++i) {
        const bool end = i == line.size();
        if (end || (line[i].isSpace() && !quoted)) {
            if (!token.text.isEmpty())
                tokens.append(token);
            token.text.clear();
            continue;
        }
        if (token.text.isEmpty())
            token.from = i;
        if (line[i] == u'"')
            quoted = !quoted;
        token.text += line[i];
    }
    return tokens;
}

QueryLanguage::Head QueryLanguage::headOf(const QString &token) const
{
    Head head;
    int at = token.startsWith(u'-') ? 1 : 0;
    head.negated = at == 1;
    const int begin = at;
    while (at < token.size() && (token[at].isLetter() || token[at] == u'-'))
        ++at;
    head.name = token.mid(begin, at - begin);
    if (at == begin || at == token.size())
        return head;
    const bool colon = token[at] == u':';
    if (colon)
        ++at;
    head.relation = takeRelation(token, at);
    if (!colon && head.relation == Relation::Is)
        return head;
    head.field = querywords::fieldOf(head.name);
    head.values = at;
    head.rest = token.mid(at);
    // An address of the web is no term.
    head.known = head.field || !head.rest.startsWith(QLatin1String("//"));
    return head;
}

InboxQuery QueryLanguage::parse(const QString &line) const
{
    InboxQuery query;
    QStringList words;
    const QList<Token> all = tokens(line);
    for (qsizetype i = 0; i < all.size(); ++i) {
        Head head = headOf(all[i].text);
        const int from = all[i].from;
        int end = all[i].from + int(all[i].text.size());
        if (head.field && head.rest.isEmpty()) {
            // "status: new" is written, too; without a value it is still being typed.
            if (i + 1 == all.size() || headOf(all[i + 1].text).field)
                continue;
            head.rest = all[++i].text;
            end = all[i].from + int(all[i].text.size());
        }
        InboxQuery::Problem problem;
        if (!head.field) {
            words.append(unquoted(all[i].text));
            if (head.known && !head.rest.isEmpty())
                query.problems.append(
                    { tr("There is no field “%1”. It is searched as a word.").arg(head.name), from,
                        end - from });
            continue;
        }
        if (const auto term = termOf(head, problem))
            query.parts.append({ *term, from, end - from });
        else if (!problem.text.isEmpty())
            query.problems.append({ problem.text, from, end - from });
    }
    query.text = words.join(u' ').simplified();
    return query;
}

std::optional<InboxTerm> QueryLanguage::termOf(const Head &head, InboxQuery::Problem &problem) const
{
    InboxTerm term;
    term.field = *head.field;
    term.relation = head.relation;
    term.negated = head.negated;
    if (term.relation != Relation::Is && !querywords::isDay(term.field)) {
        problem.text = tr("“%1” cannot be compared. Write %1:value.").arg(head.name);
        return std::nullopt;
    }
    for (const QString &typed : unquotedList(head.rest)) {
        bool wrongDay = false;
        const QStringList values = valuesOf(head, typed, wrongDay);
        if (values.isEmpty()) {
            problem.text = wrongDay
                ? tr("“%1” is not a day. Write 24.12.2026, today or +7.").arg(typed)
                : tr("“%2” is not known for “%1”.").arg(head.name, typed);
            return std::nullopt;
        }
        for (const QString &value : values) {
            if (!term.values.contains(value))
                term.values.append(value);
        }
    }
    return term.values.isEmpty() ? std::nullopt : std::optional(term);
}

QStringList QueryLanguage::valuesOf(const Head &head, const QString &typed, bool &wrongDay) const
{
    const QString word = querywords::valueOf(*head.field, typed);
    if (querywords::isDay(*head.field)) {
        const QStringList points{ QStringLiteral("today"), QStringLiteral("tomorrow"),
            QStringLiteral("yesterday") };
        if (!word.isEmpty() && (head.relation == Relation::Is || points.contains(word)))
            return { word };
        const QString day = dayOf(typed);
        wrongDay = day.isEmpty();
        return wrongDay ? QStringList() : QStringList{ day };
    }
    return word.isEmpty() ? idsOf(namesOf(*head.field), typed) : QStringList{ word };
}

// "1.12.2026", "1.12.", "2026-12-01", "+7", "-3": as InboxTerm keeps it; empty: no day.
QString QueryLanguage::dayOf(const QString &typed) const
{
    if (typed.startsWith(u'+') || typed.startsWith(u'-')) {
        bool isNumber = false;
        const int days = typed.mid(1).toInt(&isNumber);
        return isNumber && days >= 0 && days < 10000 ? typed.left(1) + QString::number(days)
                                                     : QString();
    }
    QDate date = QDate::fromString(typed, Qt::ISODate);
    if (!date.isValid())
        date = QDate::fromString(typed, QStringLiteral("d.M.yyyy"));
    if (!date.isValid() && typed.count(u'.') == 2 && typed.endsWith(u'.'))
        date = QDate::fromString(
            typed + QString::number(m_today.year()), QStringLiteral("d.M.yyyy"));
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

const QueryNames::List &QueryLanguage::namesOf(Field field) const
{
    static const QueryNames::List none;
    switch (field) {
    case Field::Department:
        return m_names.departments;
    case Field::Assignee:
        return m_names.clerks;
    case Field::Service:
        return m_names.services;
    default:
        return none;
    }
}

// The one of exactly this name, else all whose name contains it: "Sommer", "fällung".
QStringList QueryLanguage::idsOf(const QueryNames::List &names, const QString &typed) const
{
    const QString wanted = folded(typed);
    QStringList exact;
    QStringList part;
    for (const auto &[id, name] : names) {
        if (id == typed || folded(name) == wanted)
            exact.append(id);
        else if (!wanted.isEmpty() && folded(name).contains(wanted))
            part.append(id);
    }
    return exact.isEmpty() ? part : exact;
}

QString QueryLanguage::quoted(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(),
        [](QChar letter) { return letter.isSpace() || letter == u',' || letter == u'"'; });
    return plain && !value.isEmpty()
        ? value
        : u'"' + QString(value).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString QueryLanguage::valueText(const InboxTerm &term, const QString &value) const
{
    const QString word = querywords::nameOf(term.field, value, m_language);
    if (!word.isEmpty())
        return word;
    if (querywords::isDay(term.field)) {
        const QString common = querywords::nameOf(Field::Due, value, m_language);
        const QDate date = QDate::fromString(value, Qt::ISODate);
        if (date.isValid() && m_language == QLatin1String("de"))
            return date.toString(QStringLiteral("dd.MM.yyyy"));
        return common.isEmpty() ? value : common;
    }
    for (const auto &[id, name] : namesOf(term.field)) {
        if (id == value)
            return name;
    }
    return value;
}

QString QueryLanguage::print(const InboxTerm &term) const
{
    QStringList values;
    for (const QString &value : term.values)
        values.append(quoted(valueText(term, value)));
    return (term.negated ? QStringLiteral("-") : QString())
        + querywords::nameOf(term.field, m_language) + signOf(term.relation) + values.join(u',');
}

QString QueryLanguage::words(const InboxTerm &term) const
{
    QStringList values;
    for (const QString &value : term.values)
        values.append(valueText(term, value));
    const qsizetype shown = 2;
    QString list = values.mid(0, shown).join(QStringLiteral(", "));
    if (values.size() > shown)
        list += tr(" and %n more", nullptr, int(values.size() - shown));
    QString name = querywords::nameOf(term.field, m_language);
    if (!term.negated)
        name[0] = name[0].toUpper();
    const QString sign = term.relation == Relation::Is ? QStringLiteral(": ")
                                                       : u' ' + signOf(term.relation) + u' ';
    return term.negated ? tr("Not %1", "a filter turned round").arg(name + sign + list)
                        : name + sign + list;
}
