#include "applicationtab.h"

#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/factrow.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

namespace {

bool isLater(const FormAnswer &answer)
{
    return answer.origin == AnswerOrigin::Amendment || answer.origin == AnswerOrigin::Office;
}

QString wordOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? ApplicationTab::tr("Yes") : ApplicationTab::tr("No");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &entry : value.toArray())
            parts.append(wordOf(entry));
        return parts.join(QStringLiteral(", "));
    }
    return value.toString();
}

int countLeaves(const QList<FormAnswer> &answers)
{
    int count = 0;
    for (const FormAnswer &answer : answers)
        count += answer.children.isEmpty() ? !isLater(answer) : countLeaves(answer.children);
    return count;
}

int countLater(const QList<FormAnswer> &answers)
{
    int count = 0;
    for (const FormAnswer &answer : answers)
        count += int(isLater(answer)) + countLater(answer.children);
    return count;
}

} // namespace

ApplicationTab::ApplicationTab(const DeskContext &context, QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
{
}

QString ApplicationTab::valueOf(const FormAnswer &answer)
{
    if (!answer.display.isEmpty())
        return answer.display;
    const QString text = wordOf(answer.value);
    return text.isEmpty() ? tr("No answer") : text;
}

void ApplicationTab::setCase(const ViewedCase &viewed)
{
    keepPosition();
    clear();
    if (viewed.caseFile.answers.isEmpty()) {
        column()->addWidget(new EmptyState(QStringLiteral("file-text"), tr("No form"),
            tr("This case was opened in the office and has no application form.")));
        column()->addStretch(1);
        return;
    }
    m_mayRecord = m_context.may(Permission::CaseProcess, viewed.caseFile.department);
    addLevelBar(viewed);
    FormAnswer loose; // answers that lie in no step
    loose.label = tr("Statements");
    for (const FormAnswer &answer : viewed.caseFile.answers) {
        if (answer.children.isEmpty())
            loose.children.append(answer);
    }
    if (!loose.children.isEmpty())
        addCard(loose);
    for (const FormAnswer &answer : viewed.caseFile.answers) {
        if (!answer.children.isEmpty())
            addCard(answer);
    }
    column()->addStretch(1);
}

void ApplicationTab::addLevelBar(const ViewedCase &viewed)
{
    const CaseType *type = m_context.caseType(viewed.caseFile);
    if (!type || !type->service)
        return;
    const AssuranceLevel needed = type->service->level;
    const AssuranceLevel given = viewed.caseFile.level;
    if (needed == AssuranceLevel::None && given == AssuranceLevel::None)
        return;
    const bool enough = int(given) >= int(needed);
    auto *bar = new ::Panel(Colour::Sunken);
    bar->setRadius(Radius::control);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    row->addWidget(
        new IconView(enough ? QStringLiteral("shield-check") : QStringLiteral("shield-alert"),
            enough ? Colour::Accent : Colour::AmberFg));
    row->addSpacing(Space::tiny);
    row->addWidget(
        new WrappedLabel(tr("This service needs the assurance level %1. The applicant's: %2.")
                             .arg(CaseWords::level(needed), CaseWords::level(given))),
        1);
    column()->addWidget(bar);
    column()->addSpacing(Space::large);
}

void ApplicationTab::addCard(const FormAnswer &step)
{
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, Space::tiny);
    inside->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(Space::large, Space::medium, Space::large, Space::medium);
    header->addWidget(
        new WrappedLabel(step.label.isEmpty() ? step.key : step.label, TextRole::Heading), 1);
    const int changed = countLater(step.children);
    QString meta = tr("%n statement(s)", nullptr, countLeaves(step.children));
    if (changed)
        meta += QStringLiteral(", ") + tr("%n added later", nullptr, changed);
    header->addWidget(new ElidedLabel(meta, TextRole::Small, Colour::Text2));
    if (m_mayRecord) {
        QPushButton *record = newSmallButton(
            ButtonKind::Ghost, tr("Record a finding …"), QStringLiteral("landmark"));
        record->setObjectName(QStringLiteral("recordFinding"));
        connect(record, &QPushButton::clicked, this,
            [this, key = step.key] { emit findingRequested(key); });
        header->addWidget(record);
    }
    inside->addLayout(header);
    inside->addWidget(new Rule);
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(Space::large, 0, Space::large, 0);
    rows->setSpacing(0);
    inside->addLayout(rows);
    addAnswers(rows, step.children);
    column()->addWidget(card);
    column()->addSpacing(Space::large);
}

void ApplicationTab::addAnswers(QVBoxLayout *column, const QList<FormAnswer> &answers)
{
    FactRow *last = nullptr;
    const FormAnswer *original = nullptr;
    QStringList notes; // what was said later about the same answer
    for (const FormAnswer &answer : answers) {
        if (answer.type == FieldType::Heading || answer.type == FieldType::Paragraph)
            continue;
        if (!answer.children.isEmpty()) {
            auto *heading = new WrappedLabel(
                answer.label.isEmpty() ? tr("Entry %1").arg(answer.key) : answer.label,
                TextRole::UiStrong);
            heading->setContentsMargins(0, Space::medium, 0, 0);
            column->addWidget(heading);
            addAnswers(column, answer.children);
            last = nullptr;
        } else if (last && original && isLater(answer) && original->key == answer.key) {
            addLater(last, *original, answer, notes);
        } else {
            last = addAnswer(column, answer);
            original = &answer;
            notes.clear();
        }
    }
    if (last)
        last->setDivider(false);
}

FactRow *ApplicationTab::addAnswer(QVBoxLayout *column, const FormAnswer &answer)
{
    auto *row = new FactRow(answer.label.isEmpty() ? answer.key : answer.label, valueOf(answer));
    const bool proven
        = answer.level != AssuranceLevel::None && answer.level != AssuranceLevel::Unknown;
    if (proven)
        row->setProven(CaseWords::levelChip(answer.level), QStringLiteral("shield-check"));
    else if (answer.origin == AnswerOrigin::Office)
        row->setOrigin(CaseWords::origin(answer.origin), QStringLiteral("landmark"));
    else
        row->setOrigin(CaseWords::origin(answer.origin), QStringLiteral("pencil"));
    column->addWidget(row);
    return row;
}

// An amendment is what the applicant says now; a finding never takes the place of a declaration.
void ApplicationTab::addLater(
    FactRow *row, const FormAnswer &original, const FormAnswer &later, QStringList &notes)
{
    const DateWords dates = m_context.dates();
    QStringList meta{ CaseWords::origin(later.origin) };
    if (!later.author.isEmpty())
        meta.append(later.author);
    if (!later.at.isNull())
        meta.append(dates.when(later.at));
    if (later.origin == AnswerOrigin::Amendment) {
        QString former = wordOf(later.formerValue);
        if (former.isEmpty())
            former = valueOf(original);
        notes.append(tr("%1. Before: %2").arg(meta.join(QStringLiteral(", ")), former));
        row->setValue(valueOf(later));
    } else {
        notes.append(QStringLiteral("%1: %2").arg(meta.join(QStringLiteral(", ")), valueOf(later)));
    }
    row->setNote(notes.join(QLatin1Char('\n')), QStringLiteral("history"));
}
