# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of what tests/bench/run measured, and whether that is good enough."""
import collections
import datetime
import os
import platform
import subprocess


PEERS = {'scipy': 'SciPy', 'lemon': 'LEMON'}

# A figure of one instance: what must be reached and what is aimed at. With "more" set, at least.
Target = collections.namedtuple('Target', 'instance figure must aim more')

TARGETS = [
    Target('50x200', 'ms', 2, 0.5, False),
    Target('500x5000', 'ratio', 2, 4, True),
    Target('2000x2000', 'ratio', 15, 25, True),
    Target('5000x5000', 'ratio', 40, 60, True),
    Target('10000x10000', 'ratio', 60, 120, True),
    Target('10000x10000', 'ms', None, 250, False),
    Target('10000x10000', 'MB', 40, 40, False),
    Target('500x5000', 'lock', 1, 0.2, False),
    Target('10000x10000', 'lock', 16, 2, False),
    Target('10000x10000', 'kernel', 0.6, 0.39, False),
    Target('ties', 'ratio', 10, 20, True),
    Target('100000x100000', 'ms', None, 20000, False),
    Target('100000x100000', 'MB', None, 250, False),
]

def megabytes(kilobytes):
    return kilobytes / 1024


def ratio_to(row, peer):
    if peer not in row['peers']:
        return None
    return row['peers'][peer]['median_ms'] / row['ours']['whole']['median_ms']


# What a target is about: the words for it, and where it stands in a row (None: not measured there).
# A line that bench-matching learns to print is row['ours'][its "what"].
FIGURES = {
    'ms': ('from people to pairs and their proof, ms',
           lambda row: row['ours']['whole']['median_ms']),
    'MB': ('peak memory of the process, MB',
           lambda row: megabytes(row['ours']['result']['peak_kb'])),
    'lock': ('a lock, until the new best is proved, ms',
             lambda row: row['ours'].get('lock', {}).get('median_ms')),
    'kernel': ('a pair held against its prices, ns',
               lambda row: row['ours'].get('kernel', {}).get('ns')),
    'ratio': ('times as fast as SciPy', lambda row: ratio_to(row, 'scipy')),
}


def is_reached(target, value, goal):
    return goal is None or (value >= goal if target.more else value <= goal)


def judge(rows):
    by_name = {row['name']: row for row in rows}
    judged = []
    for target in TARGETS:
        row = by_name.get(target.instance)
        value = FIGURES[target.figure][1](row) if row is not None else None
        if value is not None:
            judged.append({**target._asdict(), 'value': value,
                           'must_met': is_reached(target, value, target.must),
                           'aim_met': is_reached(target, value, target.aim)})
    return judged


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.splitlines()[0]
    except (OSError, IndexError):
        return 'unknown'


def describe_machine():
    processor = platform.machine()
    with open('/proc/cpuinfo', encoding='utf-8') as cpuinfo:
        for line in cpuinfo:
            if line.startswith('model name'):
                processor = line.split(':', 1)[1].strip()
                break
    return {'processor': processor, 'cores': len(os.sched_getaffinity(0)),
            'compiler': first_line('gcc', '--version'),
            'date': datetime.date.today().isoformat()}


def number(value):
    """Three figures are as many as a measurement has."""
    if value is None:
        return '–'
    if value >= 100:
        return f'{value:,.0f}'
    return f'{value:.1f}' if value >= 10 else f'{value:.2f}'


def title(row):
    size = f'{row["mentees"]:,} × {row["mentors"]:,}'
    return f'{size}, ties' if row.get('tied') else size


def peers_in(rows):
    return [peer for peer in PEERS if any(peer in row['peers'] for row in rows)]


def header_of(peers):
    header = ['people', 'ours, ms', 'of it ready', 'check, ms', 'MB', 'of it people']
    for peer in peers:
        header += [f'{PEERS[peer]}, ms', 'MB', 'ratio']
    return header


def cells_of(row, peers):
    ours = row['ours']
    cells = [title(row), number(ours['whole']['median_ms']), number(ours['scorer']['median_ms']),
             number(ours['check']['median_ms']), number(megabytes(ours['result']['peak_kb'])),
             number(megabytes(ours['people']['now_kb']))]
    for peer in peers:
        theirs = row['peers'].get(peer)
        cells += ['–', '–', '–'] if theirs is None else [
            number(theirs['median_ms']), number(megabytes(theirs['peak_kb'])),
            number(ratio_to(row, peer))]
    return cells


