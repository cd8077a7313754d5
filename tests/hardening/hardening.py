#!/usr/bin/python3
"""The portal as an attacker or a bad line meets it: the real process on loopback, figures printed.

Usage: hardening.py BINDIR. Ends with `N passed, M failed`.
"""
import concurrent.futures
import hashlib
import http.client
import json
import pathlib
import re
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from parts.processes import PASSWORD, Portal  # noqa: E402

MEGABYTE = 1024 * 1024
PIECE = 50 * MEGABYTE  # a whole file in one request: the hardest case
PHOTOS = 25 * MEGABYTE  # the largest file that the forms take


def call(portal, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), dict((k.lower(), v) for k, v in answer.getheaders())
    finally:
        connection.close()


def sign_in(portal, login):
    body = json.dumps({"login": login, "password": PASSWORD, "deviceName": "hardening"})
    status, answer, _ = call(portal, "POST", "/sync/v1/sign-in", body, {"Content-Type": "application/json"})
    assert status == 200, (status, answer)
    return {"Authorization": "Bearer " + json.loads(answer)["accessToken"]}


def raw(portal, request, seconds=10):
    """The status line that one raw request gets, or '' when the connection just ends."""
    with socket.create_connection(("127.0.0.1", portal.port), timeout=seconds) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused while we were still sending: the answer may be there all the same
        answer = b""
        try:
            while b"\r\n" not in answer:
                chunk = connection.recv(4096)
                if not chunk:
                    break
                answer += chunk
        except ConnectionResetError:
            pass
        return answer.split(b"\r\n")[0].decode()


