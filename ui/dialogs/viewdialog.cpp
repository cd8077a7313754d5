#include "viewdialog.h"

#include "formfields.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

ViewDialog::ViewDialog(const QString &name, const QStringList &others, QWidget *parent)
    : DialogFrame(name.isEmpty() ? tr("Keep as a view") : tr("Rename the view"), {}, parent)
    , m_others(others)
    , m_name(new QLineEdit(name))
{
    m_name->setMaxLength(60);
    m_name->setObjectName(QStringLiteral("viewName"));
    addField(body(), tr("Name"), m_name);
    addCancel();
    setPrimary(name.isEmpty() ? tr("Keep") : tr("Rename"));
    connect(m_name, &QLineEdit::textChanged, this, &ViewDialog::onChanged);
    onChanged();
    m_name->selectAll();
    m_name->setFocus();
}

QString ViewDialog::name() const
{
    return m_name->text().simplified();
}

void ViewDialog::onChanged()
{
    const bool taken = m_others.contains(name(), Qt::CaseInsensitive);
    setNote(taken ? tr("Another view has this name already.")
                  : tr("A view keeps search, order and columns. It stands in the side bar with the "
                       "number of its cases."),
        taken ? QStringLiteral("triangle-alert") : QStringLiteral("info"));
    primary()->setEnabled(!name().isEmpty() && !taken);
}
