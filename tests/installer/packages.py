#!/usr/bin/python3
"""Installs the Debian packages in a fresh root without build tools, starts them, removes them.

Usage: packages.py BUILDDIR. Packs what BUILDDIR holds; needs root (chroot). Ends with `N passed, M failed`.
"""
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from parts import office  # noqa: E402

def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


class FreshRoot:
    """Debian's base system and nothing else, made from the package source that this machine uses."""

    def __init__(self, folder, build):
        self.folder, self.build = pathlib.Path(folder), build
        targets = run("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)", "Created-By: Packages")
        site = next(line.split()[0] for line in targets.splitlines() if line.split()[1] == "bookworm")
        run("debootstrap", "--variant=minbase", "bookworm", self.folder, site)
        for source in ("sources.list", "sources.list.d", "apt.conf.d"):
            origin = pathlib.Path("/etc/apt") / source
            if origin.is_dir():
                shutil.copytree(origin, self.folder / "etc/apt" / source, dirs_exist_ok=True, symlinks=False)
            elif origin.exists():
                shutil.copy(origin, self.folder / "etc/apt" / source)
        # No service may start while packages are installed: there is no init here.
        policy = self.folder / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        run("mount", "--bind", "/proc", self.folder / "proc")
        run("mount", "--bind", "/dev", self.folder / "dev")
        self.run("apt-get", "update", "-qq")

    def run(self, *command, **options):
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", **options.pop("env", {})}
        return run("chroot", self.folder, *command, env=environment, **options)

    def start(self, *command):
        return subprocess.Popen([shutil.which("chroot"), str(self.folder), *command], stdout=subprocess.PIPE, text=True,
                                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})

    def close(self):
        for mounted in ("dev", "proc"):
            subprocess.run(["umount", "-l", str(self.folder / mounted)], check=False)


def packages_are_named_and_depend(root, debs):
    names = sorted(run("dpkg-deb", "-f", deb, "Package").strip() for deb in debs)
    assert names == ["kontor", "kontor-portal"], names
    for deb in debs:
        depends = run("dpkg-deb", "-f", deb, "Depends")
        assert "libqt6core6" in depends, depends
        assert not re.search(r"-dev\b", depends), depends
        print(f"  {pathlib.Path(deb).name}: {os.path.getsize(deb) / 1e6:.1f} MB")


def they_install_without_build_tools(root, debs):
    (root.folder / "debs").mkdir()
    for deb in debs:
        shutil.copy(deb, root.folder / "debs")
    root.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *(f"/debs/{pathlib.Path(deb).name}" for deb in debs))
    assert not (root.folder / "usr/bin/g++").exists() and not (root.folder / "usr/bin/cmake").exists()
    for path in ("usr/bin/kontor", "usr/bin/kontor-cli", "usr/bin/kontor-portal", "usr/libexec/kontor/kontor-pdfview",
                 "usr/share/applications/kontor.desktop", "usr/share/icons/hicolor/scalable/apps/kontor.svg",
                 "etc/kontor/kontor.ini", "etc/kontor/portal.ini"):
        assert (root.folder / path).exists(), path


