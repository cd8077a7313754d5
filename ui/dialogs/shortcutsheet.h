#pragma once

#include "ui/common/dialogframe.h"

class QAction;

// Every key at one glance.
class ShortcutSheet : public DialogFrame {
    Q_OBJECT
public:
    ShortcutSheet(const QList<QAction *> &caseActions, QWidget *parent);
};