def pairing_table(results):
    peers = peers_in(results['rows'])
    return [header_of(peers)] + [cells_of(row, peers) for row in results['rows']]


def verdict_of(target):
    if target['aim_met']:
        return 'aim met'
    if target['must'] is None:
        return 'aim missed'
    return 'must met' if target['must_met'] else 'must missed'


def targets_table(results):
    table = [['people', 'figure', 'measured', 'must', 'aim', '']]
    titles = {row['name']: title(row) for row in results['rows']}
    for target in results['targets']:
        table.append([titles[target['instance']], FIGURES[target['figure']][0],
                      number(target['value']), number(target['must']), number(target['aim']),
                      verdict_of(target)])
    return table


def tables_table(results):
    return [['scores as a table', 'ours, ms', 'check, ms', 'MB', 'total, as known']] + [
        [title(row), number(row['ours']['whole']['median_ms']),
         number(row['ours']['check']['median_ms']),
         number(megabytes(row['ours']['result']['peak_kb'])),
         f'{row["ours"]["result"]["total"]:,}'] for row in results['tables']]


def in_columns(table):
    """First column to the left, the others to the right."""
    widths = [max(len(row[k]) for row in table) for k in range(len(table[0]))]
    return '\n'.join('  '.join(cell.rjust(width) if k > 0 else cell.ljust(width)
                               for k, (cell, width) in enumerate(zip(row, widths))).rstrip()
                     for row in table)


def in_markdown(table):
    lines = ['| ' + ' | '.join(row) + ' |' for row in table]
    lines.insert(1, '| --- |' + ' ---: |' * (len(table[0]) - 1))
    return '\n'.join(lines)


def sentence_on_machine(results):
    machine = results['machine']
    versions = {peer: row['peers'][peer]['version']
                for row in results['rows'] for peer in row['peers']}
    peers = ', '.join(f'{PEERS[peer]} {version}' for peer, version in versions.items())
    return (f'{machine["processor"]}, {machine["cores"]} cores, {machine["date"]}; '
            f'{machine["compiler"]}' + (f'; {peers}' if peers else '') + '.')


def as_text(results):
    parts = [sentence_on_machine(results)]
    if results['rows']:
        parts += [in_columns(pairing_table(results)), in_columns(targets_table(results))]
    if results['tables']:
        parts.append(in_columns(tables_table(results)))
    return '\n\n'.join(parts)


def as_markdown(results):
    return '\n\n'.join([in_markdown(pairing_table(results)), sentence_on_machine(results),
                        '![Time against the number of pairs](growth.svg)',
                        '## Figures to reach', in_markdown(targets_table(results))])


def as_short_markdown(results):
    return '\n\n'.join([in_markdown(pairing_table(results)), sentence_on_machine(results),
                        '![Time against the number of pairs](tests/bench/growth.svg)'])


def programme_table(figures, builds):
    """A row for each figure; of each table the builds side by side, and how often the first fits."""
    tables = list(dict.fromkeys(table for table, _what in figures))
    header = ['']
    for table in tables:
        header += [f'{table}, {build}' for build in builds] + (['ratio'] if len(builds) > 1 else [])
    rows = [header]
    for what in dict.fromkeys(what for _table, what in figures):
        cells = [what]
        for table in tables:
            values = [figures[table, what][build] for build in builds]
            cells += [number(value) for value in values]
            if len(values) > 1:
                cells.append(number(values[0] / values[-1]) if min(values) > 0 else '–')
        rows.append(cells)
    return rows


def sentence_on_programme(results):
    machine = results['machine']
    return (f'{results["records"]:,} records in one table, {machine["processor"]}, '
            f'{machine["date"]}; {machine["compiler"]}.')


def programme_as_text(results):
    return '\n\n'.join([sentence_on_programme(results),
                        in_columns(programme_table(results['figures'], results['builds']))])


def programme_as_markdown(results):
    return '\n\n'.join([in_markdown(programme_table(results['figures'], results['builds'])),
                        sentence_on_programme(results)])


def write_between_marks(path, text, name='benchmark'):
    begin, end = f'<!-- {name}: begin -->', f'<!-- {name}: end -->'
    before, rest = path.read_text(encoding='utf-8').split(begin + '\n', 1)
    after = rest.split(end, 1)[1]
    path.write_text(f'{before}{begin}\n\n{text}\n\n{end}{after}', encoding='utf-8')
