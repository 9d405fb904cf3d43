#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# GLib: g_file_set_contents_full() without its flags leaves the end of a longer file that was there.
#
# Guessed: "sets the contents" means that the file has these contents afterwards;
# G_FILE_SET_CONTENTS_NONE only gives up that this is safe against a crash in the middle.
# Seen: the new bytes are written over the first of the old ones, and the rest of a longer old file
# stays; with G_FILE_SET_CONTENTS_CONSISTENT, or with g_file_set_contents(), it does not. A list that is
# exported over a longer one ends with people of the earlier list.
#
# Ends with 0 where that is still so, 1 where it changed, 77 where the version is not served.
set -euo pipefail

version=2.74.6-2+deb12u9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in "libglib2.0-0=$version" libpcre2-8-0; do
  apt-get download -qq "$package" >/dev/null 2>&1 || exit 77
done
for file in ./*.deb; do
  dpkg -x "$file" root
done
libraries=$(dirname "$(find root -name 'libglib-2.0.so.0' -print -quit)")

cat >probe.py <<'PROBE'
import ctypes
glib = ctypes.CDLL('libglib-2.0.so.0')
write = glib.g_file_set_contents_full
write.restype = ctypes.c_int
write.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ssize_t, ctypes.c_int, ctypes.c_int,
                  ctypes.c_void_p]
for name, flags in (('none', 0), ('consistent', 1)):
    assert write(b'list', b'Ada, Ben, Cleo', -1, flags, 0o600, None)
    assert write(b'list', b'Dora', -1, flags, 0o600, None)
    print(f'{name}: {open("list").read()}')
PROBE

seen=$(LD_LIBRARY_PATH=$PWD/$libraries /usr/bin/python3 probe.py)
echo "GLib $version, \"Dora\" written over \"Ada, Ben, Cleo\":"
echo "$seen"
[ "$seen" = $'none: Dora Ben, Cleo\nconsistent: Dora' ]
