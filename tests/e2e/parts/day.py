"""The log of a day: numbered steps, their pictures, and the report."""
import pathlib
import time
import traceback


class Day:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in [*self.folder.glob("*.png"), *self.folder.glob("*.pdf"), *self.folder.glob("*.md"), *self.folder.glob("*.log")]:
            old.unlink()
        self.steps = []
        self.pictures = 0

    def step(self, title):
        return _Step(self, title)

    def picture(self, name):
        self.pictures += 1
        path = self.folder / f"{self.pictures:02d}-{name}.png"
        if self.steps:
            self.steps[-1]["pictures"].append(path.name)
        return str(path)

    def passed(self):
        return sum(step["ok"] for step in self.steps)

    def finish(self, head):
        lines = ["# The clerk's day", "", head, "", "| | step | took |", "|---|---|---|"]
        lines += [f"| {'passed' if step['ok'] else 'FAILED'} | {step['title']} | {step['seconds']:.1f} s |" for step in self.steps]
        for step in self.steps:
            for picture in step["pictures"]:
                lines += ["", f"**{step['title']}**", "", f"![{picture}]({picture})"]
        (self.folder / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        failed = len(self.steps) - self.passed()
        print(f"{self.passed()} passed, {failed} failed")
        return 1 if failed or not self.steps else 0


class _Step:
    def __init__(self, day, title):
        self.day, self.title = day, title

    def __enter__(self):
        self.day.steps.append({"title": self.title, "ok": False, "seconds": 0.0, "pictures": []})
        self.begun = time.monotonic()
        return self

    def __exit__(self, kind, problem, trace):
        entry = self.day.steps[-1]
        entry["seconds"] = time.monotonic() - self.begun
        entry["ok"] = kind is None
        print(f"{len(self.day.steps):2d} {'passed' if entry['ok'] else 'FAILED'} {self.title} ({entry['seconds']:.1f} s)", flush=True)
        if kind is not None:
            traceback.print_exception(kind, problem, trace)
        return False  # the steps build on each other: the first failure ends the day
