# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables are written from the menu, in the format that the file chooser says."""
import shutil

from driver import BUILD, HOME, App, tap, written_for_gtk_48

SAMPLE = f'{BUILD}/data/samples/sample.mentoring'
COPY = f'{HOME}/exported.mentoring'

written_for_gtk_48()


class State:
    """The window that the steps share."""
    app = None


def begin_export(app, item):
    app.key('F10')
    app.press(app.find('menu item', 'Export'))
    app.press(app.find('menu item', item))


def tables_are_written_in_the_format_of_their_name():
    """A format that was chosen changes the name, and is remembered."""
    shutil.copy(SAMPLE, COPY)
    State.app = app = App(COPY)
    app.find('frame', 'Learning upwards')
    begin_export(app, 'People…')
    dialog = app.window('Export People')
    name = app.find('text', 'Name:', dialog)
    app.expect_text(name, 'People.xlsx')
    app.choose_file('Export People', f'{HOME}/p.xlsx', 'Export')
    app.find('label', '“p.xlsx” was written')
    with open(f'{HOME}/p.xlsx', 'rb') as file:
        assert file.read(4) == b'PK\3\4'

    begin_export(app, 'Skills matrix…')
    dialog = app.window('Export Skills Matrix')
    app.press(app.find('button', None, app.find('combo box', None, dialog)))
    app.find('label', 'CSV, .*')
    app.key('Down', 'Return')
    app.choose_file('Export Skills Matrix', f'{HOME}/m.xlsx', 'Export')
    app.find('label', '“m.csv” was written')
    with open(f'{HOME}/m.csv', 'rb') as file:
        assert file.read(8) == b'\xef\xbb\xbfname,'


def no_file_is_replaced_without_a_question():
    """A name without an ending, for which there is a file: the question comes again."""
    app = State.app
    begin_export(app, 'Ratings…')
    dialog = app.window('Export Ratings')
    app.expect_text(app.find('text', 'Name:', dialog), 'Ratings.csv')
    app.find('text', 'Name:', dialog).text = f'{HOME}/m'
    app.press(app.find('button', 'Export', dialog))
    app.expect_text(app.find('text', 'Name:', app.window('Export Ratings')), 'm.csv')
    app.key('Escape')
    app.window_gone('Export Ratings')
    with open(f'{HOME}/m.csv', 'rb') as file:
        assert file.read(8) == b'\xef\xbb\xbfname,'
    app.close()


tap(tables_are_written_in_the_format_of_their_name, no_file_is_replaced_without_a_question)