def desktop_entry_and_unit_are_sound(root, debs):
    run("desktop-file-validate", root.folder / "usr/share/applications/kontor.desktop")
    unit = next(root.folder.glob("*/lib/systemd/system/kontor-portal.service"), None) or root.folder / "lib/systemd/system/kontor-portal.service"
    done = subprocess.run(["systemd-analyze", "verify", f"--root={root.folder}", "kontor-portal.service"], capture_output=True, text=True)
    # The fresh root has no systemd of its own: its targets are not the unit's business.
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if "kontor-portal" in line and "sysinit.target" not in line]
    assert not complaints, complaints
    security = run("systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    exposure = float(re.search(r"Overall exposure level.*?: ([0-9.]+)", security).group(1))
    print(f"  exposure of the service {exposure} of 10")
    assert exposure < 3


def programs_start(root, debs):
    for program in ("kontor-portal", "kontor-cli", "kontor"):
        print("  " + root.run(f"/usr/bin/{program}", "--version", env={"QT_QPA_PLATFORM": "offscreen"}).strip())


def fault_marks_do_nothing(root, debs):
    """The programs of a build for tests are installed too: what kills at a mark must not be in them."""
    marked = root.build / "marked" / "kontor-portal"
    dying = {"KONTOR_FAULT_STEP": "1", "KONTOR_FAULT_LOG": "/tmp/marks"}
    if "KONTOR_FAULTS:BOOL=ON" in (root.build / "CMakeCache.txt").read_text():
        with tempfile.TemporaryDirectory() as folder:  # the control: this one dies at the first mark
            done = subprocess.run([marked, "init", "--data", f"{folder}/data"], capture_output=True,
                                  env={**os.environ, **dying, "KONTOR_FAULT_LOG": f"{folder}/log"})
            assert done.returncode == 137, done
    root.run("/usr/bin/kontor-portal", "init", "--data", "/tmp/unmarked", env=dying)
    assert not (root.folder / "tmp/marks").exists()
    for program in ("usr/bin/kontor", "usr/bin/kontor-cli", "usr/bin/kontor-portal", "usr/libexec/kontor/kontor-pdfview"):
        assert b"KONTOR_FAULT_" not in (root.folder / program).read_bytes(), program


def documents_are_shown(root, debs):
    """kontor-pdfview as the desk starts it: the sandbox holds, and text and pixels of a page come out of it."""
    program = "/usr/libexec/kontor/kontor-pdfview"
    print("  " + ", ".join(root.run(program, "--self-test").split("\n")).strip(", "))
    office.make_files(root.folder / "documents")
    helper = subprocess.Popen([shutil.which("chroot"), str(root.folder), "/bin/sh", "-c", f"exec {program} 3</documents/Lageplan.pdf"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(kind, *numbers):
        helper.stdin.write(struct.pack(f">Ic{len(numbers)}I", 4 * len(numbers), kind, *numbers))
        helper.stdin.flush()

    def answer():
        length, kind = struct.unpack(">Ic", helper.stdout.read(5))
        return kind, helper.stdout.read(length)

    try:
        kind, opened = answer()
        assert kind == b"O" and struct.unpack(">3I", opened) == (1, 59500, 84200), (kind, opened)
        ask(b"T", 0)
        kind, text = answer()
        assert kind == b"S" and "Lageplan: Eiche" in text[4:].decode(), (kind, text)
        ask(b"R", 0, 50)
        kind, pixels = answer()
        page, width, height = struct.unpack(">3I", pixels[:12])
        assert kind == b"P" and page == 0 and len(pixels) == 12 + 4 * width * height, (kind, len(pixels))
        dark = sum(pixels[place] < 128 for place in range(12, len(pixels), 4))
        assert 500 < dark < width * height / 4, f"{dark} dark pixels of {width} x {height}"
    finally:
        helper.stdin.close()
        code = helper.wait(20)
    assert code == 0, code


def service_runs_as_its_own_user(root, debs):
    unit = next(root.folder.glob("usr/lib/systemd/system/kontor-portal.service")).read_text()
    commands = re.findall(r"^ExecStart(?:Pre)?=(.*)$", unit, re.M)
    as_service = ("setpriv", "--reuid=kontor-portal", "--regid=kontor-portal", "--clear-groups", "--no-new-privs")
    for command in commands[:-1]:
        root.run(*as_service, *command.split())
    process = root.start(*as_service, *commands[-1].split(), "--listen", "127.0.0.1:0")
    try:
        url = process.stdout.readline().split()[-1].rstrip("/")
        with urllib.request.urlopen(url + "/de/") as page:
            assert page.status == 200
        data = root.folder / "var/lib/kontor-portal"
        owners = {path.stat().st_uid for path in data.rglob("*")}
        assert owners == {data.stat().st_uid} and data.stat().st_uid != 0
        assert data.stat().st_mode & 0o077 == 0, oct(data.stat().st_mode)
    finally:
        process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        code = process.wait(20)
    print(f"  stopped after {time.monotonic() - begun:.1f} s with {code}")
    assert code == 0


def they_go_and_leave_the_data(root, debs):
    root.run("apt-get", "purge", "-y", "-qq", "kontor", "kontor-portal")
    left = [str(path.relative_to(root.folder)) for folder in ("usr", "etc") for path in (root.folder / folder).rglob("*kontor*")
            if path.is_file() and not str(path).endswith((".list",))]
    assert not left, left
    assert any((root.folder / "var/lib/kontor-portal").iterdir()), "the citizens' data must stay"


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    if os.geteuid() != 0:
        print("packages.py needs root: it installs into a root folder of its own (try sudo)")
        return 1
    work = pathlib.Path(tempfile.mkdtemp(prefix="kontor-packages-"))
    passed = failed = 0
    root = None
    try:
        run("cpack", "-G", "DEB", "-B", work / "out", cwd=build)
        debs = sorted(work.glob("out/*.deb"))
        root = FreshRoot(work / "root", build)
        for test in (packages_are_named_and_depend, they_install_without_build_tools, desktop_entry_and_unit_are_sound,
                     programs_start, fault_marks_do_nothing, documents_are_shown, service_runs_as_its_own_user, they_go_and_leave_the_data):
            try:
                test(root, debs)
                passed += 1
                print(f"passed {test.__name__}")
            except Exception:
                failed += 1
                print(f"FAILED {test.__name__}")
                traceback.print_exc(file=sys.stdout)
    finally:
        if root:
            root.close()
        shutil.rmtree(work, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
