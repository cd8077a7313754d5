#!/usr/bin/python3
"""A fourth service from one JSON file: found, applied for, synchronised and shown, without a rebuild.

Usage: new_service.py BINDIR, on a desktop (tests/testing/with-desktop). Ends with `N passed, M failed`.
"""
import json
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from parts import office  # noqa: E402
from parts.citizen import Citizen  # noqa: E402
from parts.day import Day  # noqa: E402
from parts.desk import Desk  # noqa: E402
from parts.processes import PASSWORD, CommandLine, Portal  # noqa: E402

LOGIN = "maren.kowalski"


def both(german, english):
    return {"de": german, "en": english}


def text(key, german, english, **more):
    return {"key": key, "type": "text", "label": both(german, english), "required": True, **more}


def choice(key, german, english, **options):
    return {"key": key, "type": "choice", "label": both(german, english), "required": True,
            "options": [{"value": value, "label": both(*words)} for value, words in options.items()]}


SERVICE = {
    "id": "bewohnerparken", "version": 1, "name": both("Bewohnerparkausweis", "Residents' parking permit"),
    "department": "ordnung", "titleTemplate": "Parkausweis: {fahrzeug.halter}", "targetDays": 10,
    "service": {
        "slug": "bewohnerparkausweis",
        "title": both("Bewohnerparkausweis beantragen", "Apply for a residents' parking permit"),
        "summary": both("Mit dem Ausweis parken Sie in Ihrem Viertel ohne Parkschein.", "Park in your quarter without a ticket."),
        "lifeSituations": ["verkehr", "wohnen"], "keywords": ["Anwohnerparkausweis", "Parken", "Auto"], "processingDays": 5,
        "steps": [
            {"key": "person", "title": both("Ihre Person", "About you"), "fields": [
                text("vorname", "Vorname", "First name"), text("nachname", "Nachname", "Last name"),
                text("strasse", "Straße und Hausnummer", "Street and number"), text("plz", "Postleitzahl", "Postal code", pattern="\\d{5}",
                     patternError=both("Geben Sie fünf Ziffern ein.", "Enter five digits.")), text("ort", "Ort", "Town")]},
            {"key": "fahrzeug", "title": both("Ihre Fahrzeuge", "Your vehicles"), "fields": [
                choice("halter", "Wem gehört das Fahrzeug?", "Who owns the vehicle?", selbst=("Mir selbst", "Myself"), firma=("Meinem Arbeitgeber", "My employer")),
                text("firma", "Name des Arbeitgebers", "Name of the employer", visibleWhen={"field": "halter", "anyOf": ["firma"]}),
                {"key": "liste", "type": "group", "label": both("Fahrzeug", "Vehicle"), "minItems": 1, "maxItems": 3, "fields": [
                    text("kennzeichen", "Kennzeichen", "Registration number"),
                    {"key": "seit", "type": "date", "label": both("Zugelassen seit", "Registered since"), "required": True, "latest": "today"}]}]},
            {"key": "nachweise", "title": both("Nachweise", "Documents"), "fields": [
                {"key": "schein", "type": "file", "label": both("Zulassungsbescheinigung", "Registration certificate"), "required": True}]}],
        "applicant": {"givenName": "person.vorname", "familyName": "person.nachname", "street": "person.strasse",
                      "postalCode": "person.plz", "city": "person.ort"}}}


def write(folder, name, definition):
    (folder / name).write_text(json.dumps(definition, ensure_ascii=False), encoding="utf-8")


def defective():
    broken = json.loads(json.dumps(SERVICE))
    broken["id"], broken["service"]["slug"] = "kaputt", "kaputt"
    broken["service"]["steps"][1]["fields"][1]["visibleWhen"]["field"] = "besitzer"
    return broken


