#pragma once

#include "models/domain/pending.h"
#include "scrollpage.h"

class Card;
class DeskContext;
class FactRow;
class QVBoxLayout;

// What was applied for: the answers of any form, one card per step, each with its origin and how
// it is proven. Amendments and findings stand below the declaration they depart from, which is
// never overwritten.
class ApplicationTab : public ScrollPage {
    Q_OBJECT
public:
    explicit ApplicationTab(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const ViewedCase &viewed);

    // The value as a person reads it.
    static QString valueOf(const FormAnswer &answer);

signals:
    void findingRequested(const QString &step); // key of the step of the form; empty: of no step

private:
    void addLevelBar(const ViewedCase &viewed);
    void addCard(const FormAnswer &step);
    void addAnswers(QVBoxLayout *column, const QList<FormAnswer> &answers);
    FactRow *addAnswer(QVBoxLayout *column, const FormAnswer &answer);
    void addLater(
        FactRow *row, const FormAnswer &original, const FormAnswer &later, QStringList &notes);

    const DeskContext &m_context;
    bool m_mayRecord = false;
};
