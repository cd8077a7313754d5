#include "documentrequestdialog.h"

#include "casedialogs.h"
#include "formfields.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/words/deskcontext.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

DocumentRequestDialog::DocumentRequestDialog(
    const ViewedCase &view, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Request documents"), caseSubtitle(view), parent)
    , m_context(context)
    , m_newItem(new QLineEdit)
    , m_listBox(new QWidget)
    , m_items(new QListWidget)
    , m_due(newDateEdit(context.today().addDays(14), context.today().addDays(1)))
    , m_text(newTextArea(7, {}))
{
    const Party *party = applicant(view.caseFile);
    m_salutation = party ? displayName(*party) : QString();
    m_newItem->setPlaceholderText(tr("For example: site plan with measurements"));
    m_newItem->setMaxLength(200);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *add = newButton(ButtonKind::Secondary, tr("Add"), QStringLiteral("plus"));
    row->addWidget(m_newItem, 1);
    row->addWidget(add);
    addField(body(), tr("Missing document"), line);
    m_newItem->setAccessibleName(tr("Missing document"));
    m_items->setMaximumHeight(Theme::of(this).scaled(110));
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::small, Space::tight, Space::small, Space::tight);
    inside->addWidget(m_items);
    auto *column = new QVBoxLayout(m_listBox);
    column->setContentsMargins(0, 0, 0, 0);
    addField(column, tr("Requested documents"), card, tr("Delete removes the chosen one."));
    m_items->setAccessibleName(tr("Requested documents"));
    body()->addWidget(m_listBox);
    addField(body(), tr("Until"), m_due);
    addField(body(), tr("Message to the applicant"), m_text);
    setNote(tr("The internal target rests until the answer; a statutory period does not."),
        QStringLiteral("info"));
    addCancel();
    setPrimary(tr("Request"));

    connect(add, &QPushButton::clicked, this, &DocumentRequestDialog::addItem);
    connect(m_newItem, &QLineEdit::returnPressed, this, &DocumentRequestDialog::addItem);
    connect(m_newItem, &QLineEdit::textChanged, this, &DocumentRequestDialog::onChanged);
    connect(m_due, &QDateEdit::dateChanged, this, &DocumentRequestDialog::onChanged);
    connect(m_text, &QPlainTextEdit::textChanged, this,
        [this] { primary()->setEnabled(!items().isEmpty() && !text().isEmpty()); });
    auto *remove = new QShortcut(QKeySequence::Delete, m_items);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        delete m_items->currentItem();
        onChanged();
    });
    m_newItem->setFocus();
    onChanged();
}

// Return in the field adds to the list; it must not go on to the button that sends.
void DocumentRequestDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() != Qt::ControlModifier && focusWidget() == m_newItem)
        return;
    DialogFrame::keyPressEvent(event);
}

void DocumentRequestDialog::addItem()
{
    const QString text = m_newItem->text().simplified();
    if (text.isEmpty())
        return;
    m_items->addItem(text);
    m_newItem->clear();
    m_newItem->setFocus();
    onChanged();
}

QStringList DocumentRequestDialog::items() const
{
    QStringList list;
    for (int i = 0; i < m_items->count(); ++i)
        list.append(m_items->item(i)->text());
    const QString unfinished = m_newItem->text().simplified();
    if (!unfinished.isEmpty())
        list.append(unfinished); // typed but not added: surely meant
    return list;
}

QDate DocumentRequestDialog::due() const
{
    return m_due->date();
}

QString DocumentRequestDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

QString DocumentRequestDialog::proposal() const
{
    QStringList lines;
    for (const QString &item : items())
        lines.append(QStringLiteral("– ") + item);
    return tr("Good day %1,\n\nwe still need from you:\n%2\n\nPlease send this by %3.")
        .arg(m_salutation, lines.join(QLatin1Char('\n')), m_context.dates().fullDay(m_due->date()));
}

void DocumentRequestDialog::onChanged()
{
    if (m_text->toPlainText() == m_proposed) {
        m_proposed = proposal();
        m_text->setPlainText(m_proposed);
    }
    m_listBox->setVisible(m_items->count() > 0);
    primary()->setEnabled(!items().isEmpty() && !text().isEmpty());
}
