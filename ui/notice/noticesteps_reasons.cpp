// The step with the reasons and what only a person may state about them.
#include "noticestep.h"
#include "placeholderfields.h"

#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/dialogs/formfields.h"
#include "ui/words/deskcontext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace {

// A statement that only a person may make: the tick and the reason in their words.
class StatementField : public QWidget {
public:
    explicit StatementField(const QString &text)
        : box(new QCheckBox(text))
        , reason(new QLineEdit)
    {
        auto *inside = new QVBoxLayout(this);
        inside->setContentsMargins(0, 0, 0, Space::medium);
        inside->setSpacing(Space::tiny);
        inside->addWidget(box);
        reason->setPlaceholderText(NoticeStep::tr("How, or why not necessary"));
        reason->setAccessibleName(NoticeStep::tr("Reason for: %1").arg(text));
        reason->setMaxLength(300);
        inside->addWidget(reason);
    }
    void load(const ClerkStatement &statement)
    {
        const QSignalBlocker one(box);
        const QSignalBlocker two(reason);
        box->setChecked(statement.given);
        reason->setText(statement.reason);
    }
    void store(ClerkStatement &statement, const QString &by) const
    {
        statement.given = box->isChecked();
        statement.reason = reason->text().trimmed();
        statement.by = statement.given ? by : QString();
    }
    QCheckBox *box;
    QLineEdit *reason;
};

class ReasonsStep : public NoticeStep {
public:
    explicit ReasonsStep(const DeskContext &context)
        : m_context(context)
        , m_values(new PlaceholderFields(NoticePart::Reasons))
        , m_facts(newTextArea(5, {}))
        , m_law(newTextArea(5, {}))
        , m_discretion(newTextArea(4, {}))
        , m_discretionBox(new QWidget)
        , m_hearing(new StatementField(NoticeStep::tr("The hearing was held or is dispensable")))
        , m_exercised(new StatementField(NoticeStep::tr("Discretion was exercised")))
    {
        m_facts->setObjectName(QStringLiteral("facts"));
        column()->addWidget(m_values);
        connect(m_values, &PlaceholderFields::changed, this, &NoticeStep::changed);
        addField(column(), NoticeStep::tr("Facts"), m_facts);
        addField(column(), NoticeStep::tr("Legal grounds"), m_law);
        auto *inside = new QVBoxLayout(m_discretionBox);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(0);
        addField(inside, NoticeStep::tr("Discretion"), m_discretion);
        column()->addWidget(m_discretionBox);
        column()->addWidget(m_hearing);
        column()->addWidget(m_exercised);
        column()->addStretch();
        for (QPlainTextEdit *edit : { m_facts, m_law, m_discretion })
            connect(edit, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        for (StatementField *field : { m_hearing, m_exercised }) {
            connect(field->box, &QCheckBox::toggled, this, &NoticeStep::changed);
            connect(field->reason, &QLineEdit::textChanged, this, &NoticeStep::changed);
        }
    }
    void begin(const NoticeBasis &basis) override { m_values->setTemplate(basis.source); }
    void refresh(const NoticeContent &content) override { m_values->load(content); }
    void load(const NoticeContent &content) override
    {
        m_values->load(content);
        const QSignalBlocker one(m_facts);
        const QSignalBlocker two(m_law);
        const QSignalBlocker three(m_discretion);
        m_facts->setPlainText(content.reasons.facts);
        m_law->setPlainText(content.reasons.law);
        m_discretion->setPlainText(content.reasons.discretion);
        m_discretionBox->setVisible(content.reasons.discretionary);
        m_exercised->setVisible(content.reasons.discretionary);
        m_hearing->load(content.hearing);
        m_exercised->load(content.discretion);
    }
    void store(NoticeContent &content) const override
    {
        m_values->store(content);
        content.reasons.facts = m_facts->toPlainText().trimmed();
        content.reasons.law = m_law->toPlainText().trimmed();
        content.reasons.discretion = m_discretion->toPlainText().trimmed();
        m_hearing->store(content.hearing, m_context.clerk().name);
        if (content.reasons.discretionary)
            m_exercised->store(content.discretion, m_context.clerk().name);
    }
    QString summary(const NoticeContent &content) const override
    {
        if (content.reasons.facts.isEmpty() && content.reasons.law.isEmpty())
            return NoticeStep::tr("still empty");
        if (content.reasons.facts.isEmpty() || content.reasons.law.isEmpty())
            return NoticeStep::tr("to be completed");
        return content.reasons.discretionary ? NoticeStep::tr("facts, law, discretion")
                                             : NoticeStep::tr("facts and law");
    }

private:
    const DeskContext &m_context;
    PlaceholderFields *m_values;
    QPlainTextEdit *m_facts;
    QPlainTextEdit *m_law;
    QPlainTextEdit *m_discretion;
    QWidget *m_discretionBox;
    StatementField *m_hearing;
    StatementField *m_exercised;
};

} // namespace

NoticeStep *newReasonsStep(const DeskContext &context)
{
    return new ReasonsStep(context);
}
