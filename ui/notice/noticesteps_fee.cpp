// The step with the fee, its payment terms and the reference.
#include "noticestep.h"

#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/dialogs/formfields.h"
#include "ui/fee/feetable.h"
#include "ui/words/deskcontext.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace {

class FeeStep : public NoticeStep {
public:
    explicit FeeStep(const DeskContext &context)
        : m_context(context)
        , m_with(new QCheckBox(NoticeStep::tr("The notice sets a fee")))
        , m_box(new QWidget)
        , m_table(new FeeTable)
        , m_due(newDateEdit(
              context.nextWorkday(context.today().addDays(context.paymentDays())), context.today()))
        , m_reference(new QLineEdit)
    {
        m_with->setObjectName(QStringLiteral("withFee"));
        column()->addWidget(m_with);
        column()->addSpacing(Space::large);
        auto *inside = new QVBoxLayout(m_box);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(0);
        inside->addWidget(m_table);
        inside->addSpacing(Space::large);
        auto *row = new QHBoxLayout;
        row->setSpacing(Space::large);
        row->addWidget(fieldBox(NoticeStep::tr("Due on"), m_due), 1);
        m_reference->setObjectName(QStringLiteral("paymentReference"));
        row->addWidget(fieldBox(NoticeStep::tr("Payment reference"), m_reference), 1);
        inside->addLayout(row);
        m_follows = new WrappedLabel(
            NoticeStep::tr("For this kind of case the cash system gives the reference. Leave it "
                           "empty: the letter then says that it follows and has no QR code."),
            TextRole::Small, Colour::Text2);
        inside->addWidget(m_follows);
        inside->addWidget(
            new WrappedLabel(NoticeStep::tr("Notice and payment request are accepted or refused "
                                            "together."),
                TextRole::Small, Colour::Text2));
        column()->addWidget(m_box);
        column()->addStretch();
        connect(m_with, &QCheckBox::toggled, this, [this](bool on) {
            m_box->setVisible(on);
            emit changed();
            if (on && m_terms.reference.isEmpty() && !m_fromCashSystem)
                emit referenceNeeded();
        });
        connect(m_reference, &QLineEdit::textEdited, this, &NoticeStep::changed);
        connect(m_table, &FeeTable::changed, this, &NoticeStep::changed);
        connect(m_due, &QDateEdit::dateChanged, this, &NoticeStep::changed);
    }
    void begin(const NoticeBasis &basis) override
    {
        m_fromCashSystem = basis.type && basis.type->referenceSource == ReferenceSource::CashSystem;
        m_reference->setReadOnly(!m_fromCashSystem);
        m_reference->setPlaceholderText(m_fromCashSystem ? NoticeStep::tr("follows") : QString());
        m_follows->setVisible(m_fromCashSystem);
    }
    void load(const NoticeContent &content) override
    {
        const QSignalBlocker one(m_with);
        const QSignalBlocker two(m_table);
        const QSignalBlocker three(m_due);
        const bool with = !content.fees.isEmpty() || content.payment;
        m_with->setChecked(with);
        m_box->setVisible(with);
        QList<FeeItem> items;
        for (const NoticeFee &fee : content.fees) {
            FeeItem item;
            item.text = fee.text;
            item.legalBasis = fee.legalBasis;
            item.amount = fee.amount;
            items.append(item);
        }
        m_table->setItems(items);
        m_terms = content.payment.value_or(PaymentTerms{});
        if (m_terms.due.isValid())
            m_due->setDate(m_terms.due);
        m_reference->setText(m_terms.reference);
    }
    void store(NoticeContent &content) const override
    {
        content.fees.clear();
        content.payment.reset();
        if (m_with->isChecked()) {
            for (const FeeItem &item : m_table->items()) {
                NoticeFee fee;
                fee.text = item.text;
                fee.legalBasis = item.legalBasis;
                fee.amount = item.amount;
                content.fees.append(fee);
            }
            PaymentTerms terms = m_terms;
            const Bank &bank = m_context.session().authority.bank;
            if (terms.iban.isEmpty()) {
                terms.payee = bank.payee;
                terms.iban = bank.iban;
                terms.bic = bank.bic;
            }
            terms.due = m_due->date();
            terms.referenceFollows = m_fromCashSystem;
            if (m_fromCashSystem)
                terms.reference = m_reference->text().trimmed();
            content.payment = terms;
        }
        content.total = content.sumOfFees();
    }
    QString summary(const NoticeContent &content) const override
    {
        return content.fees.isEmpty() ? NoticeStep::tr("none")
                                      : formatMoney(content.total, QLocale());
    }

private:
    const DeskContext &m_context;
    QCheckBox *m_with;
    QWidget *m_box;
    FeeTable *m_table;
    QDateEdit *m_due;
    QLineEdit *m_reference;
    WrappedLabel *m_follows;
    PaymentTerms m_terms;
    bool m_fromCashSystem = false;
};

} // namespace

NoticeStep *newFeeStep(const DeskContext &context)
{
    return new FeeStep(context);
}
