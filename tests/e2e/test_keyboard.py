# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by keyboard alone."""
import re

from driver import App, Missing, tap, until, written_for_gtk_48

written_for_gtk_48()


class State:
    app = None
    undo = None


def expect_undo(pattern):
    until(lambda: re.fullmatch(f'Undo “{pattern}”', State.undo.name), f'undo of “{pattern}”')


def pages_come_by_number():
    State.app = app = App('--sample')
    app.find('frame', 'Learning upwards')
    State.undo = app.find('button', 'Undo.*')
    app.key('alt+2')
    app.find('label', '322 people')
    app.key('alt+4')
    app.find('label', '.*, .*: need .*')
    app.key('alt+5')
    app.find('label', '0 of 200 paired')
    app.key('alt+1')
    app.find('label', 'Next steps')


def key_until(key, pattern, most):
    for _ in range(most):
        State.app.key(key)
        try:
            until(lambda: re.fullmatch(pattern, State.app.focus_words() or ''), 'the focus', 0.7)
            return
        except Missing:
            pass
    raise Missing(f'{most} times {key} do not reach {pattern}')


def search_finds_letters_without_their_marks():
    app = State.app
    app.key('alt+2', 'ctrl+f')
    app.find(None, 'Search people')
    app.type('lukasz')
    app.find('label', r'\d of 322 people')
    # From the entry over the headers of the table, of which newer toolkits make one more stop.
    key_until('Down', 'Łukasz .*', 5)
    app.key('space')
    app.find('label', 'Taking part')


def a_row_is_copied_and_texts_copy_what_they_have():
    app = State.app

    def says(pattern):
        until(lambda: re.fullmatch(pattern, entry.text or ''), f'{pattern} in the search')

    app.key('ctrl+c')
    app.click(app.find(None, 'Search people'))
    entry = until(app.focus, 'the search with the focus')
    app.key('ctrl+a', 'ctrl+v')
    says(r'Name\t.*\nŁukasz .*\t.*\n')
    app.key('ctrl+a')
    app.type('lukasz')
    app.key('ctrl+a', 'ctrl+c', 'End', 'ctrl+v')
    says('lukaszlukasz')
    app.key('ctrl+a')
    app.type('lukasz')
    app.find('label', r'\d of 322 people')
    key_until('Down', 'Łukasz .*', 5)
    app.key('shift+F10')
    app.press(app.find('menu item', 'Copy'))
    app.expect_focus('Łukasz .*')
    app.key('space')


def tab_passes_a_list_in_one_step():
    State.app.key('Tab')
    State.app.expect_focus('Remove this person')


def tab_to(pattern, most):
    for _ in range(most):
        if re.fullmatch(pattern, State.app.focus_words() or ''):
            return
        before = State.app.focus()
        State.app.key('Tab')
        try:  # some widgets of the toolkit do not say that they have the focus
            until(lambda: State.app.focus() not in (None, before), 'the focus elsewhere', 1)
        except Missing:
            pass
    raise Missing(f'{most} times Tab do not reach {pattern}')


def a_field_is_edited_in_place():
    app = State.app
    tab_to('Committed', 40)
    app.key(*['Tab'] * 5, 'ctrl+a')  # a reason, name, number, address: then the job
    app.type('Pilot')
    app.key('Return')
    expect_undo('Change “Job title” of Łukasz .*')
    app.key('ctrl+a')
    app.type('Captain')
    app.key('Escape', 'Return')  # what was typed is forgotten: nothing is left to commit
    app.find('text', 'Job title')
    until(lambda: app.find('text', 'Job title').text == 'Pilot', 'the job as it was')
    app.key('ctrl+z')
    until(lambda: State.undo.name == 'Undo', 'nothing more to undo')


def arrows_find_a_need_and_enter_shows_whose_it_is():
    app = State.app
    app.key('alt+4')
    figures = app.find('label', '.*, .*: need .*')
    tab_to('Need', 16)
    app.key('space')
    tab_to(r'.*, .*: need \d+.*', 16)
    app.key('ctrl+Home', 'Right')
    first = app.expect_text(figures, '(?!Asking).*, .*: .*')
    app.key('End')
    last = app.expect_text(figures, f'(?!{re.escape(first)}).*, .*: .*')
    app.key('Home')
    app.expect_text(figures, f'(?!{re.escape(last)})Asking beginners’ questions, .*: need [1-9].*')
    app.key('Return')
    app.find(None, r'Asking beginners’ questions, .*: \d in need')
    who = app.expect_focus('(?!Asking).*') and app.focus_words()
    app.key('Escape')
    app.expect_focus('Asking beginners’ questions, .*: need [1-9].*')
    app.key('Return')
    app.expect_focus(re.escape(who))
    app.key('Return')
    app.find('label', '322 people')
    app.find('label', re.escape(who))


def a_mentee_is_paired():
    app = State.app
    app.key('alt+5')
    status = app.find('label', 'Nothing was proposed yet.')
    tab_to('Free place of Aïcha Lefèvre', 20)
    app.key('Return')
    first = app.expect_text(status, r'.* with Aïcha Lefèvre: \d+ %, the total rises by .*')
    app.key('Down')
    second = app.expect_text(status, f'(?!{re.escape(first)}$).* with Aïcha Lefèvre: .*')
    app.key('Return')
    State.mentor = second.partition(' with ')[0]
    expect_undo(f'.*{State.mentor}.*')
    app.find('label', '1 of 200 paired · .*')


def a_pair_is_locked_and_unlocked():
    app = State.app
    app.key('shift+Tab')
    app.expect_focus('Aïcha Lefèvre')
    app.key('ctrl+l')
    slot = app.find('button', rf'{State.mentor} mentors Aïcha Lefèvre, \d+ %, locked',
                    app.find('list', 'Mentees').child(0))
    app.key('Right')
    app.expect_focus(rf'{State.mentor} mentors Aïcha Lefèvre, \d+ %, locked')
    app.key('ctrl+l')
    until(lambda: not slot.name.endswith('locked'), 'the pair unlocked')
    app.key('Left')
    app.expect_focus('Aïcha Lefèvre')


def a_pair_is_taken_apart():
    app = State.app
    app.key('Delete', 'Right')
    app.expect_focus('Free place of Aïcha Lefèvre')
    app.find('label', '0 of 200 paired')


def menus_open_and_close():
    app = State.app
    app.key('F10')
    app.find('menu item', 'Save')
    app.key('Escape')
    app.gone('menu item', 'Save')
    app.close()


tap(pages_come_by_number, search_finds_letters_without_their_marks,
    a_row_is_copied_and_texts_copy_what_they_have, tab_passes_a_list_in_one_step,
    a_field_is_edited_in_place, arrows_find_a_need_and_enter_shows_whose_it_is, a_mentee_is_paired,
    a_pair_is_locked_and_unlocked, a_pair_is_taken_apart, menus_open_and_close)
