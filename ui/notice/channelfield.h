#pragma once

#include "models/notice/noticeevidence.h"

#include <QHash>
#include <QWidget>

class QRadioButton;
class QVBoxLayout;

// The channels of a notice, one below the other: those the case has no evidence for stand there
// greyed, with the reason, so that the clerk knows what is missing instead of what is hidden.
class ChannelField : public QWidget {
    Q_OBJECT
public:
    explicit ChannelField(QWidget *parent = nullptr);

    void setOffers(const QVector<ChannelOffer> &offers); // no signal
    void setChannel(const QString &channel); // shown even if it is not offered any more
    QString channel() const;

signals:
    void changed();

private:
    QVBoxLayout *m_column;
    QHash<QString, QRadioButton *> m_buttons;
};
