// The steps that are written: decision, conditions, remedy and release.
#include "noticestep.h"
#include "placeholderfields.h"

#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/dialogs/formfields.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

QString joinParagraphs(const QStringList &paragraphs)
{
    return paragraphs.join(QStringLiteral("\n\n"));
}

QStringList splitParagraphs(const QString &text)
{
    static const QRegularExpression gap(QStringLiteral("\\n\\s*\\n"));
    QStringList list;
    for (const QString &part : text.split(gap)) {
        if (!part.trimmed().isEmpty())
            list.append(part.trimmed());
    }
    return list;
}

namespace {

void setQuietly(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(edit);
    edit->setPlainText(text);
}

void setQuietly(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const QSignalBlocker quiet(edit);
    edit->setText(text);
}

class DecisionStep : public NoticeStep {
public:
    DecisionStep()
        : m_values(new PlaceholderFields(NoticePart::Decision))
        , m_subject(new QLineEdit)
        , m_introduction(newTextArea(2, {}))
        , m_decisions(newTextArea(10, {}))
    {
        column()->addWidget(m_values);
        connect(m_values, &PlaceholderFields::changed, this, &NoticeStep::changed);
        addField(column(), NoticeStep::tr("Subject"), m_subject);
        addField(column(), NoticeStep::tr("Introduction"), m_introduction);
        addField(column(), NoticeStep::tr("Operative part"), m_decisions,
            NoticeStep::tr("An empty line begins the next numbered sentence."));
        column()->addStretch();
        connect(m_subject, &QLineEdit::textChanged, this, &NoticeStep::changed);
        connect(m_introduction, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        connect(m_decisions, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        m_decisions->setObjectName(QStringLiteral("decisions"));
        m_subject->setObjectName(QStringLiteral("subject"));
    }
    void begin(const NoticeBasis &basis) override { m_values->setTemplate(basis.source); }
    void refresh(const NoticeContent &content) override { m_values->load(content); }
    void load(const NoticeContent &content) override
    {
        m_values->load(content);
        setQuietly(m_subject, content.subject);
        setQuietly(m_introduction, content.introduction);
        setQuietly(m_decisions, joinParagraphs(content.decisions));
    }
    void store(NoticeContent &content) const override
    {
        m_values->store(content);
        content.subject = m_subject->text().simplified();
        content.introduction = m_introduction->toPlainText().trimmed();
        content.decisions = splitParagraphs(m_decisions->toPlainText());
    }
    QString summary(const NoticeContent &content) const override
    {
        return content.decisions.isEmpty()
            ? NoticeStep::tr("still empty")
            : NoticeStep::tr("%n sentence(s)", nullptr, int(content.decisions.size()));
    }

private:
    PlaceholderFields *m_values;
    QLineEdit *m_subject;
    QPlainTextEdit *m_introduction;
    QPlainTextEdit *m_decisions;
};

class ConditionsStep : public NoticeStep {
public:
    ConditionsStep()
        : m_values(new PlaceholderFields(NoticePart::Conditions))
        , m_conditions(newTextArea(12, {}))
    {
        column()->addWidget(m_values);
        connect(m_values, &PlaceholderFields::changed, this, &NoticeStep::changed);
        addField(column(), NoticeStep::tr("Conditions of the notice"), m_conditions,
            NoticeStep::tr("An empty line begins the next one. Leave it empty if there are none."));
        column()->addStretch();
        connect(m_conditions, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
    }
    void begin(const NoticeBasis &basis) override { m_values->setTemplate(basis.source); }
    void refresh(const NoticeContent &content) override { m_values->load(content); }
    void load(const NoticeContent &content) override
    {
        m_values->load(content);
        setQuietly(m_conditions, joinParagraphs(content.conditions));
    }
    void store(NoticeContent &content) const override
    {
        m_values->store(content);
        content.conditions = splitParagraphs(m_conditions->toPlainText());
    }
    QString summary(const NoticeContent &content) const override
    {
        return content.conditions.isEmpty()
            ? NoticeStep::tr("none")
            : NoticeStep::tr("%n condition(s)", nullptr, int(content.conditions.size()));
    }

private:
    PlaceholderFields *m_values;
    QPlainTextEdit *m_conditions;
};

class RemedyStep : public NoticeStep {
public:
    RemedyStep()
        : m_title(new WrappedLabel({}, TextRole::Heading))
        , m_text(new Prose)
    {
        column()->addWidget(m_title);
        column()->addSpacing(Space::small);
        column()->addWidget(m_text);
        column()->addSpacing(Space::large);
        column()->addWidget(new WrappedLabel(
            NoticeStep::tr(
                "The text is fixed: any untrue or misleading addition opens a period of one year "
                "(§ 58 (2) VwGO). It follows from the Land, the field of law and the channel."),
            TextRole::Small, Colour::Text2));
        column()->addStretch();
        m_text->setAccessibleName(NoticeStep::tr("Remedy instruction"));
    }
    void load(const NoticeContent &content) override
    {
        m_title->setText(content.remedy.title);
        m_text->setText(content.remedy.text);
    }
    void store(NoticeContent &) const override { }
    QString summary(const NoticeContent &content) const override
    {
        return content.remedy.text.isEmpty() ? NoticeStep::tr("missing") : content.remedy.title;
    }

private:
    WrappedLabel *m_title;
    Prose *m_text;
};

class ReleaseStep : public NoticeStep {
public:
    ReleaseStep()
        : m_closing(newTextArea(2, {}))
        , m_formula(new QLineEdit)
        , m_name(new QLineEdit)
        , m_function(new QLineEdit)
    {
        addField(column(), NoticeStep::tr("Closing"), m_closing);
        addField(column(), NoticeStep::tr("Formula"), m_formula);
        addField(column(), NoticeStep::tr("Name of the signatory"), m_name);
        addField(column(), NoticeStep::tr("Function"), m_function);
        column()->addStretch();
        connect(m_closing, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        for (QLineEdit *edit : { m_formula, m_name, m_function })
            connect(edit, &QLineEdit::textChanged, this, &NoticeStep::changed);
    }
    void load(const NoticeContent &content) override
    {
        setQuietly(m_closing, content.closing);
        setQuietly(m_formula, content.signature.formula);
        setQuietly(m_name, content.signature.name);
        setQuietly(m_function, content.signature.function);
    }
    void store(NoticeContent &content) const override
    {
        content.closing = m_closing->toPlainText().trimmed();
        content.signature.formula = m_formula->text().trimmed();
        content.signature.name = m_name->text().trimmed();
        content.signature.function = m_function->text().trimmed();
    }
    QString summary(const NoticeContent &content) const override { return content.signature.name; }

private:
    QPlainTextEdit *m_closing;
    QLineEdit *m_formula;
    QLineEdit *m_name;
    QLineEdit *m_function;
};

} // namespace

NoticeStep *newDecisionStep()
{
    return new DecisionStep;
}
NoticeStep *newConditionsStep()
{
    return new ConditionsStep;
}
NoticeStep *newRemedyStep()
{
    return new RemedyStep;
}
NoticeStep *newReleaseStep()
{
    return new ReleaseStep;
}
