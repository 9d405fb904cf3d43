/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-xlsx-check.h"

#include <string.h>

/* An archive ends with a list of its files: PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16. Ours have no
 * comments and no files of 4 GiB. */

/* How much is unpacked at once. */
#define STEP 65536

#define LIST_ENTRY 0x02014B50
#define LIST_END_SIZE 22
#define LIST_ENTRY_SIZE 46
#define FILE_HEADER_SIZE 30

static const char sheet_name[] = "xl/worksheets/sheet1.xml";
static const char sheet_end[] = "</worksheet>";

typedef struct
{
  gsize place;
  gsize packed;
  gsize size;
} Entry;

static guint32
read_number (const guint8 *bytes,
             guint n)
{
  guint32 number = 0;

  for (guint i = n; i > 0; i--)
    number = number << 8 | bytes[i - 1];

  return number;
}

static gboolean
find_sheet (const guint8 *bytes,
            gsize size,
            Entry *entry)
{
  gsize place = size;

  if (size >= LIST_END_SIZE)
    place = read_number (bytes + size - LIST_END_SIZE + 16, 4);
  while (place + LIST_ENTRY_SIZE <= size && read_number (bytes + place, 4) == LIST_ENTRY)
    {
      const guint8 *here = bytes + place;
      gsize length = read_number (here + 28, 2);

      if (place + LIST_ENTRY_SIZE + length <= size && length == strlen (sheet_name)
          && memcmp (here + LIST_ENTRY_SIZE, sheet_name, length) == 0)
        {
          entry->packed = read_number (here + 20, 4);
          entry->size = read_number (here + 24, 4);
          entry->place = read_number (here + 42, 4);
          return TRUE;
        }
      place += LIST_ENTRY_SIZE + length + read_number (here + 30, 2) + read_number (here + 32, 2);
    }

  return FALSE;
}

static gboolean
has_end (const guint8 *packed,
         const Entry *entry)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (packed, (gssize) entry->packed,
                                                                     NULL);
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (in, G_CONVERTER (inflate));
  g_autofree char *buffer = g_malloc (STEP);
  const gsize end = strlen (sheet_end);
  gsize kept = 0;
  gsize read = 0;
  gsize n = 0;

  /* What is left of a step may be the start of the end. */
  while (g_input_stream_read_all (plain, buffer + kept, STEP - kept, &n, NULL, NULL) && n > 0)
    {
      gsize filled = kept + n;

      read += n;
      kept = MIN (filled, end);
      memmove (buffer, buffer + filled - kept, kept);
    }

  return read == entry->size && kept == end && memcmp (buffer, sheet_end, end) == 0;
}

gboolean
rm_xlsx_check_sheet (GBytes *book,
                     gsize least)
{
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (book, &size);
  Entry entry = { 0 };

  if (!find_sheet (bytes, size, &entry) || entry.size < least
      || entry.place + FILE_HEADER_SIZE > size)
    return FALSE;

  entry.place += FILE_HEADER_SIZE + read_number (bytes + entry.place + 26, 2)
                 + read_number (bytes + entry.place + 28, 2);
  return entry.place <= size && entry.packed <= size - entry.place
         && has_end (bytes + entry.place, &entry);
}
