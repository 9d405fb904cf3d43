# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws time against the number of pairs, both on logarithmic scales, as SVG."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 72, 176, 64, 56
LABEL_WIDTH, LABEL_HEIGHT = 140, 18

NAMES = {'ours': 'Reverse Mentor', 'scipy': 'SciPy', 'lemon': 'LEMON'}

COUNTS = {3: 'thousand', 6: 'million', 9: 'billion', 12: 'trillion'}

# Fills and lines follow the reader's light or dark; each solver has a mark of its own as well.
STYLE = '''
  .paper { fill: #ffffff; } .grid { stroke: #deddda; } .text { fill: #241f31; }
  .faint { fill: #5e5c64; }
  .ours { stroke: #1a5fb4; fill: #1a5fb4; } .scipy { stroke: #a33b00; fill: #a33b00; }
  .lemon { stroke: #613583; fill: #613583; }
  polyline.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
  text { font: 13px Cantarell, "Noto Sans", sans-serif; }
  .title { font-size: 17px; font-weight: bold; }
  text.label { font-weight: bold; stroke: none; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #1e1e1e; } .grid { stroke: #4a4a4a; } .text { fill: #ffffff; }
    .faint { fill: #c0bfbc; }
    .ours { stroke: #78aeed; fill: #78aeed; } .scipy { stroke: #ffa348; fill: #ffa348; }
    .lemon { stroke: #dc8add; fill: #dc8add; }
  }
'''


def series_of(rows):
    """For each solver: (pairs, seconds), the fewest pairs first. Ties are another problem."""
    found = {}
    for row in rows:
        if row['tied']:
            continue
        pairs = row['mentees'] * row['mentors']
        times = {'ours': row['ours']['whole']['median_ms'],
                 **{peer: theirs['median_ms'] for peer, theirs in row['peers'].items()}}
        for name, ms in times.items():
            found.setdefault(name, []).append((pairs, ms / 1000))
    return {name: sorted(points) for name, points in found.items()}


def duration(seconds):
    if seconds < 0.1:
        return f'{seconds * 1000:.3g} ms'
    return f'{seconds:.3g} s'


def count(exponent):
    thousands = exponent - exponent % 3
    return f'{10 ** (exponent - thousands)} {COUNTS.get(thousands, "")}'.strip()


class Scale:
    """Whole decades of values onto pixels."""

    def __init__(self, values, start, end):
        self.first = math.floor(math.log10(min(values)))
        self.last = max(math.ceil(math.log10(max(values))), self.first + 1)
        self.start, self.end = start, end

    def __call__(self, value):
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    def decades(self):
        return range(self.first, self.last + 1)


def mark(name, x, y):
    if name == 'ours':
        return f'<circle class="{name}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
    if name == 'scipy':
        return f'<rect class="{name}" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>'
    return f'<path class="{name}" d="M{x:.1f} {y - 5:.1f}l5.5 9.5h-11z"/>'


def spread(places):
    """Heights for labels at these places, apart where one would stand in another's way."""
    heights = [y for _, y in places]
    placed = []
    for k in sorted(range(len(places)), key=lambda k: places[k][1]):
        above = [heights[other] + LABEL_HEIGHT for other in placed
                 if abs(places[other][0] - places[k][0]) < LABEL_WIDTH]
        heights[k] = max([heights[k], *above])
        placed.append(k)
    return heights


def axes(x, y):
    parts = []
    for e in x.decades():
        at = x(10 ** e)
        parts.append(f'<line class="grid" x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}"'
                     f' y2="{HEIGHT - BOTTOM}"/>')
        if e % 2 == 0 or len(x.decades()) < 6:
            parts.append(f'<text class="faint" x="{at:.1f}" y="{HEIGHT - BOTTOM + 20}"'
                         f' text-anchor="middle">{count(e)}</text>')
    for e in y.decades():
        at = y(10.0 ** e)
        parts.append(f'<line class="grid" x1="{LEFT}" y1="{at:.1f}" x2="{WIDTH - RIGHT}"'
                     f' y2="{at:.1f}"/>')
        parts.append(f'<text class="faint" x="{LEFT - 8}" y="{at + 4:.1f}"'
                     f' text-anchor="end">{duration(10.0 ** e)}</text>')
    parts.append(f'<text class="faint" x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 12}"'
                 f' text-anchor="middle">pairs to choose from</text>')
    return parts


def lines(series, x, y):
    parts = []
    heights = spread([(x(points[-1][0]), y(points[-1][1])) for points in series.values()])
    for (name, points), height in zip(series.items(), heights):
        way = ' '.join(f'{x(pairs):.1f},{y(seconds):.1f}' for pairs, seconds in points)
        parts.append(f'<polyline class="line {name}" points="{way}"/>')
        parts += [mark(name, x(pairs), y(seconds)) for pairs, seconds in points]
        pairs, seconds = points[-1]
        parts.append(f'<text class="label {name}" x="{x(pairs) + 11:.1f}" y="{height + 4.5:.1f}">'
                     f'{NAMES[name]} {duration(seconds)}</text>')
    return parts


def describe(series):
    told = []
    for name, points in series.items():
        times = ', '.join(f'{duration(seconds)} for {pairs:,} pairs' for pairs, seconds in points)
        told.append(f'{NAMES[name]}: {times}.')
    return ' '.join(told)


def draw(rows):
    series = series_of(rows)
    points = [point for one in series.values() for point in one]
    x = Scale([pairs for pairs, _ in points], LEFT, WIDTH - RIGHT)
    y = Scale([seconds for _, seconds in points], HEIGHT - BOTTOM, TOP)
    title = 'Time to the best pairing'
    return '\n'.join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-labelledby="title desc">',
        '<!-- SPDX-License-Identifier: GPL-3.0-or-later; made by tests/bench/run -->',
        f'<title id="title">{title}</title>',
        f'<desc id="desc">{escape(describe(series))}</desc>',
        f'<style>{STYLE}</style>',
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="12"/>',
        f'<text class="text title" x="{LEFT}" y="28">{title}</text>',
        f'<text class="faint" x="{LEFT}" y="48">both scales are logarithmic; ours includes scoring'
        ' every pair</text>',
        *axes(x, y),
        *lines(series, x, y),
        '</svg>', ''])
