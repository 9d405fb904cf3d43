#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLite: CHECK (column IN (…)) with three values or more builds a table of its own for each row that
# is written.
#
# Guessed: a list of constants in a CHECK is compared in place, or looked up in a table that is made
# once for the statement; a choice written as IN costs about what the same choice written with OR does.
# Seen: the list becomes an ephemeral table that is opened, filled and closed in every INSERT; with two
# values, or with OR, there is none. Four such columns made inserting 100,000 people several times
# slower: an import spends more on these checks than on the rows.
#
# Ends with 0 where that is still so, 1 where it changed, 77 where the version is not served.
set -euo pipefail

version=3.40.1-2+deb12u2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in "sqlite3=$version" "libsqlite3-0=$version" libreadline8 libtinfo6 zlib1g; do
  apt-get download -qq "$package" >/dev/null 2>&1 || exit 77
done
for file in ./*.deb; do
  dpkg -x "$file" root
done
libraries=$(find "$PWD/root" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:)

run() {
  LD_LIBRARY_PATH=$libraries root/usr/bin/sqlite3 "$@"
}

# How many tables of its own an INSERT opens, by how the check is written.
count() {
  run :memory: "CREATE TABLE t (side TEXT CHECK ($1)); EXPLAIN INSERT INTO t VALUES ('mentor');" |
    grep -c OpenEphemeral || true
}

# Milliseconds for 200,000 rows with four such columns.
measure() {
  local columns='' started ended
  for name in a b c d; do
    columns+=", $name TEXT CHECK (${1//side/$name})"
  done
  started=$(date +%s%3N)
  run :memory: "CREATE TABLE t (id INTEGER PRIMARY KEY$columns);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
    INSERT INTO t SELECT i, 'mentor', 'mentor', 'mentor', 'mentor' FROM n;"
  ended=$(date +%s%3N)
  echo $((ended - started))
}

three="side IN ('mentor', 'mentee', 'both')"
two="side IN ('mentor', 'mentee')"
or="side = 'mentor' OR side = 'mentee' OR side = 'both'"
seen="$(count "$three") $(count "$two") $(count "$or")"
slow=$(measure "$three")
fast=$(measure "$or")

echo "SQLite $(run --version | cut -d' ' -f1): tables opened for a row, IN of three, IN of two, OR: $seen"
echo "200,000 rows with four such columns: $slow ms with IN, $fast ms with OR"
[ "$seen" = '1 0 0' ] && [ "$slow" -gt $((2 * fast)) ]
