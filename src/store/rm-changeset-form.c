/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-changeset-form.h"

#include <string.h>

/* The format is described in SQLite's ext/session/sqlite3session.c, "RECORD FORMAT" and
 * "CHANGESET FORMAT": for each table a header, then its rows; a row is an operation, and its values
 * before and after. */

enum
{
  MARK_TABLE = 'T',
  MARK_DELETE = 9,
  MARK_INSERT = 18,
  MARK_UPDATE = 23,

  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_REAL = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,

  /* SQLite's own limits are higher; no table of ours comes near. */
  MOST_COLUMNS = 200,
  LONGEST_NAME = 64,
};

typedef struct
{
  const guchar *at;
  gsize left;
  guint n_columns; /* of the current table; 0 before the first */
} Reader;

static gboolean
skip (Reader *self,
      gsize n)
{
  if (n > self->left)
    return FALSE;

  self->at += n;
  self->left -= n;
  return TRUE;
}

static gboolean
read_byte (Reader *self,
           guint *byte)
{
  if (self->left == 0)
    return FALSE;

  *byte = *self->at;
  return skip (self, 1);
}

/* Seven bits per byte, the highest first. Nothing of ours needs more than four bytes. */
static gboolean
read_varint (Reader *self,
             gsize *number)
{
  guint byte = 0x80;

  *number = 0;
  for (int i = 0; i < 5 && (byte & 0x80) != 0; i++)
    {
      if (!read_byte (self, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
    }

  return (byte & 0x80) == 0 && *number <= G_MAXINT32;
}

static gboolean
read_table (Reader *self)
{
  const guchar *end = NULL;
  gsize n = 0;

  if (!read_varint (self, &n) || n == 0 || n > MOST_COLUMNS || n > self->left)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (self->at[i] != (i == 0))
      return FALSE;
  skip (self, n);

  end = memchr (self->at, '\0', MIN (self->left, LONGEST_NAME));
  if (end == NULL || end == self->at || !g_utf8_validate ((const char *) self->at, -1, NULL))
    return FALSE;

  self->n_columns = (guint) n;
  return skip (self, (gsize) (end - self->at) + 1);
}

static gboolean
read_value (Reader *self,
            guint *type)
{
  gsize size = 0;

  if (!read_byte (self, type))
    return FALSE;

  switch (*type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;

    case VALUE_INTEGER:
    case VALUE_REAL:
      return skip (self, 8);

    case VALUE_TEXT:
      return read_varint (self, &size)
             && size <= self->left
             && g_utf8_validate_len ((const char *) self->at, size, NULL)
             && skip (self, size);

    case VALUE_BLOB:
      return read_varint (self, &size) && skip (self, size);

    default:
      return FALSE;
    }
}

static gboolean
read_record (Reader *self,
             gboolean complete,
             gboolean keyed)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint type = 0;

      if (!read_value (self, &type)
          || (complete && type == VALUE_UNDEFINED)
          || (keyed && i == 0 && type != VALUE_INTEGER))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_row (Reader *self,
          guint operation)
{
  guint indirect = 0;

  if (self->n_columns == 0 || !read_byte (self, &indirect) || indirect > 1)
    return FALSE;

  switch (operation)
    {
    case MARK_INSERT:
    case MARK_DELETE:
      return read_record (self, TRUE, TRUE);

    case MARK_UPDATE:
      return read_record (self, FALSE, TRUE) && read_record (self, FALSE, FALSE);

    default:
      return FALSE;
    }
}

gboolean
rm_changeset_is_well_formed (GBytes *changeset)
{
  Reader reader = { 0 };
  guint mark = 0;

  reader.at = g_bytes_get_data (changeset, &reader.left);
  while (reader.left > 0)
    if (!read_byte (&reader, &mark)
        || !(mark == MARK_TABLE ? read_table (&reader) : read_row (&reader, mark)))
      return FALSE;

  return TRUE;
}
