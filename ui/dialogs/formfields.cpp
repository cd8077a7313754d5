#include "formfields.h"

#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QDateEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

WrappedLabel *addField(
    QVBoxLayout *column, const QString &label, QWidget *field, const QString &hint)
{
    auto *title = new ElidedLabel(label, TextRole::SmallStrong);
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->setSpacing(0); // the distances are set here
    title->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(title);
    column->addSpacing(Space::tight);
    column->addWidget(field);
    WrappedLabel *note = nullptr;
    if (!hint.isEmpty()) {
        note = new WrappedLabel(hint, TextRole::Small, Colour::Text2);
        field->setAccessibleDescription(hint);
        column->addSpacing(Space::tiny);
        column->addWidget(note);
    }
    column->addSpacing(Space::large);
    return note;
}

QWidget *fieldBox(const QString &label, QWidget *field, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addField(column, label, field);
    return box;
}

QDateEdit *newDateEdit(const QDate &value, const QDate &earliest, QWidget *parent)
{
    auto *edit = new QDateEdit(value, parent);
    edit->setCalendarPopup(true);
    edit->setMinimumDate(earliest);
    edit->setDisplayFormat(QLocale().language() == QLocale::German ? QStringLiteral("dd.MM.yyyy")
                                                                   : QStringLiteral("d MMM yyyy"));
    return edit;
}

QPlainTextEdit *newTextArea(int lines, const QString &placeholder, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setPlaceholderText(placeholder);
    const QFont font = Theme::of(edit).font(TextRole::Body);
    edit->setFont(font);
    edit->setMinimumHeight(QFontMetrics(font).lineSpacing() * lines + 2 * Space::medium);
    return edit;
}
