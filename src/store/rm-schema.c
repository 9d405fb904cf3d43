/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "rm-store-resources.h"

/* The schema is a series of numbered files, resources/sql/NNNN.sql. Released ones are never edited;
 * the expected text of version N is the result of running the first N. */

enum
{
  OFFSET_PAGE_SIZE = 16,
  OFFSET_PAGES = 28,
  OFFSET_USER_VERSION = 60,
  OFFSET_APPLICATION_ID = 68,
};

static gboolean
run_migration (RmDb *db,
               int number,
               GError **error)
{
  g_autofree char *path = g_strdup_printf ("/org/example/ReverseMentor/sql/%04d.sql", number);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", number);
  g_autoptr (GBytes) sql = g_resource_lookup_data (rm_store_resources_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL)
    return FALSE;

  return rm_db_exec (db, g_bytes_get_data (sql, NULL), "set up the programme", error)
         && rm_db_exec (db, pragma, "set up the programme", error);
}

static gboolean
run_migrations (RmDb *db,
                int from,
                int to,
                GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", RM_SCHEMA_APPLICATION_ID);
  gboolean ok = TRUE;

  if (!rm_db_exec (db, "BEGIN IMMEDIATE", "set up the programme", error))
    return FALSE;

  rm_db_allow_schema_text (db, TRUE);
  for (int number = from + 1; number <= to && ok; number++)
    ok = run_migration (db, number, error);
  rm_db_allow_schema_text (db, FALSE);
  if (!ok)
    {
      rm_db_exec (db, "ROLLBACK", "set up the programme", NULL);
      return FALSE;
    }

  return rm_db_exec (db, mark, "set up the programme", error)
         && rm_db_exec (db, "COMMIT", "set up the programme", error);
}

gboolean
rm_schema_create (RmDb *db,
                  GError **error)
{
  return run_migrations (db, 0, RM_SCHEMA_VERSION, error);
}

gboolean
rm_schema_migrate (RmDb *db,
                   int version,
                   GError **error)
{
  return version == RM_SCHEMA_VERSION || run_migrations (db, version, RM_SCHEMA_VERSION, error);
}

static guint32
read_big_endian (const guchar *header,
                 gsize offset)
{
  guint32 value = 0;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
read_header (const char *path,
             guchar *header,
             gsize *got,
             guint64 *size,
             GError **error)
{
  GStatBuf info;
  FILE *file = g_fopen (path, "rbe");

  if (file == NULL || g_stat (path, &info) != 0)
    {
      int saved = errno;

      if (file != NULL)
        fclose (file);
      g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION,
                   _ ("The file cannot be read: %s"), g_strerror (saved));
      return FALSE;
    }
  *got = fread (header, 1, RM_SCHEMA_HEADER_SIZE, file);
  *size = (guint64) info.st_size;
  fclose (file);

  return TRUE;
}

guint64
rm_schema_get_full_size (const guchar *header)
{
  guint64 page_size = ((guint64) header[OFFSET_PAGE_SIZE] << 8) | header[OFFSET_PAGE_SIZE + 1];

  if (page_size == 1)
    page_size = 65536;
  return page_size >= 512 ? page_size * read_big_endian (header, OFFSET_PAGES) : 0;
}

static gboolean
check_size (const guchar *header,
            guint64 size,
            GError **error)
{
  guint64 full = rm_schema_get_full_size (header);

  if (full > 0 && size >= full)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED,
                       _ ("The file is damaged: its end is missing"));
  return FALSE;
}

gboolean
rm_schema_check_marks (gint64 application,
                       gint64 version,
                       GError **error)
{
  if (application != RM_SCHEMA_APPLICATION_ID)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_FOREIGN,
                           _ ("The file belongs to another application"));
      return FALSE;
    }
  if (version > RM_SCHEMA_VERSION)
    {
      g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NEWER,
                   /* Translators: two numbers of file formats, the first higher than the second */
                   _ ("The file was written by a newer version of Reverse Mentor, in format %d; this "
                      "one reads formats up to %d. Update Reverse Mentor, or open the copy in the "
                      "older format that the newer version left beside the file"),
                   (int) version, RM_SCHEMA_VERSION);
      return FALSE;
    }
  if (version < 1)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_SCHEMA,
                           _ ("The file is not laid out as a mentoring programme"));
      return FALSE;
    }

  return TRUE;
}

gboolean
rm_schema_check_header_bytes (const guchar *header,
                              gsize got,
                              guint64 size,
                              int *version,
                              GError **error)
{
  gint32 user_version = 0;

  if (got == 0)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_EMPTY, _ ("The file is empty"));
      return FALSE;
    }
  if (got < RM_SCHEMA_HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_SQLITE,
                           _ ("The file is not a mentoring programme"));
      return FALSE;
    }
  user_version = (gint32) read_big_endian (header, OFFSET_USER_VERSION);
  if (!rm_schema_check_marks (read_big_endian (header, OFFSET_APPLICATION_ID), user_version, error))
    return FALSE;

  *version = user_version;
  return check_size (header, size, error);
}

gboolean
rm_schema_check_header (const char *path,
                        int *version,
                        GError **error)
{
  guchar header[RM_SCHEMA_HEADER_SIZE] = { 0 };
  gsize got = 0;
  guint64 size = 0;

  return read_header (path, header, &got, &size, error)
         && rm_schema_check_header_bytes (header, got, size, version, error);
}

/* Running the migrations takes longer than anything else in opening a small file, and the result is
 * always the same. */
static const char *
expect_text (int version,
             GError **error)
{
  static GMutex mutex;
  static char *texts[RM_SCHEMA_VERSION + 1];
  g_autoptr (RmDb) model = NULL;

  g_mutex_lock (&mutex);
  if (texts[version] == NULL)
    {
      model = rm_db_open (":memory:", TRUE, error);
      if (model != NULL && run_migrations (model, 0, version, error))
        texts[version] = rm_db_dup_schema (model, error);
    }
  g_mutex_unlock (&mutex);

  return texts[version];
}

gboolean
rm_schema_check_text (RmDb *db,
                      int version,
                      GError **error)
{
  const char *expected = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (version >= 1 && version <= RM_SCHEMA_VERSION, FALSE);

  expected = expect_text (version, error);
  if (expected == NULL)
    return FALSE;
  found = rm_db_dup_schema (db, error);
  if (found == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_SCHEMA,
                       _ ("The file is not laid out as a mentoring programme"));
  return FALSE;
}