def find_service(citizen):
    citizen.get("/de/")
    citizen.follow("Verkehr")
    citizen.shows("Bewohnerparkausweis beantragen", "ohne Parkschein")
    for words in ("anwohnerparkausweis", "parken", "Parkausweis"):
        citizen.get("/de/suche?q=" + words)
        citizen.shows("Bewohnerparkausweis beantragen")
    citizen.get("/en/suche?q=parking")
    citizen.shows("Apply for a residents' parking permit")
    citizen.get("/de/lebenslage/wohnen")
    citizen.follow("Bewohnerparkausweis beantragen")


def file_application(citizen, certificate):
    citizen.send()  # "Online beantragen"
    citizen.send({"person.vorname": "Łucja"}, button="next")
    assert citizen.status == 422 and "Nachname" in citizen.page.text, "an incomplete step is refused and named"
    citizen.send({"person.nachname": "Öztürk-Groß", "person.strasse": "Bahnhofstraße 3", "person.plz": "04177", "person.ort": "Lindenau"}, button="next")
    vehicle = {"fahrzeug.halter": "firma", "fahrzeug.liste.1.kennzeichen": "L-ÖG 17", "fahrzeug.liste.1.seit.day": "3",
               "fahrzeug.liste.1.seit.month": "4", "fahrzeug.liste.1.seit.year": "2024"}
    citizen.send(vehicle, button="next")
    assert citizen.status == 422 and "Name des Arbeitgebers" in citizen.page.text, "the condition makes the field obligatory"
    citizen.send({"add": "fahrzeug.liste", "fahrzeug.firma": "Stadtwerke Lindenau GmbH"})
    citizen.send({"fahrzeug.liste.2.kennzeichen": "L-KO 2026", "fahrzeug.liste.2.seit.day": "28", "fahrzeug.liste.2.seit.month": "2",
                  "fahrzeug.liste.2.seit.year": "2025"}, button="next")
    citizen.send(button="next")
    assert citizen.status == 422, "the certificate is obligatory"
    citizen.send(files=[("nachweise.schein", certificate)], button="next")
    citizen.send({"consent": "no"}, button="next")
    citizen.shows("L-ÖG 17", "L-KO 2026", "Stadtwerke Lindenau GmbH", "Schein.pdf")
    citizen.send({"confirm": "true"})
    assert citizen.status == 200 and "/beleg/" in citizen.url, citizen.page.text[:800]


def leaves(answers, path=""):
    found = {}
    for answer in answers:
        at = f"{path}.{answer['key']}" if path else answer["key"]
        if answer.get("children"):
            found.update(leaves(answer["children"], at))
        else:
            found[at] = (answer.get("label"), answer.get("display"))
    return found


EXPECTED = {
    "person.vorname": ("Vorname", "Łucja"), "person.nachname": ("Nachname", "Öztürk-Groß"), "person.strasse": ("Straße und Hausnummer", "Bahnhofstraße 3"),
    "person.plz": ("Postleitzahl", "04177"), "person.ort": ("Ort", "Lindenau"), "fahrzeug.halter": ("Wem gehört das Fahrzeug?", "Meinem Arbeitgeber"),
    "fahrzeug.firma": ("Name des Arbeitgebers", "Stadtwerke Lindenau GmbH"), "fahrzeug.liste.1.kennzeichen": ("Kennzeichen", "L-ÖG 17"),
    "fahrzeug.liste.1.seit": ("Zugelassen seit", "3. April 2024"), "fahrzeug.liste.2.kennzeichen": ("Kennzeichen", "L-KO 2026"),
    "fahrzeug.liste.2.seit": ("Zugelassen seit", "28. Februar 2025"), "nachweise.schein": ("Zulassungsbescheinigung", "Schein.pdf"),
}


