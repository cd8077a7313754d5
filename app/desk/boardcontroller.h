#pragma once

#include "app/client/reassignment.h"
#include "models/board/boardsource.h"
#include "models/sheet/sheet.h"

#include <QObject>

class Desk;
class DeskContext;
class MainWindow;

// The board of the team on a desk: counts while it is looked at, writes what is exported, and
// carries out a redistribution.
class BoardController : public QObject {
    Q_OBJECT
public:
    BoardController(Desk &desk, DeskContext &context, MainWindow &window);

private:
    void updateWish();
    void onExport(const QList<Sheet> &sheets, const QString &path);
    void onFinished(const Reassignment::Outcome &outcome);

    Desk &m_desk;
    DeskContext &m_context;
    MainWindow &m_window;
    BoardSource m_source;
    Reassignment m_reassignment;
    QTimer m_clockTick;
    QDate m_countedOn;
};
