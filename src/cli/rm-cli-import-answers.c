/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the window asks in its dialog, the command line is told by options. */

static gboolean
has_column (const RmImportPlan *plan,
            const char *text)
{
  RmImportPlan *copy = rm_import_plan_copy (plan);
  g_autoptr (GError) error = NULL;
  gboolean missing = !rm_import_plan_map (copy, text, &error)
                     && g_error_matches (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);

  rm_import_plan_free (copy);
  return !missing;
}

/* Each --map is about the first of the files that has such a column. */
static gboolean
apply_map (RmCliImportAnswers *self,
           RmImportPlan *plan,
           gboolean last,
           GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; self->map != NULL && self->map[i] != NULL; i++)
    {
      if (!last && !has_column (plan, self->map[i]))
        g_ptr_array_add (left, g_strdup (self->map[i]));
      else if (!rm_import_plan_map (plan, self->map[i], error))
        {
          g_ptr_array_set_free_func (left, g_free);
          return FALSE;
        }
    }

  g_ptr_array_add (left, NULL);
  g_strfreev (self->map);
  self->map = (char **) g_ptr_array_free (g_steal_pointer (&left), FALSE);
  return TRUE;
}

/* The lines that are said to be about the same people as before. */
static gboolean
apply_same (RmCliImportAnswers *self,
            RmImportPlan *plan,
            GError **error)
{
  const RmSheet *table = rm_import_plan_get_table (plan);

  for (char **text = self->same; text != NULL && *text != NULL; text++)
    {
      guint64 line = 0;
      guint row = 0;

      if (!g_ascii_string_to_unsigned (*text, 10, 1, G_MAXUINT, &line, NULL))
        {
          g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                       /* Translators: %s is what was typed */
                       _ ("“%s” is not the number of a line (--same-person)"), *text);
          return FALSE;
        }
      while (row < rm_sheet_get_n_rows (table) && rm_sheet_get_line (table, row) != line)
        row++;
      if (row == rm_sheet_get_n_rows (table))
        {
          g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                       /* Translators: %u is the number of a line of a file */
                       _ ("No row begins in line %u"), (guint) line);
          return FALSE;
        }
      rm_import_plan_set_row_same (plan, row, TRUE);
    }

  return TRUE;
}

static gboolean
apply_set (RmCliImportAnswers *self,
           RmImportPlan *plan,
           GError **error)
{
  for (char **text = self->set; text != NULL && *text != NULL; text++)
    {
      const char *equals = strchr (*text, '=');
      g_autofree char *key = g_strndup (*text, equals != NULL ? (gsize) (equals - *text) : 0);

      if (!rm_import_plan_set_constant (plan, key, equals != NULL ? equals + 1 : NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_cli_import_answers_read_dates (RmCliImportAnswers *self)
{
  if (g_strcmp0 (self->dates, "day-first") == 0)
    self->date_order = RM_DATE_ORDER_DAY_FIRST;
  else if (g_strcmp0 (self->dates, "month-first") == 0)
    self->date_order = RM_DATE_ORDER_MONTH_FIRST;
  else
    return self->dates == NULL;

  return TRUE;
}

gboolean
rm_cli_import_answers_read_scale (RmCliImportAnswers *self)
{
  g_auto (GStrv) ends = self->scale != NULL ? g_strsplit (self->scale, "-", -1) : NULL;
  guint64 lowest = 0;
  guint64 highest = 0;

  if (ends == NULL)
    return TRUE;
  if (g_strv_length (ends) != 2
      || !g_ascii_string_to_unsigned (ends[0], 10, 0, 99, &lowest, NULL)
      || !g_ascii_string_to_unsigned (ends[1], 10, lowest + 1, 100, &highest, NULL))
    return FALSE;

  self->lowest = (int) lowest;
  self->highest = (int) highest;
  return TRUE;
}

static gboolean
use_mapping (const RmCliImportAnswers *self,
             RmImportPlan *plan,
             GError **error)
{
  g_autofree char *text = NULL;

  if (self->mapping == NULL)
    return TRUE;

  return g_file_get_contents (self->mapping, &text, NULL, error)
         && rm_import_plan_use_mapping (plan, text, error);
}

/* Of the file of people, or of the last of ratings where there is none. */
static gboolean
write_mapping (RmCliImportAnswers *self,
               const RmImportPlan *plan,
               GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  if (self->write_mapping == NULL)
    return TRUE;

  path = g_steal_pointer (&self->write_mapping);
  text = rm_import_plan_dup_mapping (plan);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
rm_cli_import_answers_set_header (const RmCliImportAnswers *self,
                                  RmImport *import,
                                  GError **error)
{
  return self->header <= 0 || rm_import_set_header_line (import, (guint) self->header, error);
}

gboolean
rm_cli_import_answers_apply (RmCliImportAnswers *self,
                             RmImportPlan *plan,
                             gboolean last,
                             GError **error)
{
  gboolean people = rm_import_plan_get_kind (plan) == RM_IMPORT_PEOPLE;

  if (!use_mapping (self, plan, error))
    return FALSE;
  if (self->date_order != RM_DATE_ORDER_UNKNOWN)
    rm_import_plan_set_date_order (plan, self->date_order);
  if (self->highest > 0)
    rm_import_plan_set_scale (plan, self->lowest, self->highest);
  if (self->skills && people)
    rm_import_plan_take_matrix (plan);

  return apply_map (self, plan, last, error)
         && (!people || (apply_same (self, plan, error) && apply_set (self, plan, error)))
         && write_mapping (self, plan, error);
}

RmImportResult *
rm_cli_import_answers_evaluate (const RmCliImportAnswers *self,
                                RmImportPlan *plan,
                                GError **error)
{
  RmImportResult *result = rm_import_plan_evaluate (plan, rm_cli_progress, NULL, error);

  if (result == NULL || !self->gone_left || result->gone->len == 0)
    return result;

  for (guint i = 0; i < result->gone->len; i++)
    rm_import_plan_set_left (plan, g_array_index (result->gone, gint64, i), TRUE);
  rm_import_result_free (result);
  return rm_import_plan_evaluate (plan, rm_cli_progress, NULL, error);
}

void
rm_cli_import_answers_clear (RmCliImportAnswers *self)
{
  g_free (self->mapping);
  g_free (self->write_mapping);
  g_strfreev (self->map);
  g_strfreev (self->same);
  g_strfreev (self->set);
  g_free (self->dates);
  g_free (self->scale);
}
