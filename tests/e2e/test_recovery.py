# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are moved, deleted or left behind while the program has them open, and what lies in the
folder of working copies afterwards."""
import glob
import os
import shutil
import sqlite3
import time

from driver import BUILD, HOME, App, cli, tap, until

SAMPLE = f'{BUILD}/data/samples/sample.mentoring'
STATE = os.path.join(os.environ['XDG_STATE_HOME'], 'reverse-mentor', 'documents')


def left_behind():
    """What the folder of working copies holds, but for the file of all locks and the view of gaps."""
    return sorted(set(os.listdir(STATE)) - {'locks', 'gap-layouts'})


def add_person(app):
    app.key('ctrl+shift+a')
    app.find('button', 'Undo “Add New person”')


def large_programme(path):
    """Of about 30 MB, which take a moment to copy and to check."""
    shutil.copy(SAMPLE, path)
    with sqlite3.connect(path) as database:
        for n in range(30):
            database.execute('INSERT INTO history_blob (id, history, part, packed, data) '
                             'VALUES (?, 1, ?, 0, randomblob(1000000))', (10**9 + n, 10**6 + n))
    database.close()


def quitting_at_once_leaves_nothing():
    path = f'{HOME}/large.mentoring'
    large_programme(path)
    before = os.stat(path)
    for turn in range(6):
        app = App(path)
        app.window('Learning upwards.*|Reverse Mentor.*', 10)
        time.sleep(0.05 * turn)
        app.close()
        assert left_behind() == [], left_behind()
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns


def what_a_kill_left_goes_at_the_next_start():
    path = f'{HOME}/large.mentoring'
    app = App(path)
    app.find('frame', 'Learning upwards')
    app.kill()
    assert len(left_behind()) == 1
    app = App()
    app.find('button', 'Try the sample')
    until(lambda: left_behind() == [], 'an empty folder of working copies')
    app.close()


def a_renamed_file_is_followed():
    path = f'{HOME}/before.mentoring'
    renamed = f'{HOME}/after.mentoring'
    cli('new', path, '--name', 'Wandering')
    app = App(path)
    app.find('frame', 'Wandering')
    os.rename(path, renamed)
    add_person(app)
    dialog = app.window('The programme is saved', 10)
    app.find('label', '.*renamed.*“after.mentoring”.*', dialog)
    app.press(app.find('button', 'Close', dialog))
    app.window_gone(dialog.seen_name)
    app.close()
    assert not os.path.exists(path)
    assert '"people" : 1' in cli('--json', 'check', renamed)
    assert left_behind() == [], left_behind()


def a_deleted_file_is_asked_about():
    path = f'{HOME}/deleted.mentoring'
    cli('new', path, '--name', 'Gone')
    app = App(path)
    app.find('frame', 'Gone')
    os.remove(path)
    add_person(app)
    app.find(None, 'The file was moved, renamed or deleted.*', seconds=10)
    app.find('label', 'Not saved: the file is gone')
    assert not os.path.exists(path)
    app.press(app.find('button', 'Make the file again'))
    app.find('label', 'Saved .*')
    app.close()
    assert '"people" : 1' in cli('--json', 'check', path)
    assert left_behind() == [], left_behind()


def closing_without_saving_keeps_the_changes():
    path = f'{HOME}/unsaved.mentoring'
    cli('new', path, '--name', 'Unsaved')
    app = App(path)
    app.find('frame', 'Unsaved')
    os.remove(path)
    add_person(app)
    app.find('label', 'Not saved: the file is gone', seconds=10)
    app.key('ctrl+w')
    dialog = app.window('Close without saving.*')
    app.press(app.find('button', 'Close', dialog))
    app.ended()
    assert len(left_behind()) == 1, left_behind()
    assert 'Add New person' in cli('recover', path, '--keep', '--force')
    assert left_behind() == [], left_behind()


def somebody_elses_version_of_this_moment_is_kept():
    """Written onto the file over and over while the program saves."""
    path = f'{HOME}/contested.mentoring'
    cli('new', path, '--name', 'Contested')
    app = App(path)
    app.find('frame', 'Contested')
    add_person(app)
    app.find('label', 'Saved .*', seconds=10)
    with open(f'{HOME}/theirs', 'w', encoding='utf-8') as file:
        file.write('theirs')
    os.replace(f'{HOME}/theirs', path)
    app.key('ctrl+shift+a')
    app.find(None, 'Somebody else changed the file.*', seconds=10)
    with open(path, encoding='utf-8') as file:
        assert file.read() == 'theirs'
    app.press(app.find('button', 'Replace the file'))
    app.find('label', 'Saved .*')
    app.close()


def unreadable_changes_are_kept_until_they_are_dropped():
    path = f'{HOME}/unreadable.mentoring'
    cli('new', path, '--name', 'Unreadable')
    app = App(path)
    app.find('frame', 'Unreadable')
    add_person(app)
    app.kill()
    working, = glob.glob(f'{STATE}/*/working.mentoring')
    with open(working, 'wb') as file:
        file.write(b'nothing that can be read' * 100)
    app = App(path)
    dialog = app.window('Unsaved changes cannot be opened', 10)
    app.press(app.find('button', 'Cancel', dialog))
    app.window_gone(dialog.seen_name)
    app.press_row(app.find('list item', 'unreadable'))
    dialog = app.window('Unsaved changes cannot be opened', 10)
    assert os.path.getsize(working) == 2400
    app.press(app.find('button', 'Drop the changes', dialog))
    app.find('frame', 'Unreadable')
    app.close()
    assert left_behind() == [], left_behind()


tap(quitting_at_once_leaves_nothing, what_a_kill_left_goes_at_the_next_start,
    a_renamed_file_is_followed, a_deleted_file_is_asked_about,
    closing_without_saving_keeps_the_changes,
    somebody_elses_version_of_this_moment_is_kept,
    unreadable_changes_are_kept_until_they_are_dropped)
