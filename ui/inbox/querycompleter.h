#pragma once

#include "models/items/inboxquery.h"

#include <QCompleter>
#include <functional>

class QLineEdit;
class QStandardItemModel;

// Offers below the search field what may come at the cursor. Down opens the whole list, Return
// takes what is marked; whoever does not mark anything is not kept from writing.
class QueryCompleter : public QCompleter {
    Q_OBJECT
public:
    // language: asked anew each time, since names of colleagues and services come and go
    QueryCompleter(QLineEdit *field, std::function<QueryLanguage()> language);

    bool isChoosing() const; // something in the list is marked: Return belongs to it
    QString pathFromIndex(const QModelIndex &index) const override; // the whole line

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(bool everything);

    QLineEdit *m_field;
    std::function<QueryLanguage()> m_language;
    QStandardItemModel *m_offers;
};
