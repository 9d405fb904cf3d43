# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with files: programmes that cannot be read, a crash before saving, and
somebody else who writes to the same file."""
import os
import shutil
import sqlite3

from driver import BUILD, HOME, App, cli, tap, until

SAMPLE = f'{BUILD}/data/samples/sample.mentoring'
BROKEN = f'{HOME}/broken.mentoring'


def expect_refusal(reason):
    """Opens the file; the program says what is wrong with it, and goes on."""
    app = App(BROKEN)
    dialog = app.window('“broken.mentoring” cannot be opened|The programme is damaged', 10)
    app.find('label', reason, dialog)
    app.press(app.find('button', 'Close', dialog))
    app.window_gone(dialog.seen_name)
    app.press(app.find('button', 'Try the sample'))
    app.find('frame', 'Learning upwards')
    app.close()


def a_text_file_is_refused():
    with open(BROKEN, 'w', encoding='utf-8') as file:
        file.write('Dear diary\n' * 500)
    expect_refusal('(?s).*not a (mentoring )?programme.*')


def an_empty_file_is_refused():
    with open(BROKEN, 'w', encoding='utf-8'):
        pass
    expect_refusal('(?s).*(empty|not a (mentoring )?programme).*')


def a_damaged_file_is_refused():
    with open(SAMPLE, 'rb') as file:
        content = bytearray(file.read())
    for start in range(8192, len(content) - 600, 8192):
        content[start:start + 600] = b'\xa5' * 600
    with open(BROKEN, 'wb') as file:
        file.write(content)
    expect_refusal('(?s).*(damaged|malformed).*')


def a_file_of_a_newer_version_is_refused():
    shutil.copy(SAMPLE, BROKEN)
    with sqlite3.connect(BROKEN) as database:
        database.execute('PRAGMA user_version = 999')
    database.close()
    expect_refusal('(?s).*newer.*')


def add_person(app):
    app.key('ctrl+shift+a')
    app.find('button', 'Undo “Add New person”')


def what_was_not_saved_comes_back_after_a_kill():
    path = f'{HOME}/killed.mentoring'
    cli('new', path, '--name', 'Killed')
    app = App(path)
    app.find('frame', 'Killed')
    add_person(app)
    app.kill()
    app = App()
    app.find('label', 'Not saved yet|Unsaved.*')
    row = app.find('list item', 'killed')
    app.press_row(row)
    app.find('frame', 'Killed')
    app.find(None, 'Changes that were not saved the last time are back.')
    app.key('alt+2')
    app.find('label', '1 person')
    app.find('button', 'Undo “Add New person”')
    app.close()
    assert '1' in cli('--json', 'check', path)


SHARED = f'{HOME}/shared.mentoring'


class State:
    app = None


def somebody_elses_change_is_not_written_over():
    other = f'{HOME}/other.mentoring'
    cli('new', SHARED, '--name', 'Shared')
    State.app = app = App(SHARED)
    app.find('frame', 'Shared')
    cli('new', other, '--name', 'Somebody else')
    os.replace(other, SHARED)
    theirs = os.stat(SHARED)
    add_person(app)
    app.find(None, 'Somebody else changed the file.*', seconds=10)
    assert os.stat(SHARED).st_mtime_ns == theirs.st_mtime_ns
    app.find('label', 'Not saved: .*')


def a_copy_can_be_saved():
    app = State.app
    app.press(app.find('button', 'Save a copy…'))
    app.choose_file('Save a copy', f'{HOME}/copy.mentoring', 'Save')
    app.find('label', 'Copy saved')
    assert os.path.exists(f'{HOME}/copy.mentoring')


def or_their_file_replaced():
    app = State.app
    app.press(app.find('button', 'Replace the file'))
    app.find('label', 'Saved .*')
    app.gone('button', 'Replace the file')
    app.close()
    with sqlite3.connect(f'file:{SHARED}?mode=ro', uri=True) as database:
        until(lambda: database.execute('SELECT count(*) FROM person').fetchone() == (1,),
              'the new person in the file')
    database.close()


tap(a_text_file_is_refused, an_empty_file_is_refused, a_damaged_file_is_refused,
    a_file_of_a_newer_version_is_refused, what_was_not_saved_comes_back_after_a_kill,
    somebody_elses_change_is_not_written_over, a_copy_can_be_saved, or_their_file_replaced)
