#include "settingsdialog.h"

#include "ui/dialogs/formfields.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QComboBox *combo(const QList<QPair<QString, QVariant>> &entries, const QVariant &chosen)
{
    auto *box = new QComboBox;
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(const DeskSettings &settings, QWidget *parent)
    : DialogFrame(tr("Settings"), {}, parent)
    , m_settings(settings)
{
    const QString managed = tr("Managed by your administration");
    m_language = combo(
        { { tr("As the system"), QString() }, { QStringLiteral("Deutsch"), QStringLiteral("de") },
            { QStringLiteral("English"), QStringLiteral("en") } },
        settings.language);
    m_language->setEnabled(!settings.languageLocked);
    addField(body(), tr("Language"), m_language,
        settings.languageLocked ? managed : tr("Takes effect after a restart."));
    m_theme = combo(
        { { tr("As the system"), QStringLiteral("system") },
            { tr("Light"), QStringLiteral("light") }, { tr("Dark"), QStringLiteral("dark") } },
        settings.theme);
    m_theme->setEnabled(!settings.themeLocked);
    addField(body(), tr("Look"), m_theme, settings.themeLocked ? managed : QString());
    m_text = combo({ { QStringLiteral("100 %"), 100 }, { QStringLiteral("125 %"), 125 },
                       { QStringLiteral("150 %"), 150 }, { QStringLiteral("200 %"), 200 } },
        settings.textPercent);
    addField(body(), tr("Size of text"), m_text);
    m_undo = combo({ { tr("at once"), 0 }, { tr("after 5 seconds"), 5 },
                       { tr("after 10 seconds"), 10 }, { tr("after 30 seconds"), 30 } },
        settings.undoSeconds);
    addField(body(), tr("Replies leave"), m_undo, tr("Until then they can be undone."));
    body()->addStretch();
    QPushButton *out = addButton(tr("Sign out"), QStringLiteral("log-out"));
    connect(out, &QPushButton::clicked, this, [this] {
        emit signOutRequested();
        reject();
    });
    addCancel();
    setPrimary(tr("Apply"));
    m_language->setFocus();
}

DeskSettings SettingsDialog::settings() const
{
    DeskSettings result = m_settings;
    result.language = m_language->currentData().toString();
    result.theme = m_theme->currentData().toString();
    result.textPercent = m_text->currentData().toInt();
    result.undoSeconds = m_undo->currentData().toInt();
    return result;
}
