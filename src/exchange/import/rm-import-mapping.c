/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "core/model/rm-person.h"
#include "exchange/import/rm-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person answered about one file, for the next of the same system: a key file with the headers
 * and what each means. */

#define GROUP "mapping"

static const char *const kinds[] = { "people", "ratings" };
static const char *const orders[] = { "unknown", "day-first", "month-first" };

char *
rm_import_plan_dup_headers (const RmImportPlan *self)
{
  GString *text = g_string_new (kinds[self->kind]);

  for (guint c = 0; c < rm_sheet_get_n_columns (self->table); c++)
    {
      g_autofree char *key = rm_fold_key (rm_sheet_get_header (self->table, c));

      g_string_append_printf (text, "|%s", key);
    }
  return g_string_free (text, FALSE);
}

static void
put_columns (const RmImportPlan *self,
             GKeyFile *file)
{
  guint n = rm_sheet_get_n_columns (self->table);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  for (guint c = 0; c < n; c++)
    {
      const char *target = rm_import_plan_get_target (self, c);

      g_ptr_array_add (headers, (gpointer) rm_sheet_get_header (self->table, c));
      g_ptr_array_add (targets, (gpointer) (target != NULL ? target : "ignore"));
    }
  g_key_file_set_string_list (file, GROUP, "headers", (const char *const *) headers->pdata, n);
  g_key_file_set_string_list (file, GROUP, "targets", (const char *const *) targets->pdata, n);
}

static void
put_constants (const RmImportPlan *self,
               GKeyFile *file)
{
  const RmEntity *entity = rm_person_entity ();

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *text = g_hash_table_lookup (self->constants, &entity->fields[i]);

      if (text != NULL)
        g_key_file_set_string (file, "everybody", entity->fields[i].key, text);
    }
}

char *
rm_import_plan_dup_mapping (const RmImportPlan *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "kind", kinds[self->kind]);
  put_columns (self, file);
  if (self->date_order != RM_DATE_ORDER_UNKNOWN)
    g_key_file_set_string (file, GROUP, "dates", orders[self->date_order]);
  if (self->highest > 0)
    {
      g_key_file_set_integer (file, GROUP, "lowest", self->lowest);
      g_key_file_set_integer (file, GROUP, "highest", self->highest);
    }
  put_constants (self, file);

  return g_strchomp (g_key_file_to_data (file, NULL, NULL));
}

static gboolean
use_columns (RmImportPlan *self,
             GKeyFile *file,
             GError **error)
{
  gsize n_headers = 0;
  gsize n_targets = 0;
  g_auto (GStrv) headers = g_key_file_get_string_list (file, GROUP, "headers", &n_headers, NULL);
  g_auto (GStrv) targets = g_key_file_get_string_list (file, GROUP, "targets", &n_targets, NULL);

  if (headers == NULL || targets == NULL || n_headers != n_targets)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                           _ ("This is no mapping of columns"));
      return FALSE;
    }

  for (gsize i = 0; i < n_headers; i++)
    {
      guint column = 0;

      if (rm_sheet_find_column (self->table, headers[i], &column)
          && !rm_import_plan_set_target (self, column, targets[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
use_constants (RmImportPlan *self,
               GKeyFile *file,
               GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "everybody", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, "everybody", keys[i], NULL);

      if (!rm_import_plan_set_constant (self, keys[i], text, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_import_plan_use_mapping (RmImportPlan *self,
                            const char *text,
                            GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *dates = NULL;
  int lowest = 0;
  int highest = 0;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    g_key_file_remove_group (file, GROUP, NULL);
  if (!use_columns (self, file, error)
      || (self->kind == RM_IMPORT_PEOPLE && !use_constants (self, file, error)))
    return FALSE;

  dates = g_key_file_get_string (file, GROUP, "dates", NULL);
  for (guint i = 0; dates != NULL && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (dates, orders[i]))
      self->date_order = (RmDateOrder) i;
  lowest = g_key_file_get_integer (file, GROUP, "lowest", NULL);
  highest = g_key_file_get_integer (file, GROUP, "highest", NULL);
  if (lowest >= 0 && highest > lowest && highest <= 100)
    rm_import_plan_set_scale (self, lowest, highest);

  return TRUE;
}

void
rm_import_plan_note_mapping (RmImportPlan *self,
                             const char *day)
{
  g_ptr_array_set_size (self->notices, 0);
  g_ptr_array_add (self->notices,
                   rm_file_problem_new (RM_FILE_PROBLEM_REMEMBERED,
                                        /* Translators: %s is a date */
                                        g_strdup_printf (_ ("The columns are read as on %s, when a "
                                                            "file had the same ones"),
                                                         day)));
}
