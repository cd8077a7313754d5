#include "channelfield.h"

#include "noticepoints.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStyle>

ChannelField::ChannelField(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::tiny);
}

void ChannelField::setOffers(const QVector<ChannelOffer> &offers)
{
    clearLayout(m_column);
    m_buttons.clear();
    for (const ChannelOffer &offer : offers) {
        auto *button = new QRadioButton(NoticePoints::channelName(offer.channel));
        button->setObjectName(QStringLiteral("channel-") + offer.channel);
        button->setEnabled(offer.isAllowed());
        m_buttons.insert(offer.channel, button);
        m_column->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                emit changed();
        });
        QStringList reasons;
        for (const QString &key : offer.missing)
            reasons.append(NoticePoints::channelReason(key));
        if (offer.isAllowed() && !offer.confirmed)
            reasons.append(NoticePoints::unconfirmed(offer.citation));
        if (reasons.isEmpty())
            continue;
        const QString text = reasons.join(QLatin1Char(' '));
        auto *row = new QHBoxLayout;
        row->addSpacing(button->style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
            + button->style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
        row->addWidget(new WrappedLabel(text, TextRole::Small, Colour::Text2), 1);
        button->setAccessibleDescription(text);
        m_column->addLayout(row);
        m_column->addSpacing(Space::tight);
    }
}

void ChannelField::setChannel(const QString &channel)
{
    const QSignalBlocker quiet(this);
    if (QRadioButton *button = m_buttons.value(channel))
        button->setChecked(true);
}

QString ChannelField::channel() const
{
    for (auto it = m_buttons.begin(); it != m_buttons.end(); ++it) {
        if (it.value()->isChecked())
            return it.key();
    }
    return QStringLiteral("letter");
}
