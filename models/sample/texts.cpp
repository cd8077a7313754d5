#include "texts.h"

#include "people.h"

namespace sample {

namespace {

struct Theme {
    const char16_t *word; // in key or label, lower case
    QList<QString> texts;
};

const QList<Theme> &themes()
{
    static const QList<Theme> list{
        { u"beschreib",
            { u"in der Einfahrt rechts neben dem Haus"_qs, u"auf dem Hof hinter der Garage"_qs,
                u"am Zaun zur Nachbarseite"_qs } },
        { u"baumart",
            { u"Winterlinde"_qs, u"Rosskastanie"_qs, u"Stieleiche"_qs, u"Hängebirke"_qs,
                u"Blaufichte"_qs, u"Spitzahorn"_qs } },
        { u"flurst", { u"Gemarkung Lindenau, Flurstück 214/3"_qs, u"Flurstück 88/12"_qs } },
        { u"rasse",
            { u"Labrador Retriever"_qs, u"Mischling (Schäferhund)"_qs, u"Dackel"_qs,
                u"Border Collie"_qs } },
        { u"hund", { u"Bello"_qs, u"Luna"_qs, u"Käthe"_qs, u"Balu"_qs, u"Motte"_qs } },
        { u"chip", { u"276098102345671"_qs, u"276097200118842"_qs } },
        { u"farbe", { u"schwarz"_qs, u"braun-weiß"_qs, u"sandfarben"_qs } },
        { u"sperrm",
            { u"Sofa, zwei Sessel, Kleiderschrank"_qs, u"Matratze, Bettgestell"_qs,
                u"Schreibtisch und Regalbretter"_qs } },
        { u"kennzeichen", { u"L-NA 4711"_qs, u"L-XY 815"_qs } },
        { u"firma", { u"Tischlerei Krüger GmbH"_qs, u"Café Süßes Eck"_qs } },
        { u"veranstaltung", { u"Straßenfest Demmeringstraße"_qs, u"Flohmarkt am Alten Markt"_qs } },
        { u"hausnummer", { u"7"_qs, u"12 a"_qs, u"31"_qs, u"64"_qs } },
        { u"ortsteil", { u"Altlindenau"_qs, u"Lindenau-Süd"_qs } },
        { u"stadtteil", { u"Altlindenau"_qs, u"Lindenau-Süd"_qs } },
        { u"standort",
            { u"im Hinterhof, links neben der Garage"_qs, u"Grundstücksgrenze Nord"_qs,
                u"Gehweg vor dem Haus"_qs } },
        { u"vorname", { u"Frieda"_qs, u"Jonas"_qs, u"Željko"_qs } },
        { u"name", { u"Jäger"_qs, u"Yıldız"_qs, u"Böttcher"_qs } },
    };
    return list;
}

const QList<QString> &explanations()
{
    static const QList<QString> list{
        u"Der Baum steht sehr nah am Haus, bei Sturm brechen immer wieder Äste ab. Ein Gutachten liegt bei."_qs,
        u"Wir ziehen zum Monatsende um und brauchen die Entscheidung möglichst bald."_qs,
        u"Die Stelle wurde am Wochenende erneut verschmutzt, Fotos sind beigefügt."_qs,
        u"Bisher wurde mir telefonisch gesagt, dass dies genehmigt werden kann."_qs,
        u"Die Wurzeln haben die Gehwegplatten angehoben; meine Mutter ist dort schon gestürzt."_qs,
        u"Es handelt sich um eine einmalige Nutzung an einem Wochenende."_qs,
    };
    return list;
}

} // namespace

QString textFor(const FieldDefinition &field, Chance &chance)
{
    if (field.type == FieldType::TextArea)
        return chance.of(explanations());
    const QString meaning = (field.key + QLatin1Char(' ') + field.label.de).toLower();
    if (meaning.contains(u"straße") || meaning.contains(u"strasse"))
        return street(chance);
    if (meaning.contains(u"plz") || meaning.contains(u"postleitzahl"))
        return postalCode(chance);
    if (field.key.compare(u"ort", Qt::CaseInsensitive) == 0)
        return QStringLiteral("Lindenau");
    for (const Theme &theme : themes()) {
        if (meaning.contains(QStringView(theme.word)))
            return chance.of(theme.texts);
    }
    return field.required ? QStringLiteral("siehe Anlage") : QString();
}

QString citizenMessage(Chance &chance)
{
    return chance.of(QList<QString>{
        u"Guten Tag,\n\nanbei die fehlenden Unterlagen. Reicht das so?\n\nMit freundlichen Grüßen"_qs,
        u"Können Sie mir sagen, wie lange die Bearbeitung noch dauert? Die Firma hat erst ab übernächster Woche wieder Termine frei."_qs,
        u"Ich habe mich bei der Hausnummer vertan: Es ist die 12 a, nicht die 12."_qs,
        u"Der Nachbar ist einverstanden, er hat auch unterschrieben. Soll ich das einscannen?"_qs,
        u"Vielen Dank für die schnelle Antwort! Ich reiche den Lageplan morgen nach."_qs,
        u"Sehr geehrte Damen und Herren, gibt es schon etwas Neues?"_qs,
    });
}

QString clerkReply(Chance &chance, const QString &salutation)
{
    return salutation + QStringLiteral(",\n\n")
        + chance.of(QList<QString>{
            u"vielen Dank für Ihre Nachricht. Ihr Antrag ist vollständig, wir melden uns, sobald die Stellungnahme der Fachstelle vorliegt."_qs,
            u"Ihre Angaben habe ich berichtigt. Sie müssen nichts weiter tun."_qs,
            u"wir planen einen Ortstermin in der kommenden Woche. Bitte sorgen Sie dafür, dass das Grundstück zugänglich ist."_qs,
            u"die Unterlagen sind gut lesbar angekommen. Mit einer Entscheidung können Sie voraussichtlich Ende des Monats rechnen."_qs,
        })
        + QStringLiteral("\n\nMit freundlichen Grüßen");
}

QString documentRequest(Chance &chance, const QString &salutation)
{
    return salutation + QStringLiteral(",\n\n")
        + chance.of(QList<QString>{
            u"für die Entscheidung fehlen noch Unterlagen. Bitte reichen Sie sie auf der Seite Ihres Vorgangs nach."_qs,
            u"zu Ihrem Antrag brauche ich noch einige Nachweise. Solange sie fehlen, kann ich nicht weiter prüfen."_qs,
        })
        + QStringLiteral("\n\nMit freundlichen Grüßen");
}

QStringList missingItems(Chance &chance)
{
    QStringList items{ chance.of(QList<QString>{ u"Lageplan mit eingezeichnetem Standort"_qs,
        u"Zustimmung der Eigentümerin oder des Eigentümers"_qs,
        u"Nachweis der Haftpflichtversicherung"_qs, u"Foto der Schadstelle"_qs }) };
    if (chance.in100(40))
        items.append(u"Vollmacht"_qs);
    return items;
}

QString note(Chance &chance)
{
    return chance.of(QList<QString>{
        u"Telefonat: Antragstellerin bittet um Rückruf nach 16 Uhr."_qs,
        u"Ortstermin mit Kollege Förster abgestimmt, Baum ist bruchgefährdet (Stammfäule)."_qs,
        u"Rücksprache mit der Stadtkasse: keine offenen Forderungen."_qs,
        u"Vergleichsfall aus dem Vorjahr herangezogen, gleiche Gebühr."_qs,
        u"Luftbild geprüft, Standort stimmt mit der Angabe überein."_qs,
    });
}

QString followUpReason(Chance &chance)
{
    return chance.of(QList<QString>{ u"Unterlagen eingegangen?"_qs, u"Stellungnahme nachfassen"_qs,
        u"Zahlungseingang prüfen"_qs, u"Ortstermin"_qs });
}

QString reason(Chance &chance)
{
    return chance.of(QList<QString>{ u"Antrag doppelt gestellt"_qs,
        u"Nicht mehr nötig, Vorhaben aufgegeben"_qs, u"Zuständig ist die Nachbargemeinde"_qs });
}

} // namespace sample
