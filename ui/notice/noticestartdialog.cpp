#include "noticestartdialog.h"

#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/formfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

NoticeStartDialog::NoticeStartDialog(
    const ViewedCase &viewed, const QList<const NoticeTemplate *> &templates, QWidget *parent)
    : DialogFrame(tr("Begin the notice"), caseSubtitle(viewed), parent)
    , m_template(new QComboBox)
    , m_fee(new QCheckBox(tr("The notice sets a fee")))
{
    const bool german = QLocale().language() == QLocale::German;
    QList<bool> fees;
    for (const NoticeTemplate *entry : templates) {
        m_template->addItem(german ? entry->german : entry->english, entry->ref.id);
        fees.append(entry->withFee);
    }
    addField(body(), tr("Template"), m_template,
        tr("What the case already knows is filled in; what only you may state stays empty."));
    body()->addWidget(m_fee);
    body()->addSpacing(Space::large);
    m_fee->setChecked(fees.value(0));
    connect(m_template, &QComboBox::currentIndexChanged, this,
        [this, fees](int index) { m_fee->setChecked(fees.value(index)); });
    if (templates.isEmpty())
        setNote(tr("There is no template for this kind of case."), QStringLiteral("info"));
    body()->addStretch();
    addCancel();
    setPrimary(tr("Begin"))->setEnabled(!templates.isEmpty());
    m_template->setFocus();
}

QString NoticeStartDialog::templateId() const
{
    return m_template->currentData().toString();
}

bool NoticeStartDialog::withFee() const
{
    return m_fee->isChecked();
}
