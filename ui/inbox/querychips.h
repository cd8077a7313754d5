#pragma once

#include "models/items/inboxquery.h"

#include <QWidget>

// The filters of a search, one chip each, to be seen and taken away; and what could not be
// understood, in words.
class QueryChips : public QWidget {
    Q_OBJECT
public:
    explicit QueryChips(QWidget *parent = nullptr);

    void setQuery(const QString &line, const InboxQuery &query, const QueryLanguage &language);

signals:
    void lineChanged(const QString &line); // without the filter that was taken away

private:
    void addFilter(const QString &line, const InboxQuery::Part &part, const QString &words);
    void addProblem(const QString &text);

    QWidget *m_filters;
    class QVBoxLayout *m_problems;
};