def peak_memory(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmHWM")


class Citizen:
    """One browser: keeps its cookies and sends the forms of the pages it was shown."""

    PERSON = {"vorname": "Änne", "nachname": "Szczepańska", "strasse": "Lindenstraße 12", "plz": "04177", "ort": "Lindenau"}
    WASTE = [PERSON,
             {"strasse": "Lindenstraße 12", "ortsteil": "mitte", "ort": "strasse", "eilig": "true", "erste": "true"},
             {"liste.1.was": "moebel", "liste.1.beschreibung": "Sofa", "liste.1.anzahl": "1", "menge": "2,5", "keinSchadstoff": "true"}]

    def __init__(self, portal):
        self.portal, self.cookies, self.token = portal, {}, ""

    def ask(self, method, path, body=None, kind=None, length=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        if length is not None:
            headers["Content-Length"] = str(length)
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=120)
        try:
            connection.request(method, path.split("#")[0], body, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            token = re.search(r'name="csrf" value="([^"]+)"', page)
            self.token = token.group(1) if token else self.token
            return answer.status, page, answer.headers.get("Location", "")
        finally:
            connection.close()

    def post(self, path, fields):
        form = urllib.parse.urlencode({**fields, "csrf": self.token})
        return self.ask("POST", path, form, "application/x-www-form-urlencoded")

    def begin(self, service):
        self.ask("GET", f"/de/leistung/{service}")
        status, _, step = self.post(f"/de/leistung/{service}", {})
        assert status == 303, status
        return step

    def file_waste(self):
        """Up to the receipt that the browser shows: reference and code."""
        at = self.begin("sperrmuell")
        for answers in self.WASTE:
            step = at.rsplit("/", 1)[1]
            status, page, at = self.post(at, {f"{step}.{name}": value for name, value in answers.items()})
            assert status == 303, (step, status, page)
        status, _, at = self.post(at, {"next": "1"})  # no photos
        status, _, at = self.post(at, {"email": "", "consent": "yes"})
        status, page, at = self.post(at, {"confirm": "true"})
        assert status == 303, (status, page)
        page = self.ask("GET", at)[1]
        return re.search(r"LIN-[0-9.]+-[0-9]{4}-[0-9]{5}", page).group(0), re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page).group(0)

    def upload(self, step, field, content):
        """Sends content in pieces, so that the test itself holds it only once."""
        mark = "kontor-hardening"
        head = (f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.token}\r\n'
                f'--{mark}\r\nContent-Disposition: form-data; name="upload"\r\n\r\n1\r\n'
                f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="plan.pdf"\r\nContent-Type: application/pdf\r\n\r\n').encode()
        tail = f"\r\n--{mark}--\r\n".encode()
        pieces = [head, *(content[at:at + MEGABYTE] for at in range(0, len(content), MEGABYTE)), tail]
        return self.ask("POST", step, iter(pieces), f"multipart/form-data; boundary={mark}", len(head) + len(content) + len(tail))


def peak_with_twenty(portal, figure, what, one):
    """Runs one(number) twenty times at once, pings meanwhile, prints and judges the peak of memory."""
    pathlib.Path(f"/proc/{portal.process.pid}/clear_refs").write_text("5")  # the peak from here on
    slowest = 0.0
    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        running = [pool.submit(one, number) for number in range(20)]
        while not all(upload.done() for upload in running):
            begun = time.monotonic()
            assert call(portal, "GET", "/api/ping")[0] == 200
            slowest = max(slowest, time.monotonic() - begun)
        for upload in running:
            upload.result()
    peak = peak_memory(portal.process)
    print(f"{figure} {peak:.1f}  ({what}; slowest ping meanwhile {slowest * 1000:.0f} ms)")
    assert peak <= 40, f"{peak:.1f} MB are more than 40"


def memory_with_twenty_uploads(portal):
    # Five clerks, four files each: what one may have under way at once is bounded.
    tokens = [sign_in(portal, login) for login in ("maren.kowalski", "joerg.weiss", "ayse.yildiz", "bjoern.akesson", "elzbieta.szczepanska")]
    content = bytes(range(256)) * (50 * 4096)  # 50 MiB

    def one(number):
        token = tokens[number % len(tokens)]
        mine = content[:-8] + number.to_bytes(8, "big")
        digest = hashlib.sha256(mine).hexdigest()
        announce = json.dumps({"sha256": digest, "size": len(mine), "name": f"{number}.pdf", "type": "application/pdf"})
        status, answer, _ = call(portal, "POST", "/sync/v1/uploads", announce, {**token, "Content-Type": "application/json"})
        assert status == 201, (status, answer)
        upload = json.loads(answer)["uploadId"]
        for offset in range(0, len(mine), PIECE):
            status, answer, _ = call(portal, "PATCH", f"/sync/v1/uploads/{upload}", mine[offset:offset + PIECE],
                                     {**token, "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})
            assert status == 204, (status, answer)

    peak_with_twenty(portal, "upload_peak_rss_mb", "20 uploads of 50 MB at once", one)


def memory_with_twenty_forms(portal):
    """The citizens' way: multipart forms, whose files are written down while they arrive."""
    content = b"%PDF-1.7\n" + bytes(range(256)) * (PHOTOS // 256 - 1)
    citizens = [Citizen(portal) for _ in range(20)]
    steps = [citizen.begin("baumfaellgenehmigung").rsplit("/", 1)[0] + "/anlagen" for citizen in citizens]
    for citizen, step in zip(citizens, steps):
        assert citizen.ask("GET", step)[0] == 200

    def one(number):
        status, page, _ = citizens[number].upload(steps[number], "nachweise.lageplan", content)
        assert status == 303, (status, page)

    peak_with_twenty(portal, "form_peak_rss_mb", "20 forms with a file of 25 MB at once", one)


def tricklers_are_closed(portal):
    connections = [socket.create_connection(("127.0.0.1", portal.port)) for _ in range(300)]
    begun = time.monotonic()
    slowest, open_ones = 0.0, set(connections)
    for connection in connections:
        connection.sendall(b"GET /de/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        connection.setblocking(False)
    last_drop = begun
    while open_ones and time.monotonic() - begun < 15:
        asked = time.monotonic()
        assert call(portal, "GET", "/api/ping")[0] == 200
        slowest = max(slowest, time.monotonic() - asked)
        drop = time.monotonic() - last_drop > 2
        last_drop = time.monotonic() if drop else last_drop
        for connection in list(open_ones):
            try:
                if drop:
                    connection.send(b"a")
                if connection.recv(4096) == b"":
                    open_ones.discard(connection)
            except BlockingIOError:
                pass
            except (BrokenPipeError, ConnectionResetError):
                open_ones.discard(connection)
    took = time.monotonic() - begun
    for connection in connections:
        connection.close()
    print(f"tricklers_closed {300 - len(open_ones)} of 300 after {took:.1f} s  (slowest ping {slowest * 1000:.0f} ms)")
    assert not open_ones and took <= 10, "not all closed within 10 s"
    assert slowest < 0.1, f"a ping took {slowest * 1000:.0f} ms"


def smuggling_is_refused(portal):
    cases = [
        ("1 MB header", b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * MEGABYTE + b"\r\n\r\n", "431"),
        ("20,000 headers", b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: a\r\n" * 20000 + b"\r\n", "431"),
        ("10 GB length", b"POST /sync/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10737418240\r\n\r\n", "413"),
        ("CL and TE", b"POST /sync/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        ("two lengths", b"POST /sync/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", "400"),
        ("two hosts", b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400"),
        ("no host", b"GET / HTTP/1.1\r\n\r\n", "400"),
        ("HTTP/1.0 chunked", b"POST /sync/v1/sign-in HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        ("folded header", b"GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", "400"),
        ("space before colon", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", "400"),
        ("NUL in path", b"GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
        ("dots in path", b"GET /s/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
        ("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "400"),
    ]
    for name, request, expected in cases:
        line = raw(portal, request)
        print(f"  {name}: {line}")
        assert line.split(" ")[1:2] == [expected], f"{name}: expected {expected}, got {line!r}"
    assert call(portal, "GET", "/api/ping")[0] == 200


def term_lets_an_upload_finish(portal):
    token = sign_in(portal, "maren.kowalski")
    content = b"%PDF-1.7\n" + b"x" * (8 * MEGABYTE)
    announce = json.dumps({"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "name": "a.pdf", "type": "application/pdf"})
    upload = json.loads(call(portal, "POST", "/sync/v1/uploads", announce, {**token, "Content-Type": "application/json"})[1])["uploadId"]
    half_sent, finish = threading.Event(), threading.Event()

    def send():
        with socket.create_connection(("127.0.0.1", portal.port), timeout=20) as connection:
            connection.sendall((f"PATCH /sync/v1/uploads/{upload} HTTP/1.1\r\nHost: x\r\nAuthorization: {token['Authorization']}\r\n"
                                f"Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {len(content)}\r\n\r\n").encode())
            connection.sendall(content[:len(content) // 2])
            half_sent.set()
            finish.wait(20)
            connection.sendall(content[len(content) // 2:])
            return connection.recv(4096).split(b"\r\n")[0].decode()

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        running = pool.submit(send)
        half_sent.wait(20)
        with socket.create_connection(("127.0.0.1", portal.port), timeout=20) as waiting:
            waiting.sendall(f"GET /sync/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: {token['Authorization']}\r\n\r\n".encode())
            assert b" 200" in waiting.recv(4096)
            portal.process.send_signal(signal.SIGTERM)
            while waiting.recv(4096):  # the portal lets go of those who only wait as soon as its door is closed
                pass
        try:
            socket.create_connection(("127.0.0.1", portal.port), timeout=5).close()
            raise AssertionError("a draining portal let somebody in")
        except ConnectionRefusedError:
            finish.set()
        line = running.result()
    code = portal.process.wait(20)
    print(f"term: the running upload got {line!r}, the portal ended with {code}")
    assert " 204" in line and code == 0


def a_killed_portal_keeps_its_receipts(portal):
    """Files messages as a clerk's operations, one commit each, and kills the portal in the middle of it."""
    portal.serve()
    token = sign_in(portal, "maren.kowalski")
    page = json.loads(call(portal, "GET", "/sync/v1/changes?since=&limit=500", headers=token)[1])
    case = next(change["body"] for change in page["changes"]
                if change["kind"] == "case" and change["body"]["state"] in ("new", "accepted", "inProgress"))
    confirmed, enough, stop = [], threading.Event(), threading.Event()

    def write(worker):
        number = 0
        while not stop.is_set():
            number += 1
            identity = f"0190f5fe-{worker:04d}-7000-8000-{number:012d}"
            operation = {"opId": identity, "deviceId": identity, "kind": "case", "id": case["id"], "type": "addNote", "baseVersion": case["version"],
                         "createdAt": 1, "args": {"id": identity, "text": f"Vermerk {worker}/{number}"}}
            try:
                status, answer, _ = call(portal, "POST", "/sync/v1/operations", json.dumps({"operations": [operation]}),
                                         {**token, "Content-Type": "application/json"})
            except (OSError, http.client.HTTPException):
                return
            if status == 200 and json.loads(answer)["results"][0]["outcome"] in ("applied", "merged"):
                confirmed.append(identity)
            if len(confirmed) >= 100:
                enough.set()

    workers = [threading.Thread(target=write, args=(worker,)) for worker in range(1, 5)]
    for worker in workers:
        worker.start()
    assert enough.wait(60), f"{len(confirmed)} receipts after a minute"
    portal.process.kill()
    portal.process.wait()
    stop.set()
    for worker in workers:
        worker.join()
    portal.serve()
    token = sign_in(portal, "maren.kowalski")
    cursor, notes, twice = "", [], 0
    while True:
        page = json.loads(call(portal, "GET", f"/sync/v1/changes?since={cursor}&limit=500", headers=token)[1])
        for change in page["changes"]:
            if change["id"] == case["id"]:
                notes = [note["id"] for note in change["body"].get("notes", [])]
        cursor = page["next"]
        if not page.get("more"):
            break
    lost = [identity for identity in confirmed if identity not in notes]
    twice = len(notes) - len(set(notes))
    print(f"kill: {len(confirmed)} receipts shown, {len(lost)} lost, {twice} doubled")
    assert not lost and not twice


def a_killed_portal_keeps_what_citizens_filed(portal):
    """What a citizen has read on the page of the receipt opens the case, whenever the portal dies."""
    portal.stop()
    portal.serve()
    shown = []
    for _ in range(3):
        # One is on the way through the form when the portal dies; nothing was shown to them yet.
        half = Citizen(portal)
        half.begin("sperrmuell")
        shown.append(Citizen(portal).file_waste())
        portal.process.kill()
        portal.process.wait()
        portal.serve()
    for reference, code in shown:
        visitor = Citizen(portal)
        visitor.ask("GET", "/de/stand")
        status, page, at = visitor.post("/de/stand", {"reference": reference, "code": code})
        assert status == 303, (reference, status, page)
        status, page, _ = visitor.ask("GET", at)
        assert status == 200 and reference in page, (reference, status)
    assert len(set(shown)) == 3
    portal.run("audit", "verify")
    print(f"kill: {len(shown)} receipts shown to citizens, all open their case")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kontor-hardening-"))
    portal = Portal(sys.argv[1], folder / "data", folder / "portal.log")
    passed = failed = 0
    try:
        portal.init()
        # One machine plays 300 strangers here: the cap per address is raised, and files of 50 MB are allowed.
        with open(folder / "data" / "portal.ini", "a", encoding="utf-8") as settings:
            settings.write("\n[limits]\nconnections-per-address=1000\nfile-megabytes=100\n")
        portal.serve()
        for test in (memory_with_twenty_uploads, memory_with_twenty_forms, tricklers_are_closed, smuggling_is_refused,
                     term_lets_an_upload_finish, a_killed_portal_keeps_its_receipts,
                     a_killed_portal_keeps_what_citizens_filed):
            try:
                test(portal)
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED {test.__name__}")
                traceback.print_exc(file=sys.stdout)
                if portal.process.poll() is not None and test is not term_lets_an_upload_finish:
                    portal.serve()
    finally:
        portal.stop(signal.SIGKILL)
        if failed:
            print((folder / "portal.log").read_text(errors="replace")[-4000:])
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
