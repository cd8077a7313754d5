#pragma once

#include <QString>

class DeskContext;
class EmptyState;
class QTableView;
class QWidget;

// A list of actions in the columns of OutboxDelegate; `name` for assistive tools.
QTableView *newOutboxView(const DeskContext &context, const QString &name);
// The state in the middle of a page of its own.
QWidget *newEmptyPage(EmptyState *state);
