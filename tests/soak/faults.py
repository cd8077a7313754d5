"""What goes wrong on the way and in the programs, at random."""
import collections
import subprocess
import threading
import time

from parts.processes import line_of, start

OPERATIONS, CHANGES, SESSION = "POST /sync/v1/operations", "GET /sync/v1/changes", "GET /sync/v1/session"
UPLOADS, TOKEN, ANY = "PATCH /sync/v1/uploads", "POST /sync/v1/token", "* /sync/v1"

# Requests and what happens to them; kinds as in tests/testing/fault-proxy.
FAULTS = [
    (ANY, "drop"), (ANY, "lose"), (ANY, "cut 0.5"), (ANY, "end 0.9"), (ANY, "flip 0.5"), (ANY, "html"), (ANY, "stall"), (ANY, "hold"),
    (ANY, "status 502"), (ANY, "after 504"), (ANY, "status 403"), (ANY, "status 404"), (ANY, "problem 429 request.tooMany 1"),
    (OPERATIONS, "drop"), (OPERATIONS, "duplicate"), (OPERATIONS, "cutup 0.5"), (OPERATIONS, "reorder 2"), (OPERATIONS, "flip 0.5"),
    (OPERATIONS, "problem 401 signin.expired"), (OPERATIONS, "drop"), (OPERATIONS, "status 503 1"), (SESSION, "html"),
    (CHANGES, "flip 0.3"), (CHANGES, "gzip 0.5"), (CHANGES, "gzip"), (CHANGES, "problem 410 request.notFound"), (CHANGES, "duplicate"),
    (CHANGES, "stall 0.5"), (CHANGES, "rate 1000000"), (CHANGES, "status 500"), (UPLOADS, "cutup 0.4"), (TOKEN, "drop"),
]


class Proxy:
    def __init__(self, script, target):
        self.hits, self.lock, self.answered = collections.Counter(), threading.Lock(), threading.Semaphore(0)
        self.process = start([script, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.port = int(line_of(self.process).split()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            if line.startswith("!"):
                self.hits[line.split()[3]] += 1
            else:
                self.answered.release()

    def tell(self, command):
        with self.lock:
            self.process.stdin.write(command + "\n")
            if not self.answered.acquire(timeout=20):
                raise TimeoutError("fault-proxy says nothing")


class Chaos(threading.Thread):
    """Faults one after the other, and kills in between, until told to heal."""

    def __init__(self, proxy, portal, desks, random, faults_per_second, kills_per_second):
        super().__init__(name="chaos", daemon=True)
        self.proxy, self.portal, self.desks, self.random = proxy, portal, desks, random
        self.faults_per_second, self.kills_per_second = faults_per_second, kills_per_second
        self.kills, self.doors, self.armed = collections.Counter(), 0, 0
        self.healing, self.healed = False, threading.Event()

    def run(self):
        began = time.monotonic()
        next_kill = 1.0
        while not self.healing:
            passed = time.monotonic() - began
            behind = passed * self.faults_per_second - sum(self.proxy.hits.values())
            if behind > 0:
                self._fault(behind)
            if self.random.random() < 0.12:
                self.proxy.tell("release")
            if passed > next_kill:
                next_kill += 1 / self.kills_per_second
                self._kill()
            time.sleep(0.08)
        self.proxy.tell("fresh")
        self.proxy.tell("accept")
        self.healed.set()
        threading.Event().wait()  # a portal dies with the thread that began it

    def _fault(self, behind):
        if self.armed - sum(self.proxy.hits.values()) > min(behind, 8):
            return
        if self.random.random() < 0.01:
            self.doors += 1
            self.proxy.tell("refuse")
            time.sleep(0.3 + self.random.random())
            self.proxy.tell("accept")
            return
        where, kind = self.random.choice(FAULTS)
        self.armed += where not in (CHANGES, UPLOADS, TOKEN)  # those come when they come
        self.proxy.tell(f"fault {where} 1 {kind}")

    def _kill(self):
        if self.random.random() < 0.3:
            self.portal.process.kill()
            self.portal.process.wait()
            self.kills["portal"] += 1
            time.sleep(self.random.random() * 0.3)
            self.portal.serve()
        elif self.random.choice(self.desks).kill():
            self.kills["desk"] += 1
