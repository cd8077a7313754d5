"""One clerk at kontor-cli in service mode: acts at random, is killed at any moment, and goes on."""
import json
import queue
import threading
import time

from parts.processes import PASSWORD, start

PATIENCE = 60  # seconds for one answer
MOST_WAITING = 250  # in the outbox: a clerk who is that far ahead takes a break


class Gone(Exception):
    """The program has ended."""


class Service:
    """One process of `kontor-cli run`: lines in, lines out."""

    def __init__(self, binaries, folder, login, url):
        self.answers, self.number, self.status, self.ready = queue.Queue(), 0, {}, threading.Event()
        self.gone = False
        self.process = start([binaries / "kontor-cli", "--profile", folder / login, "--server", url, "--login", login,
                              "--password-file", folder / "password", "run"],
                             stdin=-1, stdout=-1, stderr=open(folder / f"{login}.log", "ab"))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            try:
                said = json.loads(line)
            except ValueError:
                break  # cut off by a kill
            if said.get("event") == "status":
                self.status = said
            elif said.get("event") == "ready":
                self.ready.set()
            elif "id" in said:
                self.answers.put(said)
        self.answers.put(None)

    def ask(self, *commands):
        """All at once, as a script would; an answer for each, in order. Gone: with those that came."""
        first = self.number + 1
        lines = []
        for command in commands:
            self.number += 1
            lines.append(json.dumps({**command, "id": self.number}) + "\n")
        answers = {}
        try:
            if self.gone:
                raise Gone
            self.process.stdin.write("".join(lines).encode())
            self.process.stdin.flush()
            while len(answers) < len(commands):
                said = self.answers.get(timeout=PATIENCE)
                if said is None:
                    self.gone = True
                    raise Gone
                if said["id"] >= first:
                    answers[said["id"]] = said
        except (OSError, Gone):
            pass
        return [answers.get(first + at) for at in range(len(commands))]

    def tell(self, command):
        """Without waiting for the answer, which is thrown away."""
        self.number += 1
        try:
            self.process.stdin.write((json.dumps({"command": command, "id": self.number}) + "\n").encode())
            self.process.stdin.flush()
        except OSError:
            pass

    def end(self):
        self.process.kill()
        self.process.wait()


class Desk(threading.Thread):
    def __init__(self, login, open_service, history, random, rate):
        super().__init__(name=login, daemon=True)
        self.login, self.open_service, self.history, self.random, self.rate = login, open_service, history, random, rate
        self.service, self.cases, self.written, self.waiting, self.looks = None, [], 0, 0, 0
        self.acting, self.ended, self.rested = True, False, threading.Event()
        self.attachment = None

    # The thread

    def run(self):
        began, acted, looked, pushed = time.monotonic(), 0, 0.0, 0.0
        while not self.ended:
            if not self.service or self.service.gone or self.service.process.poll() is not None:
                self._open()
            now = time.monotonic()
            if now - looked > 1.5:
                looked = now
                self._decide()
            if not self.acting:
                time.sleep(0.1)
                continue
            if self.service.status.get("reachability") != "online" and now - pushed > 0.7:
                pushed = now
                self.service.tell("sync")  # "send now", as impatient clerks do
            ahead = acted / self.rate - (now - began)
            if ahead > 0 or self.waiting > MOST_WAITING:
                time.sleep(min(max(ahead, 0.1), 0.5))
                continue
            acted += self._act(self.random.randint(1, 20))
        self.rested.set()
        threading.Event().wait()  # a child dies with the thread that began it

    def _open(self):
        self.service = self.open_service(self.login)
        self.cases = []

    def _act(self, many):
        if not self.cases:
            listed = self.service.ask({"command": "list", "filter": "open"})[0]
            self.cases = [case["id"] for case in (listed or {}).get("result", {}).get("cases", [])]
            if not self.cases:
                time.sleep(0.2)
                return 0
        acts = [self._some_act() for _ in range(many)]
        for (_, case, text), said in zip(acts, self.service.ask(*(command for command, _, _ in acts))):
            if said is None:
                self.history.maybe(case, text)
            elif "result" in said:
                self.history.saved(self.login, said["result"]["opId"], case, text)
            else:
                self.history.refuse(said["error"].get("key", "?"))
                if said["error"].get("key") == "operation.forbidden" and case in self.cases:
                    self.cases.remove(case)  # this clerk may only read it
        return many

    def _some_act(self):
        self.written += 1
        case, chance = self.random.choice(self.cases), self.random.random()
        text = f"{self.login} {self.history.seed} Nr. {self.written:06d}."
        if chance < 0.05:
            return {"command": "take", "case": case}, case, ""
        if chance < 0.12:
            return {"command": "follow-up", "case": case, "on": f"2031-01-{self.random.randint(1, 28):02d}", "reason": text}, case, ""
        if chance < 0.27:
            command = {"command": "reply", "case": case, "text": text}
            if chance < 0.14:
                command["attach"] = [str(self.attachment)]
            return command, case, text
        return {"command": "note", "case": case, "text": text}, case, text

    def _decide(self):
        """What waits for the clerk's word is taken back: written down before and after, since a kill may come between."""
        said = self.service.ask({"command": "outbox"})[0]
        if not said or "result" not in said:
            return
        operations = said["result"]["operations"]
        self.waiting = len(operations)
        for entry in operations:
            if entry["state"] in ("conflict", "rejected", "needsAttention"):
                self.history.taking_back(entry["opId"], f"{entry['type']} {entry['state']} {entry.get('reason', '')}")
                self.service.ask({"command": "withdraw", "of": entry["opId"]})
        self.looks += 1

    # From outside

    def kill(self):
        if self.service and self.service.process.poll() is None:
            self.service.process.kill()
            return True
        return False

    def is_drained(self):
        """Nothing waits any more, and the last round went well; without a nudge."""
        status = self.service.status if self.service else {}
        return self.waiting == 0 and status.get("pending") == 0 and status.get("reachability") == "online"


def view_of(service):
    """Every case as this desk shows it."""
    said = service.ask({"command": "list", "limit": 1000000})[0]
    if "result" not in (said or {}):
        raise RuntimeError(f"no view: {said}")
    ids = [case["id"] for case in said["result"]["cases"]]
    shown = service.ask(*({"command": "show", "case": case} for case in ids))
    return {case: answer["result"]["case"] for case, answer in zip(ids, shown)}


def write_password(folder):
    (folder / "password").write_text(PASSWORD + "\n", encoding="utf-8")
