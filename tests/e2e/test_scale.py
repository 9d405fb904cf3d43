# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand people: everything still opens, scrolls, sorts and searches. Times are told, not
judged."""
import os
import time

from driver import BUILD, HOME, App, cli, run, tap, until

FILE = f'{HOME}/many.mentoring'


class State:
    app = None
    table = None
    count = None


def tell(what, start):
    print(f'# {what}: {(time.monotonic() - start) * 1000:.0f} ms', flush=True)


def many_people_are_imported():
    folder = f'{HOME}/many'
    os.makedirs(folder)
    run(f'{BUILD}/tests/data/rm-generate', '--mentees=8000', '--mentors=2000', '--skills=40',
        folder)
    cli('new', FILE, '--name', 'Many')
    start = time.monotonic()
    cli('import', FILE, f'{folder}/people.csv', '--ratings', f'{folder}/ratings.csv')
    tell('imported by the command line', start)


def the_file_opens():
    start = time.monotonic()
    State.app = App(FILE)
    State.app.find('frame', 'Many', seconds=20)
    tell('from start to an open programme', start)
    State.app.find('label', '10,?000')


def the_list_scrolls_to_its_end():
    app = State.app
    start = time.monotonic()
    app.key('alt+2')
    State.count = app.find('label', '10000 people', seconds=20)
    State.table = app.find('table', 'People')
    tell('the page of people', start)
    people = app.find('list', None, State.table)
    app.click(until(lambda: app.rows(people, '.+', 1), 'the first row')[0])
    app.find('label', 'Taking part')
    before = app.focus_words()
    start = time.monotonic()
    app.key('End')
    until(lambda: app.focus_words() != before, 'the focus at the end of the list')
    tell('End', start)
    last = app.focus_words()
    start = time.monotonic()
    app.key('Home')
    until(lambda: app.focus_words() != last, 'the focus at the beginning again')
    tell('Home', start)


def a_click_on_a_header_sorts():
    app = State.app
    header = app.find(None, 'Name', State.table)
    first = app.focus_words()
    start = time.monotonic()
    app.click(header)
    # Who is selected stays so, and stands at the end now.
    until(lambda: app.key('Home') or app.focus_words() not in (first, None), 'another order')
    tell('sorted the other way round', start)


def search_finds():
    app = State.app
    app.key('ctrl+f')
    entry = app.find(None, 'Search people')
    start = time.monotonic()
    app.type('lukasz')
    app.expect_text(State.count, r'(?!0 )\d{1,4} of 10000 people')
    tell('typed and found', start)
    entry.text = ''
    app.expect_text(State.count, '10000 people')


def the_other_pages_come():
    app = State.app
    start = time.monotonic()
    app.key('alt+4')
    app.find('label', '.*, .*: .*', seconds=30)
    tell('the page of gaps', start)
    start = time.monotonic()
    app.key('alt+5')
    app.find('label', '0 of 8000 paired', seconds=30)
    tell('the page of pairs', start)
    app.close()


tap(many_people_are_imported, the_file_opens, the_list_scrolls_to_its_end,
    a_click_on_a_header_sorts, search_finds, the_other_pages_come)
