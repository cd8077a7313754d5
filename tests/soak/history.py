"""What people were told, and whether it came true (I1, I2, I3, I5 of the design of synchronisation)."""
import collections
import threading


class History:
    def __init__(self, seed):
        self.seed, self.lock = seed, threading.Lock()
        self.acts = {}  # operation -> (desk, case, text), in the order of saying "saved"
        self.unsure = set()  # texts whose answer never came
        self.taken_back = {}  # operation -> why
        self.refused = collections.Counter()
        self.written = {}  # citizens' texts that were confirmed -> reference
        self.filed = {}  # family name -> reference

    def saved(self, desk, operation, case, text):
        with self.lock:
            self.acts[operation] = (desk, case, text)

    def maybe(self, case, text):
        with self.lock:
            self.unsure.add(text)

    def taking_back(self, operation, why):
        with self.lock:
            self.taken_back[operation] = why

    def refuse(self, key):
        with self.lock:
            self.refused[key] += 1

    def operations(self):
        return len(self.acts) + len(self.written) + len(self.filed)

    def judge(self, truth, views, truths):
        """Lost, doubled, diverged, disordered, in words. truth: every case by id; views and truths: by desk."""
        found = {"lost": [], "doubled": [], "diverged": [], "disordered": []}
        counts, place = collections.Counter(), {}
        references, names = {}, collections.Counter()
        for case in truth.values():
            references[case.get("reference")] = case
            for party in case.get("parties", []):
                names[party.get("familyName")] += 1
            for kind in ("notes", "messages"):
                for at, entry in enumerate(case.get(kind, [])):
                    counts[entry["text"]] += 1
                    place[entry["text"]] = (case["id"], kind, at)
        last = {}
        for operation, (desk, case, text) in self.acts.items():
            if not text:
                continue
            if counts[text] == 0 and operation not in self.taken_back:
                found["lost"].append(f"{desk}: {text}")
            if counts[text] == 0:
                continue
            where, kind, at = place[text]
            if where != case or at < last.get((desk, case, kind), -1):
                found["disordered"].append(text)
            last[desk, case, kind] = at
        found["doubled"] = [text for text, count in counts.items() if count > 1 and str(self.seed) in text]
        for text, reference in self.written.items():
            if reference not in references or counts[text] == 0:
                found["lost"].append(f"citizen: {text}")
        for name, reference in self.filed.items():
            if reference not in references:
                found["lost"].append(f"application: {reference}")
        found["doubled"] += [f"application: {name}" for name, count in names.items() if count > 1 and str(self.seed) in str(name)]
        for desk, view in views.items():
            theirs = truths[desk]
            found["diverged"] += [f"{desk} {case}" for case in set(view) ^ set(theirs)]
            found["diverged"] += [f"{desk} {case}" for case in set(view) & set(theirs) if view[case] != theirs[case]]
        return found
