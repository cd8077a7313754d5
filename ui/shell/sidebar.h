#pragma once

#include "deskstatus.h"
#include "ui/common/panel.h"

class Avatar;
class DeskContext;
class ElidedLabel;
class IconView;
class NavItem;
class QButtonGroup;
class QToolButton;
class QVBoxLayout;

// Places of the desk with their counts, the state of synchronisation, and who sits here. A rail of
// icons where the window is narrow or the text large.
class SideBar : public Panel {
    Q_OBJECT
public:
    enum Place { Inbox, Mine, FollowUps, Deadlines, Transfer, Team, PlaceCount };

    explicit SideBar(const DeskContext &context, QWidget *parent = nullptr);

    void setStatus(const DeskStatus &status);
    void setPlace(Place place); // as if the clerk had chosen it
    // Saved views below the places; their numbers as counted, -1: not known yet.
    void setViews(const QStringList &names);
    void setViewCounts(const QList<int> &counts);
    void setView(int view); // as if the clerk had chosen it
    int currentView() const; // -1: a place is chosen
    void setRail(bool rail);

signals:
    void placeRequested(int place);
    void viewRequested(int view);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildViews(QVBoxLayout *column);
    void buildFoot(QVBoxLayout *column);
    void onChosen(int id);
    void fit();
    void updateNames();
    void updateSync();

    const DeskContext &m_context;
    DeskStatus m_status;
    bool m_rail = false;
    ElidedLabel *m_authority;
    QList<NavItem *> m_items;
    ElidedLabel *m_lead; // heading above what only some may see
    QWidget *m_viewBox;
    QWidget *m_rest;
    class QVBoxLayout *m_viewColumn;
    QList<NavItem *> m_views;
    QButtonGroup *m_group;
    IconView *m_syncIcon;
    ElidedLabel *m_sync;
    Avatar *m_avatar;
    ElidedLabel *m_clerk;
    ElidedLabel *m_department;
    QList<QWidget *> m_wideOnly;
};
