<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>ApplicationTab</name>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Angabe</translation>
        </message>
        <message>
            <source>No form</source>
            <translation>Kein Formular</translation>
        </message>
        <message>
            <source>This case was opened in the office and has no application form.</source>
            <translation>Dieser Vorgang wurde im Amt angelegt und hat kein Antragsformular.</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>Angaben</translation>
        </message>
        <message>
            <source>This service needs the assurance level %1. The applicant&apos;s: %2.</source>
            <translation>Dieser Dienst verlangt das Vertrauensniveau %1. Ausgewiesen: %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s)</source>
            <translation>
                <numerusform>%n Angabe</numerusform>
                <numerusform>%n Angaben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n added later</source>
            <translation>
                <numerusform>%n nachgetragen</numerusform>
                <numerusform>%n nachgetragen</numerusform>
            </translation>
        </message>
        <message>
            <source>Entry %1</source>
            <translation>Eintrag %1</translation>
        </message>
        <message>
            <source>%1. Before: %2</source>
            <translation>%1. Zuvor: %2</translation>
        </message>
        <message>
            <source>Record a finding …</source>
            <translation>Feststellung festhalten …</translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message>
            <source>Assign the case</source>
            <translation>Vorgang zuweisen</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Niemand</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Colleagues of %1</source>
            <translation>Kolleginnen und Kollegen: %1</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Zuweisen</translation>
        </message>
    </context>
    <context>
        <name>AttachmentsTab</name>
        <message>
            <source>Request documents</source>
            <translation>Unterlagen nachfordern</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>Speichern unter …</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>From somebody else: open it only if you expected it.</source>
            <translation>Von außen: nur öffnen, wenn Sie die Datei erwartet haben.</translation>
        </message>
        <message>
            <source>This type is not opened with another program; it can be saved.</source>
            <translation>Dieser Dateityp wird nicht mit anderen Programmen geöffnet; speichern geht.</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>Keine Dateien</translation>
        </message>
        <message>
            <source>Neither the applicant nor the office has added a file.</source>
            <translation>Weder die antragstellende Person noch das Amt hat eine Datei beigefügt.</translation>
        </message>
        <message>
            <source>Save the file</source>
            <translation>Datei speichern</translation>
        </message>
    </context>
    <context>
        <name>BoardController</name>
        <message>
            <source>The figures are saved as a file</source>
            <translation>Die Zahlen sind als Datei gespeichert</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) reassigned</source>
            <translation>
                <numerusform>%n Vorgang neu zugewiesen</numerusform>
                <numerusform>%n Vorgänge neu zugewiesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had changed meanwhile and stay(s).</source>
            <translation>
                <numerusform>%n hatte sich inzwischen geändert und bleibt.</numerusform>
                <numerusform>%n hatten sich inzwischen geändert und bleiben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) had been sent already</source>
            <translation>
                <numerusform>%n Vorgang war schon übertragen</numerusform>
                <numerusform>%n Vorgänge waren schon übertragen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Fachbereich</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Spreadsheet (ODS) …</source>
            <translation>Tabelle (ODS) …</translation>
        </message>
        <message>
            <source>Comma-separated values (CSV) …</source>
            <translation>Textdatei mit Trennzeichen (CSV) …</translation>
        </message>
        <message>
            <source>Cases a week; tinted where the backlog grows</source>
            <translation>Vorgänge je Woche; im Rückstau wächst die getönte Fläche</translation>
        </message>
        <message>
            <source>Cases a working day; red: nobody is responsible</source>
            <translation>Vorgänge je Arbeitstag; rot: nicht zugewiesen</translation>
        </message>
        <message>
            <source>Cases by days since they were filed</source>
            <translation>Vorgänge nach Tagen seit dem Eingang</translation>
        </message>
        <message>
            <source>By service</source>
            <translation>Nach Leistung</translation>
        </message>
        <message>
            <source>By department</source>
            <translation>Nach Fachbereich</translation>
        </message>
        <message>
            <source>By person</source>
            <translation>Nach Person</translation>
        </message>
        <message>
            <source>Redistribute …</source>
            <translation>Umverteilen …</translation>
        </message>
        <message>
            <source>All my departments</source>
            <translation>Alle meine Fachbereiche</translation>
        </message>
        <message>
            <source>As of %1, from what is kept on this device</source>
            <translation>Stand %1 Uhr, aus dem Bestand auf diesem Gerät</translation>
        </message>
        <message>
            <source>Figures of single people are off: your administration turns them on once the staff representation has agreed.</source>
            <translation>Zahlen zu einzelnen Personen sind ausgeschaltet: Ihre Verwaltung schaltet sie ein, wenn die Personalvertretung zugestimmt hat.</translation>
        </message>
        <message>
            <source>You may not assign cases in this department.</source>
            <translation>Sie dürfen in diesem Fachbereich keine Vorgänge zuweisen.</translation>
        </message>
        <message>
            <source>The cases cannot be counted</source>
            <translation>Die Vorgänge können nicht gezählt werden</translation>
        </message>
        <message>
            <source>Counting the cases</source>
            <translation>Die Vorgänge werden gezählt</translation>
        </message>
        <message>
            <source>The figures come from what is kept on this device.</source>
            <translation>Die Zahlen kommen aus dem Bestand auf diesem Gerät.</translation>
        </message>
        <message>
            <source>Nothing to count</source>
            <translation>Nichts zu zählen</translation>
        </message>
        <message>
            <source>There are no cases in this department, and none came or went in twelve weeks.</source>
            <translation>In diesem Fachbereich gibt es keine Vorgänge; in zwölf Wochen kam und ging keiner.</translation>
        </message>
        <message>
            <source>Export the figures</source>
            <translation>Zahlen exportieren</translation>
        </message>
    </context>
    <context>
        <name>CaseController</name>
        <message>
            <source>The reply is sent</source>
            <translation>Die Antwort wird gesendet</translation>
        </message>
        <message>
            <source>The notice is issued as soon as the portal has it</source>
            <translation>Der Bescheid ergeht, sobald das Portal ihn hat</translation>
        </message>
        <message>
            <source>The file is saved</source>
            <translation>Die Datei ist gespeichert</translation>
        </message>
        <message>
            <source>The case is open; the portal gives its file reference</source>
            <translation>Der Vorgang ist eröffnet; das Portal vergibt die Vorgangsnummer</translation>
        </message>
        <message>
            <source>Your words are saved as a file</source>
            <translation>Ihr Text ist als Datei gespeichert</translation>
        </message>
    </context>
    <context>
        <name>CaseHeader</name>
        <message>
            <source>More actions</source>
            <translation>Weitere Aktionen</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <source>Copy the file reference</source>
            <translation>Vorgangsnummer kopieren</translation>
        </message>
        <message>
            <source>Show the case alone</source>
            <translation>Vorgang allein zeigen</translation>
        </message>
        <message>
            <source>Show the list again</source>
            <translation>Liste wieder zeigen</translation>
        </message>
        <message>
            <source>file reference will be given</source>
            <translation>Nummer wird vergeben</translation>
        </message>
        <message>
            <source>Not assigned</source>
            <translation>Nicht zugewiesen</translation>
        </message>
        <message>
            <source>Target rests</source>
            <translation>Ziel ruht</translation>
        </message>
        <message>
            <source>Target %1 · %2</source>
            <translation>Ziel %1 · %2</translation>
        </message>
        <message>
            <source>Statutory period %1</source>
            <translation>Gesetzliche Frist %1</translation>
        </message>
        <message>
            <source>Fee open</source>
            <translation>Gebühr offen</translation>
        </message>
        <message>
            <source>Not yet at the portal</source>
            <translation>Noch nicht im Portal</translation>
        </message>
    </context>
    <context>
        <name>CaseInspector</name>
        <message>
            <source>Overview of persons, deadlines and history</source>
            <translation>Überblick: Personen, Fristen, Verlauf</translation>
        </message>
        <message>
            <source>Block on disclosure: show the address to nobody</source>
            <translation>Auskunftssperre: Anschrift niemandem zeigen</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Fristen</translation>
        </message>
        <message>
            <source>Internal target</source>
            <translation>Bearbeitungsziel</translation>
        </message>
        <message>
            <source>rests: waiting for the applicant</source>
            <translation>ruht: Antwort wartet</translation>
        </message>
        <message>
            <source>Statutory period</source>
            <translation>Gesetzliche Frist</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
    </context>
    <context>
        <name>CasePage</name>
        <message>
            <source>Reply</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Bescheid</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Assign …</source>
            <translation>Zuweisen …</translation>
        </message>
        <message>
            <source>Request documents …</source>
            <translation>Unterlagen nachfordern …</translation>
        </message>
        <message>
            <source>Request a fee …</source>
            <translation>Gebühr anfordern …</translation>
        </message>
        <message>
            <source>Write a note …</source>
            <translation>Vermerk schreiben …</translation>
        </message>
        <message>
            <source>You do not have the right for it in this department.</source>
            <translation>Dafür haben Sie in diesem Fachbereich kein Recht.</translation>
        </message>
        <message>
            <source>An internal case has no applicant to write to.</source>
            <translation>Ein interner Vorgang hat niemanden, dem man schreiben könnte.</translation>
        </message>
        <message>
            <source>The case is no longer open.</source>
            <translation>Der Vorgang ist nicht mehr offen.</translation>
        </message>
        <message>
            <source>You are responsible already.</source>
            <translation>Sie sind schon zuständig.</translation>
        </message>
        <message>
            <source>Take over the case?</source>
            <translation>Vorgang übernehmen?</translation>
        </message>
        <message>
            <source>%1 is responsible so far and will see that you have taken over.</source>
            <translation>Bisher ist %1 zuständig und sieht, dass Sie übernommen haben.</translation>
        </message>
        <message>
            <source>Cancel the payment request?</source>
            <translation>Zahlungsaufforderung aufheben?</translation>
        </message>
        <message>
            <source>The applicant sees that nothing has to be paid any more.</source>
            <translation>Die antragstellende Person sieht, dass nichts mehr zu zahlen ist.</translation>
        </message>
        <message>
            <source>Cancel the request</source>
            <translation>Aufheben</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Antrag</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Unterlagen</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Bescheide</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>Gebühren</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Vermerke</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
    </context>
    <context>
        <name>CaseTabs</name>
        <message>
            <source>Parts of the case</source>
            <translation>Teile des Vorgangs</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>CaseWords</name>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In Bearbeitung</translation>
        </message>
        <message>
            <source>Waiting for applicant</source>
            <translation>Antwort wartet</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Rejected as inadmissible</source>
            <translation>Abgelehnt (unzulässig)</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgenommen</translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>Abgegeben</translation>
        </message>
        <message>
            <source>Unknown state</source>
            <translation>Unbekannter Status</translation>
        </message>
        <message>
            <source>Accept the case</source>
            <translation>Vorgang annehmen</translation>
        </message>
        <message>
            <source>Start or continue processing</source>
            <translation>Bearbeitung beginnen oder fortsetzen</translation>
        </message>
        <message>
            <source>Reopen the case</source>
            <translation>Vorgang wieder aufnehmen</translation>
        </message>
        <message>
            <source>Wait for the applicant</source>
            <translation>Auf Antwort warten</translation>
        </message>
        <message>
            <source>Mark as decided</source>
            <translation>Als entschieden kennzeichnen</translation>
        </message>
        <message>
            <source>Close the case</source>
            <translation>Vorgang abschließen</translation>
        </message>
        <message>
            <source>Reject as inadmissible</source>
            <translation>Als unzulässig ablehnen</translation>
        </message>
        <message>
            <source>Record the withdrawal</source>
            <translation>Rücknahme vermerken</translation>
        </message>
        <message>
            <source>Transfer to the competent authority</source>
            <translation>An die zuständige Stelle abgeben</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>Substantial</source>
            <translation>Substantiell</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Not proven</source>
            <translation>Nicht nachgewiesen</translation>
        </message>
        <message>
            <source>Proven: %1</source>
            <translation>Nachgewiesen: %1</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Antragsteller/in</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Vertreter/in</translation>
        </message>
        <message>
            <source>Affected neighbour</source>
            <translation>Betroffene Nachbarschaft</translation>
        </message>
        <message>
            <source>Fee debtor</source>
            <translation>Gebührenschuldner/in</translation>
        </message>
        <message>
            <source>Addressee</source>
            <translation>Adressat/in</translation>
        </message>
        <message>
            <source>Party</source>
            <translation>Beteiligte/r</translation>
        </message>
        <message>
            <source>Own statement</source>
            <translation>Eigene Angabe</translation>
        </message>
        <message>
            <source>From the account</source>
            <translation>Aus dem Nutzerkonto</translation>
        </message>
        <message>
            <source>Added later</source>
            <translation>Nachgetragen</translation>
        </message>
        <message>
            <source>Finding of the office</source>
            <translation>Feststellung des Amts</translation>
        </message>
        <message>
            <source>Origin unknown</source>
            <translation>Herkunft unbekannt</translation>
        </message>
        <message>
            <source>From the applicant</source>
            <translation>Von außen</translation>
        </message>
        <message>
            <source>From the office</source>
            <translation>Vom Amt</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Bescheid</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Eingangsbestätigung</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>Retrieval on the portal</source>
            <translation>Abruf im Portal</translation>
        </message>
        <message>
            <source>Postbox of the user account</source>
            <translation>Postfach des Nutzerkontos</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>Channel unknown</source>
            <translation>Weg unbekannt</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Bezahlt</translation>
        </message>
        <message>
            <source>Payment failed</source>
            <translation>Zahlung gescheitert</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Aufgehoben</translation>
        </message>
        <message>
            <source>Charged back</source>
            <translation>Zurückgebucht</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Show as a table</source>
            <translation>Als Tabelle zeigen</translation>
        </message>
        <message>
            <source>Show %1 as a chart</source>
            <translation>%1 als Diagramm zeigen</translation>
        </message>
        <message>
            <source>Show %1 as a table</source>
            <translation>%1 als Tabelle zeigen</translation>
        </message>
    </context>
    <context>
        <name>CheckRow</name>
        <message>
            <source>passed</source>
            <translation>erfüllt</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>nicht erfüllt</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>wird geprüft</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Reply</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Write to the applicant. Drop files here to attach them.</source>
            <translation>Schreiben Sie hier. Dateien lassen sich hierher ziehen.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Dateien anhängen</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>Draft saved %1</source>
            <translation>Entwurf gesichert %1</translation>
        </message>
        <message>
            <source>Remove the attachment %1</source>
            <translation>Anhang %1 entfernen</translation>
        </message>
        <message>
            <source>Write something or attach a file first.</source>
            <translation>Schreiben Sie zuerst etwas oder hängen Sie eine Datei an.</translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message>
            <source>Conflict</source>
            <translation>Konflikt</translation>
        </message>
        <message>
            <source>Carry out yours</source>
            <translation>Ihre Fassung übernehmen</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>So belassen</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>Vorgang öffnen</translation>
        </message>
        <message>
            <source>Edit …</source>
            <translation>Bearbeiten …</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>The prepared document is void; edit the notice to issue it anew.</source>
            <translation>Das vorbereitete Dokument ist hinfällig; bearbeiten Sie den Bescheid, um ihn neu zu erlassen.</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Jemand anderes</translation>
        </message>
        <message>
            <source>Two versions</source>
            <translation>Zwei Fassungen</translation>
        </message>
        <message>
            <source>%1 has changed the same thing after you. Which version shall count?</source>
            <translation>%1 hat nach Ihnen dasselbe geändert. Welche Fassung soll gelten?</translation>
        </message>
        <message>
            <source>Your version</source>
            <translation>Ihre Fassung</translation>
        </message>
        <message>
            <source>Version on the portal</source>
            <translation>Fassung im Portal</translation>
        </message>
        <message>
            <source>Before, when you acted: %1</source>
            <translation>Vorher, als Sie handelten: %1</translation>
        </message>
        <message>
            <source>Send it all the same</source>
            <translation>Trotzdem senden</translation>
        </message>
        <message>
            <source>Withdraw it</source>
            <translation>Zurückziehen</translation>
        </message>
        <message>
            <source>The case has changed</source>
            <translation>Der Vorgang hat sich geändert</translation>
        </message>
        <message>
            <source>A message came in between</source>
            <translation>Eine Nachricht kam dazwischen</translation>
        </message>
        <message>
            <source>State: %1</source>
            <translation>Status: %1</translation>
        </message>
        <message>
            <source>%1 What shall become of your action?</source>
            <translation>%1 Was soll mit Ihrer Aktion geschehen?</translation>
        </message>
        <message>
            <source>You had not read this when you wrote. What shall become of your words?</source>
            <translation>Das kannten Sie noch nicht, als Sie schrieben. Was soll mit Ihrem Text geschehen?</translation>
        </message>
        <message>
            <source>Yours, %1</source>
            <translation>Von Ihnen, %1</translation>
        </message>
        <message>
            <source>Now on the portal</source>
            <translation>Jetzt im Portal</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Payment requests</source>
            <translation>Zahlungsaufforderungen</translation>
        </message>
        <message>
            <source>Payment request</source>
            <translation>Zahlungsaufforderung</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>Angabe</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message numerus="yes">
            <source>%n, together %1</source>
            <translation>
                <numerusform>%n, zusammen %1</numerusform>
                <numerusform>%n, zusammen %1</numerusform>
            </translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>The version you do not choose stays in the history of the case.</source>
            <translation>Die nicht gewählte Fassung bleibt im Verlauf des Vorgangs.</translation>
        </message>
    </context>
    <context>
        <name>DateWords</name>
        <message>
            <source>d MMM</source>
            <comment>date format of a day this year</comment>
            <translation>dd.MM.</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <comment>date format with the year</comment>
            <translation>dd.MM.yyyy</translation>
        </message>
        <message>
            <source>Today %1</source>
            <translation>Heute %1</translation>
        </message>
        <message>
            <source>Yesterday %1</source>
            <translation>Gestern %1</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Gestern</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <comment>date format of a heading</comment>
            <translation>dddd, d. MMMM</translation>
        </message>
        <message>
            <source>dddd, d MMMM yyyy</source>
            <comment>date format of a heading with the year</comment>
            <translation>dddd, d. MMMM yyyy</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n Tag überfällig</numerusform>
                <numerusform>%n Tage überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>morgen</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n Tag</numerusform>
                <numerusform>%n Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>weniger als eine Minute</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n Minute</numerusform>
                <numerusform>%n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n Stunde</numerusform>
                <numerusform>%n Stunden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>A case is no longer yours; what you wrote is under Transfer, Not sent</source>
            <translation>Ein Vorgang gehört nicht mehr zu Ihnen; Ihr Text liegt unter Übertragung, „Nicht gesendet“</translation>
        </message>
        <message>
            <source>The case is no longer in your list</source>
            <translation>Der Vorgang ist nicht mehr in Ihrer Liste</translation>
        </message>
    </context>
    <context>
        <name>DialogFrame</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>DocumentRequestDialog</name>
        <message>
            <source>Request documents</source>
            <translation>Unterlagen nachfordern</translation>
        </message>
        <message>
            <source>For example: site plan with measurements</source>
            <translation>Zum Beispiel: Lageplan mit Maßen</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Missing document</source>
            <translation>Fehlende Unterlage</translation>
        </message>
        <message>
            <source>Requested documents</source>
            <translation>Nachgeforderte Unterlagen</translation>
        </message>
        <message>
            <source>Delete removes the chosen one.</source>
            <translation>Entf nimmt die gewählte heraus.</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Message to the applicant</source>
            <translation>Nachricht nach außen</translation>
        </message>
        <message>
            <source>The internal target rests until the answer; a statutory period does not.</source>
            <translation>Bis zur Antwort ruht das Bearbeitungsziel; eine gesetzliche Frist ruht nicht.</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Nachfordern</translation>
        </message>
        <message>
            <source>Good day %1,

