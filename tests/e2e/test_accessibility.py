# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through all that a screen reader finds, on each page and in each window: whatever can be
used or read has a name made for people."""
import re

from driver import SAMPLES, App, tap, until, written_for_gtk_48

written_for_gtk_48()

# Whoever meets one of these must be told what it is.
NAMED = ('button', 'toggle button', 'check box', 'combo box', 'text', 'entry', 'spin button',
         'list', 'table', 'page tab', 'menu item', 'check menu item', 'radio menu item',
         'radio button', 'link', 'image', 'label', 'slider', 'progress bar', 'dialog', 'frame')
BAD = re.compile(r'\s*|(Gtk|Adw|Rm)[A-Z]\w*|_.*', re.S)

# What the toolkit does and a program cannot change: role, name and what it stands in.
NOISE = [
    ('.*(combo box|text) “[^”_]+” › image “GtkImage”', 'the arrow or pen in a row'),
    ('.*combo box “[^”_]+” › list “(GtkListView)?”', 'the one value that a row of choices shows'),
    ('.*combo box “[^”_]+” › button “GtkToggleButton”', 'the button that a drop-down consists of'),
    ('.*list item “” › list “GtkListBox”', 'the inside of a row that unfolds'),
    ('.*list item “[^”_]+” › image “GtkImage”', 'the arrow of a row that unfolds'),
    ('.*table “[^”_]+” › list “(GtkColumnListView)?”', 'the rows of a table'),
    ('.*› table cell “” › label “”', 'a cell with nothing in it'),
    ('.*“AdwToastWidget” › button “GtkImage”', 'the cross of a toast'),
    ('.*page tab “[^”_]+” › filler “AdwIndicatorBin” › image “GtkImage”', 'the icon of a tab'),
    ('scroll pane “” › list “GtkListBox”', 'the rows of a group that needs no title'),
    ('[^›]*(filler “AdwLeaflet”) › (entry “GtkSearchEntry”|filler “AdwGizmo” › button “GtkImage”'
     '|scroll pane “” › list “GtkListBox”)', 'the search of a preferences window'),
]


class State:
    app = None


def problems(under=None):
    """Roles and names of what has no good name, each with the names around it."""
    found = []
    around = {}
    for node, parent in State.app.walk_with_parents(under):
        path = around.get(parent, ()) + (f'{node.role} “{node.seen_name}”',)
        around[node] = path
        if node.role in NAMED and BAD.fullmatch(node.seen_name):
            here = ' › '.join(part for part in path if part not in ('panel “”', 'filler “”'))
            if not any(re.fullmatch(noise, here, re.S) for noise, _ in NOISE):
                found.append(here)
    return found


def expect_good_names(under=None):
    found = problems(under)
    assert not found, 'bad names:\n' + '\n'.join(sorted(set(found)))


def the_welcome_page():
    State.app = App()
    State.app.find('button', 'Try the sample')
    expect_good_names()


def the_overview():
    State.app.press(State.app.find('button', 'Try the sample'))
    State.app.find('label', 'Next steps')
    expect_good_names()


def people_and_one_person():
    app = State.app
    app.key('alt+2')
    people = app.find('list', None, app.find('table', 'People'))
    app.click(until(lambda: app.rows(people, 'Abena Eze', 8), 'Abena Eze')[0])
    app.find('label', 'Taking part')
    app.key('ctrl+f')
    app.find(None, 'Search people')
    expect_good_names()


def skills_and_one_skill():
    app = State.app
    app.key('alt+3')
    row = app.find('list item', None, app.find('list', 'Skills', seconds=10))
    app.click(app.find('label', None, row))
    app.find('label', 'What somebody on each level does.*')
    expect_good_names()
    app.press(app.find(None, 'Role profiles'))
    app.find('label', 'A role profile says .*')
    expect_good_names()
    app.key('alt+2', 'alt+3')


def starter_topics():
    app = State.app
    app.click(app.find(None, 'More about skills'))
    app.press(app.find('menu item', 'Add starter topics…'))
    window = app.window('Add Starter Topics')
    expect_good_names(window)
    app.press(app.find('button', 'Cancel', window))
    app.window_gone('Add Starter Topics')


def gaps():
    app = State.app
    app.key('alt+4')
    app.find('label', '.*, .*: need .*')
    expect_good_names()
    app.press(app.find('button', 'Pair these…'))
    window = app.window('Pair These')
    app.find('button', 'Pair .* with .*', window)
    expect_good_names(window)
    app.key('Escape')
    app.window_gone('Pair These')


def pairing_with_a_pair_explained():
    app = State.app
    app.key('alt+5', 'ctrl+Return')
    app.press(app.find('button', 'Propose without them'))
    app.find('label', 'Proved: .*', seconds=20)
    app.click(app.find('label', None, app.find('list', 'Mentees').child(0)))
    app.find('label', 'Why .*')
    app.key('ctrl+f')
    app.find(None, 'Search mentees and mentors')
    expect_good_names()


def the_menu():
    app = State.app
    app.key('F10')
    app.find('menu item', 'Save')
    expect_good_names()
    app.key('Escape')
    app.gone('menu item', 'Save')


def programme_settings():
    app = State.app
    app.key('ctrl+comma')
    window = app.window('Programme settings|Settings')
    expect_good_names(window)
    app.key('Escape')
    app.window_gone(window.seen_name)


def keyboard_shortcuts():
    app = State.app
    app.key('ctrl+question')
    window = app.window('Keyboard shortcuts')
    app.find('label', 'General', window)
    app.key('Escape')
    app.window_gone('Keyboard shortcuts')


def the_import_dialog():
    app = State.app
    app.key('ctrl+i')
    app.choose_file('Import People or Ratings', f'{SAMPLES}/people.csv')
    window = app.window('Import')
    app.find('label', r'.*(new|as before|Nothing to import).*')
    for page in ('Columns', 'Preview', 'Problems'):
        app.press(app.find(None, page, window))
        expect_good_names(window)
    app.press(app.find('button', 'Cancel', window))
    app.window_gone('Import')
    app.close()


tap(the_welcome_page, the_overview, people_and_one_person, skills_and_one_skill, starter_topics,
    gaps, pairing_with_a_pair_explained, the_menu, programme_settings, keyboard_shortcuts, the_import_dialog)
