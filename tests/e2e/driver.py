# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as its users do: with keys and the pointer (xdotool), and by way of the
accessibility bus as a screen reader does (AT-SPI). Runs inside tests/e2e/run."""
import os
import re
import subprocess
import sys
import time
import traceback
from collections import deque

import atspi
from atspi import Gone

BUILD = os.path.abspath(os.environ['RM_BUILD'])
SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
PROGRAM = os.path.join(BUILD, 'src', 'reverse-mentor')
CLI = os.path.join(BUILD, 'src', 'cli', 'reverse-mentor-cli')
SAMPLES = os.path.join(SOURCE, 'resources', 'samples')
HOME = os.environ['HOME']
LOGS = os.path.join(BUILD, 'meson-logs')

# How much slower than usual the program may be: sanitizers.
PATIENCE = float(os.environ.get('RM_PATIENCE', '1'))

# From how many children on a list is long.
LONG = 40

# What comes up beside the pointer, wherever it happens to rest: a name in GTK 4.8, a role later.
TOOLTIPS = ('GtkTooltipWindow', 'tool tip')


def written_for_gtk_48():
    """Skips a file whose steps know the names and focus stops of GTK 4.8; newer ones differ."""
    version = run('pkg-config', '--modversion', 'gtk4').strip()
    if [int(part) for part in version.split('.')[:2]] >= [4, 10]:
        print(f'1..0 # SKIP written for the names that GTK 4.8 gives, this is {version}')
        sys.exit(0)


class Missing(Exception):
    """Something did not come about in time."""


def run(*command):
    """Runs a helper; its output."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise RuntimeError(f'{command[0]} failed with {done.returncode}: {done.stderr}')
    return done.stdout


def cli(*arguments):
    return run(CLI, *arguments)


def until(question, what, seconds=5.0):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        try:
            answer = question()
        except (Gone, Missing, RuntimeError):  # a widget or window went between two questions
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Missing(f'not seen in time: {what}')
        time.sleep(0.03)


def matches(node, kind, pattern):
    if kind is not None and node.role != kind:
        return False
    if pattern is None:
        return True
    # A label inside a group is named after the group: its text counts too.
    return (re.fullmatch(pattern, atspi.plain_name(node.seen_name), re.S) is not None
            or re.fullmatch(pattern, node.text or '', re.S) is not None)


def is_tooltip(node):
    return node.seen_name in TOOLTIPS or node.role in TOOLTIPS


def middle(node):
    """Of a widget, in its window."""
    left, top, width, height = node.box()
    return left + width // 2, top + height // 2


def in_sight(node):
    """Whether the middle of a widget can be pointed at, as far as scrolling goes."""
    x, y = middle(node)
    while (node := node.parent()).role != 'application':
        if node.role == 'scroll pane':
            left, top, width, height = node.box()
            if not (left <= x < left + width and top <= y < top + height):
                return False
    return True


RUNNING = []


