#pragma once

#include "tokens.h"
#include <QList>
#include <QWidget>

class QVBoxLayout;

struct TimelineEntry {
    QString iconName;
    Tone tone = Tone::Grey;
    QString title;
    QString meta; // when and who, already worded
    QString detail; // may be empty
    bool future = false; // hollow disc, dotted line
};

// What happened and what is due, from top to bottom.
class TimelineList : public QWidget {
    Q_OBJECT
public:
    explicit TimelineList(QWidget *parent = nullptr);
    void setEntries(const QList<TimelineEntry> &entries);

private:
    QVBoxLayout *m_column;
};
