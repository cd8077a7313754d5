"""The real programs as children that never outlive the test: a portal, the command line, a mail sink."""
import ctypes
import json
import os
import pathlib
import selectors
import signal
import subprocess
import time

PASSWORD = "Lindenau-2026-Probe"


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def start(command, **options):
    return subprocess.Popen([str(part) for part in command], preexec_fn=_die_with_parent, **options)


def line_of(process, seconds=20):
    """The next line of a child's output; fails loudly instead of waiting for ever."""
    selector = selectors.DefaultSelector()
    selector.register(process.stdout, selectors.EVENT_READ)
    if not selector.select(seconds):
        raise TimeoutError(f"{process.args[0]} said nothing for {seconds} s")
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{process.args} ended with {process.wait()} before it said anything")
    return line.strip()


def until(what, condition, seconds=30):
    """Asks again and again, because the outcome arrives by itself; the deadline is the failure."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"after {seconds} s still not: {what}")
        time.sleep(0.05)


class Portal:
    def __init__(self, binaries, data, log, options=()):
        self.binary = pathlib.Path(binaries) / "kontor-portal"
        self.data = pathlib.Path(data)
        self.log = open(log, "ab")
        self.options = list(options)
        self.process = None
        self.port = 0

    def init(self, *arguments):
        subprocess.run([self.binary, "init", "--data", self.data, "--sample", "--password", PASSWORD, *arguments],
                       check=True, stdout=self.log, stderr=self.log)

    def serve(self):
        # The second start takes the port of the first: clients know the address.
        self.process = start([self.binary, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", *self.options],
                             stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = line_of(self.process)
        self.url = line.split()[-1].rstrip("/")
        self.port = int(self.url.rsplit(":", 1)[1])
        return self.url

    def run(self, *arguments):
        return subprocess.run([self.binary, *arguments, "--data", self.data], check=True, capture_output=True, text=True).stdout

    def stop(self, signal_number=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal_number)
            self.process.wait(20)


class CommandLine:
    """kontor-cli with a profile of its own; every call is one process."""

    def __init__(self, binaries, profile):
        self.binary = pathlib.Path(binaries) / "kontor-cli"
        self.profile = profile

    def run(self, *arguments, expect=0, stdin=None):
        done = subprocess.run([str(self.binary), "--profile", str(self.profile), *map(str, arguments)],
                              input=stdin, capture_output=True, text=True, timeout=60)
        if done.returncode != expect:
            raise RuntimeError(f"kontor-cli {arguments} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else None


class MailSink:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        script = pathlib.Path(__file__).resolve().parents[2] / "testing" / "smtp-sink"
        self.process = start(["/usr/bin/python3", script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(line_of(self.process))

    def mails(self):
        return sorted(self.folder.glob("*.eml"))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def free_environment(**more):
    return {**os.environ, **more}
