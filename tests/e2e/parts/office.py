"""What the clerk does at the desk and what the office checks, in the words of the office."""
import datetime
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]

NOTICE_FEE = "45,00\u00a0€"
FEE = "8,50\u00a0€"
FEE_REASON = "Sie hatten den Auszug für Ihre Unterlagen erbeten."

PDF = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length {length}>>stream
{content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
"""


def felling_days(today=None):
    """When the citizen wants to begin, and the last day before birds nest (§ 39 Abs. 5 BNatSchG): what is applied for can be granted."""
    today = today or datetime.date.today()
    year = today.year if today < datetime.date(today.year, 2, 1) else today.year + 1
    return datetime.date(year, 2, 15), datetime.date(year, 3, 1) - datetime.timedelta(days=1)


def make_files(folder):
    """What citizen and clerk attach: two PDFs and two photos."""
    folder.mkdir(parents=True)
    for name, text in (("Lageplan.pdf", "Lageplan: Eiche, 142 cm, Nordostecke"), ("Merkblatt.pdf", "Merkblatt Ersatzpflanzung")):
        content = f"BT /F1 20 Tf 60 760 Td ({text}) Tj ET 60 400 400 300 re S 380 620 30 30 re S"
        (folder / name).write_text(PDF.format(length=len(content), content=content), encoding="latin-1")
    for name, colours in (("Eiche.jpg", "skyblue-saddlebrown"), ("Linde.jpg", "skyblue-forestgreen")):
        subprocess.run(["convert", "-size", "1200x900", f"gradient:{colours}", "-quality", "85", folder / name], check=True)
    return folder


def check_pdf(path):
    done = subprocess.run([ROOT / "tests" / "tools" / "pdf-check", path], capture_output=True, text=True)
    assert done.returncode == 0 and "PASS" in done.stdout, done.stdout + done.stderr


def check_words(pdf, days):
    """The notice grants the days that were applied for."""
    text = " ".join(subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout.split())
    for date in days:
        assert f"{date:%d.%m.%Y}" in text, f"{date} is not in the notice"


def picture_of(pdf, png):
    subprocess.run(["pdftoppm", "-r", "80", "-png", "-singlefile", pdf, png.removesuffix(".png")], check=True)


def check_payment(pdf, page):
    """The QR code of the notice says the same as the citizen's page: payee, account, amount, reference."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, stem], check=True)
    pictures = sorted(pdf.parent.glob(stem.name + "-*.png"))
    codes = []
    for picture in pictures:
        codes += [part for part in subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.split("BCD\n") if part.strip()]
        picture.unlink()
    assert len(codes) == 1, f"one GiroCode is expected, found {len(codes)}"
    lines = ("BCD\n" + codes[0]).rstrip("\n").split("\n")
    name, iban, amount, reference = lines[5], lines[6], lines[7], lines[10].split()[0]
    euros = amount.removeprefix("EUR").replace(".", ",")
    spaces = re.sub(r"\s", "", page)
    for what in (name.replace(" ", ""), iban, euros + "€", reference):
        assert what in spaces, f"{what} of the QR code is not on the citizen's page"


def search(desk, text):
    desk.fill("In Vorgängen suchen", text)


def open_case(desk, applicant):
    desk.click(applicant)


def look_through(desk, day):
    for tab, picture in (("Antrag", "desk-application"), ("Unterlagen", "desk-attachments"), ("Verlauf", "desk-history")):
        desk.press_tab(tab)
        if tab == "Unterlagen":
            desk.wait_for("Lageplan.pdf")
        desk.screenshot(day.picture(picture))
    desk.press_tab("Übersicht")


def take_over(desk):
    desk.press("Übernehmen")
    desk.wait_for("Angenommen", 20)


def wait_offline(desk):
    desk.wait_for("Ohne Verbindung", 90)


def reply(desk, text, file):
    desk.press("Antworten")
    desk.fill("Antwort", text)
    desk.press("Dateien anhängen")
    choose_file(desk, file)
    desk.wait_for(file.name)
    desk.press("Senden")
    desk.wait_for(text[:40])


def choose_file(desk, file):
    desk.find("File name:", seconds=20)
    desk.type(str(file))
    desk.keys("Return")


def issue_notice(desk, day, days):
    desk.press("Bescheid", exact=True)
    desk.wait_for("Bescheid beginnen")
    desk.type("Bewilligung")
    desk.tick("Der Bescheid setzt eine Gebühr fest")
    desk.screenshot(day.picture("desk-notice-begin"))
    desk.press("Beginnen", exact=True)
    desk.wait_for("Schritt 1 von 7", 30)
    desk.screenshot(day.picture("desk-notice-addressee"))
    for step in range(2, 8):
        desk.press("Weiter:")
        desk.wait_for(f"Schritt {step} von 7")
        fill_step(desk, step, days)
        if step in (2, 4, 5):
            desk.screenshot(day.picture(f"desk-notice-step-{step}"))
    desk.wait_for("Nichts ist offen")
    desk.screenshot(day.picture("desk-notice-release"))
    desk.press("Freigeben")
    desk.wait_for("Bescheid freigeben?")
    desk.screenshot(day.picture("desk-notice-confirm"))
    desk.keys("ctrl+Return")
    desk.wait_for("Wartet auf Übertragung")
    desk.wait_for("Antworten")
    desk.screenshot(day.picture("desk-notice-issued"))


def fill_step(desk, step, days):
    if step == 2:
        begin, end = (f"{date:%d.%m.%Y}" for date in days)
        desk.fill("Tenor", "Wir erlauben Ihnen, die Eiche auf Ihrem Grundstück zu fällen.\n\n"
                  f"Die Erlaubnis gilt vom {begin} bis zum {end}.\n\n"
                  "Für diese Entscheidung wird die unten genannte Gebühr festgesetzt.")
    if step == 4:
        desk.fill("Rechtliche Gründe", "Die Entscheidung beruht auf § 5 der Baumschutzsatzung der Stadt Lindenau (Mustersatzung).")
        desk.fill("Tatsächliche Gründe", "Die Eiche auf Ihrem Grundstück ist von Pilz befallen und nicht mehr standsicher. Der Lageplan bestätigt den Standort.")
        desk.tick("Die Anhörung ist erfolgt oder entbehrlich")
        desk.fill("Grund zu: Die Anhörung", "Dem Antrag wird entsprochen, § 28 Abs. 2 Nr. 3 VwVfG.")
    if step == 5:  # one tree was applied for
        desk.press("Position 2 entfernen")
        desk.wait_for(NOTICE_FEE)


def request_fee(desk, day):
    """A fee of its own, beside that of the notice: the key G, the dialog, its three fields."""
    desk.press_tab("Gebühren")
    desk.wait_for(NOTICE_FEE)
    desk.keys("g")
    desk.wait_for("Prüfung vor dem Anlegen")
    desk.press("Position 2 entfernen")
    for field, text in (("Text", "Auszug aus dem Baumkataster"), ("Betrag", FEE.split()[0]),
                        ("Rechtsgrundlage", "Nr. 3.1 Verwaltungskostensatzung Stadt Lindenau (Mustersatzung)")):
        desk.fill(f"Position 1: {field}", text)
    desk.fill("Grund, der nach außen gezeigt wird", FEE_REASON)
    desk.wait_for("Summe stimmt")
    desk.screenshot(day.picture("desk-fee"))
    desk.press("Gebühr anfordern")
    desk.wait_for_all((FEE_REASON, FEE, "Wartet auf Übertragung"))
    desk.screenshot(day.picture("desk-fee-requested"))


def open_outbox(desk, reply):
    """The page with what waits: reply, notice and fee."""
    desk.wait_for("3 warten auf Übertragung")  # the window stands
    desk.keys("ctrl+5")
    desk.wait_for_all(("3 offen. Nichts geht verloren", reply, "Bescheid LIN-", FEE_REASON))


def wait_sent(desk):
    desk.wait_for("Alles ist übertragen", 90)


def see_answer(desk, text, file):
    desk.keys("ctrl+1")
    search(desk, "Größler")
    open_case(desk, "Größler-Łukasz")
    desk.press_tab("Nachrichten")
    desk.wait_for(text[:30], 60)
