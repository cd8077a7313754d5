#pragma once

#include "inboxfilter.h"

#include <QCoreApplication>
#include <QDate>
#include <QPair>
#include <optional>

// What the values of department, assignee and service may be: id and name as shown.
struct QueryNames {
    using List = QList<QPair<QString, QString>>;
    List departments;
    List clerks;
    List services;
};

// A search line taken apart.
struct InboxQuery {
    struct Part { // a term, and where it stands in the line
        InboxTerm term;
        int from = 0;
        int length = 0;
    };
    struct Problem { // in words, and where; what it is about is left out of the search
        QString text;
        int from = 0;
        int length = 0;
    };
    QList<Part> parts;
    QString text; // the words that belong to no field
    QList<Problem> problems;

    QList<InboxTerm> terms() const;
};

// The language of the search field: words, and terms `field:value` with German or English names.
// `-` before a term turns it round, a comma separates values of which any may hold, quotation marks
// keep blanks together, days may be compared: `fällig<1.12.2026`, `due>=today`.
class QueryLanguage {
    Q_DECLARE_TR_FUNCTIONS(QueryLanguage)
public:
    // language: "de" or "en", of what is printed and offered; both are understood.
    QueryLanguage(QueryNames names, QString language, QDate today);

    InboxQuery parse(const QString &line) const;
    QString print(const InboxTerm &term) const; // parse() gives the same term back
    QString words(const InboxTerm &term) const; // for people: "Not status: new, accepted"

    struct Suggestion {
        QString text; // what comes in the place of the word at the cursor
        QString label; // as offered
        QString detail; // what it does, in a few words
    };
    struct Completion {
        int from = 0; // this part of the line is replaced
        int length = 0;
        QList<Suggestion> suggestions;
    };
    // What may follow at the cursor; fields also for an empty word if `everything`.
    Completion complete(const QString &line, int cursor, bool everything = false) const;

    static QString quoted(const QString &value); // with quotation marks where it needs them

private:
    struct Token { // up to the next blank that no quotation marks keep
        QString text;
        int from = 0;
    };
    struct Head { // what stands before the values of a term
        bool known = false; // a field is named, rightly or not
        std::optional<InboxTerm::Field> field;
        QString name; // as typed
        InboxTerm::Relation relation = InboxTerm::Relation::Is;
        bool negated = false;
        int values = 0; // where they begin
        QString rest;
    };
    QList<Token> tokens(const QString &line) const;
    Head headOf(const QString &token) const;
    std::optional<InboxTerm> termOf(const Head &head, InboxQuery::Problem &problem) const;
    QStringList valuesOf(const Head &head, const QString &typed, bool &wrongDay) const;
    QString dayOf(const QString &typed) const;
    const QueryNames::List &namesOf(InboxTerm::Field field) const;
    QStringList idsOf(const QueryNames::List &names, const QString &typed) const;
    QString valueText(const InboxTerm &term, const QString &value) const;
    QString detailOf(InboxTerm::Field field) const;
    QList<Suggestion> fieldsFor(const QString &prefix, const QString &sign) const;
    QList<Suggestion> valuesFor(InboxTerm::Field field, const QString &prefix) const;

    QueryNames m_names;
    QString m_language;
    QDate m_today;
};
