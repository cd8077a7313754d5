#!/usr/bin/python3
"""The clerk's day, once, with the real programs: browser, portal, desk, mail; also without a network.

Usage: clerks_day.py BINDIR OUTDIR, on a desktop (tests/testing/with-desktop). Leaves numbered pictures, the notice and
report.md in OUTDIR and ends with `N passed, M failed`.
"""
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from parts import office  # noqa: E402
from parts.browser import Browser  # noqa: E402
from parts.day import Day  # noqa: E402
from parts.desk import Desk  # noqa: E402
from parts.processes import PASSWORD, MailSink, Portal  # noqa: E402

LOGIN = "maren.kowalski"
REPLY = "Guten Tag Frau Größler-Łukasz, wir haben Ihren Antrag geprüft. Das Merkblatt zur Ersatzpflanzung liegt bei."
ANSWER = "Vielen Dank. Anbei das Foto der neuen Linde, die ich pflanzen werde."


def file_application(day, browser, portal, files, begin):
    browser.goto(url=portal.url + "/")
    browser.screenshot(path=day.picture("citizen-start"))
    assert not browser.axe(), browser.axe()
    browser.goto(url=portal.url + "/de/leistung/baumfaellgenehmigung")
    browser.screenshot(path=day.picture("citizen-service"))
    browser.clickCss(css="main form button[type=submit]")
    for field, text in {"vorname": "Änne", "nachname": "Größler-Łukasz", "strasse": "Straße des Übermuts 17 a", "plz": "04103",
                        "ort": "Lindenau", "telefon": "0341 555 0142"}.items():
        browser.fillCss(css=f"#person-{field}", text=text)
    browser.tick(css="[name='person.anrede'][value=Frau]")
    browser.screenshot(path=day.picture("citizen-form"))
    browser.proceed()
    browser.tick(css="[name='standort.gleich'][value=true]")
    browser.tick(css="[name='standort.verhaeltnis'][value=eigentum]")
    browser.proceed()
    browser.tick(css="[name='baum.vorhaben'][value=faellung]")
    browser.fillCss(css="[name^='baum.baeume'][name$='.art']", text="Eiche")
    browser.fillCss(css="[name^='baum.baeume'][name$='.umfang']", text="142")
    browser.tick(css="[name='baum.gruende'][value=krank]")
    for part, value in (("day", begin.day), ("month", begin.month), ("year", begin.year)):
        browser.fillCss(css=f"[name='baum.zeitraum.{part}']", text=str(value))
    browser.tick(css="[name='baum.ersatz'][value=true]")
    browser.screenshot(path=day.picture("citizen-trees"))
    browser.proceed()
    browser.upload(css="input[type=file][name='nachweise.lageplan']", files=[str(files / "Lageplan.pdf"), str(files / "Eiche.jpg")])
    browser.clickCss(css="button[name=upload]")
    browser.screenshot(path=day.picture("citizen-attachments"))
    browser.proceed()
    browser.fillCss(css="input[type=email]", text="aenne@example.org")
    browser.tick(css="#consent")
    browser.screenshot(path=day.picture("citizen-consent"))
    browser.proceed()
    browser.screenshot(path=day.picture("citizen-review"))
    assert not browser.axe(), browser.axe()
    browser.tick(css="#confirm")
    browser.clickCss(css="main button[type=submit]")
    reference, code = browser.texts(css=".ko-code")[:2]
    browser.screenshot(path=day.picture("citizen-receipt"))
    assert browser.get(url=browser.attribute(css="a[href$='.pdf']", name="href"), to=str(day.folder / "receipt.pdf")) == 200
    return reference.strip(), code.strip()


def follow(browser, portal, reference, code):
    browser.goto(url=portal.url + "/de/stand")
    browser.fillCss(css="main form input[name=reference]", text=reference)
    browser.fillCss(css="main form input[name=code]", text=code)
    browser.clickCss(css="main form button[type=submit]")


