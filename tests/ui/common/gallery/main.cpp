// test_ui_gallery [--dark] [--text FACTOR] [--page controls|case|dialog] [--size WxH] [OUT.png]
// Shows every widget of ui/common, or saves a picture of it; the scale is QT_SCALE_FACTOR.
#include "gallery.h"

#include "ui/common/checkrow.h"
#include "ui/common/dialogframe.h"
#include "ui/common/icons.h"
#include "ui/common/kontorstyle.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QGridLayout>
#include <QLineEdit>

namespace {

DialogFrame *newDialog()
{
    auto *dialog = new DialogFrame(QStringLiteral("Gebühr anfordern"),
        QStringLiteral("32.2-SN-2026-00418 · Katharina Vogelsang"), nullptr);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->addWidget(
        new ElidedLabel(QStringLiteral("Verwendungszweck"), TextRole::SmallStrong), 0, 0);
    auto *field = new QLineEdit(QStringLiteral("SN-2026-00418 Container"));
    grid->addWidget(field, 1, 0);
    grid->addWidget(new ElidedLabel(QStringLiteral("Zahlweg"), TextRole::SmallStrong), 0, 1);
    auto *combo = new QComboBox;
    combo->addItem(QStringLiteral("Online über das Serviceportal"));
    grid->addWidget(combo, 1, 1);
    auto *fixed = new QLineEdit(QStringLiteral("wird vergeben"));
    fixed->setEnabled(false);
    grid->addWidget(fixed, 2, 0);
    dialog->body()->addLayout(grid);
    dialog->body()->addStretch(1);
    auto *side = dialog->side(QStringLiteral("Prüfung vor dem Anlegen"));
    side->addWidget(new CheckRow(CheckState::Passed, QStringLiteral("Verwendungszweck passt"),
        QStringLiteral("23 von 27 Zeichen")));
    side->addWidget(
        new CheckRow(CheckState::Open, QStringLiteral("Kasse ab 18 Uhr nicht erreichbar"),
            QStringLiteral("Wird sonst in die Warteschlange gelegt")));
    dialog->setNote(
        QStringLiteral("Die Bürgerin erhält die Zahlungsaufforderung mit dem Bescheid."));
    dialog->addCancel(QStringLiteral("Abbrechen"));
    dialog->setPrimary(QStringLiteral("Gebühr anlegen"));
    return dialog;
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("dark"), QStringLiteral("Dark colours.") });
    parser.addOption({ QStringLiteral("text"), QStringLiteral("Text factor."),
        QStringLiteral("factor"), QStringLiteral("1") });
    parser.addOption({ QStringLiteral("page"), QStringLiteral("controls, case or dialog."),
        QStringLiteral("page"), QStringLiteral("controls") });
    parser.addOption({ QStringLiteral("size"), QStringLiteral("Size, WxH."), QStringLiteral("size"),
        QStringLiteral("1180x860") });
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("Picture to save."));
    parser.process(application);
    KontorStyle::install(application, parser.isSet(QStringLiteral("dark")),
        parser.value(QStringLiteral("text")).toDouble());
    QApplication::setWindowIcon(applicationIcon());
    const QString name = parser.value(QStringLiteral("page"));
    QWidget *page = name == QLatin1String("dialog") ? newDialog()
        : name == QLatin1String("case")             ? newCasePage()
                                                    : newControlsPage();
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    if (name != QLatin1String("dialog"))
        page->resize(size.value(0).toInt(), size.value(1).toInt());
    else
        page->resize(920, 460);
    page->show();
    const QStringList out = parser.positionalArguments();
    if (out.isEmpty())
        return QApplication::exec();
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    return page->grab().save(out.first()) ? 0 : 1;
}
