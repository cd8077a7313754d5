"""What the clerk does at the desk and what the office checks, in the words of the office."""
import pathlib
import re
import subprocess

from .processes import until
from .words import german as word

ROOT = pathlib.Path(__file__).resolve().parents[3]

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


def open_case(desk, applicant):
    desk.click(applicant)


def look_through(desk, day):
    for tab, picture in (("Application", "desk-application"), ("Attachments", "desk-attachments"), ("History", "desk-history")):
        desk.press(word(tab))
        if tab == "Attachments":
            desk.wait_for("Lageplan.pdf")
        desk.screenshot(day.picture(picture))


def take_over(desk):
    desk.keys("u")
    desk.wait_for("Maren Kowalski")


def wait_offline(desk):
    desk.wait_for(word("Offline"), 90)


def reply(desk, text, file):
    desk.keys("r")
    desk.fill(word("Reply"), text)
    desk.press(word("Attach files"))
    choose_file(desk, file)
    desk.wait_for(file.name)
    desk.press(word("Send"))
    desk.wait_for(text[:40])


def choose_file(desk, file):
    until("the file dialog", lambda: desk.shows("Dateiname") or desk.shows("File name"))
    desk.type(str(file))
    desk.keys("Return")


def open_outbox(desk):
    desk.press(word("Transfer"))


def wait_sent(desk):
    desk.wait_for(word("Everything is transferred"), 90)


def see_answer(desk, text, file):
    desk.press(word("Inbox"))
    desk.wait_for(text[:30], 60)
