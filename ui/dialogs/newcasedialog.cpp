#include "newcasedialog.h"

#include "formfields.h"
#include "ui/common/labels.h"
#include "ui/words/deskcontext.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int usualDays = 20; // working days, where the kind of case says nothing

QDate workdaysFrom(const DeskContext &context, int days)
{
    QDate day = context.today();
    for (int i = 0; i < days; ++i)
        day = context.nextWorkday(day.addDays(1));
    return day;
}

} // namespace

NewCaseDialog::NewCaseDialog(const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Open an internal case"), {}, parent)
    , m_context(context)
    , m_types(context.internalTypes())
    , m_kind(new QComboBox)
    , m_title(new QLineEdit)
    , m_due(newDateEdit(context.today(), context.today()))
    , m_department(new WrappedLabel({}, TextRole::Small, Colour::Text2))
{
    const QString language = QLocale().name().left(2);
    for (const CaseType &type : std::as_const(m_types))
        m_kind->addItem(type.name.in(language));
    m_kind->setObjectName(QStringLiteral("kind"));
    addField(body(), tr("Kind of case"), m_kind);
    body()->addWidget(m_department);
    body()->addSpacing(Space::large);
    m_title->setMaxLength(200);
    m_title->setObjectName(QStringLiteral("title"));
    addField(body(), tr("What it is about"), m_title, tr("One line, as it stands in the list."));
    addField(body(), tr("Internal target"), m_due);
    body()->addStretch();
    setNote(m_types.isEmpty()
            ? tr("No internal kind of case is set up for your departments.")
            : tr("The file reference is given by the portal; until then it says \"will be "
                 "given\"."),
        QStringLiteral("info"));
    addCancel();
    setPrimary(tr("Begin the case"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewCaseDialog::onKind);
    connect(m_title, &QLineEdit::textChanged, this, &NewCaseDialog::onChanged);
    onKind();
    m_title->setFocus();
}

void NewCaseDialog::onKind()
{
    const int index = m_kind->currentIndex();
    if (index >= 0) {
        const CaseType &type = m_types[index];
        m_department->setText(tr("Department: %1").arg(m_context.departmentName(type.department)));
        m_due->setDate(workdaysFrom(m_context, type.targetDays > 0 ? type.targetDays : usualDays));
    }
    onChanged();
}

void NewCaseDialog::onChanged()
{
    primary()->setEnabled(m_kind->currentIndex() >= 0 && !m_title->text().simplified().isEmpty());
}

OpenCase NewCaseDialog::wanted() const
{
    OpenCase wanted;
    const int index = m_kind->currentIndex();
    if (index < 0)
        return wanted;
    wanted.type = m_types[index].id;
    wanted.typeVersion = m_types[index].version;
    wanted.department = m_types[index].department;
    wanted.title = m_title->text().simplified();
    wanted.internal = true;
    wanted.targetDue = m_due->date();
    return wanted;
}
