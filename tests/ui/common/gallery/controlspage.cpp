#include "gallery.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/keycap.h"
#include "ui/common/labels.h"
#include "ui/common/listdelegate.h"
#include "ui/common/panel.h"
#include "ui/common/searchfield.h"
#include "ui/common/statusring.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

namespace {

QLayout *newButtons()
{
    auto *flow = new FlowLayout;
    auto *reply
        = newButton(ButtonKind::Primary, QStringLiteral("Antworten"), QStringLiteral("reply"));
    setKeyHint(reply, QKeySequence(Qt::Key_R));
    auto *status = newButton(
        ButtonKind::Secondary, QStringLiteral("Status"), QStringLiteral("circle-check"));
    setKeyHint(status, QKeySequence(Qt::Key_S));
    auto *send = newButton(ButtonKind::Primary, QStringLiteral("Senden"), QStringLiteral("send"));
    setKeyHint(send, QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *menu = newButton(ButtonKind::Secondary, QStringLiteral("Weitere Aktionen"));
    menu->setMenu(new QMenu(menu));
    auto *off
        = newButton(ButtonKind::Primary, QStringLiteral("Freigeben"), QStringLiteral("stamp"));
    off->setEnabled(false);
    auto *offToo
        = newButton(ButtonKind::Secondary, QStringLiteral("Freigeben"), QStringLiteral("stamp"));
    offToo->setEnabled(false);
    auto *all = newButton(ButtonKind::Ghost, QStringLiteral("Alle"));
    all->setCheckable(true);
    all->setChecked(true);
    const QList<QWidget *> widgets{ reply, status, send, menu, off, offToo, all,
        newButton(ButtonKind::Ghost, QStringLiteral("Mir zugewiesen")),
        newButton(ButtonKind::Danger, QStringLiteral("Zurücknehmen"), QStringLiteral("undo-2")),
        newButton(ButtonKind::Link, QStringLiteral("3 Textbausteine passen")),
        newSmallButton(ButtonKind::Secondary, QStringLiteral("Bescheid beginnen")),
        newToolButton(QStringLiteral("printer"), QStringLiteral("Drucken")),
        newToolButton(QStringLiteral("bookmark"), QStringLiteral("Merken")) };
    for (QWidget *widget : widgets)
        flow->addWidget(widget);
    return flow;
}

QLayout *newChips()
{
    auto *flow = new FlowLayout;
    const QList<QPair<StatusShape, QString>> states{
        { StatusShape::New, QStringLiteral("Neu") },
        { StatusShape::InReview, QStringLiteral("In Prüfung") },
        { StatusShape::Waiting, QStringLiteral("Antwort wartet") },
        { StatusShape::Deciding, QStringLiteral("Bescheid") },
        { StatusShape::Done, QStringLiteral("Erledigt") },
        { StatusShape::Failed, QStringLiteral("Fehler") },
        { StatusShape::Resting, QStringLiteral("Ruht") },
    };
    for (const auto &[shape, word] : states) {
        flow->addWidget(new StatusRing(shape, word));
        flow->addWidget(new StatusChip(shape, word));
    }
    flow->addWidget(
        new Chip(QStringLiteral("2 Tage überfällig"), Tone::Red, QStringLiteral("clock")));
    flow->addWidget(
        new Chip(QStringLiteral("eID · Hoch"), Tone::Green, QStringLiteral("shield-check")));
    flow->addWidget(new KeyCap(QKeySequence(Qt::CTRL | Qt::Key_K)));
    return flow;
}

QLayout *newFields()
{
    auto *grid = new QGridLayout;
    auto *search = new SearchField(QStringLiteral("Suchen, Befehle"));
    search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    grid->addWidget(search, 0, 0);
    auto *focused = new QLineEdit(QStringLiteral("SN-2026-00418"));
    grid->addWidget(focused, 0, 1);
    auto *locked = new QLineEdit(QStringLiteral("wird vergeben"));
    locked->setReadOnly(true);
    grid->addWidget(locked, 0, 2);
    auto *combo = new QComboBox;
    combo->addItems({ QStringLiteral("Online über das Serviceportal"), QStringLiteral("Brief") });
    grid->addWidget(combo, 1, 0);
    auto *date = new QDateEdit(QDate(2026, 12, 21));
    date->setCalendarPopup(true);
    grid->addWidget(date, 1, 1);
    auto *spin = new QSpinBox;
    spin->setSuffix(QStringLiteral(" Tage"));
    grid->addWidget(spin, 1, 2);
    auto *row = new QHBoxLayout;
    auto *check = new QCheckBox(QStringLiteral("Restbreite Gehweg eingehalten"));
    check->setChecked(true);
    auto *partly = new QCheckBox(QStringLiteral("Teils"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(QStringLiteral("Ihre Fassung"));
    radio->setChecked(true);
    const QList<QWidget *> boxes{ check, new QCheckBox(QStringLiteral("Anlieger angehört")), partly,
        radio, new QRadioButton(QStringLiteral("Fassung im Portal")) };
    for (QWidget *box : boxes)
        row->addWidget(box);
    row->addStretch(1);
    grid->addLayout(row, 2, 0, 1, 3);
    auto *progress = new QProgressBar;
    progress->setValue(64);
    progress->setFixedHeight(6);
    grid->addWidget(progress, 3, 0);
    auto *text = new QTextEdit(QStringLiteral("Die Aufstellung des Containers geht über den "
                                              "Gemeingebrauch hinaus."));
    text->setMaximumHeight(80);
    grid->addWidget(text, 4, 0, 1, 3);
    return grid;
}

QTableView *newTable(QWidget *parent)
{
    auto *model = new QStandardItemModel(8, 3, parent);
    model->setHorizontalHeaderLabels(
        { QStringLiteral("Vorgang"), QStringLiteral("Angelegt"), QStringLiteral("Betrag") });
    for (int row = 0; row < model->rowCount(); ++row) {
        model->setItem(row, 0,
            new QStandardItem(QStringLiteral("Sondernutzung: Container, Lindenstraße %1 und ein "
                                             "langer Name dazu")
                                  .arg(row + 3)));
        model->setItem(row, 1, new QStandardItem(QStringLiteral("Heute 09:1%1").arg(row)));
        auto *amount = new QStandardItem(QStringLiteral("87,50 EUR"));
        amount->setTextAlignment(Qt::AlignRight);
        model->setItem(row, 2, amount);
    }
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setItemDelegate(new ListDelegate(table));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->resizeRowsToContents();
    table->selectRow(1);
    return table;
}

} // namespace

QWidget *newControlsPage()
{
    auto *page = new Panel(Colour::Surface);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *banner = new Banner(Tone::Amber, QStringLiteral("cloud-off"),
        QStringLiteral("Keine Verbindung zum Serviceportal seit 09:14 Uhr. Sie können "
                       "weiterarbeiten, der Stand ist 27 Minuten alt."));
    banner->addAction(QStringLiteral("Jetzt verbinden"));
    banner->addAction(QStringLiteral("Details"));
    column->addWidget(banner);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(24, 16, 24, 16);
    inner->setSpacing(14);
    column->addLayout(inner);
    inner->addLayout(newButtons());
    inner->addLayout(newChips());
    inner->addLayout(newFields());
    auto *tabs = new QTabBar;
    for (const char16_t *name : { u"Antrag", u"Unterlagen\t4", u"Nachrichten\t1!", u"Verlauf" })
        tabs->addTab(QString::fromUtf16(name));
    tabs->setCurrentIndex(1);
    inner->addWidget(tabs);
    auto *row = new QHBoxLayout;
    row->addWidget(newTable(page), 2);
    auto *nothing = new EmptyState(QStringLiteral("inbox"), QStringLiteral("Alles erledigt"),
        QStringLiteral("Im Posteingang liegt nichts, das heute auf Sie wartet. Die nächste "
                       "Wiedervorlage ist am Donnerstag."));
    nothing->setAction(QStringLiteral("Wiedervorlagen ansehen"), QStringLiteral("calendar-clock"));
    row->addWidget(nothing, 1);
    inner->addLayout(row, 1);
    return page;
}
