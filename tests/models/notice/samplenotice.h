#pragma once

#include "models/notice/noticecontent.h"

// A complete, issuable notice with names of DIN 91379, conditions, reasons and fees.
inline NoticeContent sampleNotice()
{
    NoticeContent n;
    n.basedOn = { QStringLiteral("bewilligung"), 1, QString(64, QLatin1Char('a')), {} };
    n.kind = QStringLiteral("Bescheid");
    n.letterDate = { 2026, 11, 21 };
    n.place = QStringLiteral("Musterhausen");
    n.authority.name = QStringLiteral("Stadt Musterhausen");
    n.authority.department = QStringLiteral("Ordnungsamt – Sondernutzungen");
    n.authority.street = QStringLiteral("Rathausplatz 1");
    n.authority.town = QStringLiteral("12345 Musterhausen");
    n.authority.contact = QStringLiteral("Frau Çelik");
    n.authority.room = QStringLiteral("214");
    n.authority.phone = QStringLiteral("03321 555-214");
    n.authority.email = QStringLiteral("ordnungsamt@musterhausen.example");
    n.authority.officeHours = QStringLiteral("Mo–Fr 8–12 Uhr, Do 14–18 Uhr");
    n.addressee = { QStringLiteral("Frau"), QStringLiteral("Dr. Änne Größler-Łukasz"),
        QStringLiteral("Straße des Übermuts 17 a"), QStringLiteral("12345 Musterhausen") };
    n.fileReference = QStringLiteral("OA-32.4/2026-004711");
    n.theirReference = QStringLiteral("Gerüst Nord");
    n.subject = QStringLiteral("Sondernutzung: Bewilligung Ihres Antrags vom 02.11.2026 für ein "
                               "Gerüst auf dem Gehweg");
    n.salutation = QStringLiteral("Sehr geehrte Frau Dr. Größler-Łukasz,");
    n.introduction = QStringLiteral("über Ihren Antrag vom 02.11.2026 entscheiden wir wie folgt.");
    n.decisions = {
        QStringLiteral("Wir erteilen Ihnen die Erlaubnis, auf dem Gehweg vor dem Grundstück Straße "
                       "des Übermuts 17 a ein Fassadengerüst mit 24 m² Grundfläche aufzustellen."),
        QStringLiteral("Die Erlaubnis gilt vom 01.12.2026 bis zum 29.12.2026."),
        QStringLiteral("Es werden Gebühren und Auslagen von zusammen 377,86 € festgesetzt."),
    };
    n.conditions = {
        QStringLiteral("Eine Gehwegbreite von 1,50 m ist jederzeit für Rollstühle und Kinderwagen "
                       "freizuhalten."),
        QStringLiteral("Das Gerüst ist bei Dunkelheit zu beleuchten."),
    };
    n.reasons.facts = QStringLiteral(
        "Sie beantragten am 02.11.2026 die Erlaubnis, zur Sanierung der Fassade ein Gerüst auf dem "
        "öffentlichen Gehweg aufzustellen. Dem Antrag lag ein Lageplan bei.");
    n.reasons.law = QStringLiteral(
        "Das Aufstellen eines Gerüstes geht über den Gemeingebrauch hinaus und bedarf nach § 18 "
        "Absatz 1 des Straßen- und Wegegesetzes der Erlaubnis. Gründe, sie zu versagen, liegen bei "
        "Einhaltung der Nebenbestimmungen nicht vor.");
    n.reasons.discretion = QStringLiteral(
        "Bei der Entscheidung wurde Ihr Interesse an der Sanierung gegen das Interesse der "
        "Fußgänger an der ungehinderten Benutzung des Gehwegs abgewogen.");
    n.reasons.discretionary = true;
    n.fees = {
        { QStringLiteral("Sondernutzung, Grundgebühr"), QStringLiteral("§ 4 Abs. 1 SNGebS"),
            Money{ 8500 } },
        { QStringLiteral("Gerüst, 24 m² für 4 Wochen"), QStringLiteral("§ 5 Nr. 3 SNGebS"),
            Money{ 19200 } },
        { QStringLiteral("Verkehrsrechtliche Anordnung"), QStringLiteral("Nr. 261 GebTSt"),
            Money{ 6250 } },
        { QStringLiteral("Ortsbesichtigung, 0,5 Stunden"), QStringLiteral("§ 7 SNGebS"),
            Money{ 3425 } },
        { QStringLiteral("Auslagen der Zustellung"), QStringLiteral("§ 9 VwKostS"), Money{ 411 } },
    };
    n.total = Money{ 37786 };
    n.payment = PaymentTerms{ QStringLiteral("Stadtkasse Musterhausen"),
        QStringLiteral("DE02120300000000202051"), QStringLiteral("BYLADEM1001"),
        QStringLiteral("KS26-0004711-64"), { 2026, 12, 28 }, {} };
    n.remedy = { QStringLiteral("widerspruch"), 1, QStringLiteral("Rechtsbehelfsbelehrung"),
        QStringLiteral("Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe "
                       "Widerspruch erhoben werden."),
        {} };
    n.closing = QStringLiteral("Mit freundlichen Grüßen");
    n.signature = { QStringLiteral("Im Auftrag"), QStringLiteral("Çelik"),
        QStringLiteral("Stadtoberinspektorin"), {} };
    n.attachments = { QStringLiteral("Lageplan der Fläche (1 Blatt)"),
        QStringLiteral("Merkblatt zum Datenschutz") };
    n.copies = { QStringLiteral("Tiefbauamt, Straßenaufsicht") };
    n.hearing = { true, QStringLiteral("begünstigend, § 28 Abs. 1"), QStringLiteral("celik"), {} };
    n.discretion = { true, QStringLiteral("siehe Begründung"), QStringLiteral("celik"), {} };
    return n;
}
