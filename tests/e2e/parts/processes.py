"""The real programs as children that never outlive the test: a portal, the command line, a mail sink."""
import ctypes
import json
import os
import pathlib
import select
import signal
import subprocess
import time

PASSWORD = "Lindenau-2026-Probe"


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def start(command, **options):
    return subprocess.Popen([str(part) for part in command], preexec_fn=_die_with_parent, **options)


def line_of(process, seconds=20):
    """The next line of a child's output; fails loudly instead of waiting for ever. Reads past Python's buffer, in which
    a second line would lie unseen by select."""
    end = time.monotonic() + seconds
    said = getattr(process, "said", b"")
    while b"\n" not in said:
        if not select.select([process.stdout], [], [], max(0, end - time.monotonic()))[0]:
            raise TimeoutError(f"{process.args[0]} said nothing for {seconds} s")
        more = os.read(process.stdout.fileno(), 65536)
        if not more:
            raise RuntimeError(f"{process.args} ended with {process.wait()} before it said anything")
        said += more
    line, process.said = said.split(b"\n", 1)
    return line.decode().strip()


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

    def wait(self, seconds=30):
        """The text of the next mail, as soon as the server has taken it."""
        return (self.folder / line_of(self.process, seconds)).read_text(errors="replace")

    def mails(self):
        return [mail.read_text(errors="replace") for mail in sorted(self.folder.glob("*.eml"))]

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def free_environment(**more):
    return {**os.environ, **more}
