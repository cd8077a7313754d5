#pragma once

#include <QString>

class QDate;
class QDateEdit;
class QPlainTextEdit;
class QVBoxLayout;
class QWidget;
class WrappedLabel;

// A label above its field; the label is the field's accessible name, too. hint may be empty.
// Returns the hint's label, or null without a hint.
WrappedLabel *addField(
    QVBoxLayout *column, const QString &label, QWidget *field, const QString &hint = {});
// The same as one widget, for fields side by side.
QWidget *fieldBox(const QString &label, QWidget *field, QWidget *parent = nullptr);

QDateEdit *newDateEdit(const QDate &value, const QDate &earliest, QWidget *parent = nullptr);
// Plain text of several lines; Tab leaves it.
QPlainTextEdit *newTextArea(int lines, const QString &placeholder, QWidget *parent = nullptr);
