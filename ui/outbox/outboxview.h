#pragma once

#include <QString>

class DeskContext;
class EmptyState;
class QAbstractItemModel;
class QTableView;
class QWidget;

// A list of actions in the columns of OutboxDelegate; `name` for assistive tools.
QTableView *newOutboxView(const DeskContext &context, const QString &name);
void setOutbox(QTableView &view, QAbstractItemModel *outbox); // an OutboxModel, or none
// The state in the middle of a page of its own.
QWidget *newEmptyPage(EmptyState *state);
