/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-archive.h"

#include "exchange/sheet/rm-exchange-types.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* libarchive reads from the first entry to the last. A workbook's parts refer to each other in any
 * order, so each part begins a new pass; the zip's directory makes that cheap. Sizes that the
 * directory claims are never believed: what comes out is counted. */

struct _RmArchive
{
  /* borrowed */
  const guchar *bytes;
  gpointer data;

  /* owned */
  GHashTable *names; /* folded names of all parts */
  struct archive *zip;

  gsize length;
  RmProgressFunc progress;
  gint64 claimed;   /* size of the open part, as the directory has it */
  guint64 unpacked; /* bytes of it so far */
  guint64 total;    /* of all parts */
};

void
rm_archive_set_damaged (GError **error)
{
  if (error == NULL || *error == NULL)
    g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_DAMAGED,
                         _ ("The workbook is damaged or incomplete: get the file again, or open it "
                            "in a spreadsheet and save it anew"));
}

static void
close_zip (RmArchive *self)
{
  if (self->zip != NULL)
    archive_read_free (self->zip);
  self->zip = NULL;
}

static gboolean
begin_pass (RmArchive *self)
{
  close_zip (self);
  self->zip = archive_read_new ();
  return self->zip != NULL
         && archive_read_support_format_zip_seekable (self->zip) == ARCHIVE_OK
         && archive_read_open_memory (self->zip, self->bytes, self->length) == ARCHIVE_OK;
}

/* Some programs write names with backslashes; names of parts have no case. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name, -1);

  g_strdelimit (folded, "\\", '/');

  return folded;
}

/* The next part's folded name, or NULL at the end of the archive or where it is damaged. */
static char *
next_name (RmArchive *self,
           struct archive_entry **entry)
{
  while (TRUE)
    {
      int status = archive_read_next_header (self->zip, entry);
      const char *name = NULL;

      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        return NULL;
      name = archive_entry_pathname_utf8 (*entry);
      if (name == NULL)
        name = archive_entry_pathname (*entry);
      if (name != NULL)
        return fold_name (name);
    }
}

static gboolean
list_parts (RmArchive *self,
            GError **error)
{
  struct archive_entry *entry = NULL;

  for (char *name = next_name (self, &entry); name != NULL; name = next_name (self, &entry))
    {
      g_hash_table_add (self->names, name);
      if (g_hash_table_size (self->names) > RM_ARCHIVE_MAX_PARTS)
        {
          g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
                       /* Translators: %d is a number of files within a file */
                       _ ("The workbook has more than %d parts: copy the sheet into a new one"),
                       RM_ARCHIVE_MAX_PARTS);
          return FALSE;
        }
    }

  if (g_hash_table_size (self->names) > 0)
    return TRUE;

  rm_archive_set_damaged (error);
  return FALSE;
}

RmArchive *
rm_archive_new (const guchar *bytes,
                gsize length,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  g_autoptr (RmArchive) self = g_new0 (RmArchive, 1);

  self->bytes = bytes;
  self->length = length;
  self->progress = progress;
  self->data = data;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!begin_pass (self))
    {
      rm_archive_set_damaged (error);
      return NULL;
    }

  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

void
rm_archive_free (RmArchive *self)
{
  if (self == NULL)
    return;

  close_zip (self);
  g_hash_table_unref (self->names);
  g_free (self);
}

gboolean
rm_archive_has (const RmArchive *self,
                const char *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_contains (self->names, folded);
}

gboolean
rm_archive_open (RmArchive *self,
                 const char *name,
                 GError **error)
{
  g_autofree char *folded = fold_name (name);
  gboolean found = FALSE;

  if (g_hash_table_contains (self->names, folded) && begin_pass (self))
    while (!found)
      {
        struct archive_entry *entry = NULL;
        g_autofree char *here = next_name (self, &entry);

        if (here == NULL)
          break;
        found = g_str_equal (here, folded);
        if (found)
          self->claimed = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
      }

  self->unpacked = 0;
  if (!found)
    rm_archive_set_damaged (error);
  return found;
}

static gboolean
check_unpacked (const RmArchive *self,
                GError **error)
{
  guint64 most = RM_ARCHIVE_FREE + (guint64) self->length * RM_ARCHIVE_MAX_RATIO;

  if (self->unpacked <= RM_ARCHIVE_MAX_PART && self->total <= most)
    return TRUE;

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
               /* Translators: %u is a number of megabytes, %d a number of times */
               _ ("The workbook is not read, since it unpacks to more than %u MB or to %d times "
                  "its size: copy the cells that matter into a new one"),
               RM_ARCHIVE_MAX_PART / (1024 * 1024), RM_ARCHIVE_MAX_RATIO);
  return FALSE;
}

gssize
rm_archive_read (RmArchive *self,
                 char *buffer,
                 gsize size,
                 GError **error)
{
  la_ssize_t n = archive_read_data (self->zip, buffer, size);
  double done = 1;
  gboolean pause = FALSE;

  if (n < 0 && archive_read_has_encrypted_entries (self->zip) > 0)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_PASSWORD,
                           _ ("The file is protected by a password: save a copy without one and "
                              "import that"));
      return -1;
    }
  if (n < 0)
    {
      rm_archive_set_damaged (error);
      return -1;
    }

  pause = (self->unpacked ^ (self->unpacked + (guint64) n)) >> 16 != 0;
  self->unpacked += (guint64) n;
  self->total += (guint64) n;
  if (!check_unpacked (self, error))
    return -1;
  if (self->claimed > 0)
    done = MIN ((double) self->unpacked / (double) self->claimed, 1.0);
  if (pause && self->progress != NULL && !self->progress (done, self->data))
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                           _ ("Reading was stopped"));
      return -1;
    }

  return (gssize) n;
}

char *
rm_archive_load (RmArchive *self,
                 const char *name,
                 gsize most)
{
  g_autofree char *text = g_malloc0 (most + 1);
  gsize length = 0;

  if (!rm_archive_open (self, name, NULL))
    return NULL;

  while (length < most)
    {
      gssize n = rm_archive_read (self, text + length, most - length, NULL);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      length += (gsize) n;
    }

  return g_steal_pointer (&text);
}
