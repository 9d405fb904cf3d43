/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-records-import.h"

#include "app/commands/rm-commands-private.h"
#include "app/commands/rm-record-rules.h"
#include "core/base/rm-fold.h"
#include "exchange/csv/rm-csv-reader.h"

#include <glib/gi18n-lib.h>

/* The folded content of a record: two with the same are one. If names are unique, only the name
 * counts. */
static char *
make_key (gconstpointer record,
          gboolean by_name)
{
  const RmEntity *entity = ((const RmRecord *) record)->entity;
  GString *key = g_string_new (NULL);

  for (guint f = 0; f < entity->n_fields; f++)
    {
      g_autofree char *text = rm_record_format (record, &entity->fields[f]);
      g_autofree char *folded = rm_fold (text);

      if (!by_name || g_str_equal (entity->fields[f].key, "name"))
        g_string_append_printf (key, "%s\n", folded);
    }

  return g_string_free (key, FALSE);
}

static GPtrArray *
list_new (RmProgramme *programme,
          RmTable table,
          GPtrArray *records)
{
  gboolean by_name = rm_record_rules_get (table)->taken != NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *added = g_ptr_array_new ();

  for (guint i = 0; i < rm_programme_count (programme, table); i++)
    g_hash_table_add (known, make_key (rm_programme_get (programme, table, i), by_name));
  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_add (known, make_key (g_ptr_array_index (records, i), by_name)))
      g_ptr_array_add (added, g_ptr_array_index (records, i));

  return added;
}

static gboolean
insert_all (RmStore *store,
            gpointer data,
            GError **error)
{
  const GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

gboolean
rm_records_import (RmSession *session,
                   RmTable table,
                   GFile *file,
                   RmRecordsImported *imported,
                   GError **error)
{
  const RmRecordRules *rules = rm_record_rules_get (table);
  g_autoptr (RmCsvTable) read = rm_csv_reader_load (file, RM_CSV_MAX_ROWS, NULL, NULL, error);
  g_autoptr (RmRecordsTable) records = NULL;
  g_autoptr (GPtrArray) added = NULL;

  g_return_val_if_fail (rules->import != NULL, FALSE);

  *imported = (RmRecordsImported) { 0 };
  if (read == NULL)
    return FALSE;
  records = rm_records_table_new (read, rm_table_get_entity (table), error);
  if (records == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  if (rm_programme_count (rm_session_get_programme (session), table) + records->records->len
      > RM_RECORDS_MOST)
    {
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_CAPACITY,
                   /* Translators: numbers of rows */
                   _ ("The file has %u rows; a programme holds %u of them at most"),
                   records->records->len, RM_RECORDS_MOST);
      return FALSE;
    }

  added = list_new (rm_session_get_programme (session), table, records->records);
  if (added->len > 0 && !rm_session_edit (session, _ (rules->import), insert_all, added, error))
    return FALSE;

  imported->n_added = added->len;
  imported->n_known = records->records->len - added->len;
  imported->n_left_out = records->n_left_out;
  imported->problems = g_ptr_array_ref (records->problems);
  imported->ignored = g_ptr_array_ref (records->ignored);
  return TRUE;
}

void
rm_records_imported_clear (RmRecordsImported *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
}
