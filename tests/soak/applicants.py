"""Citizens at the real pages: they apply, and write to the office; without an answer they press the button again."""
import re
import threading
import time
import urllib.error

from parts.citizen import Citizen

STEPS = {"person": {"vorname": "Kim", "strasse": "Lindenstraße 12", "plz": "04177", "ort": "Lindenau"},
         "abholung": {"strasse": "Lindenstraße 12", "ortsteil": "mitte", "ort": "strasse", "eilig": "true", "erste": "true"},
         "gegenstaende": {"liste.1.was": "moebel", "liste.1.beschreibung": "Sofa", "liste.1.anzahl": "1", "menge": "2,5",
                          "keinSchadstoff": "true"}}


class Applicants(threading.Thread):
    def __init__(self, number, url, history, random, pause):
        super().__init__(name=f"citizen {number}", daemon=True)
        self.number, self.url, self.history, self.random, self.pause = number, url, history, random, pause
        self.doors, self.count, self.acting, self.cut = [], 0, True, 0
        self.complaint = None

    def run(self):
        try:
            while self.acting:
                self.count += 1
                if not self.doors or self.random.random() < 0.15:
                    self._apply()
                else:
                    self._write()
                time.sleep(self.pause * self.random.random() * 2)
        except Exception as wrong:  # a page that nobody expects: told in the end, the run fails
            self.complaint = f"{self.name}: {type(wrong).__name__} {wrong}"

    def _again(self, step):
        """Until the portal answers; it may be away, or its database."""
        for _ in range(300):
            try:
                page = step()
                if page_status(step) != 503:
                    return page
            except (OSError, urllib.error.URLError, EOFError, ValueError):
                pass
            except Exception as broken:
                if type(broken).__module__ != "http.client":
                    raise
            self.cut += 1
            time.sleep(0.2)
        raise TimeoutError("the portal does not come back")

    def _send(self, citizen, values, **how):
        page, url = citizen.page, citizen.url

        def once():
            citizen.page, citizen.url = page, url
            return citizen.send(values, **how)
        once.citizen = citizen
        return self._again(once)

    def _get(self, citizen, path):
        def once():
            return citizen.get(path)
        once.citizen = citizen
        return self._again(once)

    def _apply(self):
        citizen = Citizen(self.url)
        name = f"Soak-{self.history.seed}-{self.number}-{self.count}"
        self._get(citizen, self.url + "/de/leistung/sperrmuell")
        self._send(citizen, {})
        for _ in range(30):
            step = citizen.url.split("#")[0].split("?")[0].rsplit("/", 1)[1]
            if "/beleg/" in citizen.url:
                break
            if citizen.status != 200:
                raise AssertionError(f"{citizen.status} at {citizen.url}")
            if step == "anlagen":
                self._send(citizen, {}, button="next")
            elif step == "kontakt":
                self._send(citizen, {"email": "", "consent": "yes"})
            elif step == "pruefen":
                self._send(citizen, {"confirm": "true"})
            else:
                more = {"person.nachname": name} if step == "person" else {}
                self._send(citizen, {**{f"{step}.{key}": value for key, value in STEPS[step].items()}, **more})
        reference = re.search(r"LIN-[0-9.]+-[0-9]{4}-[0-9]{5}", citizen.page.text).group(0)
        code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", citizen.page.text).group(0)
        with self.history.lock:
            self.history.filed[name] = reference
        self._get(citizen, self.url + "/de/stand")
        self._send(citizen, {"reference": reference, "code": code}, form="reference")
        self.doors.append((citizen, citizen.url, reference))

    def _write(self):
        citizen, url, reference = self.random.choice(self.doors)
        self._get(citizen, url)
        text = f"Soak-{self.history.seed} {self.number} schreibt Nr. {self.count}."
        self._send(citizen, {"text": text}, form="text")
        if citizen.status != 200 or text not in citizen.page.text:
            raise AssertionError(f"{citizen.status} at {citizen.url}: not shown: {text}")
        with self.history.lock:
            self.history.written[text] = reference


def page_status(step):
    return step.citizen.status