we still need from you:
%2

Please send this by %3.</source>
            <translation>Guten Tag %1,

wir brauchen noch von Ihnen:
%2

Bitte reichen Sie das bis zum %3 nach.</translation>
        </message>
    </context>
    <context>
        <name>DocumentView</name>
        <message>
            <source>Text of the file</source>
            <translation>Text der Datei</translation>
        </message>
        <message>
            <source>This page cannot be shown.</source>
            <translation>Diese Seite lässt sich nicht zeigen.</translation>
        </message>
        <message>
            <source>No document chosen</source>
            <translation>Kein Dokument gewählt</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <source>Size of the pages</source>
            <translation>Größe der Seiten</translation>
        </message>
        <message>
            <source>Page width</source>
            <translation>Seitenbreite</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Protected preview: the file is opened apart from this program. Scripts and links in it are off.</source>
            <translation>Geschützte Vorschau: Die Datei wird getrennt vom Arbeitsplatz geöffnet. Skripte und Verweise sind aus.</translation>
        </message>
        <message>
            <source>No preview of this kind of file</source>
            <translation>Keine Vorschau für diese Art von Datei</translation>
        </message>
        <message>
            <source>Save the file to open it with another program, if you trust the sender.</source>
            <translation>Speichern Sie die Datei, um sie mit einem anderen Programm zu öffnen, wenn Sie dem Absender vertrauen.</translation>
        </message>
        <message>
            <source>[The rest of the file is not shown.]</source>
            <translation>[Der Rest der Datei wird nicht gezeigt.]</translation>
        </message>
        <message>
            <source>The document is being opened …</source>
            <translation>Das Dokument wird geöffnet …</translation>
        </message>
        <message>
            <source>The file cannot be shown</source>
            <translation>Die Datei lässt sich nicht zeigen</translation>
        </message>
        <message>
            <source>It is damaged or not what its name says. Ask the sender for another copy.</source>
            <translation>Sie ist beschädigt oder nicht das, was ihr Name sagt. Bitten Sie um ein neues Exemplar.</translation>
        </message>
        <message>
            <source>The file is protected by a password</source>
            <translation>Die Datei ist mit einem Kennwort geschützt</translation>
        </message>
        <message>
            <source>Ask the sender for a copy without a password.</source>
            <translation>Bitten Sie um ein Exemplar ohne Kennwort.</translation>
        </message>
        <message>
            <source>The file is too large to be shown</source>
            <translation>Die Datei ist zu groß für die Vorschau</translation>
        </message>
        <message>
            <source>Its pages need too much memory or time. Save it to open it with another program, if you trust the sender.</source>
            <translation>Ihre Seiten brauchen zu viel Speicher oder Zeit. Speichern Sie sie, um sie mit einem anderen Programm zu öffnen, wenn Sie dem Absender vertrauen.</translation>
        </message>
        <message>
            <source>The protected preview is not available</source>
            <translation>Die geschützte Vorschau ist nicht verfügbar</translation>
        </message>
        <message>
            <source>The preview program does not start on this computer. Tell your administration; everything else works.</source>
            <translation>Das Vorschauprogramm startet auf diesem Rechner nicht. Sagen Sie Ihrer Administration Bescheid; alles andere geht.</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
    </context>
    <context>
        <name>ErrorDialog</name>
        <message>
            <source>Reference: %1</source>
            <translation>Kennung: %1</translation>
        </message>
        <message>
            <source>Copy the reference</source>
            <translation>Kennung kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>ErrorWords</name>
        <message>
            <source>Somebody else has changed the same thing meanwhile.</source>
            <translation>Jemand anderes hat inzwischen dasselbe geändert.</translation>
        </message>
        <message>
            <source>The applicant has written again meanwhile.</source>
            <translation>Inzwischen ist eine neue Nachricht eingegangen.</translation>
        </message>
        <message>
            <source>The case has been closed meanwhile.</source>
            <translation>Der Vorgang wurde inzwischen abgeschlossen.</translation>
        </message>
        <message>
            <source>An action before this one was not carried out.</source>
            <translation>Eine Aktion davor wurde nicht ausgeführt.</translation>
        </message>
        <message>
            <source>The case is in a state from which this one cannot follow.</source>
            <translation>Von seinem jetzigen Status aus geht das nicht.</translation>
        </message>
        <message>
            <source>You do not have the right for it in this department.</source>
            <translation>Dafür haben Sie in diesem Fachbereich kein Recht.</translation>
        </message>
        <message>
            <source>A reason is missing.</source>
            <translation>Es fehlt ein Grund.</translation>
        </message>
        <message>
            <source>The case is internal: there is no applicant to write to.</source>
            <translation>Der Vorgang ist intern: Es gibt niemanden, dem man schreiben könnte.</translation>
        </message>
        <message>
            <source>The case is not there, or not visible to you.</source>
            <translation>Den Vorgang gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
        </message>
        <message>
            <source>There is already a case with this identification.</source>
            <translation>Es gibt schon einen Vorgang mit dieser Kennung.</translation>
        </message>
        <message>
            <source>The message has neither text nor attachments.</source>
            <translation>Die Nachricht hat weder Text noch Anhänge.</translation>
        </message>
        <message>
            <source>The note is empty.</source>
            <translation>Der Vermerk ist leer.</translation>
        </message>
        <message>
            <source>No document is named.</source>
            <translation>Es ist keine Unterlage genannt.</translation>
        </message>
        <message>
            <source>The day of the follow-up is missing.</source>
            <translation>Der Tag der Wiedervorlage fehlt.</translation>
        </message>
        <message>
            <source>This follow-up does not exist any more.</source>
            <translation>Diese Wiedervorlage gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>The fee is no longer open.</source>
            <translation>Die Gebühr ist nicht mehr offen.</translation>
        </message>
        <message>
            <source>This fee does not exist any more.</source>
            <translation>Diese Gebühr gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>A payment request needs 1 to 99 items.</source>
            <translation>Eine Zahlungsaufforderung braucht 1 bis 99 Positionen.</translation>
        </message>
        <message>
            <source>An item lacks its text, amount or legal basis.</source>
            <translation>Einer Position fehlt Text, Betrag oder Rechtsgrundlage.</translation>
        </message>
        <message>
            <source>The amount is above 999,999.99 euros.</source>
            <translation>Der Betrag liegt über 999.999,99 Euro.</translation>
        </message>
        <message>
            <source>The due date is missing.</source>
            <translation>Die Fälligkeit fehlt.</translation>
        </message>
        <message>
            <source>The notice is not complete.</source>
            <translation>Der Bescheid ist nicht vollständig.</translation>
        </message>
        <message>
            <source>The portal does not know this action.</source>
            <translation>Das Portal kennt diese Aktion nicht.</translation>
        </message>
        <message>
            <source>Login or password is wrong.</source>
            <translation>Anmeldename oder Kennwort ist falsch.</translation>
        </message>
        <message>
            <source>Another program uses this profile.</source>
            <translation>Ein anderes Programm benutzt dieses Profil.</translation>
        </message>
        <message>
            <source>What had not been sent yet lay in a damaged file. What could be read of it was saved; please check whether something of yours is missing. The damaged file is kept for the support.</source>
            <translation>Was noch nicht übertragen war, lag in einer beschädigten Datei. Was davon lesbar war, ist gerettet; bitte prüfen Sie, ob von Ihnen etwas fehlt. Die beschädigte Datei wird für die Betreuung aufbewahrt.</translation>
        </message>
        <message>
            <source>The input cannot be accepted.</source>
            <translation>Die Eingabe kann nicht angenommen werden.</translation>
        </message>
        <message>
            <source>It was not found.</source>
            <translation>Es wurde nicht gefunden.</translation>
        </message>
        <message>
            <source>This is not allowed.</source>
            <translation>Das ist nicht erlaubt.</translation>
        </message>
        <message>
            <source>The action was not carried out.</source>
            <translation>Die Aktion wurde nicht ausgeführt.</translation>
        </message>
        <message>
            <source>You are not signed in.</source>
            <translation>Sie sind nicht angemeldet.</translation>
        </message>
        <message>
            <source>No connection to the service portal.</source>
            <translation>Keine Verbindung zum Serviceportal.</translation>
        </message>
        <message>
            <source>The service portal cannot answer at the moment.</source>
            <translation>Das Serviceportal kann gerade nicht antworten.</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>Die Datei ist zu groß.</translation>
        </message>
        <message>
            <source>There are too many at once.</source>
            <translation>Es sind zu viele auf einmal.</translation>
        </message>
        <message>
            <source>Nothing could be saved.</source>
            <translation>Es konnte nichts gesichert werden.</translation>
        </message>
        <message>
            <source>Data could not be read.</source>
            <translation>Daten konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>This version of Kontor is too old for it.</source>
            <translation>Diese Fassung von Kontor ist zu alt dafür.</translation>
        </message>
        <message>
            <source>It is in use elsewhere.</source>
            <translation>Es wird anderswo benutzt.</translation>
        </message>
        <message>
            <source>Something went wrong in Kontor.</source>
            <translation>In Kontor ist etwas schiefgegangen.</translation>
        </message>
        <message>
            <source>A value is missing or against a rule.</source>
            <translation>Eine Angabe fehlt oder verstößt gegen eine Regel.</translation>
        </message>
        <message>
            <source>It was moved or erased, or you may not see it.</source>
            <translation>Es wurde verschoben oder gelöscht, oder Sie dürfen es nicht sehen.</translation>
        </message>
        <message>
            <source>You lack the right for it in this department.</source>
            <translation>In diesem Fachbereich fehlt Ihnen das Recht dazu.</translation>
        </message>
        <message>
            <source>The case was changed by somebody else meanwhile.</source>
            <translation>Der Vorgang wurde inzwischen von jemand anderem geändert.</translation>
        </message>
        <message>
            <source>The sign-in has expired, or login or password were not accepted.</source>
            <translation>Die Anmeldung ist abgelaufen, oder Name und Kennwort wurden nicht angenommen.</translation>
        </message>
        <message>
            <source>The network is down, or the portal does not answer in time.</source>
            <translation>Das Netz ist weg, oder das Portal antwortet nicht rechtzeitig.</translation>
        </message>
        <message>
            <source>It is being maintained or has too much to do.</source>
            <translation>Es wird gewartet oder ist überlastet.</translation>
        </message>
        <message>
            <source>The portal accepts smaller files only.</source>
            <translation>Das Portal nimmt nur kleinere Dateien an.</translation>
        </message>
        <message>
            <source>The portal limits how often something may be done.</source>
            <translation>Das Portal begrenzt, wie oft etwas geschehen darf.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Der Datenträger ist voll.</translation>
        </message>
        <message>
            <source>A file or an answer is damaged.</source>
            <translation>Eine Datei oder eine Antwort ist beschädigt.</translation>
        </message>
        <message>
            <source>The data were written by a newer version.</source>
            <translation>Die Daten stammen von einer neueren Fassung.</translation>
        </message>
        <message>
            <source>Another program holds it.</source>
            <translation>Ein anderes Programm hält es fest.</translation>
        </message>
        <message>
            <source>This is a defect of the program.</source>
            <translation>Das ist ein Fehler des Programms.</translation>
        </message>
        <message>
            <source>Correct the input and try again.</source>
            <translation>Berichtigen Sie die Eingabe und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Synchronise with the portal and search again.</source>
            <translation>Gleichen Sie mit dem Portal ab und suchen Sie erneut.</translation>
        </message>
        <message>
            <source>Ask your team lead or hand the case over.</source>
            <translation>Fragen Sie Ihre Leitung oder geben Sie den Vorgang weiter.</translation>
        </message>
        <message>
            <source>Open the case, look at what has changed and decide anew.</source>
            <translation>Öffnen Sie den Vorgang, sehen Sie nach, was sich geändert hat, und entscheiden Sie neu.</translation>
        </message>
        <message>
            <source>Sign in again; nothing of your work is lost.</source>
            <translation>Melden Sie sich erneut an; von Ihrer Arbeit geht nichts verloren.</translation>
        </message>
        <message>
            <source>You can go on working; Kontor tries again by itself.</source>
            <translation>Sie können weiterarbeiten; Kontor versucht es von selbst erneut.</translation>
        </message>
        <message>
            <source>Send a smaller file, or several.</source>
            <translation>Senden Sie eine kleinere Datei oder mehrere.</translation>
        </message>
        <message>
            <source>Wait a moment and try again.</source>
            <translation>Warten Sie einen Moment und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Free some space on the disk and try again.</source>
            <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Synchronise with the portal again; if it stays, tell your administration.</source>
            <translation>Gleichen Sie erneut ab; bleibt es dabei, sagen Sie Ihrer Administration Bescheid.</translation>
        </message>
        <message>
            <source>Install the newest version of Kontor.</source>
            <translation>Installieren Sie die neueste Fassung von Kontor.</translation>
        </message>
        <message>
            <source>Close the other program and try again.</source>
            <translation>Schließen Sie das andere Programm und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Try again; if it stays, tell your administration the reference.</source>
            <translation>Versuchen Sie es erneut; bleibt es dabei, nennen Sie Ihrer Administration die Kennung.</translation>
        </message>
        <message>
            <source>No payment reference is left on this device; connect to the portal.</source>
            <translation>Auf diesem Gerät ist kein Kassenzeichen mehr da; verbinden Sie sich mit dem Portal.</translation>
        </message>
        <message>
            <source>It is on its way and may have arrived.</source>
            <translation>Sie ist unterwegs und vielleicht schon angekommen.</translation>
        </message>
        <message>
            <source>The case was assigned to somebody else; only your own words are left.</source>
            <translation>Der Vorgang wurde jemand anderem zugewiesen; nur Ihr eigener Text ist noch da.</translation>
        </message>
        <message>
            <source>The prepared document no longer fits the case; edit the notice and issue it anew.</source>
            <translation>Das vorbereitete Dokument passt nicht mehr zum Vorgang; bearbeiten Sie den Bescheid und erlassen Sie ihn neu.</translation>
        </message>
        <message>
            <source>There is already a draft of this kind in the case; finish or discard it first.</source>
            <translation>Im Vorgang liegt schon ein solcher Entwurf; schließen oder verwerfen Sie ihn zuerst.</translation>
        </message>
        <message>
            <source>The portal could not be reached.</source>
            <translation>Das Portal war nicht erreichbar.</translation>
        </message>
        <message>
            <source>The certificate of the portal is not trusted.</source>
            <translation>Dem Zertifikat des Portals wird nicht vertraut.</translation>
        </message>
        <message>
            <source>The portal did not answer in time.</source>
            <translation>Das Portal hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <source>The portal asks for a file once more.</source>
            <translation>Das Portal braucht eine Datei noch einmal.</translation>
        </message>
        <message>
            <source>The copy of a file cannot be read any more.</source>
            <translation>Die Kopie einer Datei ist nicht mehr lesbar.</translation>
        </message>
        <message>
            <source>A file arrived damaged twice.</source>
            <translation>Eine Datei kam zweimal beschädigt an.</translation>
        </message>
        <message>
            <source>The portal gave an answer that this version does not know.</source>
            <translation>Das Portal hat eine Antwort gegeben, die diese Version nicht kennt.</translation>
        </message>
        <message>
            <source>You have stopped the transfer of a file.</source>
            <translation>Sie haben die Übertragung einer Datei angehalten.</translation>
        </message>
        <message>
            <source>Its certificate is signed by nobody whom this computer trusts.</source>
            <translation>Sein Zertifikat stammt von keiner Stelle, der dieser Rechner vertraut.</translation>
        </message>
        <message>
            <source>Its certificate has expired, or the clock of this computer is wrong.</source>
            <translation>Sein Zertifikat ist abgelaufen, oder die Uhr dieses Rechners geht falsch.</translation>
        </message>
        <message>
            <source>Its certificate belongs to another address.</source>
            <translation>Sein Zertifikat gehört zu einer anderen Adresse.</translation>
        </message>
        <message>
            <source>The encrypted connection could not be set up.</source>
            <translation>Die verschlüsselte Verbindung kam nicht zustande.</translation>
        </message>
        <message>
            <source>The service portal could not prove who it is. Nothing was sent.</source>
            <translation>Das Serviceportal konnte sich nicht ausweisen. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>Tell your administration. You can go on working meanwhile.</source>
            <translation>Sagen Sie Ihrer Administration Bescheid. Sie können inzwischen weiterarbeiten.</translation>
        </message>
        <message>
            <source>An earlier action in the case has not arrived yet.</source>
            <translation>Eine frühere Aktion im Vorgang ist noch nicht angekommen.</translation>
        </message>
        <message>
            <source>It has waited for so long that it is not sent unasked any more.</source>
            <translation>Sie hat so lange gewartet, dass sie nicht mehr ungefragt gesendet wird.</translation>
        </message>
        <message>
            <source>The portal was restored from a backup and does not know this action any more.</source>
            <translation>Das Portal wurde aus einer Sicherung wiederhergestellt und kennt diese Aktion nicht mehr.</translation>
        </message>
        <message>
            <source>Something else already bears the same number.</source>
            <translation>Dieselbe Nummer ist schon anderweitig vergeben.</translation>
        </message>
        <message>
            <source>The portal could not read what this program has sent.</source>
            <translation>Das Portal konnte nicht lesen, was dieses Programm gesendet hat.</translation>
        </message>
        <message>
            <source>The action is no longer among those that wait.</source>
            <translation>Die Aktion gehört nicht mehr zu denen, die warten.</translation>
        </message>
        <message>
            <source>Later actions in the case build upon it.</source>
            <translation>Spätere Aktionen im Vorgang bauen darauf auf.</translation>
        </message>
        <message>
            <source>There is nothing unread in the case.</source>
            <translation>Im Vorgang ist nichts ungelesen.</translation>
        </message>
        <message>
            <source>The portal does not know this type of case any more.</source>
            <translation>Das Portal kennt diese Vorgangsart nicht mehr.</translation>
        </message>
        <message>
            <source>The portal does not know this department any more.</source>
            <translation>Das Portal kennt diesen Fachbereich nicht mehr.</translation>
        </message>
        <message>
            <source>This answer is not in the application any more.</source>
            <translation>Diese Angabe steht nicht mehr im Antrag.</translation>
        </message>
        <message>
            <source>The case no longer takes messages.</source>
            <translation>Der Vorgang nimmt keine Nachrichten mehr an.</translation>
        </message>
        <message>
            <source>A newer version of the draft is already saved.</source>
            <translation>Eine neuere Fassung des Entwurfs ist schon gespeichert.</translation>
        </message>
        <message>
            <source>There is no such notice in the case.</source>
            <translation>Diesen Bescheid gibt es im Vorgang nicht.</translation>
        </message>
        <message>
            <source>The document cannot be read as a notice of this program.</source>
            <translation>Das Dokument lässt sich nicht als Bescheid dieses Programms lesen.</translation>
        </message>
        <message>
            <source>The portal has not read the document yet.</source>
            <translation>Das Portal hat das Dokument noch nicht gelesen.</translation>
        </message>
        <message>
            <source>The document does not say what was entered.</source>
            <translation>Im Dokument steht etwas anderes, als eingegeben wurde.</translation>
        </message>
        <message>
            <source>A newer version of Kontor has written the notice.</source>
            <translation>Eine neuere Version von Kontor hat den Bescheid geschrieben.</translation>
        </message>
        <message>
            <source>The template of the notice is not known, or not in this version.</source>
            <translation>Die Vorlage des Bescheids ist nicht bekannt, oder nicht in dieser Fassung.</translation>
        </message>
        <message>
            <source>The date of the letter is before the application or more than 14 days ahead.</source>
            <translation>Das Datum des Schreibens liegt vor dem Antrag oder mehr als 14 Tage in der Zukunft.</translation>
        </message>
        <message>
            <source>The document names another way to the addressee than was chosen.</source>
            <translation>Das Dokument nennt einen anderen Bekanntgabeweg als gewählt.</translation>
        </message>
        <message>
            <source>The applicant has not agreed to electronic communication.</source>
            <translation>Die antragstellende Person hat der elektronischen Kommunikation nicht zugestimmt.</translation>
        </message>
        <message>
            <source>The applicant has no postbox in a user account.</source>
            <translation>Die antragstellende Person hat kein Postfach in einem Nutzerkonto.</translation>
        </message>
        <message>
            <source>This way to the addressee is not known here.</source>
            <translation>Dieser Bekanntgabeweg ist hier nicht bekannt.</translation>
        </message>
        <message>
            <source>The fee in the document is not the requested one.</source>
            <translation>Die Gebühr im Dokument ist nicht die angeforderte.</translation>
        </message>
        <message>
            <source>A notice becomes final after its date and not on a day to come.</source>
            <translation>Bestandskräftig wird ein Bescheid nach seinem Datum und nicht an einem künftigen Tag.</translation>
        </message>
        <message>
            <source>The notice is already confirmed as final.</source>
            <translation>Die Bestandskraft des Bescheids ist schon bestätigt.</translation>
        </message>
        <message>
            <source>A character of the text cannot be printed.</source>
            <translation>Ein Zeichen des Textes lässt sich nicht drucken.</translation>
        </message>
        <message>
            <source>An entry of a table is longer than a page.</source>
            <translation>Ein Eintrag einer Tabelle ist länger als eine Seite.</translation>
        </message>
        <message>
            <source>A part of the program that makes documents is missing or damaged.</source>
            <translation>Ein Teil des Programms, der Dokumente erstellt, fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <source>No rule of law is known for it here.</source>
            <translation>Dafür ist hier keine Rechtsvorschrift hinterlegt.</translation>
        </message>
        <message>
            <source>A value for the remedy instruction is missing.</source>
            <translation>Für die Rechtsbehelfsbelehrung fehlt eine Angabe.</translation>
        </message>
        <message>
            <source>The seal of the authority could not be set.</source>
            <translation>Das Siegel der Behörde konnte nicht angebracht werden.</translation>
        </message>
        <message>
            <source>The payment reference was not reserved for you.</source>
            <translation>Das Kassenzeichen war nicht für Sie reserviert.</translation>
        </message>
        <message>
            <source>Another fee already has this payment reference.</source>
            <translation>Eine andere Gebühr hat dieses Kassenzeichen schon.</translation>
        </message>
        <message>
            <source>The cash system has given no payment reference yet.</source>
            <translation>Das Kassenverfahren hat noch kein Kassenzeichen vergeben.</translation>
        </message>
        <message>
            <source>The portal&apos;s payment references do not fit those of this device.</source>
            <translation>Die Kassenzeichen des Portals passen nicht zu denen dieses Geräts.</translation>
        </message>
        <message>
            <source>The bank data do not fit into a payment code.</source>
            <translation>Die Bankdaten passen nicht in einen Zahlcode.</translation>
        </message>
        <message>
            <source>The connection was cut off; it may have arrived.</source>
            <translation>Die Verbindung ist abgebrochen; es kann angekommen sein.</translation>
        </message>
        <message>
            <source>The proxy server of your network does not answer.</source>
            <translation>Der Proxyserver Ihres Netzes antwortet nicht.</translation>
        </message>
        <message>
            <source>The proxy server of your network asks for a sign-in.</source>
            <translation>Der Proxyserver Ihres Netzes verlangt eine Anmeldung.</translation>
        </message>
        <message>
            <source>This is no address of a portal.</source>
            <translation>Das ist keine Adresse eines Portals.</translation>
        </message>
        <message>
            <source>The file with the trusted certificates cannot be read.</source>
            <translation>Die Datei mit den vertrauten Zertifikaten lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The portal is busy or being maintained.</source>
            <translation>Das Portal ist ausgelastet oder wird gewartet.</translation>
        </message>
        <message>
            <source>What answered is not the portal, or the answer was damaged on the way.</source>
            <translation>Geantwortet hat nicht das Portal, oder die Antwort wurde unterwegs beschädigt.</translation>
        </message>
        <message>
            <source>The portal limits how much may be done at once.</source>
            <translation>Das Portal begrenzt, wie viel auf einmal getan werden darf.</translation>
        </message>
        <message>
            <source>The portal does not have it, or not for you.</source>
            <translation>Das Portal hat es nicht, oder nicht für Sie.</translation>
        </message>
        <message>
            <source>The portal does not allow it to you.</source>
            <translation>Das Portal erlaubt es Ihnen nicht.</translation>
        </message>
        <message>
            <source>On the portal it has been changed meanwhile.</source>
            <translation>Auf dem Portal wurde es inzwischen geändert.</translation>
        </message>
        <message>
            <source>The portal has failed; nothing was changed.</source>
            <translation>Im Portal ist ein Fehler aufgetreten; geändert wurde nichts.</translation>
        </message>
        <message>
            <source>The portal cannot store anything at the moment.</source>
            <translation>Das Portal kann zurzeit nichts speichern.</translation>
        </message>
        <message>
            <source>The portal needs a newer version of Kontor.</source>
            <translation>Das Portal verlangt eine neuere Version von Kontor.</translation>
        </message>
        <message>
            <source>At this address there is another portal than the one your cases come from.</source>
            <translation>Unter dieser Adresse ist ein anderes Portal als das, von dem Ihre Vorgänge stammen.</translation>
        </message>
        <message>
            <source>The cases on this device belong to another clerk&apos;s account.</source>
            <translation>Die Vorgänge auf diesem Gerät gehören zu einem anderen Konto.</translation>
        </message>
        <message>
            <source>Synchronisation is paused.</source>
            <translation>Der Abgleich ruht.</translation>
        </message>
        <message>
            <source>The portal was restored or your rights have changed; all cases are fetched anew.</source>
            <translation>Das Portal wurde wiederhergestellt oder Ihre Rechte haben sich geändert; alle Vorgänge werden neu geholt.</translation>
        </message>
        <message>
            <source>The portal sent something that this version cannot read.</source>
            <translation>Das Portal hat etwas gesendet, das diese Version nicht lesen kann.</translation>
        </message>
        <message>
            <source>Your sign-in has expired or was ended.</source>
            <translation>Ihre Anmeldung ist abgelaufen oder wurde beendet.</translation>
        </message>
        <message>
            <source>There were too many attempts to sign in.</source>
            <translation>Es gab zu viele Anmeldeversuche.</translation>
        </message>
        <message>
            <source>A sign-in is already under way.</source>
            <translation>Eine Anmeldung läuft schon.</translation>
        </message>
        <message>
            <source>The keyring of this computer is locked or missing; you stay signed in until Kontor is closed.</source>
            <translation>Der Schlüsselbund dieses Rechners ist gesperrt oder fehlt; Sie bleiben angemeldet, bis Kontor geschlossen wird.</translation>
        </message>
        <message>
            <source>The transfer of a file must begin anew.</source>
            <translation>Die Übertragung einer Datei muss von vorn beginnen.</translation>
        </message>
        <message>
            <source>A file is empty.</source>
            <translation>Eine Datei ist leer.</translation>
        </message>
        <message>
            <source>The virus scanner of the portal refuses a file.</source>
            <translation>Der Virenscanner des Portals weist eine Datei ab.</translation>
        </message>
        <message>
            <source>The virus scanner of the portal does not answer.</source>
            <translation>Der Virenscanner des Portals antwortet nicht.</translation>
        </message>
        <message>
            <source>A file does not have the content that was announced.</source>
            <translation>Eine Datei hat nicht den angekündigten Inhalt.</translation>
        </message>
        <message>
            <source>A file could not be written; perhaps the disk is full or protected.</source>
            <translation>Eine Datei ließ sich nicht schreiben; vielleicht ist der Datenträger voll oder geschützt.</translation>
        </message>
        <message>
            <source>The file is not there, or cannot be read.</source>
            <translation>Die Datei ist nicht da oder lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The file has not been fetched from the portal yet.</source>
            <translation>Die Datei wurde noch nicht vom Portal geholt.</translation>
        </message>
        <message>
            <source>The file does not belong to the case any more.</source>
            <translation>Die Datei gehört nicht mehr zum Vorgang.</translation>
        </message>
        <message>
            <source>Files of this kind can do harm, so Kontor does not open them in other programs.</source>
            <translation>Dateien dieser Art können Schaden anrichten; Kontor öffnet sie deshalb nicht in anderen Programmen.</translation>
        </message>
        <message>
            <source>The file is damaged, or not what its name says.</source>
            <translation>Die Datei ist beschädigt oder nicht das, was ihr Name sagt.</translation>
        </message>
        <message>
            <source>The file is protected by a password.</source>
            <translation>Die Datei ist durch ein Kennwort geschützt.</translation>
        </message>
        <message>
            <source>Its pages need too much memory or time.</source>
            <translation>Ihre Seiten brauchen zu viel Speicher oder Zeit.</translation>
        </message>
        <message>
            <source>The preview program does not start on this computer.</source>
            <translation>Das Vorschauprogramm startet auf diesem Rechner nicht.</translation>
        </message>
        <message>
            <source>The preview was closed.</source>
            <translation>Die Vorschau wurde geschlossen.</translation>
        </message>
        <message>
            <source>The database on this device is damaged.</source>
            <translation>Die Datenbank auf diesem Gerät ist beschädigt.</translation>
        </message>
        <message>
            <source>A newer version of Kontor has written the database.</source>
            <translation>Eine neuere Version von Kontor hat die Datenbank geschrieben.</translation>
        </message>
        <message>
            <source>The database has failed.</source>
            <translation>In der Datenbank ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <source>The folder of the profile is not there or may not be written to.</source>
            <translation>Der Ordner des Profils fehlt oder ist nicht beschreibbar.</translation>
        </message>
        <message>
            <source>Your administration has set this for everybody.</source>
            <translation>Ihre Administration hat das für alle festgelegt.</translation>
        </message>
    </context>
    <context>
        <name>EventWords</name>
        <message>
            <source>Application received</source>
            <translation>Antrag eingegangen</translation>
        </message>
        <message>
            <source>Case opened</source>
            <translation>Vorgang angelegt</translation>
        </message>
        <message>
            <source>Taken over by %1</source>
            <translation>Übernommen von %1</translation>
        </message>
        <message>
            <source>Assigned to %1</source>
            <translation>Zugewiesen an %1</translation>
        </message>
        <message>
            <source>Assignment removed</source>
            <translation>Zuweisung aufgehoben</translation>
        </message>
        <message>
            <source>State: %1</source>
            <translation>Status: %1</translation>
        </message>
        <message>
            <source>Message to the applicant</source>
            <translation>Nachricht gesendet</translation>
        </message>
        <message>
            <source>Message from the applicant</source>
            <translation>Nachricht eingegangen</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) requested until %1</source>
            <translation>
                <numerusform>%n Unterlage bis %1 nachgefordert</numerusform>
                <numerusform>%n Unterlagen bis %1 nachgefordert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) requested</source>
            <translation>
                <numerusform>%n Unterlage nachgefordert</numerusform>
                <numerusform>%n Unterlagen nachgefordert</numerusform>
            </translation>
        </message>
        <message>
            <source>Note written</source>
            <translation>Vermerk geschrieben</translation>
        </message>
        <message>
            <source>Follow-up on %1</source>
            <translation>Wiedervorlage am %1</translation>
        </message>
        <message>
            <source>Follow-up done</source>
            <translation>Wiedervorlage erledigt</translation>
        </message>
        <message>
            <source>Payment of %1 requested</source>
            <translation>Zahlung von %1 angefordert</translation>
        </message>
        <message>
            <source>Payment received</source>
            <translation>Zahlung eingegangen</translation>
        </message>
        <message>
            <source>Payment failed</source>
            <translation>Zahlung gescheitert</translation>
        </message>
        <message>
            <source>Payment request cancelled</source>
            <translation>Zahlungsaufforderung aufgehoben</translation>
        </message>
        <message>
            <source>Notice issued: %1</source>
            <translation>Bescheid ergangen: %1</translation>
        </message>
        <message>
            <source>Notice final since %1</source>
            <translation>Bescheid bestandskräftig seit %1</translation>
        </message>
        <message>
            <source>Finding on “%1”</source>
            <translation>Feststellung zu „%1“</translation>
        </message>
        <message>
            <source>Document retrieved</source>
            <translation>Dokument abgerufen</translation>
        </message>
        <message>
            <source>Event of a newer version (%1)</source>
            <translation>Ereignis einer neueren Fassung (%1)</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Antragsteller/in</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Remove the assignment</source>
            <translation>Zuweisung aufheben</translation>
        </message>
        <message>
            <source>Assign to %1</source>
            <translation>Zuweisen an %1</translation>
        </message>
        <message>
            <source>Reply to the applicant</source>
            <translation>Antwort nach außen</translation>
        </message>
        <message numerus="yes">
            <source>Request for %n document(s)</source>
            <translation>
                <numerusform>Nachforderung von %n Unterlage</numerusform>
                <numerusform>Nachforderung von %n Unterlagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Vermerk</translation>
        </message>
        <message>
            <source>Payment request of %1</source>
            <translation>Zahlungsaufforderung über %1</translation>
        </message>
        <message>
            <source>Cancel the payment request</source>
            <translation>Zahlungsaufforderung aufheben</translation>
        </message>
        <message>
            <source>Notice: %1</source>
            <translation>Bescheid: %1</translation>
        </message>
        <message>
            <source>Confirm that the notice is final</source>
            <translation>Bestandskraft des Bescheids bestätigen</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Als gelesen kennzeichnen</translation>
        </message>
        <message>
            <source>Open the case “%1”</source>
            <translation>Vorgang „%1“ anlegen</translation>
        </message>
        <message>
            <source>Action of a newer version</source>
            <translation>Aktion einer neueren Fassung</translation>
        </message>
        <message>
            <source>Message read by the applicant</source>
            <translation>Nachricht gelesen</translation>
        </message>
        <message>
            <source>Document retrieved: %1</source>
            <translation>Dokument abgerufen: %1</translation>
        </message>
    </context>
    <context>
        <name>FeeDialog</name>
        <message>
            <source>Request a fee</source>
            <translation>Gebühr anfordern</translation>
        </message>
        <message>
            <source>Reason, shown to the applicant</source>
            <translation>Grund, der nach außen gezeigt wird</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>given by the cash system</source>
            <translation>vergibt die Kasse</translation>
        </message>
        <message>
            <source>none left on this device</source>
            <translation>auf diesem Gerät keines mehr</translation>
        </message>
        <message>
            <source>Payment reference</source>
            <translation>Kassenzeichen</translation>
        </message>
        <message>
            <source>The applicant gets the request on the page of the case.</source>
            <translation>Die Zahlungsaufforderung erscheint auf der Seite des Vorgangs.</translation>
        </message>
        <message>
            <source>Request the fee</source>
            <translation>Gebühr anfordern</translation>
        </message>
        <message>
            <source>Check before the request</source>
            <translation>Prüfung vor dem Anlegen</translation>
        </message>
        <message>
            <source>Items are complete</source>
            <translation>Positionen vollständig</translation>
        </message>
        <message>
            <source>Items are not complete</source>
            <translation>Positionen unvollständig</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s), each with its legal basis</source>
            <translation>
                <numerusform>%n Position mit Rechtsgrundlage</numerusform>
                <numerusform>%n Positionen, je mit Rechtsgrundlage</numerusform>
            </translation>
        </message>
        <message>
            <source>Each item needs text, legal basis and amount.</source>
            <translation>Jede Position braucht Text, Rechtsgrundlage und Betrag.</translation>
        </message>
        <message>
            <source>The sum is right</source>
            <translation>Summe stimmt</translation>
        </message>
        <message>
            <source>The sum is too large</source>
            <translation>Summe ist zu groß</translation>
        </message>
        <message>
            <source>The sum is missing</source>
            <translation>Summe fehlt</translation>
        </message>
        <message>
            <source>Due on a working day</source>
            <translation>Fälligkeit fällt auf einen Werktag</translation>
        </message>
        <message>
            <source>Due on a day without work</source>
            <translation>Fälligkeit fällt auf einen freien Tag</translation>
        </message>
        <message>
            <source>Payment reference is ready</source>
            <translation>Kassenzeichen liegt bereit</translation>
        </message>
        <message>
            <source>No payment reference left</source>
            <translation>Kein Kassenzeichen mehr da</translation>
        </message>
        <message>
            <source>Connect to the portal to get new ones.</source>
            <translation>Mit einer Verbindung zum Portal kommen neue.</translation>
        </message>
        <message>
            <source>See the open points at the right.</source>
            <translation>Siehe die offenen Punkte rechts.</translation>
        </message>
        <message>
            <source>given with the request</source>
            <translation>wird beim Anlegen vergeben</translation>
        </message>
        <message numerus="yes">
            <source>%n left on this device</source>
            <translation>
                <numerusform>noch %n auf diesem Gerät</numerusform>
                <numerusform>noch %n auf diesem Gerät</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeeTable</name>
        <message>
            <source>Item</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Rechtsgrundlage</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>Add an item</source>
            <translation>Position hinzufügen</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Gesamtbetrag</translation>
        </message>
        <message>
            <source>Administrative fee</source>
            <translation>Verwaltungsgebühr</translation>
        </message>
        <message>
            <source>Item %1: text</source>
            <translation>Position %1: Text</translation>
        </message>
        <message>
            <source>Act, section, tariff</source>
            <translation>Gesetz, Paragraf, Tarif</translation>
        </message>
        <message>
            <source>Item %1: legal basis</source>
            <translation>Position %1: Rechtsgrundlage</translation>
        </message>
        <message>
            <source>Item %1: amount in euros</source>
            <translation>Position %1: Betrag in Euro</translation>
        </message>
        <message>
            <source>Remove item %1</source>
            <translation>Position %1 entfernen</translation>
        </message>
    </context>
    <context>
        <name>FeesTab</name>
        <message>
            <source>No fee</source>
            <translation>Keine Gebühr</translation>
        </message>
        <message>
            <source>A fee can be requested here, or together with the notice.</source>
            <translation>Eine Gebühr lässt sich hier anfordern oder zusammen mit dem Bescheid.</translation>
        </message>
        <message>
            <source>Request a fee</source>
            <translation>Gebühr anfordern</translation>
        </message>
        <message>
            <source>Payment reference</source>
            <translation>Kassenzeichen</translation>
        </message>
        <message>
            <source>will be given by the cash system</source>
            <translation>vergibt die Kasse</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Requested</source>
            <translation>Angefordert</translation>
        </message>
        <message>
            <source>Cancel the payment request</source>
            <translation>Zahlungsaufforderung aufheben</translation>
        </message>
    </context>
    <context>
        <name>FigureChart</name>
        <message>
            <source>%1, chart</source>
            <translation>%1, Diagramm</translation>
        </message>
        <message>
            <source>No figures</source>
            <translation>Keine Zahlen</translation>
        </message>
        <message>
            <source>%1. Arrow keys go on, Enter opens the cases.</source>
            <translation>%1. Die Pfeiltasten gehen weiter, die Eingabetaste öffnet die Vorgänge.</translation>
        </message>
    </context>
    <context>
        <name>FigureTables</name>
        <message>
            <source>Waits for the citizen</source>
            <translation>Wartet auf Bürger</translation>
        </message>
        <message>
            <source>Waits for a colleague</source>
            <translation>Wartet auf Beteiligung</translation>
        </message>
        <message>
            <source>Waits for payment</source>
            <translation>Wartet auf Zahlung</translation>
        </message>
        <message>
            <source>Workable</source>
            <translation>Bearbeitbar</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Due in 14 days</source>
            <translation>Frist in 14 Tagen</translation>
        </message>
        <message>
            <source>Not assigned</source>
            <translation>Nicht zugewiesen</translation>
        </message>
        <message>
            <source>Received and completed</source>
            <translation>Eingang und Erledigung</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Eingang</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Week %1</source>
            <translation>KW %1</translation>
        </message>
        <message>
            <source>Age of the open cases</source>
            <translation>Alter der offenen Vorgänge</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Open cases</source>
            <translation>Offene Vorgänge</translation>
        </message>
        <message>
            <source>over %1</source>
            <translation>über %1</translation>
        </message>
        <message>
            <source>Open for %1 days</source>
            <translation>Offen seit %1 Tagen</translation>
        </message>
        <message>
            <source>Deadlines of the next 14 days</source>
            <translation>Fristen der nächsten 14 Tage</translation>
        </message>
        <message>
            <source>Working day</source>
            <translation>Arbeitstag</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Fristen</translation>
        </message>
        <message>
            <source>Due by %1</source>
            <translation>Frist bis %1</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Leistung</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Fachbereich</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Mean age (days)</source>
            <translation>Ø Alter (Tage)</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Bürger</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Beteiligung</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>Zahlung</translation>
        </message>
        <message>
            <source>14 days</source>
            <translation>14 Tage</translation>
        </message>
        <message>
            <source>Mean age</source>
            <translation>Ø Alter</translation>
        </message>
        <message>
            <source>Open cases by service</source>
            <translation>Offene Vorgänge nach Leistung</translation>
        </message>
        <message>
            <source>Open cases by department</source>
            <translation>Offene Vorgänge nach Fachbereich</translation>
        </message>
        <message>
            <source>Open cases by person</source>
            <translation>Offene Vorgänge nach Person</translation>
        </message>
    </context>
    <context>
        <name>FigureTile</name>
        <message>
            <source>Opens these cases</source>
            <translation>Öffnet diese Vorgänge</translation>
        </message>
    </context>
    <context>
        <name>FinalityDialog</name>
        <message>
            <source>Confirm that the notice is final</source>
            <translation>Bestandskraft des Bescheids bestätigen</translation>
        </message>
        <message>
            <source>Final since</source>
            <translation>Bestandskräftig seit</translation>
        </message>
        <message>
            <source>It is entered into the history with your name and cannot be taken back.</source>
            <translation>Das wird mit Ihrem Namen im Verlauf festgehalten und lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>Confirm finality</source>
            <translation>Bestandskraft bestätigen</translation>
        </message>
        <message>
            <source>You confirm that no remedy is pending.</source>
            <translation>Sie bestätigen, dass kein Rechtsbehelf anhängig ist.</translation>
        </message>
        <message>
            <source>The remedy period runs until %1. An earlier day is right only if everyone concerned has waived the remedy.</source>
            <translation>Die Rechtsbehelfsfrist läuft bis %1. Ein früherer Tag ist nur richtig, wenn alle Betroffenen auf den Rechtsbehelf verzichtet haben.</translation>
        </message>
        <message>
            <source>You confirm that nobody has filed a remedy until %1.</source>
            <translation>Sie bestätigen, dass bis %1 niemand einen Rechtsbehelf eingelegt hat.</translation>
        </message>
    </context>
    <context>
        <name>FindingDialog</name>
        <message>
            <source>Record a finding</source>
            <translation>Feststellung festhalten</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>Angabe</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>What the office has found</source>
            <translation>Feststellung der Behörde</translation>
        </message>
        <message>
            <source>What was declared stays as it is; the finding stands beside it with your name.</source>
            <translation>Die Angabe bleibt, wie sie ist; die Feststellung steht mit Ihrem Namen daneben.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Festhalten</translation>
        </message>
        <message>
            <source>Declared: %1</source>
            <translation>Angegeben: %1</translation>
        </message>
    </context>
    <context>
        <name>FollowUpDialog</name>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Morgen</translation>
        </message>
        <message>
            <source>In 1 week</source>
            <translation>In 1 Woche</translation>
        </message>
        <message>
            <source>In 2 weeks</source>
            <translation>In 2 Wochen</translation>
        </message>
        <message>
            <source>In 1 month</source>
            <translation>In 1 Monat</translation>
        </message>
        <message>
            <source>Show again on</source>
            <translation>Wieder vorlegen am</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>Wofür</translation>
        </message>
        <message>
            <source>For example: statement of the police</source>
            <translation>Zum Beispiel: Stellungnahme der Polizei</translation>
        </message>
        <message>
            <source>Set the follow-up</source>
            <translation>Wiedervorlage setzen</translation>
        </message>
    </context>
    <context>
        <name>HistoryTab</name>
        <message>
            <source>Decision due</source>
            <translation>Entscheidung fällig</translation>
        </message>
    </context>
    <context>
        <name>InboxDelegate</name>
        <message>
            <source>Conflict</source>
            <translation>Konflikt</translation>
        </message>
        <message>
            <source>Not yet transferred</source>
            <translation>Noch nicht übertragen</translation>
        </message>
        <message>
            <source>Follow-up due</source>
            <translation>Wiedervorlage fällig</translation>
        </message>
        <message>
            <source>Fee open</source>
            <translation>Gebühr offen</translation>
        </message>
        <message>
            <source>rests</source>
            <translation>ruht</translation>
        </message>
    </context>
    <context>
        <name>InboxModel</name>
        <message>
            <source>will be given</source>
            <translation>wird vergeben</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Intern</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In Bearbeitung</translation>
        </message>
        <message>
            <source>Waiting for applicant</source>
            <translation>Antwort wartet</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Rejected as inadmissible</source>
            <translation>Abgelehnt (unzulässig)</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgenommen</translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>Abgegeben</translation>
        </message>
        <message>
            <source>File reference</source>
            <translation>Vorgangsnummer</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Leistung</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Antragsteller/in</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Frist</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>fee</comment>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Paid</source>
            <comment>fee</comment>
            <translation>Bezahlt</translation>
        </message>
        <message>
            <source>Failed</source>
            <comment>payment</comment>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <comment>fee</comment>
            <translation>Aufgehoben</translation>
        </message>
        <message>
            <source>Charged back</source>
            <comment>payment</comment>
            <translation>Zurückgebucht</translation>
        </message>
        <message>
            <source>Low</source>
            <comment>assurance</comment>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>Substantial</source>
            <comment>assurance</comment>
            <translation>Substantiell</translation>
        </message>
        <message>
            <source>High</source>
            <comment>assurance</comment>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Fachbereich</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Eingang</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Statutory period</source>
            <translation>Gesetzliche Frist</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>Gebühr</translation>
        </message>
        <message>
            <source>Assurance</source>
            <translation>Vertrauensniveau</translation>
        </message>
    </context>
    <context>
        <name>InboxPane</name>
        <message>
            <source>Search in cases</source>
            <translation>In Vorgängen suchen</translation>
        </message>
        <message>
            <source>Order of the list</source>
            <translation>Reihenfolge der Liste</translation>
        </message>
        <message>
            <source>Most urgent first</source>
            <translation>Dringendste zuerst</translation>
        </message>
        <message>
            <source>Newest change first</source>
            <translation>Neueste Änderung zuerst</translation>
        </message>
        <message>
            <source>By due date</source>
            <translation>Nach Frist</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nach Name</translation>
        </message>
        <message>
            <source>By file reference</source>
            <translation>Nach Vorgangsnummer</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Assigned to me</source>
            <translation>Mir zugewiesen</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Not assigned</source>
            <translation>Nicht zugewiesen</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Posteingang</translation>
        </message>
        <message>
            <source>no open cases</source>
            <translation>keine offenen Vorgänge</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n Vorgang</numerusform>
                <numerusform>%n Vorgänge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n neu</numerusform>
                <numerusform>%n neu</numerusform>
            </translation>
        </message>
        <message>
            <source>My cases</source>
            <translation>Meine Vorgänge</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Wiedervorlagen</translation>
        </message>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n fällig</numerusform>
                <numerusform>%n fällig</numerusform>
            </translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Fristen</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n überfällig</numerusform>
                <numerusform>%n überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>Loading cases</source>
            <translation>Vorgänge werden geladen</translation>
        </message>
        <message>
            <source>The first synchronisation with the portal may take a moment.</source>
            <translation>Der erste Abgleich mit dem Portal kann einen Moment dauern.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>No case contains these words. Part of a name or the file reference is enough.</source>
            <translation>Kein Vorgang enthält diese Wörter. Ein Teil des Namens oder der Vorgangsnummer genügt.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <source>No case here</source>
            <translation>Hier ist kein Vorgang</translation>
        </message>
        <message>
            <source>With this filter the list is empty.</source>
            <translation>Mit diesem Filter ist die Liste leer.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>All done</source>
            <translation>Alles erledigt</translation>
        </message>
        <message>
            <source>Nothing here waits for you today.</source>
            <translation>Hier wartet heute nichts auf Sie.</translation>
        </message>
        <message>
            <source>More filters</source>
            <translation>Weitere Filter</translation>
        </message>
        <message>
            <source>Unread messages</source>
            <translation>Ungelesene Nachrichten</translation>
        </message>
        <message>
            <source>Needs your decision</source>
            <translation>Ihre Entscheidung nötig</translation>
        </message>
        <message>
            <source>Open an internal case</source>
            <translation>Internen Vorgang eröffnen</translation>
        </message>
        <message>
            <source>List or table, and its columns</source>
            <translation>Liste oder Tabelle und ihre Spalten</translation>
        </message>
        <message>
            <source>Words, or filters like status:new. The Down key shows what can be searched.</source>
            <translation>Wörter oder Filter wie status:neu. Die Taste „Pfeil nach unten“ zeigt, wonach gesucht werden kann.</translation>
        </message>
        <message>
            <source>No case passes these filters.</source>
            <translation>Kein Vorgang passt zu diesen Filtern.</translation>
        </message>
        <message>
            <source>Newest receipt first</source>
            <translation>Neuester Eingang zuerst</translation>
        </message>
        <message>
            <source>By follow-up</source>
            <translation>Nach Wiedervorlage</translation>
        </message>
        <message>
            <source>By statutory period</source>
            <translation>Nach gesetzlicher Frist</translation>
        </message>
        <message>
            <source>By service</source>
            <translation>Nach Leistung</translation>
        </message>
        <message>
            <source>By state</source>
            <translation>Nach Status</translation>
        </message>
        <message>
            <source>By person in charge</source>
            <translation>Nach Zuständigkeit</translation>
        </message>
        <message>
            <source>By department</source>
            <translation>Nach Fachbereich</translation>
        </message>
        <message>
            <source>By fee</source>
            <translation>Nach Gebühr</translation>
        </message>
        <message>
            <source>By assurance</source>
            <translation>Nach Vertrauensniveau</translation>
        </message>
        <message>
            <source>Turn the order round</source>
            <translation>Reihenfolge umkehren</translation>
        </message>
        <message>
            <source>Table over the whole width</source>
            <translation>Tabelle über die ganze Breite</translation>
        </message>
        <message>
            <source>Keep this search as a view …</source>
            <translation>Diese Suche als Ansicht speichern …</translation>
        </message>
        <message>
            <source>Keep the changes of this view</source>
            <translation>Änderungen dieser Ansicht speichern</translation>
        </message>
        <message>
            <source>Rename this view …</source>
            <translation>Diese Ansicht umbenennen …</translation>
        </message>
        <message>
            <source>Remove this view</source>
            <translation>Diese Ansicht entfernen</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Back to the figures of the team</source>
            <translation>Zurück zu den Zahlen des Teams</translation>
        </message>
        <message>
            <source>Show all cases again</source>
            <translation>Wieder alle Vorgänge zeigen</translation>
        </message>
    </context>
    <context>
        <name>InboxView</name>
        <message>
            <source>List of cases</source>
            <translation>Liste der Vorgänge</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Due this week</source>
            <translation>Diese Woche fällig</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu eingegangen</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
    </context>
    <context>
        <name>JournalList</name>
        <message>
            <source>What happened</source>
            <translation>Was geschehen ist</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>Noch ist nichts geschehen</translation>
        </message>
        <message>
            <source>What is transferred, merged, refused or taken from you is written down here.</source>
            <translation>Was übertragen, zusammengeführt, abgelehnt oder Ihnen entzogen wird, steht hier.</translation>
        </message>
    </context>
    <context>
        <name>JournalWords</name>
        <message>
            <source>Transferred: %1</source>
            <translation>Übertragen: %1</translation>
        </message>
        <message>
            <source>Others had changed the case meanwhile; both changes are kept.</source>
            <translation>Andere hatten den Vorgang inzwischen geändert; beide Änderungen gelten.</translation>
        </message>
        <message>
            <source>Conflict: %1</source>
            <translation>Konflikt: %1</translation>
        </message>
        <message>
            <source>Refused by the portal: %1</source>
            <translation>Vom Portal abgelehnt: %1</translation>
        </message>
        <message>
            <source>No connection to the portal</source>
            <translation>Keine Verbindung zum Portal</translation>
        </message>
        <message>
            <source>Until %1. What you did meanwhile was kept and then transferred.</source>
            <translation>Bis %1. Was Sie inzwischen getan haben, wurde aufbewahrt und dann übertragen.</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) left your list</source>
            <translation>
                <numerusform>%n Vorgang ist nicht mehr in Ihrer Liste</numerusform>
                <numerusform>%n Vorgänge sind nicht mehr in Ihrer Liste</numerusform>
            </translation>
        </message>
        <message>
            <source>They were assigned to another department, or closed long ago.</source>
            <translation>Anders zugewiesen oder vor längerer Zeit abgeschlossen.</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) were taken from you at once</source>
            <translation>
                <numerusform>%n Vorgang wurde Ihnen entzogen</numerusform>
                <numerusform>%n Vorgänge wurden Ihnen auf einmal entzogen</numerusform>
            </translation>
        </message>
        <message>
            <source>They are out of sight and erased once the portal confirms it.</source>
            <translation>Sie sind ausgeblendet und werden gelöscht, sobald das Portal es bestätigt.</translation>
        </message>
        <message>
            <source>Your sign-in has ended</source>
            <translation>Ihre Anmeldung ist beendet</translation>
        </message>
        <message>
            <source>A file could not be fetched</source>
            <translation>Eine Datei konnte nicht geladen werden</translation>
        </message>
        <message>
            <source>The store of your actions was damaged and repaired</source>
            <translation>Die Ablage Ihrer Aktionen war beschädigt und wurde repariert</translation>
        </message>
        <message>
            <source>A copy of the damaged file is kept; please check what is waiting.</source>
            <translation>Eine Kopie der beschädigten Datei ist aufbewahrt; prüfen Sie bitte, was noch wartet.</translation>
        </message>
        <message>
            <source>Event of a newer version (%1)</source>
            <translation>Ereignis einer neueren Version (%1)</translation>
        </message>
    </context>
    <context>
        <name>KeyCap</name>
        <message>
            <source>Ctrl</source>
            <comment>key cap</comment>
            <translation>Strg</translation>
        </message>
        <message>
            <source>Alt</source>
            <comment>key cap</comment>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Shift</source>
            <comment>key cap</comment>
            <translation>Umschalt</translation>
        </message>
        <message>
            <source>Esc</source>
            <comment>key cap</comment>
            <translation>Esc</translation>
        </message>
    </context>
    <context>
        <name>LoadModel</name>
        <message>
            <source>Not assigned</source>
            <translation>Nicht zugewiesen</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>abwesend</translation>
        </message>
        <message>
            <source>present</source>
            <translation>anwesend</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Presence</source>
            <translation>Anwesenheit</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Offen jetzt</translation>
        </message>
        <message>
            <source>Open afterwards</source>
            <translation>Offen danach</translation>
        </message>
        <message>
            <source>Overdue afterwards</source>
            <translation>Überfällig danach</translation>
        </message>
        <message>
            <source>14 days afterwards</source>
            <translation>14 Tage danach</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>No case chosen</source>
            <translation>Kein Vorgang gewählt</translation>
        </message>
        <message>
            <source>Choose a case in the list; j and k go down and up.</source>
            <translation>Wählen Sie einen Vorgang in der Liste; j und k gehen abwärts und aufwärts.</translation>
        </message>
        <message>
            <source>Nothing has been synchronised yet.</source>
            <translation>Es wurde noch nichts abgeglichen.</translation>
        </message>
        <message>
            <source>What you see is %1 old.</source>
            <translation>Der Stand ist %1 alt.</translation>
        </message>
        <message>
            <source>No connection to the service portal. You can go on working. %1</source>
            <translation>Keine Verbindung zum Serviceportal. Sie können weiterarbeiten. %1</translation>
        </message>
        <message>
            <source>Connect now</source>
            <translation>Jetzt verbinden</translation>
        </message>
        <message>
            <source>Your sign-in has ended. Your work is kept on this device. %1</source>
            <translation>Ihre Anmeldung ist beendet. Ihre Arbeit bleibt auf diesem Gerät gesichert. %1</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>never synchronised</source>
            <translation>noch nie abgeglichen</translation>
        </message>
        <message>
            <source>last synchronised: %1</source>
            <translation>zuletzt abgeglichen: %1</translation>
        </message>
        <message>
            <source>Online · %1</source>
            <translation>Verbunden · %1</translation>
        </message>
        <message>
            <source>Synchronising with the portal · %1</source>
            <translation>Abgleich mit dem Portal · %1</translation>
        </message>
        <message>
            <source>Offline · %1</source>
            <translation>Ohne Verbindung · %1</translation>
        </message>
        <message>
            <source>Signed out · %1</source>
            <translation>Abgemeldet · %1</translation>
        </message>
        <message>
            <source>Synchronisation stopped · %1</source>
            <translation>Abgleich angehalten · %1</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for transfer</source>
            <translation>
                <numerusform>%n wartet auf Übertragung</numerusform>
                <numerusform>%n warten auf Übertragung</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) you</source>
            <translation>
                <numerusform>%n braucht Sie</numerusform>
                <numerusform>%n brauchen Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is transferred</source>
            <translation>Alles ist übertragen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>The view “%1” is kept as it is now</source>
            <translation>Die Ansicht „%1“ ist so gespeichert, wie sie jetzt ist</translation>
        </message>
        <message>
            <source>The view “%1” is removed</source>
            <translation>Die Ansicht „%1“ ist entfernt</translation>
        </message>
    </context>
    <context>
        <name>MessagesTab</name>
        <message>
            <source>shown on the page of the case</source>
            <translation>erscheint auf der Seite des Vorgangs</translation>
        </message>
        <message>
            <source>No messages yet</source>
            <translation>Noch keine Nachrichten</translation>
        </message>
        <message>
            <source>What you write below is shown to the applicant.</source>
            <translation>Was Sie unten schreiben, wird nach außen gezeigt.</translation>
        </message>
        <message>
            <source>An internal case has no applicant to write to.</source>
            <translation>Ein interner Vorgang hat niemanden, dem man schreiben könnte.</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Sie</translation>
        </message>
        <message>
            <source>Read %1</source>
            <translation>Gelesen %1</translation>
        </message>
        <message>
            <source>Message of %1</source>
            <translation>Nachricht von %1</translation>
        </message>
    </context>
    <context>
        <name>NewCaseDialog</name>
        <message>
            <source>Open an internal case</source>
            <translation>Internen Vorgang eröffnen</translation>
        </message>
        <message>
            <source>Kind of case</source>
            <translation>Vorgangsart</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>Worum es geht</translation>
        </message>
        <message>
            <source>One line, as it stands in the list.</source>
            <translation>Eine Zeile, wie sie in der Liste steht.</translation>
        </message>
        <message>
            <source>Internal target</source>
            <translation>Bearbeitungsziel</translation>
        </message>
        <message>
            <source>No internal kind of case is set up for your departments.</source>
            <translation>Für Ihre Fachbereiche ist keine interne Vorgangsart eingerichtet.</translation>
        </message>
        <message>
            <source>The file reference is given by the portal; until then it says &quot;will be given&quot;.</source>
            <translation>Die Vorgangsnummer vergibt das Portal; bis dahin steht dort „wird vergeben“.</translation>
        </message>
        <message>
            <source>Department: %1</source>
            <translation>Fachbereich: %1</translation>
        </message>
        <message>
            <source>Begin the case</source>
            <translation>Vorgang eröffnen</translation>
        </message>
    </context>
    <context>
        <name>NextStep</name>
        <message>
            <source>Not carried out: %1</source>
            <translation>Nicht ausgeführt: %1</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Nobody is responsible yet</source>
            <translation>Noch ist niemand zuständig</translation>
        </message>
        <message>
            <source>Taking over tells colleagues and applicant that somebody is at work.</source>
            <translation>Mit der Übernahme sehen alle Beteiligten, dass jemand daran arbeitet.</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>The applicant has written</source>
            <translation>Es ist eine Nachricht eingegangen</translation>
        </message>
        <message>
            <source>Read the message and answer it.</source>
            <translation>Lesen Sie die Nachricht und antworten Sie.</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Follow-up is due</source>
            <translation>Die Wiedervorlage ist fällig</translation>
        </message>
        <message>
            <source>Since %1.</source>
            <translation>Seit %1.</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>Als erledigt kennzeichnen</translation>
        </message>
        <message>
            <source>%1 is responsible</source>
            <translation>Zuständig ist %1</translation>
        </message>
        <message>
            <source>Processing has not begun yet.</source>
            <translation>Die Bearbeitung hat noch nicht begonnen.</translation>
        </message>
        <message>
            <source>Start processing</source>
            <translation>Bearbeitung beginnen</translation>
        </message>
        <message>
            <source>The applicant then sees that the application is being processed.</source>
            <translation>Außen ist dann zu sehen, dass der Antrag bearbeitet wird.</translation>
        </message>
        <message>
            <source>The case is in progress</source>
            <translation>Der Vorgang ist in Bearbeitung</translation>
        </message>
        <message>
            <source>When everything has been checked, the notice follows.</source>
            <translation>Ist alles geprüft, folgt der Bescheid.</translation>
        </message>
        <message>
            <source>Begin the notice</source>
            <translation>Bescheid beginnen</translation>
        </message>
        <message>
            <source>The answer is late</source>
            <translation>Die Antwort ist überfällig</translation>
        </message>
        <message>
            <source>Waiting for the applicant</source>
            <translation>Die Antwort steht aus</translation>
        </message>
        <message>
            <source>Answer due on %1. The internal target rests.</source>
            <translation>Antwort fällig am %1. Das Bearbeitungsziel ruht.</translation>
        </message>
        <message>
            <source>The internal target rests; a statutory period does not.</source>
            <translation>Das Bearbeitungsziel ruht; eine gesetzliche Frist ruht nicht.</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>Erinnern</translation>
        </message>
        <message>
            <source>A payment is open</source>
            <translation>Eine Zahlung steht aus</translation>
        </message>
        <message>
            <source>The case can be closed when it has arrived.</source>
            <translation>Ist sie eingegangen, kann der Vorgang abgeschlossen werden.</translation>
        </message>
        <message>
            <source>Show the fee</source>
            <translation>Gebühr zeigen</translation>
        </message>
        <message>
            <source>The case is decided</source>
            <translation>Der Vorgang ist entschieden</translation>
        </message>
        <message>
            <source>When nothing more is to be done, close it.</source>
            <translation>Ist nichts mehr zu tun, schließen Sie ihn ab.</translation>
        </message>
        <message>
            <source>Close the case</source>
            <translation>Vorgang abschließen</translation>
        </message>
        <message>
            <source>State: %1</source>
            <translation>Status: %1</translation>
        </message>
        <message>
            <source>Nothing is left to do.</source>
            <translation>Es ist nichts mehr zu tun.</translation>
        </message>
    </context>
    <context>
        <name>NotSentList</name>
        <message>
            <source>Not sent</source>
            <translation>Nicht gesendet</translation>
        </message>
        <message>
            <source>Nothing was left behind</source>
            <translation>Nichts ist liegen geblieben</translation>
        </message>
        <message>
            <source>If a case is taken from you, what you wrote and could not send stays here for 7 days.</source>
            <translation>Wird Ihnen ein Vorgang entzogen, bleibt hier 7 Tage lang, was Sie geschrieben und noch nicht gesendet haben.</translation>
        </message>
        <message>
            <source>What you wrote</source>
            <translation>Ihr Text</translation>
        </message>
        <message>
            <source>Delete now</source>
            <translation>Jetzt löschen</translation>
        </message>
        <message>
            <source>Hand over …</source>
            <translation>Weitergeben …</translation>
        </message>
        <message>
            <source>Saves your words as a text file for whoever has the case now.</source>
            <translation>Speichert Ihren Text als Datei für die Person, die den Vorgang jetzt hat.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Written by %1, %2, not sent</source>
            <translation>Geschrieben von %1, %2, nicht gesendet</translation>
        </message>
        <message>
            <source>Hand over what you wrote</source>
            <translation>Eigenen Text weitergeben</translation>
        </message>
        <message>
            <source>Delete what you wrote?</source>
            <translation>Eigenen Text löschen?</translation>
        </message>
        <message>
            <source>It is on this device only and cannot be brought back.</source>
            <translation>Er liegt nur auf diesem Gerät und ist danach verloren.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>This action holds no words of yours.</source>
            <translation>Diese Aktion enthält keinen eigenen Text.</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>Write a note</source>
            <translation>Vermerk schreiben</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Vermerk</translation>
        </message>
        <message>
            <source>Notes are never shown to the applicant.</source>
            <translation>Vermerke werden nie nach außen gezeigt.</translation>
        </message>
        <message>
            <source>Save the note</source>
            <translation>Vermerk sichern</translation>
        </message>
    </context>
    <context>
        <name>NotesTab</name>
        <message>
            <source>No notes</source>
            <translation>Keine Vermerke</translation>
        </message>
        <message>
            <source>Notes belong to the file and are never shown to the applicant.</source>
            <translation>Vermerke gehören zur Akte und werden nie nach außen gezeigt.</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Vermerk schreiben</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Wiedervorlagen</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Vermerke</translation>
        </message>
        <message>
            <source>Note of %1</source>
            <translation>Vermerk von %1</translation>
        </message>
        <message>
            <source>Done %1</source>
            <translation>Erledigt %1</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Mark the follow-up as done</source>
            <translation>Wiedervorlage als erledigt kennzeichnen</translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Keine Vorschau</translation>
        </message>
        <message>
            <source>The document cannot be drawn as it is now: %1</source>
            <translation>Das Dokument lässt sich so nicht zeichnen: %1</translation>
        </message>
        <message>
            <source>Back to the case</source>
            <translation>Zurück zum Vorgang</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>Disclosure</source>
            <translation>Bekanntgabe</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Step %1 of %2 · %3</source>
            <translation>Schritt %1 von %2 · %3</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <translation>Weiter: %1</translation>
        </message>
        <message>
            <source>Legal check</source>
            <translation>Rechtsprüfung</translation>
        </message>
        <message>
            <source>A hint; the notice can be issued.</source>
            <translation>Ein Hinweis; der Bescheid kann ergehen.</translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>Nichts ist offen</translation>
        </message>
        <message>
            <source>Nothing is open in this step</source>
            <translation>In diesem Schritt ist nichts offen</translation>
        </message>
        <message>
            <source>For this channel no rule is known: compute the period yourself.</source>
            <translation>Für diesen Weg ist keine Regel bekannt: Rechnen Sie die Frist selbst.</translation>
        </message>
        <message>
            <source>The period begins with the retrieval; without it the notice is not disclosed.</source>
            <translation>Die Frist beginnt mit der Bekanntgabe durch Abruf; ohne Abruf ist der Bescheid nicht bekannt gegeben.</translation>
        </message>
        <message>
            <source>If it leaves on %1, it counts as disclosed on %2.</source>
            <translation>Geht er am %1 ab, gilt er am %2 als bekannt gegeben.</translation>
        </message>
        <message>
            <source>The period for the remedy ends on %1.</source>
            <translation>Die Rechtsbehelfsfrist endet am %1.</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Bescheid</translation>
        </message>
        <message>
            <source>Notice: %1</source>
            <translation>Bescheid: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n open point(s)</source>
            <translation>
                <numerusform>%n Punkt offen</numerusform>
                <numerusform>%n Punkte offen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Still %n open point(s) of the legal check</source>
            <translation>
                <numerusform>Noch %n Punkt der Rechtsprüfung offen</numerusform>
                <numerusform>Noch %n Punkte der Rechtsprüfung offen</numerusform>
            </translation>
        </message>
        <message>
            <source>Issues the notice</source>
            <translation>Gibt den Bescheid frei</translation>
        </message>
        <message>
            <source>Draft saved %1, also without a connection</source>
            <translation>Entwurf gesichert %1, auch ohne Verbindung</translation>
        </message>
        <message>
            <source>Issue the notice?</source>
            <translation>Bescheid freigeben?</translation>
        </message>
        <message>
            <source>The notice and the payment request of %1 are issued together. After the portal has accepted them they cannot be taken back here.</source>
            <translation>Bescheid und Zahlungsaufforderung über %1 ergehen zusammen. Hat das Portal sie angenommen, lassen sie sich hier nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>After the portal has accepted the notice it cannot be taken back here.</source>
            <translation>Hat das Portal den Bescheid angenommen, lässt er sich hier nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>Discard the draft?</source>
            <translation>Entwurf verwerfen?</translation>
        </message>
        <message>
            <source>What you wrote in this notice is lost. A payment reference goes back.</source>
            <translation>Was Sie in diesem Bescheid geschrieben haben, geht verloren. Ein Kassenzeichen geht zurück.</translation>
        </message>
        <message>
            <source>Show the document</source>
            <translation>Dokument zeigen</translation>
        </message>
    </context>
    <context>
        <name>NoticePoints</name>
        <message>
            <source>The issuing authority is missing</source>
            <translation>Die erlassende Behörde fehlt</translation>
        </message>
        <message>
            <source>The seat of the authority is missing</source>
            <translation>Der Sitz der Behörde fehlt</translation>
        </message>
        <message>
            <source>Nobody is named who answers questions</source>
            <translation>Niemand ist für Rückfragen genannt</translation>
        </message>
        <message>
            <source>The date of the letter is missing</source>
            <translation>Das Datum des Bescheids fehlt</translation>
        </message>
        <message>
            <source>The place beside the date is missing</source>
            <translation>Der Ort beim Datum fehlt</translation>
        </message>
        <message>
            <source>The file reference is not given yet</source>
            <translation>Die Vorgangsnummer ist noch nicht vergeben</translation>
        </message>
        <message>
            <source>The channel is not known</source>
            <translation>Der Weg der Bekanntgabe ist unbekannt</translation>
        </message>
        <message>
            <source>The addressee is missing</source>
            <translation>Der Adressat fehlt</translation>
        </message>
        <message>
            <source>The address is not complete enough for a letter</source>
            <translation>Die Anschrift reicht für einen Brief nicht aus</translation>
        </message>
        <message>
            <source>The window of the envelope holds six lines at most</source>
            <translation>Ins Brieffenster passen höchstens sechs Zeilen</translation>
        </message>
        <message>
            <source>The salutation is missing</source>
            <translation>Die Anrede fehlt</translation>
        </message>
        <message>
            <source>The subject is missing</source>
            <translation>Der Betreff fehlt</translation>
        </message>
        <message>
            <source>The decision itself is missing</source>
            <translation>Die Entscheidung selbst fehlt</translation>
        </message>
        <message>
            <source>Sentence %1 of the decision is empty</source>
            <translation>Satz %1 der Entscheidung ist leer</translation>
        </message>
        <message>
            <source>Condition %1 is empty</source>
            <translation>Nebenbestimmung %1 ist leer</translation>
        </message>
        <message>
            <source>The facts are missing in the reasons</source>
            <translation>In der Begründung fehlen die tatsächlichen Gründe</translation>
        </message>
        <message>
            <source>The legal grounds are missing in the reasons</source>
            <translation>In der Begründung fehlen die rechtlichen Gründe</translation>
        </message>
        <message>
            <source>How discretion was exercised is not explained</source>
            <translation>Die Ausübung des Ermessens ist nicht begründet</translation>
        </message>
        <message>
            <source>Confirm that discretion was exercised, with the reason</source>
            <translation>Bestätigen Sie mit Grund, dass Ermessen ausgeübt wurde</translation>
        </message>
        <message>
            <source>Confirm the hearing, or why it was dispensable</source>
            <translation>Bestätigen Sie die Anhörung oder warum sie entbehrlich war</translation>
        </message>
        <message>
            <source>There are more than 99 fee items</source>
            <translation>Es sind mehr als 99 Gebührenpositionen</translation>
        </message>
        <message>
            <source>Fee item %1 has no text</source>
            <translation>Gebührenposition %1 hat keinen Text</translation>
        </message>
        <message>
            <source>The text of fee item %1 is too long</source>
            <translation>Der Text der Gebührenposition %1 ist zu lang</translation>
        </message>
        <message>
            <source>Fee item %1 has no legal basis</source>
            <translation>Gebührenposition %1 hat keine Rechtsgrundlage</translation>
        </message>
        <message>
            <source>Fee item %1 has no amount</source>
            <translation>Gebührenposition %1 hat keinen Betrag</translation>
        </message>
        <message>
            <source>The sum of the fees is not right</source>
            <translation>Die Summe der Gebühren stimmt nicht</translation>
        </message>
        <message>
            <source>Account and due date are missing</source>
            <translation>Konto und Fälligkeit fehlen</translation>
        </message>
        <message>
            <source>There is an account but no fee</source>
            <translation>Es gibt ein Konto, aber keine Gebühr</translation>
        </message>
        <message>
            <source>The due date is missing</source>
            <translation>Die Fälligkeit fehlt</translation>
        </message>
        <message>
            <source>The fee would be due before the letter arrives</source>
            <translation>Die Gebühr wäre fällig, bevor der Brief ankommt</translation>
        </message>
        <message>
            <source>The payment reference is missing</source>
            <translation>Das Kassenzeichen fehlt</translation>
        </message>
        <message>
            <source>The payment reference has an unusual form</source>
            <translation>Das Kassenzeichen hat eine ungewöhnliche Form</translation>
        </message>
        <message>
            <source>No QR code can be made from the account</source>
            <translation>Aus dem Konto lässt sich kein QR-Code machen</translation>
        </message>
        <message>
            <source>The remedy instruction is missing: a year would run</source>
            <translation>Die Rechtsbehelfsbelehrung fehlt: Es liefe die Jahresfrist</translation>
        </message>
        <message>
            <source>The name of the signatory is missing</source>
            <translation>Der Name der unterzeichnenden Person fehlt</translation>
        </message>
        <message>
            <source>The notice says that it was made by machine</source>
            <translation>Der Bescheid sagt, dass er maschinell erstellt ist</translation>
        </message>
        <message>
            <source>The notice is based on no template</source>
            <translation>Der Bescheid beruht auf keiner Vorlage</translation>
        </message>
        <message>
            <source>Open point of a newer version (%1)</source>
            <translation>Offener Punkt einer neueren Fassung (%1)</translation>
        </message>
        <message>
            <source>Addressee and channel</source>
            <translation>Adressat und Weg</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Nebenbestimmungen</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>Gebühr</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>Rechtsbehelf</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Freigabe</translation>
        </message>
        <message>
            <source>§ 41 VwVfG: to whom and how the notice is disclosed</source>
            <translation>§ 41 VwVfG: wem und wie der Bescheid bekannt gegeben wird</translation>
        </message>
        <message>
            <source>§ 37 (1) VwVfG: what is decided, clear and complete</source>
            <translation>§ 37 Abs. 1 VwVfG: was entschieden ist, klar und vollständig</translation>
        </message>
        <message>
            <source>§ 36 VwVfG: conditions, time limits, reservations</source>
            <translation>§ 36 VwVfG: Bedingungen, Befristungen, Vorbehalte</translation>
        </message>
        <message>
            <source>§ 39 (1) VwVfG: the essential facts and legal grounds</source>
            <translation>§ 39 Abs. 1 VwVfG: die wesentlichen tatsächlichen und rechtlichen Gründe</translation>
        </message>
        <message>
            <source>Each item with its own legal basis</source>
            <translation>Jede Position mit eigener Rechtsgrundlage</translation>
        </message>
        <message>
            <source>§ 37 (6) VwVfG: fixed text for Land and channel</source>
            <translation>§ 37 Abs. 6 VwVfG: fester Text für Land und Weg</translation>
        </message>
        <message>
            <source>Check everything once more, then issue</source>
            <translation>Alles noch einmal prüfen, dann freigeben</translation>
        </message>
        <message>
            <source>Not filled in: %1</source>
            <translation>Noch nicht ausgefüllt: %1</translation>
        </message>
        <message>
            <source>The case does not allow this channel: %1</source>
            <translation>Der Vorgang lässt diesen Weg nicht zu: %1</translation>
        </message>
        <message>
            <source>The cash system gives the payment reference; the letter says that it follows</source>
            <translation>Das Kassenzeichen vergibt das Kassensystem; im Bescheid steht, dass es nachgereicht wird</translation>
        </message>
        <message>
            <source>To be confirmed by the authority: %1</source>
            <translation>Von der Behörde zu bestätigen: %1</translation>
        </message>
        <message>
            <source>Retrieval on the portal, with consent</source>
            <translation>Abruf im Portal, mit Einwilligung</translation>
        </message>
        <message>
            <source>Postbox of the user account</source>
            <translation>Postfach des Nutzerkontos</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>The law table has no rule for this channel in your Land.</source>
            <translation>Für diesen Weg kennt die Rechtstabelle in Ihrem Land keine Regel.</translation>
        </message>
        <message>
            <source>The case has no applicant.</source>
            <translation>Der Vorgang hat keine antragstellende Person.</translation>
        </message>
        <message>
            <source>The applicant has not consented to electronic communication.</source>
            <translation>In die elektronische Kommunikation wurde nicht eingewilligt.</translation>
        </message>
        <message>
            <source>The applicant has no sign-in; file reference and code do not prove who retrieves.</source>
            <translation>Ohne Anmeldung gestellt; Vorgangsnummer und Verfolgungscode belegen nicht, wer abruft.</translation>
        </message>
        <message>
            <source>The case names no postbox of a user account.</source>
            <translation>Der Vorgang nennt kein Postfach eines Nutzerkontos.</translation>
        </message>
        <message>
            <source>The account has no recognised identification (substantial or high).</source>
            <translation>Das Konto hat keine anerkannte Identifizierung (substanziell oder hoch).</translation>
        </message>
        <message>
            <source>The evidence is missing (%1).</source>
            <translation>Der Nachweis fehlt (%1).</translation>
        </message>
        <message>
            <source>%1: to be confirmed by the authority.</source>
            <translation>%1: von der Behörde zu bestätigen.</translation>
        </message>
    </context>
    <context>
        <name>NoticeStartDialog</name>
        <message>
            <source>Begin the notice</source>
            <translation>Bescheid beginnen</translation>
        </message>
        <message>
            <source>The notice sets a fee</source>
            <translation>Der Bescheid setzt eine Gebühr fest</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>What the case already knows is filled in; what only you may state stays empty.</source>
            <translation>Was der Vorgang schon weiß, wird eingesetzt; was nur Sie erklären dürfen, bleibt leer.</translation>
        </message>
        <message>
            <source>There is no template for this kind of case.</source>
            <translation>Für diese Vorgangsart gibt es keine Vorlage.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Beginnen</translation>
        </message>
    </context>
    <context>
        <name>NoticeStep</name>
        <message>
            <source>Channel</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>The letter is right unless a proven account or a consent allows more.</source>
            <translation>Der Brief ist richtig, solange kein geprüftes Konto und keine Einwilligung mehr erlaubt.</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>Datum des Bescheids</translation>
        </message>
        <message>
            <source>Lines of the address</source>
            <translation>Zeilen der Anschrift</translation>
        </message>
        <message>
            <source>At most six lines fit into the window of the envelope.</source>
            <translation>Ins Fenster des Umschlags passen höchstens sechs Zeilen.</translation>
        </message>
        <message>
            <source>Salutation</source>
            <translation>Anrede</translation>
        </message>
        <message>
            <source>How, or why not necessary</source>
            <translation>Wie, oder warum nicht nötig</translation>
        </message>
        <message>
            <source>Reason for: %1</source>
            <translation>Grund zu: %1</translation>
        </message>
        <message>
            <source>The hearing was held or is dispensable</source>
            <translation>Die Anhörung ist erfolgt oder entbehrlich</translation>
        </message>
        <message>
            <source>Discretion was exercised</source>
            <translation>Das Ermessen ist ausgeübt</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Tatsächliche Gründe</translation>
        </message>
        <message>
            <source>Legal grounds</source>
            <translation>Rechtliche Gründe</translation>
        </message>
        <message>
            <source>Discretion</source>
            <translation>Ermessen</translation>
        </message>
        <message>
            <source>still empty</source>
            <translation>noch leer</translation>
        </message>
        <message>
            <source>facts, law, discretion</source>
            <translation>Tatsachen, Recht, Ermessen</translation>
        </message>
        <message>
            <source>facts and law</source>
            <translation>Tatsachen und Recht</translation>
        </message>
        <message>
            <source>The notice sets a fee</source>
            <translation>Der Bescheid setzt eine Gebühr fest</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>Payment reference</source>
            <translation>Kassenzeichen</translation>
        </message>
        <message>
            <source>Notice and payment request are accepted or refused together.</source>
            <translation>Bescheid und Zahlungsaufforderung werden zusammen angenommen oder abgelehnt.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Introduction</source>
            <translation>Einleitung</translation>
        </message>
        <message>
            <source>Operative part</source>
            <translation>Tenor</translation>
        </message>
        <message>
            <source>An empty line begins the next numbered sentence.</source>
            <translation>Eine Leerzeile beginnt den nächsten Satz mit Nummer.</translation>
        </message>
        <message numerus="yes">
            <source>%n sentence(s)</source>
            <translation>
                <numerusform>%n Satz</numerusform>
                <numerusform>%n Sätze</numerusform>
            </translation>
        </message>
        <message>
            <source>Conditions of the notice</source>
            <translation>Nebenbestimmungen des Bescheids</translation>
        </message>
        <message>
            <source>An empty line begins the next one. Leave it empty if there are none.</source>
            <translation>Eine Leerzeile beginnt die nächste. Ohne Nebenbestimmungen bleibt das Feld leer.</translation>
        </message>
        <message numerus="yes">
            <source>%n condition(s)</source>
            <translation>
                <numerusform>%n Nebenbestimmung</numerusform>
                <numerusform>%n Nebenbestimmungen</numerusform>
            </translation>
        </message>
        <message>
            <source>The text is fixed: any untrue or misleading addition opens a period of one year (§ 58 (2) VwGO). It follows from the Land, the field of law and the channel.</source>
            <translation>Der Text steht fest: Jeder unrichtige oder irreführende Zusatz eröffnet die Jahresfrist (§ 58 Abs. 2 VwGO). Er folgt aus Land, Rechtsgebiet und Weg.</translation>
        </message>
        <message>
            <source>Remedy instruction</source>
            <translation>Rechtsbehelfsbelehrung</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Schluss</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Zeichnungsformel</translation>
        </message>
        <message>
            <source>Name of the signatory</source>
            <translation>Name der unterzeichnenden Person</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>For this kind of case the cash system gives the reference. Leave it empty: the letter then says that it follows and has no QR code.</source>
            <translation>Bei dieser Vorgangsart vergibt das Kassensystem das Kassenzeichen. Lassen Sie das Feld leer: Im Bescheid steht dann, dass es nachgereicht wird, und der QR-Code entfällt.</translation>
        </message>
        <message>
            <source>follows</source>
            <translation>wird nachgereicht</translation>
        </message>
        <message>
            <source>to be completed</source>
            <translation>zu ergänzen</translation>
        </message>
    </context>
    <context>
        <name>NoticesTab</name>
        <message>
            <source>No notice yet</source>
            <translation>Noch kein Bescheid</translation>
        </message>
        <message>
            <source>The assistant leads through decision, reasons, fee and remedy.</source>
            <translation>Der Assistent führt durch Entscheidung, Begründung, Gebühr und Rechtsbehelf.</translation>
        </message>
        <message>
            <source>Begin the notice</source>
            <translation>Bescheid beginnen</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Ergangen</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>Datum des Bescheids</translation>
        </message>
        <message>
            <source>Disclosed</source>
            <translation>Bekannt gegeben</translation>
        </message>
        <message>
            <source>Depends on the retrieval</source>
            <translation>Hängt vom Abruf ab</translation>
        </message>
        <message>
            <source>Remedy until</source>
            <translation>Rechtsbehelf bis</translation>
        </message>
        <message>
            <source>Retrieved</source>
            <translation>Abgerufen</translation>
        </message>
        <message>
            <source>Show the document</source>
            <translation>Dokument zeigen</translation>
        </message>
        <message>
            <source>Sent %1</source>
            <translation>Gesendet %1</translation>
        </message>
        <message>
            <source>Not accepted by the mail server</source>
            <translation>Vom Mailserver nicht angenommen</translation>
        </message>
        <message>
            <source>None: post only, or no address given</source>
            <translation>Keiner: nur Post gewünscht oder keine Adresse angegeben</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>Noch nicht gesendet</translation>
        </message>
        <message>
            <source>E-mail hint</source>
            <translation>Hinweis per E-Mail</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>Bestandskräftig</translation>
        </message>
        <message>
            <source>Confirm finality …</source>
            <translation>Bestandskraft bestätigen …</translation>
        </message>
        <message>
            <source>Final since</source>
            <translation>Bestandskräftig seit</translation>
        </message>
    </context>
    <context>
        <name>OutboxDelegate</name>
        <message>
            <source>Confirm that the notice is final</source>
            <translation>Bestandskraft des Bescheids bestätigen</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Assignment</source>
            <translation>Zuweisung</translation>
        </message>
        <message>
            <source>Change of state</source>
            <translation>Statuswechsel</translation>
        </message>
        <message>
            <source>Reply to the applicant</source>
            <translation>Antwort nach außen</translation>
        </message>
        <message>
            <source>Request for documents</source>
            <translation>Nachforderung</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Vermerk</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Follow-up done</source>
            <translation>Wiedervorlage erledigt</translation>
        </message>
        <message>
            <source>Payment request</source>
            <translation>Zahlungsaufforderung</translation>
        </message>
        <message>
            <source>Cancel the payment request</source>
            <translation>Zahlungsaufforderung aufheben</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Bescheid</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Als gelesen kennzeichnen</translation>
        </message>
        <message>
            <source>Finding of the office</source>
            <translation>Feststellung des Amts</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Neuer Vorgang</translation>
        </message>
        <message>
            <source>Action of a newer version</source>
            <translation>Aktion einer neueren Fassung</translation>
        </message>
        <message>
            <source>your decision</source>
            <translation>Ihre Entscheidung nötig</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>unterwegs</translation>
        </message>
        <message>
            <source>at %1</source>
            <translation>um %1</translation>
        </message>
        <message>
            <source>as soon as there is a connection</source>
            <translation>sobald verbunden</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>deleted on %1</source>
            <translation>wird am %1 gelöscht</translation>
        </message>
        <message>
            <source>deleted after 7 days</source>
            <translation>wird nach 7 Tagen gelöscht</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>Transfer</source>
            <translation>Übertragung</translation>
        </message>
        <message>
            <source>Try all again</source>
            <translation>Alle erneut versuchen</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n offen</numerusform>
                <numerusform>%n offen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) you</source>
            <translation>
                <numerusform>%n braucht Sie</numerusform>
                <numerusform>%n brauchen Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing gets lost: every action is kept on this device.</source>
            <translation>Nichts geht verloren: Jede Aktion liegt gesichert auf diesem Gerät.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Nicht gesendet</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschehen ist</translation>
        </message>
        <message>
            <source>Parts of the transfer</source>
            <translation>Teile der Übertragung</translation>
        </message>
    </context>
    <context>
        <name>OverviewTab</name>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>All messages</source>
            <translation>Alle Nachrichten</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Antrag</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Unterlagen</translation>
        </message>
    </context>
    <context>
        <name>PageStack</name>
        <message>
            <source>Pages of the document</source>
            <translation>Seiten des Dokuments</translation>
        </message>
        <message>
            <source>Page %1 is being drawn …</source>
            <translation>Seite %1 wird gezeichnet …</translation>
        </message>
    </context>
    <context>
        <name>PendingWords</name>
        <message>
            <source>Waits for transfer</source>
            <translation>Wartet auf Übertragung</translation>
        </message>
        <message>
            <source>Being transferred</source>
            <translation>Wird übertragen</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>Konflikt</translation>
        </message>
        <message>
            <source>Refused by the portal</source>
            <translation>Vom Portal abgelehnt</translation>
        </message>
        <message>
            <source>Held back</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>Übertragen</translation>
        </message>
        <message>
            <source>next attempt %1</source>
            <translation>nächster Versuch %1</translation>
        </message>
    </context>
    <context>
        <name>PlaceholderFields</name>
        <message>
            <source>Details of the template</source>
            <translation>Angaben für die Vorlage</translation>
        </message>
        <message>
            <source>Stands in the text where it says {{%1}}.</source>
            <translation>Steht im Text überall dort, wo {{%1}} steht.</translation>
        </message>
        <message>
            <source>dd.mm.yyyy</source>
            <translation>TT.MM.JJJJ</translation>
        </message>
    </context>
    <context>
        <name>QueryChips</name>
        <message>
            <source>Remove the filter %1</source>
            <translation>Den Filter „%1“ entfernen</translation>
        </message>
    </context>
    <context>
        <name>QueryCompleter</name>
        <message>
            <source>What can be searched</source>
            <translation>Wonach gesucht werden kann</translation>
        </message>
    </context>
    <context>
        <name>QueryLanguage</name>
        <message>
            <source>There is no field “%1”. It is searched as a word.</source>
            <translation>Ein Feld „%1“ gibt es nicht. Es wird als Wort gesucht.</translation>
        </message>
        <message>
            <source>“%1” cannot be compared. Write %1:value.</source>
            <translation>„%1“ lässt sich nicht vergleichen. Schreiben Sie %1:Wert.</translation>
        </message>
        <message>
            <source>“%1” is not a day. Write 24.12.2026, today or +7.</source>
            <translation>„%1“ ist kein Tag. Schreiben Sie 24.12.2026, heute oder +7.</translation>
        </message>
        <message>
            <source>“%2” is not known for “%1”.</source>
            <translation>„%2“ ist bei „%1“ nicht bekannt.</translation>
        </message>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> und %n weitere</numerusform>
                <numerusform> und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Not %1</source>
            <comment>a filter turned round</comment>
            <translation>Nicht %1</translation>
        </message>
        <message>
            <source>state of the case</source>
            <translation>Stand des Vorgangs</translation>
        </message>
        <message>
            <source>department in charge</source>
            <translation>zuständiger Fachbereich</translation>
        </message>
        <message>
            <source>person in charge: me, nobody, a name</source>
            <translation>wer zuständig ist: ich, niemand, ein Name</translation>
        </message>
        <message>
            <source>kind of case</source>
            <translation>Art des Vorgangs</translation>
        </message>
        <message>
            <source>internal target: overdue, week, &lt; 24.12.2026</source>
            <translation>Bearbeitungsziel: überfällig, woche, &lt; 24.12.2026</translation>
        </message>
        <message>
            <source>day of the follow-up</source>
            <translation>Tag der Wiedervorlage</translation>
        </message>
        <message>
            <source>statutory period</source>
            <translation>gesetzliche Frist</translation>
        </message>
        <message>
            <source>day of receipt</source>
            <translation>Tag des Eingangs</translation>
        </message>
        <message>
            <source>last change</source>
            <translation>letzte Änderung</translation>
        </message>
        <message>
            <source>state of the payment</source>
            <translation>Stand der Zahlung</translation>
        </message>
        <message>
            <source>how the applicant was identified</source>
            <translation>wie die Person sich ausgewiesen hat</translation>
        </message>
        <message>
            <source>for applicant, fee or colleague</source>
            <translation>auf Antragsteller, Gebühr oder Kollegen</translation>
        </message>
        <message>
            <source>unread messages of the applicant</source>
            <translation>ungelesene Nachrichten</translation>
        </message>
        <message>
            <source>what went wrong: payment, delivery, transfer</source>
            <translation>was misslang: zahlung, zustellung, übertragung</translation>
        </message>
        <message>
            <source>unread, overdue, waiting, resting, internal</source>
            <translation>ungelesen, überfällig, wartet, ruhend, intern</translation>
        </message>
    </context>
    <context>
        <name>RedistributionDialog</name>
        <message>
            <source>Redistribute cases</source>
            <translation>Vorgänge umverteilen</translation>
        </message>
        <message>
            <source>Load of the team, before and after</source>
            <translation>Auslastung des Teams, vorher und nachher</translation>
        </message>
        <message>
            <source>Nothing changes until you reassign. What nobody has begun moves first.</source>
            <translation>Es ändert sich nichts, bevor Sie neu zuweisen. Zuerst wechselt, was noch niemand begonnen hat.</translation>
        </message>
        <message>
            <source>Reassign</source>
            <translation>Neu zuweisen</translation>
        </message>
        <message>
            <source>Evenly to all who are there</source>
            <translation>Gleichmäßig an alle Anwesenden</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Durchspielen</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Cases of</source>
            <translation>Vorgänge von</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Leistung</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <source>All services</source>
            <translation>Alle Leistungen</translation>
        </message>
        <message>
            <source>Nobody who is there may act on these cases.</source>
            <translation>Niemand, der da ist, darf diese Vorgänge bearbeiten.</translation>
        </message>
        <message numerus="yes">
            <source>Reassign %n case(s)</source>
            <translation>
                <numerusform>%n Vorgang neu zuweisen</numerusform>
                <numerusform>%n Vorgänge neu zuweisen</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is planned yet.</source>
            <translation>Noch ist nichts geplant.</translation>
        </message>
        <message>
            <source>Not assigned</source>
            <translation>Nicht zugewiesen</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n Vorgang</numerusform>
                <numerusform>%n Vorgänge</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Managed by your administration</source>
            <translation>Von Ihrer Verwaltung vorgegeben</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Takes effect after a restart.</source>
            <translation>Gilt nach einem Neustart.</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Schriftgröße</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>sofort</translation>
        </message>
        <message>
            <source>after 5 seconds</source>
            <translation>nach 5 Sekunden</translation>
        </message>
        <message>
            <source>after 10 seconds</source>
            <translation>nach 10 Sekunden</translation>
        </message>
        <message>
            <source>after 30 seconds</source>
            <translation>nach 30 Sekunden</translation>
        </message>
        <message>
            <source>Replies leave</source>
            <translation>Antworten gehen ab</translation>
        </message>
        <message>
            <source>Until then they can be undone.</source>
            <translation>Bis dahin lassen sie sich zurückholen.</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Übernehmen</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>Nächster Vorgang</translation>
        </message>
        <message>
            <source>Previous case</source>
            <translation>Voriger Vorgang</translation>
        </message>
        <message>
            <source>Show the case alone</source>
            <translation>Vorgang allein zeigen</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Synchronise with the portal</source>
            <translation>Mit dem Portal abgleichen</translation>
        </message>
        <message>
            <source>Send, or the main button of a dialog</source>
            <translation>Senden, oder der Hauptknopf eines Dialogs</translation>
        </message>
        <message>
            <source>Inbox; 2 to 6 for the other places</source>
            <translation>Posteingang; 2 bis 6 für die anderen Orte</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Open an internal case</source>
            <translation>Internen Vorgang eröffnen</translation>
        </message>
        <message>
            <source>Keep the search as a view</source>
            <translation>Suche als Ansicht speichern</translation>
        </message>
        <message>
            <source>List or table</source>
            <translation>Liste oder Tabelle</translation>
        </message>
    </context>
    <context>
        <name>SideBar</name>
        <message>
            <source>Places</source>
            <translation>Orte</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Posteingang</translation>
        </message>
        <message>
            <source>My cases</source>
            <translation>Meine Vorgänge</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Fristen</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Übertragung</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Synchronised at %1</source>
            <translation>Abgeglichen %1 Uhr</translation>
        </message>
        <message>
            <source>Synchronising …</source>
            <translation>Abgleich läuft …</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Ohne Verbindung</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>Ohne Verbindung seit %1</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>Abgemeldet</translation>
        </message>
        <message>
            <source>Synchronisation stopped</source>
            <translation>Abgleich angehalten</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Ansichten</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Leitung</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Welcome to Kontor</source>
            <translation>Willkommen bei Kontor</translation>
        </message>
        <message>
            <source>Sign in with your account at the service portal.</source>
            <translation>Melden Sie sich mit Ihrem Konto im Serviceportal an.</translation>
        </message>
        <message>
            <source>Address of your service portal</source>
            <translation>Adresse Ihres Serviceportals</translation>
        </message>
        <message>
            <source>Your administration tells it to you.</source>
            <translation>Ihre Administration nennt sie Ihnen.</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Anmeldename</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Kennwort</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Given by your administration.</source>
            <translation>Von Ihrer Verwaltung vorgegeben.</translation>
        </message>
        <message>
            <source>The sign-in is kept in the keyring of this computer; the password is not.</source>
            <translation>Die Anmeldung wird im Schlüsselbund dieses Rechners gehalten, das Kennwort nicht.</translation>
        </message>
        <message>
            <source>There is no keyring here: you are signed in for this session only.</source>
            <translation>Hier gibt es keinen Schlüsselbund: Die Anmeldung gilt nur für diese Sitzung.</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>Anmeldung läuft …</translation>
        </message>
        <message>
            <source>Fill in address, login and password.</source>
            <translation>Füllen Sie Adresse, Anmeldename und Kennwort aus.</translation>
        </message>
    </context>
    <context>
        <name>StateDialog</name>
        <message>
            <source>Change the state</source>
            <translation>Status ändern</translation>
        </message>
        <message>
            <source>Why? It is written into the history.</source>
            <translation>Warum? Das steht dann im Verlauf.</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>Jetzt: %1</translation>
        </message>
        <message>
            <source>From this state you cannot choose another one in your department.</source>
            <translation>Von diesem Status aus können Sie in Ihrem Fachbereich keinen anderen wählen.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>Choose the new state.</source>
            <translation>Wählen Sie den neuen Status.</translation>
        </message>
        <message>
            <source>This state needs a reason.</source>
            <translation>Dieser Status braucht einen Grund.</translation>
        </message>
        <message>
            <source>The internal target rests meanwhile; a statutory period does not.</source>
            <translation>Das Bearbeitungsziel ruht solange; eine gesetzliche Frist ruht nicht.</translation>
        </message>
    </context>
    <context>
        <name>StepList</name>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>braucht Aufmerksamkeit</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>Step %1: %2, %3</source>
            <translation>Schritt %1: %2, %3</translation>
        </message>
    </context>
    <context>
        <name>TransferRows</name>
        <message>
            <source>Files under way</source>
            <translation>Dateien unterwegs</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Stop the transfer of %1</source>
            <translation>Übertragung von %1 anhalten</translation>
        </message>
    </context>
    <context>
        <name>ViewDialog</name>
        <message>
            <source>Keep as a view</source>
            <translation>Als Ansicht speichern</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>Ansicht umbenennen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Another view has this name already.</source>
            <translation>Eine andere Ansicht heißt schon so.</translation>
        </message>
        <message>
            <source>A view keeps search, order and columns. It stands in the side bar with the number of its cases.</source>
            <translation>Eine Ansicht merkt sich Suche, Reihenfolge und Spalten. Sie steht mit der Zahl ihrer Vorgänge in der Seitenleiste.</translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message>
            <source>Actions waiting for transfer</source>
            <translation>Aktionen, die auf Übertragung warten</translation>
        </message>
        <message>
            <source>Everything is transferred</source>
            <translation>Alles ist übertragen</translation>
        </message>
        <message>
            <source>What you do without a connection is kept here until the portal has it.</source>
            <translation>Was Sie ohne Verbindung tun, liegt hier, bis das Portal es hat.</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>Vorgang öffnen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Zurückziehen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Withdraw the action?</source>
            <translation>Aktion zurückziehen?</translation>
        </message>
        <message>
            <source>It will not be carried out. What you wrote in it is lost.</source>
            <translation>Sie wird nicht ausgeführt. Was Sie darin geschrieben haben, geht verloren.</translation>
        </message>
        <message numerus="yes">
            <source>Tried %n time(s). It is tried again by itself.</source>
            <translation>
                <numerusform>%n-mal versucht. Es wird von selbst erneut versucht.</numerusform>
                <numerusform>%n-mal versucht. Es wird von selbst erneut versucht.</numerusform>
            </translation>
        </message>
        <message>
            <source>It is transferred in its turn.</source>
            <translation>Sie wird übertragen, wenn sie an der Reihe ist.</translation>
        </message>
        <message>
            <source>It is on its way and may have arrived.</source>
            <translation>Sie ist unterwegs und vielleicht schon angekommen.</translation>
        </message>
        <message>
            <source>Withdraw it and do it again.</source>
            <translation>Ziehen Sie sie zurück und führen Sie sie neu aus.</translation>
        </message>
        <message>
            <source>Decide …</source>
            <translation>Entscheiden …</translation>
        </message>
        <message>
            <source>Decide which version shall count.</source>
            <translation>Entscheiden Sie, welche Fassung gilt.</translation>
        </message>
        <message>
            <source>Edit it or withdraw it; the case itself is unchanged.</source>
            <translation>Bearbeiten Sie sie oder ziehen Sie sie zurück; der Vorgang selbst ist unverändert.</translation>
        </message>
        <message>
            <source>It is not sent without you: try it again or withdraw it.</source>
            <translation>Ohne Sie wird sie nicht gesendet: Versuchen Sie es erneut, oder ziehen Sie sie zurück.</translation>
        </message>
        <message>
            <source>Reference: %1</source>
            <translation>Kennung: %1</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>%1 on %2 has this profile (process %3).</source>
            <translation>%1 auf %2 benutzt dieses Profil (Prozess %3).</translation>
        </message>
    </context>
</TS>
