#include "gallery.h"

#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/checkrow.h"
#include "ui/common/factrow.h"
#include "ui/common/labels.h"
#include "ui/common/navitem.h"
#include "ui/common/panel.h"
#include "ui/common/prose.h"
#include "ui/common/sectionheading.h"
#include "ui/common/steplist.h"
#include "ui/common/timelinelist.h"
#include "ui/common/toast.h"
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QWidget *newSidebar()
{
    auto *bar = new Panel(Colour::Window, Panel::Right);
    auto *column = new QVBoxLayout(bar);
    column->setSpacing(2);
    auto *inbox = new NavItem(QStringLiteral("Posteingang"), QStringLiteral("inbox"), bar);
    inbox->setCount(5, NavItem::Count::Unread);
    inbox->setChecked(true);
    auto *mine = new NavItem(QStringLiteral("Meine Vorgänge"), QStringLiteral("folder"), bar);
    mine->setCount(38);
    auto *due = new NavItem(QStringLiteral("Fristen"), QStringLiteral("alarm-clock"), bar);
    due->setCount(2, NavItem::Count::Alert);
    auto *view
        = new NavItem(QStringLiteral("Wiedervorlagen"), QStringLiteral("calendar-clock"), bar);
    view->setCount(12);
    const QList<NavItem *> items{ inbox, mine, due, view };
    for (NavItem *item : items)
        column->addWidget(item);
    column->addSpacing(16);
    auto *steps = new StepList(bar);
    steps->setSteps({ { QStringLiteral("Adressat und Weg"), QStringLiteral("Brief"),
                          StepState::Done },
        { QStringLiteral("Entscheidung"), QStringLiteral("Erlaubnis, 3 Sätze"), StepState::Done },
        { QStringLiteral("Begründung"), QStringLiteral("Ermessen prüfen"), StepState::Open },
        { QStringLiteral("Nebenbestimmungen"), QStringLiteral("noch keine gewählt"),
            StepState::Warning },
        { QStringLiteral("Freigabe und Siegel"), {}, StepState::Open } });
    steps->setCurrent(2);
    column->addWidget(steps);
    column->addStretch(1);
    return bar;
}

QWidget *newMessage()
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    auto *head = new QHBoxLayout;
    head->addWidget(new Avatar(QStringLiteral("Katharina Vogelsang")));
    head->addWidget(new ElidedLabel(QStringLiteral("Katharina Vogelsang"), TextRole::UiStrong));
    head->addWidget(
        new ElidedLabel(QStringLiteral("08:47 · Bürgerpostfach"), TextRole::Small, Colour::Text2));
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(new Prose(QStringLiteral(
        "Guten Morgen Frau Kowalski, die Sanierung dauert länger als geplant. Der Container soll "
        "doch drei Tage länger stehen, also bis 8. Dezember. <b>Geht</b> das noch im selben "
        "Antrag? Den neuen Lageplan habe ich angehängt.")));
    return card;
}

QWidget *newFacts()
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 2);
    column->setSpacing(0);
    auto *heading = new SectionHeading(QStringLiteral("Sondernutzung"));
    heading->setCount(6);
    heading->setMeta(QStringLiteral("6 Angaben, 1 geändert"));
    column->addWidget(heading);
    column->addSpacing(8);
    column->addWidget(new Rule);
    auto *period = new FactRow(
        QStringLiteral("Zeitraum"), QStringLiteral("30.11.2026 bis 08.12.2026 (9 Tage)"));
    period->setOrigin(QStringLiteral("Eigene Angabe"), QStringLiteral("pencil"));
    period->setNote(
        QStringLiteral("Heute 08:47 geändert, zuvor bis 05.12.2026"), QStringLiteral("history"));
    auto *place = new FactRow(
        QStringLiteral("Ort"), QStringLiteral("Lindenstraße 14, Gehweg und Parkstreifen"));
    place->setProven(QStringLiteral("Register geprüft"), QStringLiteral("landmark"));
    auto *purpose = new FactRow(QStringLiteral("Zweck"),
        QStringLiteral("Bauschutt aus Dachsanierung, Absetzcontainer 7 m³ mit Absperrung und "
                       "Beleuchtung nach RSA 21"));
    purpose->setOrigin(QStringLiteral("Eigene Angabe"), QStringLiteral("pencil"));
    purpose->setDivider(false);
    const QList<FactRow *> rows{ period, place, purpose };
    for (FactRow *row : rows)
        column->addWidget(row);
    return card;
}

QWidget *newInspector()
{
    auto *panel = new Panel(Colour::Sunken, Panel::Left);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(20, 16, 20, 16);
    panel->setMaximumWidth(312);
    column->addWidget(new SectionHeading(QStringLiteral("Verlauf")));
    auto *line = new TimelineList;
    line->setEntries({ { QStringLiteral("inbox"), Tone::Blue, QStringLiteral("Antrag eingegangen"),
                           QStringLiteral("Do, 19.11. 21:14 · Serviceportal"), {}, false },
        { QStringLiteral("pause"), Tone::Amber, QStringLiteral("Rückfrage: Lageplan ungenau"),
            QStringLiteral("Fr, 20.11. 10:02 · M. Kowalski"),
            QStringLiteral("Bitte eine Fassung mit Maßen nachreichen."), false },
        { QStringLiteral("paperclip"), Tone::Teal, QStringLiteral("Lageplan nachgereicht"),
            QStringLiteral("Heute 08:47 · K. Vogelsang"), {}, false },
        { QStringLiteral("file-pen-line"), Tone::Grey, QStringLiteral("Entscheidung fällig"),
            QStringLiteral("Do, 26.11."), {}, true } });
    column->addWidget(line);
    column->addSpacing(16);
    column->addWidget(new CheckRow(
        CheckState::Passed, QStringLiteral("Rechtsgrundlage genannt: § 18 Abs. 1 StrG LSA")));
    auto *open = new CheckRow(
        CheckState::Open, QStringLiteral("Nebenbestimmung zur Verkehrssicherung fehlt"));
    open->addAction(QStringLiteral("Auswählen"));
    column->addWidget(open);
    column->addWidget(new CheckRow(CheckState::Running, QStringLiteral("Vertretung wird geladen"),
        QStringLiteral("Sie können sich schon anmelden")));
    column->addStretch(1);
    return panel;
}

} // namespace

QWidget *newCasePage()
{
    auto *page = new Panel(Colour::Surface);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(newSidebar());
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(24, 16, 24, 16);
    middle->setSpacing(14);
    middle->addWidget(new ElidedLabel(
        QStringLiteral("Sondernutzung: Container, Lindenstraße 14 bis 18 mit langem Namen"),
        TextRole::Title));
    middle->addWidget(newMessage());
    middle->addWidget(newFacts());
    middle->addStretch(1);
    row->addLayout(middle, 1);
    row->addWidget(newInspector());
    auto *toast = new Toast(page);
    toast->showUndo(QStringLiteral("Antwort an Hüseyin Öztürk-Blaschke wird gesendet"),
        QStringLiteral("Rückgängig"), 10000);
    return page;
}
