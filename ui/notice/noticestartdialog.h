#pragma once

#include "models/domain/pending.h"
#include "models/notice/noticetemplate.h"
#include "ui/common/dialogframe.h"

class QCheckBox;
class QComboBox;

// Which template a notice begins with, and whether it sets a fee.
class NoticeStartDialog : public DialogFrame {
    Q_OBJECT
public:
    NoticeStartDialog(
        const ViewedCase &viewed, const QList<const NoticeTemplate *> &templates, QWidget *parent);
    QString templateId() const;
    bool withFee() const;

private:
    QComboBox *m_template;
    QCheckBox *m_fee;
};