def main():
    binaries, out = sys.argv[1:3]
    day = Day(out)
    days = office.felling_days()
    work = pathlib.Path(tempfile.mkdtemp(prefix="kontor-day-"))
    files = office.make_files(work / "files")
    (work / "password").write_text(PASSWORD)
    log = open(day.folder / "programs.log", "w", encoding="utf-8")
    sink = MailSink(work / "mail")
    portal = Portal(binaries, work / "portal", day.folder / "portal.log",
                    ["--smtp", f"smtp://localhost:{sink.port}", "--smtp-ca", work / "mail" / "ca.pem", "--mail-from", "portal@example.org"])
    desk = Desk(binaries, work / "profile", log)
    browser = None
    try:
        with day.step("A sample portal is made and serves"):
            portal.init()
            portal.serve()
        browser = Browser(pathlib.Path(binaries).parent, log)
        with day.step("The citizen files a Baumfällgenehmigung with a PDF and a photo, without JavaScript"):
            reference, code = file_application(day, browser, portal, files, days[0])
        with day.step("The receipt is a tagged PDF that passes the PDF check"):
            office.check_pdf(day.folder / "receipt.pdf")
        with day.step("The clerk signs in; the desk has pulled the case"):
            desk.start("--server", portal.url, "--login", LOGIN, "--password-file", work / "password")
            desk.wait_for("Abgeglichen", 60)
            desk.screenshot(day.picture("desk-inbox"))
            office.search(desk, "Größler")
            desk.wait_for("Größler-Łukasz", 60)
            desk.screenshot(day.picture("desk-search"))
        with day.step("The clerk opens the case and takes it over"):
            office.open_case(desk, "Größler-Łukasz")
            desk.wait_for(reference)
            desk.screenshot(day.picture("desk-case"))
            office.look_through(desk, day)
            office.take_over(desk)
        with day.step("The portal is away: the desk says so and works on"):
            portal.stop()
            office.wait_offline(desk)
            desk.screenshot(day.picture("desk-offline"))
        with day.step("Offline: a reply with an attachment"):
            office.reply(desk, REPLY, files / "Merkblatt.pdf")
            desk.screenshot(day.picture("desk-reply"))
        with day.step("Offline: a notice with a fee, previewed as the document itself"):
            office.issue_notice(desk, day, days)
        with day.step("Offline: a fee of its own, requested in the fee dialog"):
            office.request_fee(desk, day)
        with day.step("The desk is killed and started again: nothing is lost"):
            desk.kill()
            desk.start("--server", portal.url)
            office.open_outbox(desk, REPLY[:40])
            desk.screenshot(day.picture("desk-outbox"))
        with day.step("The portal is back: everything arrives, once"):
            portal.serve()
            office.wait_sent(desk)
            desk.screenshot(day.picture("desk-sent"))
        with day.step("The browser shows reply, notice and both fees"):
            follow(browser, portal, reference, code)
            shown = browser.text()
            assert shown.count(REPLY[:40]) == 1, "the reply is there more than once"
            assert browser.count(css="section[aria-labelledby^='g-']") == 2, "two fees are expected"
            for what in (office.NOTICE_FEE, office.FEE, office.FEE_REASON):
                assert what in shown, f"{what} is not on the page"
            assert not browser.axe(), browser.axe()
            browser.screenshot(path=day.picture("citizen-case"))
        with day.step("The notice passes the PDF check and its QR code pays the right fee"):
            link = browser.attribute(css="aside .ko-box a", name="href")
            assert browser.get(url=link, to=str(day.folder / "notice.pdf")) == 200
            office.check_pdf(day.folder / "notice.pdf")
            office.check_words(day.folder / "notice.pdf", days)
            office.check_payment(day.folder / "notice.pdf", browser.text())
            office.picture_of(day.folder / "notice.pdf", day.picture("notice"))
        with day.step("A mail without contents told the citizen of it"):
            assert "aenne@example.org" in sink.wait()
            for mail in sink.mails():  # and to nobody of the sample
                assert "aenne@example.org" in mail and "Merkblatt" not in mail and code not in mail, mail
        with day.step("The citizen answers with another file; the clerk sees it without asking"):
            browser.fillCss(css="main textarea", text=ANSWER)
            browser.upload(css="#files", files=[str(files / "Linde.jpg")])
            browser.clickCss(css="form[enctype] button[type=submit]")
            office.see_answer(desk, ANSWER, "Linde.jpg")
            desk.screenshot(day.picture("desk-answer"))
    except Exception:
        try:
            if browser:
                browser.screenshot(path=str(day.folder / "99-failure-browser.png"))
                (day.folder / "99-failure-browser.log").write_text(browser.text(), encoding="utf-8")
            if desk.process:
                desk.screenshot(str(day.folder / "99-failure-desk.png"))
                (day.folder / "99-failure-desk.log").write_text(desk.described(), encoding="utf-8")
        except Exception as second:
            print(f"no pictures of the failure: {second}")
    finally:
        desk.close()
        if browser:
            browser.close()
        portal.stop(signal.SIGTERM)
        sink.stop()
        log.close()
        shutil.rmtree(work, ignore_errors=True)
    version = subprocess.run([f"{binaries}/kontor", "--version"], capture_output=True, text=True).stdout.strip()
    return day.finish(f"{version}, real programs on loopback: Chromium, kontor-portal, kontor, a mail server.")


if __name__ == "__main__":
    sys.exit(main())
