"""The citizen's browser: a real Chromium behind browser.mjs, without JavaScript."""
import json
import pathlib
import subprocess

from . import processes


class Browser:
    def __init__(self, build, log):
        script = pathlib.Path(__file__).with_name("browser.mjs")
        modules = subprocess.run([script.parents[1] / "modules", build, script], check=True, capture_output=True, text=True).stdout.strip()
        self.process = processes.start(["node", pathlib.Path(modules) / script.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)

    def __getattr__(self, verb):
        def call(**arguments):
            self.process.stdin.write(json.dumps({"do": verb, **arguments}) + "\n")
            self.process.stdin.flush()
            answer = json.loads(processes.line_of(self.process, 60))
            if "error" in answer:
                raise RuntimeError(f"{answer['error']} at {answer.get('url')}")
            return answer["ok"]

        return call

    def close(self):
        self.process.stdin.close()
        self.process.wait(20)
