# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from beginning to end: people and ratings in, gaps, pairs, a change by hand, and all
of it there again after the window was closed."""
import re

from driver import HOME, SAMPLES, App, cli, tap, until

FILE = f'{HOME}/main job.mentoring'
IMPORT = 'Import People or Ratings'


class State:
    app = None
    status = None
    summary = None
    proved = None
    undo = None
    redo = None


def undo_label():
    return State.undo.name


def start():
    State.app = App(FILE)
    State.app.find('frame', 'Main job')
    State.undo = State.app.find('button', 'Undo.*')
    State.redo = State.app.find('button', 'Redo.*')


def find_status():
    State.summary = State.app.find('label', r'\d+ of \d+ paired.*')
    State.status = State.app.find(
        'label', r'(Proved|Changed|Nothing was proposed|People, ratings|The proof).*')


def the_welcome_page_offers_a_new_programme_and_a_sample():
    app = App()
    app.find('button', 'New programme.*')
    app.find('button', 'Try the sample')
    app.close()


def an_empty_programme_shows_where_to_begin():
    cli('new', FILE, '--name', 'Main job')
    start()
    State.app.find('label', 'Next steps')
    State.app.find('label', 'Bring people in')


def import_file(name, counts):
    app = State.app
    app.key('ctrl+i')
    app.choose_file(IMPORT, f'{SAMPLES}/{name}')
    app.find('label', counts)
    app.press(app.find('button', 'Import'))
    app.window_gone('Import')


def people_come_in_through_the_import_dialog():
    import_file('people.csv', '322 new.*1 row skipped')
    until(lambda: undo_label() == 'Undo “Import 322 people”', 'the import can be undone')


def ratings_come_in_too():
    import_file('ratings.csv', r'[\d,]+ new.*')
    until(lambda: re.fullmatch('Undo “Import .* ratings”', undo_label() or ''),
          'the import can be undone')


def arrows_move_in_the_gap_table():
    app = State.app
    app.key('alt+4')
    table = app.find('table', 'Skill gaps.*')
    figures = app.find('label', '.*, .*: need .*')
    app.click(table)
    clicked = app.expect_text(figures, '(?!Asking).*, .*: need .*')
    app.key('ctrl+Home')
    first = app.expect_text(figures, f'(?!{re.escape(clicked)}$)Asking .*, .*: need .*')
    app.key('Down')
    second = app.expect_text(figures, f'(?!{re.escape(first)}$).*')
    app.key('Right')
    app.expect_text(figures, f'(?!{re.escape(second)}$).*')
    app.key('Left', 'Up')
    app.expect_text(figures, re.escape(first))


def a_pairing_is_proposed_and_proved():
    app = State.app
    app.key('alt+5')
    find_status()
    app.expect_text(State.summary, '0 of 200 paired')
    app.key('ctrl+Return')
    app.find('dialog', '9 people were not asked yet')
    app.press(app.find('button', 'Propose without them'))
    app.expect_text(State.summary, r'1\d\d of 200 paired · average \d+\s% · lowest \d+\s%', 20)
    State.proved = app.expect_text(State.status, 'Proved: .*')


def slots():
    mentees = State.app.find('list', 'Mentees')
    # Newer versions of GTK tell only of the rows that can be seen.
    return [State.app.look('button', None, mentees.child(i))
            for i in range(min(mentees.count(), 16))]


def drag(slot, place):
    """Drags a mentor to a free place; what the status line said before the drop."""
    heard = []
    mentor = slot.name.partition(' mentors ')[0]
    mentee = place.name.removeprefix('Free place of ')

    def listen():
        heard.append(State.app.expect_text(
            State.status, f'{mentor} (with|cannot mentor) {mentee}: .*'))
    State.app.drag(slot, place, before_drop=listen)
    return heard[0]


def a_drop_that_a_rule_forbids_says_why_and_changes_nothing():
    everybody = slots()
    place = next(slot for slot in everybody if slot.name.startswith('Free place of'))
    label = undo_label()
    said = drag(everybody[0], place)
    assert said.endswith('cannot mentor Yusuf Haddad: the mentee has not agreed to take part'), said
    State.app.expect_text(State.status, re.escape(State.proved))
    assert undo_label() == label


def a_mentor_is_dragged_to_a_free_place():
    app = State.app
    everybody = slots()
    place = everybody[0]
    mentee = place.name.partition(' mentors ')[2].partition(',')[0]
    app.click(place)
    app.key('Delete')
    until(lambda: place.name == f'Free place of {mentee}', 'a free place')
    app.expect_text(State.status, 'Changed by hand.*')
    for slot in everybody[1:]:
        mentor = slot.name.partition(' mentors ')[0]
        said = drag(slot, place)
        if 'cannot' not in said:
            break
    assert re.fullmatch(rf'{mentor} with {mentee}: \d+ %, the total '
                        r'(stays the same|(rises|falls) by \d+ points?)', said), said
    until(lambda: re.fullmatch(rf'{mentor} mentors {mentee}, \d+ %', place.name), 'the new pair')
    until(lambda: slot.name.startswith('Free place of'), 'a free place where the mentor was')
    app.expect_text(State.status, 'Changed by hand.*')
    assert mentor in undo_label(), undo_label()


def undo_brings_the_proof_back():
    State.app.key('ctrl+z')
    State.app.expect_text(State.status, 'Changed by hand.*')
    before = undo_label()
    State.app.key('ctrl+z')
    State.app.expect_text(State.status, re.escape(State.proved))
    until(lambda: State.redo.name == before.replace('Undo', 'Redo'), 'redo is offered')


def everything_is_there_after_closing():
    undo, redo = undo_label(), State.redo.name
    summary = State.summary.text
    State.app.close()
    start()
    State.app.key('alt+5')
    find_status()
    State.app.expect_text(State.summary, re.escape(summary))
    assert (undo_label(), State.redo.name) == (undo, redo), (undo_label(), undo)


def all_can_be_undone_and_done_again():
    app = State.app
    names = []
    while undo_label() != 'Undo':
        before = undo_label()
        names.append(before)
        app.key('ctrl+z')
        until(lambda: undo_label() != before, 'another edit to undo')
    assert 'Undo “Import 322 people”' in names, names
    app.find('label', 'Nobody to pair yet')
    for _ in range(len(names) + 2):
        before = State.redo.name
        app.key('ctrl+shift+z')
        until(lambda: State.redo.name != before, 'another edit to do again')
    assert State.redo.name == 'Redo', State.redo.name
    find_status()
    app.expect_text(State.status, 'Changed by hand.*|People, ratings.*')
    app.close()


tap(the_welcome_page_offers_a_new_programme_and_a_sample,
    an_empty_programme_shows_where_to_begin,
    people_come_in_through_the_import_dialog,
    ratings_come_in_too,
    arrows_move_in_the_gap_table,
    a_pairing_is_proposed_and_proved,
    a_drop_that_a_rule_forbids_says_why_and_changes_nothing,
    a_mentor_is_dragged_to_a_free_place,
    undo_brings_the_proof_back,
    everything_is_there_after_closing,
    all_can_be_undone_and_done_again)
