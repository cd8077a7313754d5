"""The clerk's window, driven as a screen reader sees it (AT-SPI) and with real keys (xdotool)."""
import os
import pathlib
import signal
import subprocess
import time

import pyatspi
from gi.repository import GLib

from . import processes

BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX,
           pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_LIST_ITEM)
EDITORS = (pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PARAGRAPH, pyatspi.ROLE_SPIN_BUTTON,
           pyatspi.ROLE_DATE_EDITOR)


class _Changes:
    """Sleeps until accessibility tells that something in a window has changed. It does not tell everything, such as the
    cells of a table that is filled behind the scenes: a second without news ends the sleep too."""

    EVENTS = ("object:children-changed", "object:state-changed", "object:property-change", "object:text-changed",
              "object:visible-data-changed", "window")

    def __init__(self):
        self.seen = False
        for event in self.EVENTS:
            pyatspi.Registry.registerEventListener(self._on_change, event)

    def _on_change(self, _event):
        self.seen = True

    def wait(self):
        context, quiet = GLib.MainContext.default(), []
        timer = GLib.timeout_add(1000, quiet.append, True)
        self.seen = False
        while not self.seen and not quiet:
            context.iteration(True)
        while context.pending():
            context.iteration(False)
        if not quiet:
            GLib.source_remove(timer)

    def until(self, what, condition, seconds=30):
        end = time.monotonic() + seconds
        while not (value := condition()):
            if time.monotonic() > end:
                raise TimeoutError(f"after {seconds} s still not: {what}")
            self.wait()
        return value


class Desk:
    def __init__(self, binaries, profile, log):
        self.changes = _Changes()
        self.binary = pathlib.Path(binaries) / "kontor"
        self.profile = pathlib.Path(profile)
        self.log = log
        self.process = None

    def start(self, *arguments):
        self.process = processes.start([self.binary, "--profile", self.profile, *arguments], stdout=self.log, stderr=self.log,
                                       env=processes.free_environment(LANG="de_DE.UTF-8", LANGUAGE="de"))
        self.changes.until("the window is there", self._application)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def _application(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"kontor ended with {self.process.returncode}")
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid and application.childCount:
                    return application
            except Exception:  # an application that is just going away
                continue
        return None

    def _visible(self, node):
        states = node.getState()
        return states.contains(pyatspi.STATE_VISIBLE) and states.contains(pyatspi.STATE_SHOWING)

    def _all(self, wanted):
        """Every showing node that is wanted, breadth first; a node that goes away meanwhile is passed over."""
        application = self._application()
        queue, found = [application] if application else [], []
        while queue:
            node = queue.pop(0)
            try:
                if node is not application and wanted(node) and self._visible(node):
                    found.append(node)
                if node.getRole() not in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST) or wanted(node) or node.childCount < 200:
                    queue.extend(child for child in node if child is not None)
            except Exception:
                continue
        return found

    def find(self, name, roles=None, seconds=15, exact=False):
        def wanted(node):
            return (roles is None or node.getRole() in roles) and (node.name == name if exact else name in node.name)

        return self.changes.until(f"{name!r} in the window", lambda: next(iter(self._all(wanted)), None), seconds)

    def shows(self, text):
        """True as soon as the text stands anywhere in the window: names, values, cells."""
        def wanted(node):
            if text in node.name:
                return True
            try:
                return text in node.queryText().getText(0, -1)
            except NotImplementedError:
                return False

        return bool(self._all(wanted))

    def described(self):
        """Everything that shows, a line each: what a failed test needs to see."""
        lines = []
        for node in self._all(lambda node: True):
            try:
                lines.append(f"{node.getRoleName()}: {node.name}")
            except Exception:  # gone meanwhile
                continue
        return "\n".join(lines)

    def wait_for(self, text, seconds=30):
        self.changes.until(f"the window shows {text!r}", lambda: self.shows(text), seconds)

    def wait_for_all(self, words, seconds=30):
        """For many words at once: the window is read once for all of them."""
        def there():
            shown = self.described()
            return all(word in shown for word in words)

        self.changes.until(f"the window shows all of {words}", there, seconds)

    def press(self, name, exact=False):
        node = self.find(name, BUTTONS, exact=exact)
        self.changes.until(f"{name!r} is enabled", lambda: node.getState().contains(pyatspi.STATE_ENABLED))
        actions = node.queryAction()
        names = [actions.getName(index).lower() for index in range(actions.nActions)]
        actions.doAction(next((index for index, action in enumerate(names) if action in ("press", "toggle", "check")), 0))

    def tick(self, name):
        node = self.find(name, (pyatspi.ROLE_CHECK_BOX,))
        if not node.getState().contains(pyatspi.STATE_CHECKED):
            self.click_on(node)
        self.changes.until(f"{name!r} is ticked", lambda: node.getState().contains(pyatspi.STATE_CHECKED))

    def press_tab(self, name):
        self.click_on(self.find(name, (pyatspi.ROLE_PAGE_TAB,)))

    def fill(self, name, text):
        node = self.find(name, EDITORS)
        try:
            node.queryEditableText().setTextContents(text)
        except NotImplementedError:
            self.click_on(node)
            self.keys("ctrl+a")
            self.type(text)

    def click(self, name, roles=None):
        self.click_on(self.find(name, roles))

    def click_on(self, node):
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        subprocess.run(["xdotool", "mousemove", "--sync", str(box.x + min(box.width // 2, 200)), str(box.y + box.height // 2), "click", "1"], check=True)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "4", text], check=True)

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True, env=os.environ)
