# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and ends the window often, at moments that nobody would hit by hand. Runs inside
tests/e2e/starts."""
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter

from gi.repository import Gio, GLib

from driver import BUILD, HOME, PATIENCE, PROGRAM

APP_ID = 'org.example.ReverseMentor'
STATE = os.path.join(os.environ['XDG_STATE_HOME'], 'reverse-mentor', 'documents')

# What may stay when nothing is open.
STAYS = {'locks', 'gap-layouts'}

# What is started, what is waited for, and how many seconds later at most it is told to quit.
WAYS = {
    'at once': (['--sample'], 'name', 0.05),
    'while opening': (['--sample'], 'name', 0.5),
    'with the window': (['--sample'], 'window', 0.02),
    'while checking': (['--sample'], 'window', 0.4),
    'when all is there': (['--sample'], 'window', 2.0),
    'welcome page only': ([], 'window', 0.5),
}


class Bus:
    def __init__(self):
        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION)

    def _call(self, where, method, arguments):
        return self.connection.call_sync(*where, method, arguments, None,
                                         Gio.DBusCallFlags.NO_AUTO_START, 20000)

    def has_program(self):
        where = ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')
        return self._call(where, 'NameHasOwner', GLib.Variant('(s)', (APP_ID,))).unpack()[0]

    def quit_program(self):
        where = (APP_ID, '/' + APP_ID.replace('.', '/'), 'org.gtk.Actions')
        try:
            self._call(where, 'Activate', GLib.Variant('(sava{sv})', ('quit', [], {})))
        except GLib.Error:
            pass  # it ended before it could answer


def has_window(process):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                           capture_output=True, check=False)
    return found.stdout.strip() != b''


def wait_for(question, process):
    """Whether that came about while the program ran."""
    end = time.monotonic() + 30 * PATIENCE
    while process.poll() is None and time.monotonic() < end:
        if question():
            return True
        time.sleep(0.002)
    return False


def left_behind():
    names = set(os.listdir(STATE)) if os.path.isdir(STATE) else set()
    return sorted(names - STAYS)


def start(bus, way, dice, log):
    """What went wrong, if anything."""
    arguments, thing, most = WAYS[way]
    environment = dict(os.environ, G_DEBUG='fatal-criticals',
                       GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, 'data'),
                       RM_DATADIR=os.path.join(BUILD, 'data'))
    process = subprocess.Popen([PROGRAM, *arguments], stdout=log, stderr=subprocess.STDOUT,
                               env=environment)
    came = wait_for(bus.has_program if thing == 'name' else lambda: has_window(process), process)
    if came:
        time.sleep(dice.uniform(0, most))
        bus.quit_program()
    try:
        status = process.wait(30 * PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return 'hung'
    if status != 0:
        return f'ended with {status}'
    if not came:
        return f'ended before there was a {thing}'
    left = left_behind()
    return f'left {", ".join(left)}' if left else None


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10 ** 6)
    dice = random.Random(seed)
    bus = Bus()
    started = Counter()
    bad = Counter()
    path = os.path.join(HOME, 'starts.log')

    for number in range(n):
        way = list(WAYS)[number % len(WAYS)]
        started[way] += 1
        with open(path, 'w+', encoding='utf-8', errors='replace') as log:
            wrong = start(bus, way, dice, log)
            log.seek(0)
            said = log.read().strip()
        if wrong is not None or 'CRITICAL' in said:
            bad[way] += 1
            print(f'{number + 1}, quit {way}: {wrong}\n{said}', flush=True)
            shutil.rmtree(STATE, ignore_errors=True)
        for folder in (HOME, os.environ['XDG_DATA_HOME']):
            shutil.rmtree(os.path.join(folder, 'reverse-mentor'), ignore_errors=True)

    for way, count in started.items():
        print(f'{way}: {count} starts, {bad[way]} ended badly')
    print(f'{n} starts (seed {seed}), {sum(bad.values())} ended badly')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
