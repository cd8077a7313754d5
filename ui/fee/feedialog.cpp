#include "feedialog.h"

#include "feetable.h"
#include "ui/common/checkrow.h"
#include "ui/common/theme.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/formfields.h"
#include "ui/words/deskcontext.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace {

constexpr qint64 mostCents = 99'999'999; // the payment systems' limit

ReferenceSource sourceOf(const CaseType *type)
{
    return type ? type->referenceSource : ReferenceSource::LeasedBlock;
}

} // namespace

FeeDialog::FeeDialog(const ViewedCase &viewed, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Request a fee"), caseSubtitle(viewed), parent)
    , m_context(context)
    , m_source(sourceOf(context.caseType(viewed.caseFile)))
    , m_table(new FeeTable)
    , m_reason(new QLineEdit)
    , m_due(newDateEdit(
          context.nextWorkday(context.today().addDays(context.paymentDays())), context.today()))
{
    if (const CaseType *type = context.caseType(viewed.caseFile))
        m_table->setItems(type->feeDefaults);
    m_table->setMinimumWidth(Theme::of(this).scaled(560));
    body()->addWidget(m_table);
    body()->addSpacing(Space::large);
    m_reason->setMaxLength(200);
    addField(body(), tr("Reason, shown to the applicant"), m_reason);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::large);
    row->addWidget(fieldBox(tr("Due on"), m_due), 1);
    auto *reference = new QLineEdit;
    reference->setReadOnly(true);
    const bool leased = m_source == ReferenceSource::LeasedBlock;
    reference->setText(!leased             ? tr("given by the cash system")
            : context.referencesLeft() > 0 ? tr("given with the request")
                                           : tr("none left on this device"));
    row->addWidget(fieldBox(tr("Payment reference"), reference), 1);
    body()->addLayout(row);
    body()->addStretch();
    buildChecks();
    setNote(tr("The applicant gets the request on the page of the case."), QStringLiteral("info"));
    addCancel();
    setPrimary(tr("Request the fee"))->setObjectName(QStringLiteral("requestFee"));
    connect(m_table, &FeeTable::changed, this, &FeeDialog::onChanged);
    connect(m_due, &QDateEdit::dateChanged, this, &FeeDialog::onChanged);
    m_table->focusFirst();
    onChanged();
}

void FeeDialog::buildChecks()
{
    QVBoxLayout *column = side(tr("Check before the request"));
    const auto add = [column](CheckRow *&row) {
        row = new CheckRow(CheckState::Open, {});
        column->addWidget(row);
        column->addSpacing(Space::small);
    };
    add(m_itemsCheck);
    add(m_sumCheck);
    add(m_dueCheck);
    add(m_referenceCheck);
    column->addStretch();
}

void FeeDialog::onChanged()
{
    const QList<FeeItem> list = items();
    const bool complete = m_table->isComplete();
    m_itemsCheck->setState(complete ? CheckState::Passed : CheckState::Open);
    m_itemsCheck->setTexts(complete ? tr("Items are complete") : tr("Items are not complete"),
        complete ? tr("%n item(s), each with its legal basis", nullptr, int(list.size()))
                 : tr("Each item needs text, legal basis and amount."));
    const Money sum = total(list);
    const bool fits = sum.cents > 0 && sum.cents <= mostCents;
    m_sumCheck->setState(fits ? CheckState::Passed : CheckState::Open);
    m_sumCheck->setTexts(fits ? tr("The sum is right")
            : sum.cents > 0   ? tr("The sum is too large")
                              : tr("The sum is missing"),
        formatMoney(sum, QLocale()));
    const bool workday = m_context.nextWorkday(due()) == due();
    m_dueCheck->setState(workday ? CheckState::Passed : CheckState::Open);
    m_dueCheck->setTexts(workday ? tr("Due on a working day") : tr("Due on a day without work"),
        m_context.dates().day(due()));
    const bool leased = m_source == ReferenceSource::LeasedBlock;
    const bool reference = !leased || m_context.referencesLeft() > 0;
    m_referenceCheck->setState(reference ? CheckState::Passed : CheckState::Failed);
    m_referenceCheck->setTexts(
        reference ? tr("Payment reference is ready") : tr("No payment reference left"),
        !leased         ? tr("given by the cash system")
            : reference ? tr("%n left on this device", nullptr, m_context.referencesLeft())
                        : tr("Connect to the portal to get new ones."));
    primary()->setEnabled(complete && fits && reference);
    primary()->setToolTip(
        primary()->isEnabled() ? QString() : tr("See the open points at the right."));
}

QList<FeeItem> FeeDialog::items() const
{
    return m_table->items();
}

QString FeeDialog::reason() const
{
    return m_reason->text().trimmed();
}

QDate FeeDialog::due() const
{
    return m_due->date();
}
