#!/usr/bin/python3
"""Compiles the Windows installer's script with placeholders in place of the built program.

Usage: windows.py SOURCEDIR. Proves that installer/windows/kontor.nsi is a script that makensis takes without a warning, that it
packs everything that is staged, folders included, and has the version of the project. It does not prove that the installer or the
program runs on Windows: nothing here does. Ends with `N passed, M failed`.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

STAGED = ("kontor.exe", "kontor-cli.exe", "kontor-pdfview.exe", "Qt6Core.dll", "platforms/qwindows.dll", "licences/GPL-3.txt")


def compiled(script, work, version):
    done = subprocess.run(["makensis", "-V4", "-WX", "-NOCD", f"-DSTAGE={work / 'stage'}", f"-DVERSION={version}", script],
                          cwd=work, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def main():
    source = pathlib.Path(sys.argv[1])
    script = source / "installer" / "windows" / "kontor.nsi"
    version = re.search(r"project\(Kontor VERSION (\S+)", (source / "CMakeLists.txt").read_text()).group(1)
    checks = {}
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for name in STAGED:
            path = work / "stage" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"placeholder of {name}\n")
        code, said = compiled(script, work, version)
        setup = work / f"kontor-{version}-setup.exe"
        checks["the script compiles without a warning"] = code == 0
        checks["a Windows program comes out"] = setup.exists() and setup.read_bytes()[:2] == b"MZ"
        packed = set(re.findall(r'^File: "([^"]+)"', said, re.M))
        checks["everything staged is packed"] = {pathlib.Path(name).name for name in STAGED} <= packed
        checks["it has the version of the project"] = f'!define VERSION "{version}"' in script.read_text()
        # The control: a script with a mistake is refused, so the first check says something.
        broken = work / "broken.nsi"
        broken.write_text(script.read_text().replace("WriteUninstaller", "WriteUnistaller"))
        checks["a script with a mistake is refused"] = compiled(broken, work, version)[0] != 0
    for name, fine in checks.items():
        print(f"{'passed' if fine else 'FAILED'} {name}")
    failed = list(checks.values()).count(False)
    if failed:
        print(said)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