def check_case(clerk, certificate, out):
    rows = clerk.run("list", "--filter", "type=bewohnerparken")["cases"]
    assert len(rows) == 1 and rows[0]["title"] == "Parkausweis: Meinem Arbeitgeber", rows
    assert clerk.run("list", "--search", "Öztürk")["cases"] == rows, "the new case is found by the applicant's name"
    case = clerk.run("show", rows[0]["reference"])["case"]
    assert leaves(case["answers"]) == EXPECTED, json.dumps(leaves(case["answers"]), ensure_ascii=False, indent=1)
    party = case["parties"][0]
    assert (party["givenName"], party["familyName"], party["address"]["city"]) == ("Łucja", "Öztürk-Groß", "Lindenau"), party
    file = case["attachments"][0]
    clerk.run("attachment", rows[0]["reference"], file["id"], "--to", out)
    assert file["name"] == "Schein.pdf" and out.read_bytes() == certificate.read_bytes(), "the attachment arrives as it was sent"
    return rows[0]["reference"]


def main():
    binaries = sys.argv[1]
    work = pathlib.Path(tempfile.mkdtemp(prefix="kontor-service-"))
    day = Day(work / "out")
    certificate = office.make_files(work / "files") / "Lageplan.pdf"
    certificate = certificate.rename(certificate.with_name("Schein.pdf"))
    (work / "password").write_text(PASSWORD)
    log = open(work / "programs.log", "w", encoding="utf-8")
    portal = Portal(binaries, work / "portal", work / "portal.log")
    clerk = CommandLine(binaries, work / "cli")
    desk = Desk(binaries, work / "profile", log)
    try:
        with day.step("One JSON file beside the sample's three services, and three defective ones"):
            portal.init("--cases", "5")
            services = work / "portal" / "services"
            write(services, "bewohnerparken.json", SERVICE)
            write(services, "kaputt.json", defective())
            write(services, "fremd.json", {**SERVICE, "id": "fremd", "department": "standesamt", "service": {**SERVICE["service"], "slug": "fremd"}})
            (services / "abgeschnitten.json").write_text('{"id": "abgeschnitten",')
            portal.serve()
        with day.step("The defects are named at start-up, each with its file and path"):
            said = (work / "portal.log").read_text(encoding="utf-8")
            assert 'kaputt.json: service.steps[1].fields[1].visibleWhen.field: "besitzer"' in said, said
            assert 'case type fremd is left out: department: "standesamt"' in said, said
            assert "abgeschnitten.json: no JSON object, byte" in said, said
        citizen = Citizen(portal.url)
        with day.step("The service is found by life situation and by search, in both languages"):
            find_service(citizen)
        with day.step("Its form is filed: a condition, two vehicles, an attachment"):
            file_application(citizen, certificate)
        with day.step("The clerk's program synchronises the case with every answer and label"):
            clerk.run("--server", portal.url, "--login", LOGIN, "--password-file", work / "password", "sync")
            reference = check_case(clerk, certificate, work / "out" / "Schein.pdf")
        with day.step("The window shows it like any other case"):
            desk.start("--server", portal.url, "--login", LOGIN, "--password-file", work / "password")
            desk.wait_for("Abgeglichen", 60)
            office.search(desk, "Öztürk")
            office.open_case(desk, "Öztürk-Groß")
            desk.wait_for(reference)
            desk.press_tab("Antrag")
            words = {word for pair in EXPECTED.values() for word in pair}
            desk.wait_for_all(words)
        with day.step("A new version is imported while the portal serves; the running case keeps its own"):
            changed = json.loads(json.dumps(SERVICE))
            changed["service"]["title"]["de"] = "Parken mit Bewohnerausweis"
            write(work, "neu.json", changed)
            assert portal.run("casetype", "import", work / "neu.json").strip() == "bewohnerparken version 2"
            clerk.run("sync")
            assert clerk.run("show", reference)["case"]["typeVersion"] == 1
            citizen.get("/de/leistung/bewohnerparkausweis")
            citizen.shows("Parken mit Bewohnerausweis")
    except Exception:
        sys.stdout.write((work / "portal.log").read_text(encoding="utf-8")[-3000:])
    finally:
        desk.close()
        portal.stop()
        log.close()
        shutil.rmtree(work, ignore_errors=True)
    failed = len(day.steps) - day.passed()
    print(f"{day.passed()} passed, {failed} failed")
    return 1 if failed or len(day.steps) < 7 else 0


if __name__ == "__main__":
    sys.exit(main())
