#pragma once

#include "models/domain/pending.h"
#include "ui/common/panel.h"

class Avatar;
class DeskContext;
class ElidedLabel;
class FlowLayout;
class QAction;
class QHBoxLayout;
class QPushButton;
class QToolButton;
class StatusChip;
class WrappedLabel;

// Which case this is and what can be done with it: reference, title, status, deadline, level,
// assignee, and the actions with their keys.
class CaseHeader : public Panel {
    Q_OBJECT
public:
    explicit CaseHeader(const DeskContext &context, QWidget *parent = nullptr);

    void setCase(const ViewedCase &viewed);
    // A frequent action as a button with its key cap; the first is primary.
    void addAction(QAction *action, bool primary);
    // The others, behind one button.
    void addMoreAction(QAction *action);
    void setExpanded(bool expanded); // the button shows the way back

signals:
    void expandRequested();
    void closeRequested(); // back to the list, where only one pane fits

public slots:
    void setBackVisible(bool visible);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTop(class QVBoxLayout *column);
    void addChips(const ViewedCase &viewed);
    void onCopy();
    void fit();

    const DeskContext &m_context;
    QToolButton *m_back;
    ElidedLabel *m_reference;
    QToolButton *m_copy;
    QToolButton *m_expand;
    WrappedLabel *m_title;
    QWidget *m_chipBox;
    FlowLayout *m_chips;
    Avatar *m_avatar;
    ElidedLabel *m_assignee;
    QWidget *m_buttonBox;
    FlowLayout *m_buttons;
    QToolButton *m_more;
    QList<QPair<QPushButton *, QAction *>> m_actions;
    bool m_hints = true;
};
