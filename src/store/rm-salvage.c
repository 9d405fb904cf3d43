/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-salvage-private.h"

#include "store/rm-safe-file.h"
#include "store/rm-schema.h"
#include "store/rm-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Opening refuses a damaged file as a whole; this reads its content, and reports the damage. */

static void
find_in_file (RmSalvage *self,
              char *message,
              const char *remedy)
{
  rm_check_add_finding (self->check, "", 0, NULL, message, remedy);
}

/* A truncated file gets empty pages at its end: the content before them is readable. */
static GBytes *
fill_up (GBytes *bytes)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);
  guint64 full = rm_schema_get_full_size (data);
  guchar *filled = NULL;

  /* A damaged header may say anything. */
  if (full <= size || full > size * 16 + 1024 * 1024)
    return g_bytes_ref (bytes);

  filled = g_malloc0 (full);
  memcpy (filled, data, size);
  return g_bytes_new_take (filled, full);
}

/* The version of the file's schema; 0 if unknown. */
static gboolean
check_header (RmSalvage *self,
              GBytes *bytes,
              int *version,
              GError **error)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);
  GError *problem = NULL;

  *version = 0;
  /* SQLite refuses a file with a later format in its header. */
  if (size >= RM_SCHEMA_HEADER_SIZE && !rm_db_is_known_format (data))
    find_in_file (self, g_strdup (_ ("the file says that it is of a format that there is not")),
                  NULL);
  if (rm_schema_check_header_bytes (data, MIN (size, RM_SCHEMA_HEADER_SIZE), size, version,
                                    &problem))
    return TRUE;
  if (problem->code != RM_STORE_ERROR_DAMAGED && problem->code != RM_STORE_ERROR_SCHEMA)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  find_in_file (self, g_strdup (problem->message), NULL);
  g_error_free (problem);
  return TRUE;
}

/* Whether the layout is ours, and was migrated; otherwise rows are read unchanged. */
static gboolean
check_schema (RmSalvage *self,
              int version)
{
  g_autoptr (GError) error = NULL;

  if (version == 0)
    return FALSE;
  if (!rm_schema_check_text (self->db, version, &error))
    {
      find_in_file (self, g_strdup (error->message), _ ("it was laid out anew"));
      return FALSE;
    }

  return rm_schema_migrate (self->db, version, NULL);
}

/* Damaged values are reported here, with the names of people; damaged pages only by SQLite. */
static gboolean
is_about_value (const char *message)
{
  return strstr (message, "CHECK constraint failed") != NULL
         || strstr (message, "NULL value in") != NULL
         || strstr (message, " value in ") != NULL;
}

static void
check_pages (RmSalvage *self,
             const char *const *damage,
             gboolean values)
{
  for (guint i = 0; damage[i] != NULL; i++)
    if (is_about_value (damage[i]) == values)
      find_in_file (self, g_strdup (damage[i]), NULL);
}

typedef struct
{
  const RmEntity *entity;
} EntityRows;

static void
add_row (RmSalvage *self,
         gint64 id,
         const RmRaw *const *values,
         gpointer data)
{
  const EntityRows *rows = data;

  rm_check_add_row (self->check, rows->entity, id, values);
}

static void
read_entity (RmSalvage *self,
             const RmEntity *entity)
{
  g_autofree const char **columns = g_new0 (const char *, entity->n_fields);
  EntityRows rows = { entity };

  for (guint f = 0; f < entity->n_fields; f++)
    columns[f] = entity->fields[f].key;
  if (rm_salvage_read_rows (self, entity->name, columns, entity->n_fields, add_row, &rows))
    self->readable = TRUE;
  else
    rm_check_add_finding (self->check, entity->name, 0, NULL,
                          g_strdup (_ ("this table is missing")), NULL);
}

static void
read_everything (RmSalvage *self,
                 gboolean up_to_date)
{
  /* Damage is listed before rows are read: reading does not change anything. */
  g_auto (GStrv) damage = rm_db_list_damage (self->db);

  if (up_to_date)
    check_pages (self, (const char *const *) damage, FALSE);
  rm_salvage_check_document (self);
  read_entity (self, rm_settings_entity ());
  for (guint t = 0; t < RM_N_TABLES; t++)
    read_entity (self, rm_table_get_entity (t));
  rm_check_finish (self->check);
  rm_salvage_check_history (self);
  if (rm_check_is_sound (self->check))
    check_pages (self, (const char *const *) damage, TRUE);
}

RmSalvage *
rm_salvage_new_from_bytes (GBytes *bytes,
                           GError **error)
{
  g_autoptr (RmSalvage) self = g_new0 (RmSalvage, 1);
  g_autoptr (GBytes) whole = NULL;
  int version = 0;

  self->check = rm_check_new ();
  if (!check_header (self, bytes, &version, error))
    return NULL;
  whole = fill_up (bytes);
  self->db = rm_db_open_bytes (whole, error);
  if (self->db == NULL)
    return NULL;

  read_everything (self, check_schema (self, version));
  return g_steal_pointer (&self);
}

RmSalvage *
rm_salvage_new (GFile *file,
                GError **error)
{
  GError *io = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &io);
  g_autoptr (GBytes) bytes = NULL;

  /* Reading from a pipe would wait for ever. */
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE,
                           g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                             ? _ ("This is a folder, not a file")
                             : _ ("This is not a regular file"));
      return NULL;
    }
  if (info != NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, &io);
  if (bytes == NULL)
    {
      rm_safe_file_fail (io, _ ("open the file"), error);
      return NULL;
    }

  return rm_salvage_new_from_bytes (bytes, error);
}

void
rm_salvage_free (RmSalvage *self)
{
  g_clear_pointer (&self->db, rm_db_close);
  rm_check_free (self->check);
  g_free (self);
}

gboolean
rm_salvage_is_sound (RmSalvage *self)
{
  return rm_check_is_sound (self->check);
}

GPtrArray *
rm_salvage_get_findings (RmSalvage *self)
{
  return rm_check_get_findings (self->check);
}

GPtrArray *
rm_salvage_list_records (RmSalvage *self,
                         const RmEntity *entity)
{
  return rm_check_list_records (self->check, entity);
}

gboolean
rm_salvage_has_history (RmSalvage *self)
{
  return self->has_history;
}

gboolean
rm_salvage_is_readable (RmSalvage *self)
{
  return self->readable;
}

static gboolean
write_entity (RmStore *store,
              RmSalvage *self,
              const RmEntity *entity,
              GError **error)
{
  g_autoptr (GPtrArray) records = rm_check_list_records (self->check, entity);

  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

gboolean
rm_salvage_write (RmStore *store,
                  gpointer data,
                  GError **error)
{
  RmSalvage *self = data;
  g_autoptr (GPtrArray) settings = rm_check_list_records (self->check, rm_settings_entity ());

  if (settings->len > 0 && !rm_store_update (store, g_ptr_array_index (settings, 0), error))
    return FALSE;
  for (guint t = 0; t < RM_N_TABLES; t++)
    if (!write_entity (store, self, rm_table_get_entity (t), error))
      return FALSE;

  return TRUE;
}

guint
rm_salvage_count (RmSalvage *self)
{
  guint n = 0;

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      g_autoptr (GPtrArray) records
        = rm_check_list_records (self->check, rm_table_get_entity (t));

      n += records->len;
    }

  return n;
}
