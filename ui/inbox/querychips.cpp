#include "querychips.h"

#include "ui/casefile/scrollpage.h"
#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

QueryChips::QueryChips(QWidget *parent)
    : QWidget(parent)
    , m_filters(new QWidget)
    , m_problems(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::large, 0, Space::large, Space::small);
    column->setSpacing(Space::tiny);
    new FlowLayout(m_filters, Space::tiny);
    column->addWidget(m_filters);
    column->addLayout(m_problems);
    hide();
}

void QueryChips::setQuery(
    const QString &line, const InboxQuery &query, const QueryLanguage &language)
{
    clearLayout(m_filters->layout());
    clearLayout(m_problems);
    for (const InboxQuery::Part &part : query.parts)
        addFilter(line, part, language.words(part.term));
    for (const InboxQuery::Problem &problem : query.problems)
        addProblem(problem.text);
    m_filters->setVisible(!query.parts.isEmpty());
    setVisible(!query.parts.isEmpty() || !query.problems.isEmpty());
}

void QueryChips::addFilter(const QString &line, const InboxQuery::Part &part, const QString &words)
{
    QPushButton *chip
        = newSmallButton(ButtonKind::Secondary, words, QStringLiteral("x"), m_filters);
    chip->setObjectName(QStringLiteral("filterChip"));
    chip->setAccessibleName(tr("Remove the filter %1").arg(words));
    chip->setToolTip(plainToolTip(chip->accessibleName()));
    QString rest = line;
    rest.remove(part.from, part.length);
    connect(chip, &QPushButton::clicked, this,
        [this, rest = rest.simplified()] { emit lineChanged(rest); });
    m_filters->layout()->addWidget(chip);
    chip->show();
}

void QueryChips::addProblem(const QString &text)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::tight);
    row->addWidget(new IconView(QStringLiteral("circle-alert"), Colour::RedFg), 0, Qt::AlignTop);
    auto *words = new WrappedLabel(text, TextRole::Small, Colour::RedFg);
    words->setObjectName(QStringLiteral("queryProblem"));
    row->addWidget(words, 1);
    m_problems->addWidget(box);
    box->show();
    QAccessibleEvent alert(words, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}
