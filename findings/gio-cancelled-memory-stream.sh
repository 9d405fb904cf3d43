#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# GIO: reading from a stream over memory does not look at its cancellable.
#
# Guessed: an operation that gets a cancellable which is cancelled already fails with
# G_IO_ERROR_CANCELLED, whatever kind of stream it is, as reading a file does.
# Seen: g_input_stream_read() and g_output_stream_splice() from a GMemoryInputStream return all bytes
# and no error; from a file both fail. So an export that is made in memory and cancelled before it is
# written is written all the same, unless the cancellable is asked by hand.
#
# Ends with 0 where that is still so, 1 where it changed, 77 where the version is not served.
set -euo pipefail

version=2.74.6-2+deb12u9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in libglib2.0-0 libpcre2-8-0 libffi8; do
  wanted=$package
  [ "$package" != libglib2.0-0 ] || wanted=$package=$version
  apt-get download -qq "$wanted" >/dev/null 2>&1 || exit 77
done
for file in ./*.deb; do
  dpkg -x "$file" root
done
libraries=$(dirname "$(find root -name 'libgio-2.0.so.0' -print -quit)")

cat >probe.py <<'PROBE'
import ctypes
gio = ctypes.CDLL('libgio-2.0.so.0')
POINTER = ctypes.c_void_p
for name, result, arguments in (
        ('g_cancellable_new', POINTER, []),
        ('g_cancellable_cancel', None, [POINTER]),
        ('g_file_new_for_path', POINTER, [ctypes.c_char_p]),
        ('g_file_read', POINTER, [POINTER, POINTER, POINTER]),
        ('g_memory_input_stream_new_from_data', POINTER, [ctypes.c_char_p, ctypes.c_ssize_t, POINTER]),
        ('g_memory_output_stream_new_resizable', POINTER, []),
        ('g_input_stream_read', ctypes.c_ssize_t,
         [POINTER, ctypes.c_char_p, ctypes.c_size_t, POINTER, POINTER]),
        ('g_output_stream_splice', ctypes.c_ssize_t,
         [POINTER, POINTER, ctypes.c_int, POINTER, POINTER])):
    function = getattr(gio, name)
    function.restype, function.argtypes = result, arguments
open('seven', 'wb').write(b'payroll')
cancelled = gio.g_cancellable_new()
gio.g_cancellable_cancel(cancelled)


def memory():
    return gio.g_memory_input_stream_new_from_data(b'payroll', 7, None)


def file():
    return gio.g_file_read(gio.g_file_new_for_path(b'seven'), None, None)


for source in (memory, file):
    buffer = ctypes.create_string_buffer(16)
    read = gio.g_input_stream_read(source(), buffer, 16, cancelled, None)
    spliced = gio.g_output_stream_splice(gio.g_memory_output_stream_new_resizable(), source(), 0,
                                         cancelled, None)
    print(f'{source.__name__}: read {read}, splice {spliced}')
PROBE

seen=$(LD_LIBRARY_PATH=$PWD/$libraries /usr/bin/python3 probe.py)
echo "GLib $version, with a cancellable that is cancelled:"
echo "$seen"
[ "$seen" = $'memory: read 7, splice 7\nfile: read -1, splice -1' ]