class App:
    """The program, running. Words to look for are regular expressions for the whole text."""

    def __init__(self, *arguments, env=None):
        os.makedirs(LOGS, exist_ok=True)
        self.log = open(os.path.join(HOME, 'program.log'), 'a+', encoding='utf-8')
        self.log_start = self.log.seek(0, os.SEEK_END)
        environment = dict(os.environ, G_DEBUG='fatal-criticals',
                           GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, 'data'),
                           RM_DATADIR=os.path.join(BUILD, 'data'))
        environment.update(env or {})
        self.process = subprocess.Popen([PROGRAM, *arguments], stdout=self.log,
                                        stderr=subprocess.STDOUT, env=environment)
        RUNNING.append(self)
        self.bus = atspi.Bus()
        self.node = until(self._on_the_bus, 'the program on the accessibility bus', 20)
        version = [int(part) for part in re.findall(r'\d+', self.node.toolkit_version())[:2]]
        # GTK before 4.10 says of windows alone that they show.
        self.shown = atspi.SHOWING if version >= [4, 10] else atspi.VISIBLE

    def _on_the_bus(self):
        if self.process.poll() is not None:
            raise Missing(f'the program ended with {self.process.returncode}:\n{self.output()}')
        return self.bus.find_application(self.process.pid)

    # ---- what is there

    def walk(self, under=None):
        """Widgets from the outside in; without what stands inside of something hidden, without
        tooltips, and without the rows of long lists, which take long to look through: those are
        asked for with the list as under."""
        return (node for node, parent in self.walk_with_parents(under))

    def walk_with_parents(self, under=None):
        queue = deque([under or self.node])
        while queue:
            node = queue.popleft()
            try:
                if node is not under and node is not self.node and node.count() > LONG:
                    continue
                children = node.children()
            except Gone:
                continue
            for child in children:
                if child.had(self.shown) and not is_tooltip(child):
                    yield child, node
                    queue.append(child)

    def look(self, kind=None, pattern=None, under=None):
        return next((node for node in self.walk(under) if matches(node, kind, pattern)), None)

    def look_all(self, kind=None, pattern=None, under=None):
        return [node for node in self.walk(under) if matches(node, kind, pattern)]

    def find(self, kind=None, pattern=None, under=None, seconds=5.0):
        def question():
            self.expect_alive()
            return self.look(kind, pattern, under)
        return until(question, f'{kind} “{pattern}”', seconds)

    def gone(self, kind=None, pattern=None, under=None, seconds=5.0):
        until(lambda: self.look(kind, pattern, under) is None, f'no {kind} “{pattern}”', seconds)

    def rows(self, under, pattern, most=LONG):
        """The rows of a list in which a label reads so, among its first ones."""
        found = []
        for i in range(min(under.count(), most)):
            row = under.child(i)
            if self.look(None, pattern, row) is not None:
                found.append(row)
        return found

    def expect_text(self, node, pattern, seconds=5.0):
        """Waits for what a label or an entry says; the text."""
        def question():
            self.expect_alive()
            text = node.text or ''
            return text if re.fullmatch(pattern, text, re.S) else None
        try:
            return until(question, f'“{pattern}”', seconds)
        except Missing as error:
            raise Missing(f'{error}; it says “{node.text}”') from None

    def focus(self):
        return self.bus.focused(self.node.owner)

    def focus_words(self):
        """What whoever has the focus is called, or else the first words in it."""
        node = self.focus()
        if node is None:
            return None
        if node.name and re.match('(Gtk|Adw|Rm)[A-Z]', node.name) is None:
            return node.name
        return self.first_words(node)

    def first_words(self, node):
        for child in node.children():
            if child.had(self.shown):
                words = child.text if child.role == 'label' else self.first_words(child)
                if words:
                    return words
        return None

    def expect_focus(self, pattern, seconds=5.0):
        """Waits for the focus on something whose name, or whose first words, read so."""
        try:
            return until(lambda: re.fullmatch(pattern, self.focus_words() or '', re.S)
                         and self.focus(), f'the focus on “{pattern}”', seconds)
        except Missing as error:
            raise Missing(f'{error}; it is on “{self.focus_words()}”') from None

    def windows(self):
        return self.node.children()

    def window(self, pattern, seconds=5.0):
        return until(lambda: next((w for w in self.windows()
                                   if re.fullmatch(pattern, w.seen_name)), None),
                     f'the window “{pattern}”', seconds)

    def window_gone(self, pattern):
        until(lambda: not any(re.fullmatch(pattern, w.seen_name) for w in self.windows()),
              f'no window “{pattern}”')

    def dump(self, out=sys.stderr):
        def write(node, depth):
            for child in node.children():
                state = '' if child.had(self.shown) else ' (hidden)'
                print(f'# {"  " * depth}[{child.role}] “{child.seen_name}” {child.text or ""}'
                      f'{state}', file=out)
                write(child, depth + 1)
        write(self.node, 0)

    def screenshot(self, name):
        run('import', '-window', 'root', os.path.join(LOGS, f'{name}.png'))

    # ---- as a screen reader

    def press(self, node):
        until(lambda: node.has(atspi.SENSITIVE), f'“{node.name}” can be pressed')
        node.press()

    def press_row(self, row):
        """Rows of lists have no action for screen readers in GTK 4.8: the pointer does it."""
        self.click(row)

    # ---- with pointer and keys

    def _x_window(self, window):
        """Where the content of a window begins on the screen, and where its own numbers begin.
        Programs know places in their windows alone, and versions of GTK count from different
        corners: the one child of a window, which fills it, is what both can be told from."""
        left_in, top_in, wide, high = window.child(0).box()
        best = None
        for number in run('xdotool', 'search', '--onlyvisible', '--pid', self.process.pid).split():
            place = dict(line.split('=') for line in
                         run('xdotool', 'getwindowgeometry', '--shell', number).split())
            x, y, width, height = (int(place[k]) for k in ('X', 'Y', 'WIDTH', 'HEIGHT'))
            if width < wide or height < high:
                continue
            if best is not None and best[0] <= width + height:
                continue
            frame = re.findall(r'\d+', run('xprop', '-id', number,
                                           '_GTK_FRAME_EXTENTS').partition('=')[2])
            left, right, top, bottom = (int(v) for v in frame) if len(frame) == 4 else (0,) * 4
            if left + right + top + bottom == 0:  # a plain border where nothing composes shadows
                left = (width - wide) // 2
                top = (height - high) // 2
            best = width + height, x + left, y + top
        return best and (best[1] - left_in, best[2] - top_in)

    def place(self, node):
        """The middle of a widget, on the screen."""
        window = node
        while (parent := window.parent()).role != 'application':
            window = parent
        x, y = until(lambda: self._x_window(window), 'the window on the screen')
        until(lambda: in_sight(node), f'the middle of “{node.name}”, which is scrolled away')
        across, down = middle(node)
        return x + across, y + down

    def click(self, node, button=1, times=1):
        x, y = self.place(node)
        run('xdotool', 'mousemove', x, y, 'sleep', '0.05', 'click', '--repeat', times, button)

    def drag(self, source, target, before_drop=None):
        """Presses on one widget and lets go on another; before_drop is called in between."""
        (x0, y0), (x1, y1) = self.place(source), self.place(target)
        steps = ['mousemove', x0, y0, 'sleep', '0.1', 'mousedown', 1, 'sleep', '0.1']
        for beyond in (4, 8, 12, 16):  # a drag begins when the pointer has moved far enough
            steps += ['mousemove', x0 + beyond, y0 + beyond // 4, 'sleep', '0.02']
        for k in range(1, 13):
            steps += ['mousemove', x0 + (x1 - x0) * k // 12, y0 + (y1 - y0) * k // 12,
                      'sleep', '0.02']
        for jitter in (2, 0, 2):  # the target hears of the pointer when it moves
            steps += ['mousemove', x1 + jitter, y1, 'sleep', '0.05']
        run('xdotool', *steps)
        try:
            if before_drop is not None:
                before_drop()
        finally:
            run('xdotool', 'mouseup', 1)

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '20', *keys)

    def type(self, text):
        run('xdotool', 'type', '--delay', '12', text)

    # ---- windows of the toolkit

    def choose_file(self, title, path, button='Open'):
        """Answers the toolkit's file dialog."""
        dialog = self.window(title)

        def entry():
            if button != 'Open':
                return self.look('text', None, dialog)
            self.key('ctrl+l')
            node = self.focus()
            if node is not None and node.role == 'text':
                return node
            # Word of the focus may have come before the dialog was known: look for the entry.
            return None if button == 'Open' else self.find('text', None, dialog, 0.2)
        until(entry, 'the entry for the file name').text = path
        self.press(self.find('button', button, dialog))
        self.window_gone(title)

    # ---- the end

    def output(self):
        self.log.flush()
        self.log.seek(self.log_start)
        return self.log.read()

    def expect_alive(self):
        if self.process.poll() is not None:
            raise Missing(f'the program ended with {self.process.returncode}:\n{self.output()}')

    def ended(self, seconds=15):
        """Waits for the program to leave by itself, and for a clean end."""
        try:
            status = self.process.wait(seconds * PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise Missing('the program does not end') from error
        RUNNING.remove(self)
        if status != 0:
            raise Missing(f'the program ended with {status}:\n{self.output()}')

    def close(self):
        """Closes the window by its shortcut and expects a clean end. Where a dialog has just gone,
        the first key may go with it."""
        for _ in range(3):
            self.key('ctrl+w')
            try:
                self.process.wait(5 * PATIENCE)
                break
            except subprocess.TimeoutExpired:
                pass
        self.ended()

    def kill(self):
        """As when the power goes."""
        self.process.kill()
        self.process.wait()
        RUNNING.remove(self)


def report_state(name):
    """What can be seen when a step has failed, for the log."""
    for app in RUNNING:
        try:
            for line in app.output().splitlines():
                print(f'# | {line}', flush=True)
            app.screenshot(name)
            print(f'# a picture is at {LOGS}/{name}.png', flush=True)
        except (RuntimeError, OSError) as error:
            print(f'# {error}', flush=True)


def tap(*steps):
    """Takes the steps in order and reports in TAP; after a failure nothing more is tried."""
    print(f'1..{len(steps)}', flush=True)
    failed = False
    for number, step in enumerate(steps, 1):
        name = step.__name__.replace('_', ' ')
        if failed:
            print(f'not ok {number} - {name} (not reached)', flush=True)
            continue
        start = time.monotonic()
        try:
            step()
        except Exception:  # pylint: disable=broad-except # whatever it is, it is reported
            failed = True
            print(f'not ok {number} - {name}', flush=True)
            for line in traceback.format_exc().splitlines():
                print(f'# {line}', flush=True)
            report_state(os.path.basename(sys.argv[0]).removesuffix('.py'))
        else:
            print(f'ok {number} - {name} # {time.monotonic() - start:.1f} s', flush=True)
    for app in list(RUNNING):
        app.process.kill()
    sys.exit(1 if failed else 0)
