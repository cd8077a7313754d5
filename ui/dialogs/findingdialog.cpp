#include "findingdialog.h"

#include "casedialogs.h"
#include "formfields.h"
#include "ui/casefile/applicationtab.h"
#include "ui/common/labels.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

bool isNumber(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Decimal;
}

bool isStated(const FormAnswer &answer)
{
    switch (answer.type) {
    case FieldType::Heading:
    case FieldType::Paragraph:
    case FieldType::File:
    case FieldType::Group:
        return false;
    default:
        return answer.children.isEmpty();
    }
}

} // namespace

FindingDialog::FindingDialog(const ViewedCase &view, const QString &step, QWidget *parent)
    : DialogFrame(tr("Record a finding"), caseSubtitle(view), parent)
    , m_which(new QComboBox)
    , m_declared(new WrappedLabel({}, TextRole::Small, Colour::Text2))
    , m_editors(new QStackedWidget)
    , m_text(new QLineEdit)
    , m_day(newDateEdit(QDate(2000, 1, 1), QDate(1900, 1, 1)))
    , m_yesNo(new QComboBox)
{
    for (const FormAnswer &answer : view.caseFile.answers) {
        if (step.isEmpty() && isStated(answer))
            collect({ answer }, {}, {});
        else if (!step.isEmpty() && answer.key == step)
            collect(answer.children, step, {});
    }
    for (const Choice &choice : std::as_const(m_choices))
        m_which->addItem(choice.answer.label);
    m_which->setObjectName(QStringLiteral("which"));
    addField(body(), tr("Statement"), m_which);
    body()->addWidget(m_declared);
    body()->addSpacing(Space::large);
    m_text->setMaxLength(2000);
    m_text->setObjectName(QStringLiteral("value"));
    m_yesNo->addItem(tr("Yes"), true);
    m_yesNo->addItem(tr("No"), false);
    for (QWidget *editor : { static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_day),
             static_cast<QWidget *>(m_yesNo) }) {
        editor->setAccessibleName(tr("What the office has found"));
        m_editors->addWidget(editor);
    }
    m_editors->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addField(body(), tr("What the office has found"), m_editors);
    body()->addStretch();
    setNote(tr("What was declared stays as it is; the finding stands beside it with your name."),
        QStringLiteral("info"));
    addCancel();
    setPrimary(tr("Record"));
    connect(m_which, &QComboBox::currentIndexChanged, this, &FindingDialog::onChosen);
    connect(m_text, &QLineEdit::textChanged, this, &FindingDialog::onChanged);
    onChosen();
    m_which->setFocus();
}

// The declarations only: a finding on a finding is a new finding on the declaration.
void FindingDialog::collect(
    const QList<FormAnswer> &answers, const QString &path, const QString &prefix)
{
    QSet<QString> seen;
    for (const FormAnswer &answer : answers) {
        const QString own = path.isEmpty() ? answer.key : path + QLatin1Char('.') + answer.key;
        const QString label = answer.label.isEmpty() ? answer.key : answer.label;
        const QString full = prefix.isEmpty() ? label : prefix + QStringLiteral(" · ") + label;
        if (!answer.children.isEmpty()) {
            collect(answer.children, own, full);
        } else if (isStated(answer) && !seen.contains(answer.key)) {
            Choice choice{ own, answer };
            choice.answer.label = full;
            m_choices.append(choice);
        }
        seen.insert(answer.key);
    }
}

FindingDialog::Editor FindingDialog::editor() const
{
    const int index = m_which->currentIndex();
    const FieldType type = index < 0 ? FieldType::Text : m_choices[index].answer.type;
    return type == FieldType::Date ? Day : type == FieldType::Boolean ? YesNo : Text;
}

void FindingDialog::onChosen()
{
    const int index = m_which->currentIndex();
    if (index >= 0)
        m_declared->setText(
            tr("Declared: %1").arg(ApplicationTab::valueOf(m_choices[index].answer)));
    m_text->clear();
    if (index >= 0) {
        const QDate declared
            = QDate::fromString(m_choices[index].answer.value.toString(), Qt::ISODate);
        m_day->setDate(declared.isValid() ? declared : QDate::currentDate());
    }
    m_editors->setCurrentIndex(editor());
    m_editors->setFocusProxy(m_editors->currentWidget());
    onChanged();
}

void FindingDialog::onChanged()
{
    const int index = m_which->currentIndex();
    bool ready = index >= 0 && (editor() != Text || !m_text->text().trimmed().isEmpty());
    if (ready && isNumber(m_choices[index].answer.type))
        QLocale().toDouble(m_text->text().trimmed(), &ready);
    primary()->setEnabled(ready);
}

QString FindingDialog::path() const
{
    const int index = m_which->currentIndex();
    return index < 0 ? QString() : m_choices[index].path;
}

FormAnswer FindingDialog::finding() const
{
    FormAnswer finding;
    const int index = m_which->currentIndex();
    if (index < 0)
        return finding;
    finding.type = m_choices[index].answer.type;
    const QString text = m_text->text().trimmed();
    switch (editor()) {
    case Day:
        finding.value = m_day->date().toString(Qt::ISODate);
        finding.display = QLocale().toString(m_day->date(), QLocale::ShortFormat);
        break;
    case YesNo:
        finding.value = m_yesNo->currentData().toBool();
        finding.display = m_yesNo->currentText();
        break;
    case Text:
        finding.value
            = isNumber(finding.type) ? QJsonValue(QLocale().toDouble(text)) : QJsonValue(text);
        finding.display = text;
        break;
    }
    return finding;
}
