/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-memory.h"

#include "store/rm-safe-file.h"

/* One file for all documents; the last one closed is at its end. */

#define MOST_DOCUMENTS 40
#define MOST_LINES 2000

static char *
dup_path (RmDocument *document)
{
  return rm_document_dup_state_path (document, "gap-layouts");
}

static char *
dup_group (RmDocument *document)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, rm_document_get_uid (document));
}

/* A missing or damaged file counts as empty. */
static GKeyFile *
read_file (const char *path)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

/* Half a list would be worse than none. */
static void
put_lines (GKeyFile *file,
           const char *group,
           const char *key,
           GHashTable *lines)
{
  guint n = 0;
  g_autofree gpointer *array = g_hash_table_get_keys_as_array (lines, &n);

  if (n > 0 && n <= MOST_LINES)
    g_key_file_set_string_list (file, group, key, (const char *const *) array, n);
}

static void
put_text (GKeyFile *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
forget_oldest (GKeyFile *file)
{
  gsize n = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n);

  for (gsize k = 0; k + MOST_DOCUMENTS < n; k++)
    g_key_file_remove_group (file, groups[k], NULL);
}

void
rm_gap_memory_save (RmDocument *document,
                    const RmGapLayout *layout)
{
  g_autofree char *path = dup_path (document);
  g_autofree char *group = dup_group (document);
  g_autoptr (GKeyFile) file = read_file (path);
  gboolean known = g_key_file_remove_group (file, group, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  put_lines (file, group, "hidden-rows", layout->rows.hidden);
  put_lines (file, group, "open-rows", layout->rows.open);
  put_text (file, group, "rows-by", layout->rows.by);
  put_lines (file, group, "hidden-columns", layout->columns.hidden);
  put_lines (file, group, "open-columns", layout->columns.open);
  put_text (file, group, "columns-by", layout->columns.by);
  put_text (file, group, "category", layout->category);
  if (!known && !g_key_file_has_group (file, group))
    return;

  forget_oldest (file);
  data = g_key_file_to_data (file, &size, NULL);
  rm_safe_file_write (path, data, size, NULL);
}

static void
take_lines (GKeyFile *file,
            const char *group,
            const char *key,
            GHashTable *lines)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint k = 0; list != NULL && list[k] != NULL; k++)
    g_hash_table_add (lines, g_strdup (list[k]));
}

static void
take_text (GKeyFile *file,
           const char *group,
           const char *key,
           char **text)
{
  g_free (*text);
  *text = g_key_file_get_string (file, group, key, NULL);
}

void
rm_gap_memory_load (RmDocument *document,
                    RmGapLayout *layout)
{
  g_autofree char *path = dup_path (document);
  g_autofree char *group = dup_group (document);
  g_autoptr (GKeyFile) file = read_file (path);

  take_lines (file, group, "hidden-rows", layout->rows.hidden);
  take_lines (file, group, "open-rows", layout->rows.open);
  take_text (file, group, "rows-by", &layout->rows.by);
  take_lines (file, group, "hidden-columns", layout->columns.hidden);
  take_lines (file, group, "open-columns", layout->columns.open);
  take_text (file, group, "columns-by", &layout->columns.by);
  take_text (file, group, "category", &layout->category);
}
