# SPDX-License-Identifier: GPL-3.0-or-later
"""Why is the pairing as it is? Asked with keys: why not somebody else, pair anyway and undo, why
two people are a pair, and who has nobody."""
import re

from driver import HOME, SAMPLES, App, cli, tap, until

FILE = f'{HOME}/explanations.mentoring'


class State:
    app = None
    undo = None
    proposed = None
    mentee = None
    mentor = None


def start():
    app = State.app = App(FILE)
    app.find('frame', 'Explanations')
    State.undo = app.find('button', 'Undo.*')
    app.key('alt+5')


def slot():
    """The place of the first mentee."""
    mentees = State.app.find('list', 'Mentees')
    return State.app.look('button', None, mentees.child(0))


def a_pairing_is_proposed():
    cli('new', FILE, '--name', 'Explanations')
    cli('import', FILE, f'{SAMPLES}/people.csv', '--ratings', f'{SAMPLES}/ratings.csv')
    start()
    app = State.app
    app.find('label', '0 of 200 paired')
    app.key('ctrl+Return')
    app.find('dialog', '9 people were not asked yet')
    app.press(app.find('button', 'Propose without them'))
    app.find('label', r'1\d\d of 200 paired .*', seconds=20)
    State.proposed = until(lambda: State.undo.name != 'Undo' and State.undo.name, 'undo')


def pairs_get_badges():
    place = until(slot, 'the place of the first mentee')
    until(lambda: re.search('(Robust|Fragile): ', place.description), 'a badge', 20)
    State.mentee = place.name.partition(' mentors ')[2].partition(',')[0]


def why_two_people_are_a_pair():
    app = State.app
    place = slot()
    mentor = place.name.partition(' mentors ')[0]
    app.click(place)
    app.key('ctrl+e')
    app.find('label', re.escape(f'Why {mentor}?'))
    app.find('label', r'What the two score: \d+ %', seconds=20)
    app.find('label', '(Robust|Fragile): .*')
    app.expect_focus('Back to the mentors')
    app.key('Escape')
    app.gone('label', re.escape(f'Why {mentor}?'))
    app.expect_focus(re.escape(place.name))


def why_not_somebody_else():
    app = State.app
    app.key('Return')
    app.key('Down')
    why = app.find('button', 'Why not .*')
    State.mentor = re.fullmatch(r'Why not (.*)\?', why.name).group(1)
    app.key('ctrl+e')
    app.find('label', re.escape(f'{State.mentor} as the mentor of {State.mentee}'))
    app.find('button', 'Pair anyway', seconds=20)


def they_are_paired_anyway():
    app = State.app
    app.press(app.find('button', 'Pair anyway'))
    until(lambda: slot().name.startswith(f'{State.mentor} mentors {State.mentee}, '), 'the pair')
    assert State.undo.name != State.proposed, State.undo.name
    app.gone('button', 'Pair anyway')


def and_that_is_undone():
    app = State.app
    app.key('ctrl+z')
    until(lambda: not slot().name.startswith(State.mentor), 'the pair as it was')
    until(lambda: State.undo.name == State.proposed, 'the proposal as it was')


def who_has_nobody_and_why():
    app = State.app
    app.key('ctrl+u')
    app.find('label', 'Who has nobody')
    rows = app.find('list', 'Mentees who have nobody', seconds=20)
    until(lambda: rows.count() > 0, 'people who have nobody')
    app.key('Escape')
    app.gone('list', 'Mentees who have nobody')
    app.close()


tap(a_pairing_is_proposed,
    pairs_get_badges,
    why_two_people_are_a_pair,
    why_not_somebody_else,
    they_are_paired_anyway,
    and_that_is_undone,
    who_has_nobody_and_why)
