// The step that says to whom the notice goes, and how.
#include "channelfield.h"
#include "noticepoints.h"
#include "noticestep.h"

#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/dialogs/formfields.h"
#include "ui/words/deskcontext.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace {

class AddresseeStep : public NoticeStep {
public:
    explicit AddresseeStep(const DeskContext &context)
        : m_context(context)
        , m_channel(new ChannelField)
        , m_date(newDateEdit(context.today(), context.today().addYears(-1)))
        , m_lines(newTextArea(5, {}))
        , m_salutation(new QLineEdit)
    {
        addField(column(), NoticeStep::tr("Channel"), m_channel,
            NoticeStep::tr(
                "The letter is right unless a proven account or a consent allows more."));
        addField(column(), NoticeStep::tr("Date of the letter"), m_date);
        addField(column(), NoticeStep::tr("Lines of the address"), m_lines,
            NoticeStep::tr("At most six lines fit into the window of the envelope."));
        addField(column(), NoticeStep::tr("Salutation"), m_salutation);
        column()->addStretch();
        connect(m_channel, &ChannelField::changed, this, &NoticeStep::changed);
        connect(m_date, &QDateEdit::dateChanged, this, &NoticeStep::changed);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &NoticeStep::changed);
        connect(m_salutation, &QLineEdit::textChanged, this, &NoticeStep::changed);
    }
    void begin(const NoticeBasis &basis) override
    {
        m_channel->setOffers(
            channelOffers(basis.caseFile, m_context.law(), m_context.place(), m_context.today()));
    }
    void load(const NoticeContent &content) override
    {
        const QSignalBlocker one(m_channel);
        const QSignalBlocker two(m_date);
        const QSignalBlocker three(m_lines);
        const QSignalBlocker four(m_salutation);
        m_channel->setChannel(content.channel);
        if (content.letterDate.isValid())
            m_date->setDate(content.letterDate);
        m_lines->setPlainText(content.addressee.join(QLatin1Char('\n')));
        m_salutation->setText(content.salutation);
    }
    void store(NoticeContent &content) const override
    {
        content.channel = m_channel->channel();
        content.letterDate = m_date->date();
        content.addressee.clear();
        for (const QString &line : m_lines->toPlainText().split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty())
                content.addressee.append(line.trimmed());
        }
        content.salutation = m_salutation->text().trimmed();
    }
    QString summary(const NoticeContent &content) const override
    {
        return NoticePoints::channelName(content.channel);
    }

private:
    const DeskContext &m_context;
    ChannelField *m_channel;
    QDateEdit *m_date;
    QPlainTextEdit *m_lines;
    QLineEdit *m_salutation;
};

} // namespace

NoticeStep *newAddresseeStep(const DeskContext &context)
{
    return new AddresseeStep(context);
}
