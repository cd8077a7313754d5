// The steps with choices: addressee and channel, reasons, fee.
#include "noticestep.h"

#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/dialogs/formfields.h"
#include "ui/fee/feetable.h"
#include "ui/words/deskcontext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace {

class AddresseeStep : public NoticeStep {
public:
    explicit AddresseeStep(const DeskContext &context)
        : m_channel(new QComboBox)
        , m_date(newDateEdit(context.today(), context.today().addYears(-1)))
        , m_lines(newTextArea(5, {}))
        , m_salutation(new QLineEdit)
    {
        m_channel->addItem(NoticeStep::tr("Letter"), QStringLiteral("letter"));
        m_channel->addItem(
            NoticeStep::tr("Retrieval on the portal, with consent"), QStringLiteral("portal"));
        m_channel->addItem(
            NoticeStep::tr("Postbox of the user account"), QStringLiteral("account"));
        m_channel->setObjectName(QStringLiteral("channel"));
        addField(column(), NoticeStep::tr("Channel"), m_channel,
            NoticeStep::tr(
                "The letter is right unless a proven account or a consent allows more."));
        addField(column(), NoticeStep::tr("Date of the letter"), m_date);
        addField(column(), NoticeStep::tr("Lines of the address"), m_lines,
            NoticeStep::tr("At most six lines fit into the window of the envelope."));
        addField(column(), NoticeStep::tr("Salutation"), m_salutation);
        column()->addStretch();
        connect(m_channel, &QComboBox::currentIndexChanged, this, &NoticeStep::changed);
        connect(m_date, &QDateEdit::dateChanged, this, &NoticeStep::changed);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        connect(m_salutation, &QLineEdit::textChanged, this, &NoticeStep::changed);
    }
    void load(const NoticeContent &content) override
    {
        const QSignalBlocker one(m_channel);
        const QSignalBlocker two(m_date);
        const QSignalBlocker three(m_lines);
        const QSignalBlocker four(m_salutation);
        m_channel->setCurrentIndex(qMax(0, m_channel->findData(content.channel)));
        if (content.letterDate.isValid())
            m_date->setDate(content.letterDate);
        m_lines->setPlainText(content.addressee.join(QLatin1Char('\n')));
        m_salutation->setText(content.salutation);
    }
    void store(NoticeContent &content) const override
    {
        content.channel = m_channel->currentData().toString();
        content.letterDate = m_date->date();
        content.addressee.clear();
        for (const QString &line : m_lines->toPlainText().split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty())
                content.addressee.append(line.trimmed());
        }
        content.salutation = m_salutation->text().trimmed();
    }
    QString summary(const NoticeContent &) const override { return m_channel->currentText(); }

private:
    QComboBox *m_channel;
    QDateEdit *m_date;
    QPlainTextEdit *m_lines;
    QLineEdit *m_salutation;
};

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
        , m_facts(newTextArea(5, {}))
        , m_law(newTextArea(5, {}))
        , m_discretion(newTextArea(4, {}))
        , m_discretionBox(new QWidget)
        , m_hearing(new StatementField(NoticeStep::tr("The hearing was held or is dispensable")))
        , m_exercised(new StatementField(NoticeStep::tr("Discretion was exercised")))
    {
        m_facts->setObjectName(QStringLiteral("facts"));
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
    void load(const NoticeContent &content) override
    {
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
        content.reasons.facts = m_facts->toPlainText().trimmed();
        content.reasons.law = m_law->toPlainText().trimmed();
        content.reasons.discretion = m_discretion->toPlainText().trimmed();
        m_hearing->store(content.hearing, m_context.clerk().name);
        if (content.reasons.discretionary)
            m_exercised->store(content.discretion, m_context.clerk().name);
    }
    QString summary(const NoticeContent &content) const override
    {
        if (content.reasons.facts.isEmpty() || content.reasons.law.isEmpty())
            return NoticeStep::tr("still empty");
        return content.reasons.discretionary ? NoticeStep::tr("facts, law, discretion")
                                             : NoticeStep::tr("facts and law");
    }

private:
    const DeskContext &m_context;
    QPlainTextEdit *m_facts;
    QPlainTextEdit *m_law;
    QPlainTextEdit *m_discretion;
    QWidget *m_discretionBox;
    StatementField *m_hearing;
    StatementField *m_exercised;
};

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
        m_reference->setReadOnly(true);
        row->addWidget(fieldBox(NoticeStep::tr("Payment reference"), m_reference), 1);
        inside->addLayout(row);
        inside->addWidget(
            new WrappedLabel(NoticeStep::tr("Notice and payment request are accepted or refused "
                                            "together."),
                TextRole::Small, Colour::Text2));
        column()->addWidget(m_box);
        column()->addStretch();
        connect(m_with, &QCheckBox::toggled, this, [this](bool on) {
            m_box->setVisible(on);
            emit changed();
            if (on && m_terms.reference.isEmpty())
                emit referenceNeeded();
        });
        connect(m_table, &FeeTable::changed, this, &NoticeStep::changed);
        connect(m_due, &QDateEdit::dateChanged, this, &NoticeStep::changed);
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
    PaymentTerms m_terms;
};

} // namespace

NoticeStep *newAddresseeStep(const DeskContext &context)
{
    return new AddresseeStep(context);
}
NoticeStep *newReasonsStep(const DeskContext &context)
{
    return new ReasonsStep(context);
}
NoticeStep *newFeeStep(const DeskContext &context)
{
    return new FeeStep(context);
}
