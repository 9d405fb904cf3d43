/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-plan-private.h"

#include "core/base/rm-fold.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The plan holds what a person decides: columns, corrected cells, rows left out. It computes
 * nothing that depends on rows: an RmImportRun does that afresh each time, so no preview is
 * stale. */

void
rm_import_column_clear (gpointer data)
{
  RmImportColumn *column = data;

  g_clear_pointer (&column->key, g_free);
  g_clear_pointer (&column->skill, g_free);
  column->field = NULL;
}

static RmImportColumn *
column_at (const RmImportPlan *self,
           guint column)
{
  return &g_array_index (self->columns, RmImportColumn, column);
}

static void
use_target (RmImportColumn *column,
            const RmImportTarget *target)
{
  column->key = g_strdup (target->key);
  column->part = target->part;
  column->field = target->field;
}

/* Reads what a column could be; a skill's own name only where it is known. */
gboolean
rm_import_plan_understand (const RmImportPlan *self,
                           const char *text,
                           RmImportColumn *column)
{
  g_autofree char *key = rm_import_target_fold (text);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, key));
  g_autofree char *skill = NULL;
  const RmField *field = NULL;

  if (index > 0)
    {
      use_target (column, &g_array_index (self->targets, RmImportTarget, index - 1));
      return TRUE;
    }
  if (self->kind != RM_IMPORT_PEOPLE || !rm_import_target_parse_skill (text, &skill, &field))
    return FALSE;

  column->key = g_strconcat (field->key, ":", skill, NULL);
  column->part = RM_IMPORT_PART_RATING;
  column->field = field;
  column->skill = g_steal_pointer (&skill);
  return TRUE;
}

static gboolean
keys_equal (const char *a,
            const char *b)
{
  g_autofree char *first = rm_fold (a);
  g_autofree char *second = rm_fold (b);

  return g_str_equal (first, second);
}

guint
rm_import_plan_find_key (const RmImportPlan *self,
                         const char *key,
                         guint except)
{
  for (guint c = 0; c < self->columns->len; c++)
    {
      const char *other = column_at (self, c)->key;

      if (c != except && other != NULL && keys_equal (other, key))
        return c;
    }

  return RM_FILE_NOWHERE;
}

RmImportPlan *
rm_import_plan_new (RmSheet *table,
                    RmImportKind kind,
                    RmProgramme *programme,
                    GPtrArray *ratings)
{
  RmImportPlan *self = g_new0 (RmImportPlan, 1);

  self->kind = kind;
  self->table = rm_sheet_ref (table);
  self->programme = rm_programme_ref (programme);
  self->ratings = ratings != NULL ? g_ptr_array_ref (ratings) : NULL;
  self->targets = rm_import_target_list_new (
    kind, rm_programme_get_settings (programme)->special_category == 1);
  self->words = rm_import_target_index_new (self->targets);
  self->columns = g_array_new (FALSE, TRUE, sizeof (RmImportColumn));
  g_array_set_clear_func (self->columns, rm_import_column_clear);
  g_array_set_size (self->columns, rm_sheet_get_n_columns (table));
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->skipped = g_hash_table_new (NULL, NULL);
  self->same = g_hash_table_new (NULL, NULL);
  self->matrix = g_hash_table_new (NULL, NULL);
  self->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->constants = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  rm_import_plan_guess (self);

  return self;
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, key);

  return copy;
}

RmImportPlan *
rm_import_plan_copy (const RmImportPlan *self)
{
  RmImportPlan *copy = g_new0 (RmImportPlan, 1);
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  copy->kind = self->kind;
  copy->table = rm_sheet_ref (self->table);
  copy->programme = rm_programme_ref (self->programme);
  copy->ratings = self->ratings != NULL ? g_ptr_array_ref (self->ratings) : NULL;
  copy->targets = g_array_ref (self->targets);
  copy->words = g_hash_table_ref (self->words);
  copy->columns = g_array_new (FALSE, TRUE, sizeof (RmImportColumn));
  g_array_set_clear_func (copy->columns, rm_import_column_clear);
  for (guint c = 0; c < self->columns->len; c++)
    {
      RmImportColumn column = *column_at (self, c);

      column.key = g_strdup (column.key);
      column.skill = g_strdup (column.skill);
      g_array_append_val (copy->columns, column);
    }

  copy->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->cells, g_memdup2 (key, sizeof (guint64)), g_strdup (value));
  copy->skipped = copy_set (self->skipped);
  copy->same = copy_set (self->same);
  copy->matrix = copy_set (self->matrix);
  copy->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->left, g_memdup2 (key, sizeof (gint64)));
  copy->constants = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_iter_init (&iter, self->constants);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->constants, key, g_strdup (value));

  copy->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  for (guint i = 0; i < self->notices->len; i++)
    g_ptr_array_add (copy->notices, rm_file_problem_copy (g_ptr_array_index (self->notices, i)));
  copy->today = g_strdup (self->today);
  copy->lowest = self->lowest;
  copy->highest = self->highest;
  copy->date_order = self->date_order;

  return copy;
}

void
rm_import_plan_free (RmImportPlan *self)
{
  if (self == NULL)
    return;

  rm_sheet_unref (self->table);
  rm_programme_unref (self->programme);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_hash_table_unref (self->words);
  g_array_unref (self->targets);
  g_array_unref (self->columns);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->skipped);
  g_hash_table_unref (self->same);
  g_hash_table_unref (self->matrix);
  g_hash_table_unref (self->left);
  g_hash_table_unref (self->constants);
  g_ptr_array_unref (self->notices);
  g_free (self->today);
  g_free (self);
}

RmSheet *
rm_import_plan_get_table (const RmImportPlan *self)
{
  return self->table;
}

RmImportKind
rm_import_plan_get_kind (const RmImportPlan *self)
{
  return self->kind;
}

GArray *
rm_import_plan_get_targets (const RmImportPlan *self)
{
  return self->targets;
}

const char *
rm_import_plan_get_target (const RmImportPlan *self,
                           guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return column_at (self, column)->key;
}

char *
rm_import_plan_dup_target_label (const RmImportPlan *self,
                                 guint column)
{
  const RmImportColumn *mapped = NULL;

  g_return_val_if_fail (column < self->columns->len, NULL);

  mapped = column_at (self, column);
  if (mapped->key == NULL)
    return g_strdup (_ ("Ignored"));
  if (mapped->part == RM_IMPORT_PART_RATING)
    return g_strdup_printf ("%s: %s", g_dgettext (GETTEXT_PACKAGE, mapped->field->label),
                            mapped->skill);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const RmImportTarget *target = &g_array_index (self->targets, RmImportTarget, i);

      if (g_str_equal (target->key, mapped->key))
        return g_strdup (g_dgettext (GETTEXT_PACKAGE, target->label));
    }

  return g_strdup (mapped->key);
}

static char *
list_targets (const RmImportPlan *self)
{
  GString *out = g_string_new ("ignore");

  for (guint i = 0; i < self->targets->len; i++)
    g_string_append_printf (out, ", %s", g_array_index (self->targets, RmImportTarget, i).key);
  if (self->kind == RM_IMPORT_PEOPLE)
    g_string_append (out, ", level:…, target:…, importance:…");

  return g_string_free (out, FALSE);
}

/* The notices about a column that is set by hand have been read. */
static void
drop_notices (RmImportPlan *self,
              guint column)
{
  for (guint i = self->notices->len; i > 0; i--)
    if (((RmFileProblem *) g_ptr_array_index (self->notices, i - 1))->column == column)
      g_ptr_array_remove_index (self->notices, i - 1);
}

gboolean
rm_import_plan_set_target (RmImportPlan *self,
                           guint column,
                           const char *target,
                           GError **error)
{
  RmImportColumn meant = { 0 };
  g_autofree char *word = rm_fold_key (target);
  guint other = 0;

  g_return_val_if_fail (column < self->columns->len, FALSE);

  if (*word != '\0' && !g_str_equal (word, "ignore") && !rm_import_plan_understand (self, target, &meant))
    {
      g_autofree char *list = list_targets (self);

      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TARGET,
                   /* Translators: first what a person typed, then a list of words */
                   _ ("A column cannot be imported as “%s”. Possible are: %s"), target, list);
      return FALSE;
    }

  other = meant.key != NULL ? rm_import_plan_find_key (self, meant.key, column) : RM_FILE_NOWHERE;
  if (other != RM_FILE_NOWHERE)
    rm_import_column_clear (column_at (self, other));
  drop_notices (self, column);
  rm_import_column_clear (column_at (self, column));
  *column_at (self, column) = meant;

  return TRUE;
}

gboolean
rm_import_plan_map (RmImportPlan *self,
                    const char *text,
                    GError **error)
{
  const char *equals = strrchr (text, '=');
  gsize length = equals != NULL ? (gsize) (equals - text) : strlen (text);
  g_autofree char *name = g_strndup (text, length);
  guint column = 0;

  if (equals == NULL || !rm_sheet_find_column (self->table, name, &column))
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint c = 0; c < self->columns->len; c++)
        g_string_append_printf (list, "%s%s", c > 0 ? ", " : "",
                                rm_sheet_get_header (self->table, c));
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                   /* Translators: first what a person typed, then a list of columns */
                   _ ("“%s” does not say column=target with a column of the file. Its columns "
                      "are: %s"),
                   text, list->str);
      return FALSE;
    }

  return rm_import_plan_set_target (self, column, equals + 1, error);
}

static gboolean
has_part (const RmImportPlan *self,
          RmImportPart part,
          const char *key)
{
  for (guint c = 0; c < self->columns->len; c++)
    if (column_at (self, c)->key != NULL && column_at (self, c)->part == part
        && (key == NULL || g_str_equal (column_at (self, c)->key, key)))
      return TRUE;

  return FALSE;
}

gboolean
rm_import_plan_check_mapping (const RmImportPlan *self,
                              GError **error)
{
  const char *message = NULL;

  if (!has_part (self, RM_IMPORT_PART_STAFF_NO, NULL)
      && !has_part (self, RM_IMPORT_PART_EMAIL, NULL)
      && !has_part (self, RM_IMPORT_PART_NAME, NULL)
      && !has_part (self, RM_IMPORT_PART_GIVEN_NAME, NULL)
      && !has_part (self, RM_IMPORT_PART_FAMILY_NAME, NULL)
      && !has_part (self, RM_IMPORT_PART_PERSON, NULL))
    message = _ ("No column says who a row is about: choose the one with the staff number, the "
                 "e-mail address or the name");
  else if (self->kind == RM_IMPORT_RATINGS && !has_part (self, RM_IMPORT_PART_SKILL, NULL))
    message = _ ("No column says which skill a row is about: choose it");
  else if (self->kind == RM_IMPORT_RATINGS && !has_part (self, RM_IMPORT_PART_FIELD, "level")
           && !has_part (self, RM_IMPORT_PART_FIELD, "target"))
    message = _ ("No column holds a level or a target: choose one");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN, message);
  return FALSE;
}

static gint64
cell_key (guint row,
          guint column)
{
  return (gint64) row << 32 | column;
}

const char *
rm_import_plan_get_cell (const RmImportPlan *self,
                         guint row,
                         guint column)
{
  gint64 key = cell_key (row, column);
  const char *text = NULL;

  if (g_hash_table_size (self->cells) > 0)
    text = g_hash_table_lookup (self->cells, &key);

  return text != NULL ? text : rm_csv_unguard (rm_sheet_get_cell (self->table, row, column));
}

gboolean
rm_import_plan_is_corrected (const RmImportPlan *self,
                             guint row)
{
  for (guint c = 0; c < self->columns->len && g_hash_table_size (self->cells) > 0; c++)
    {
      gint64 key = cell_key (row, c);

      if (g_hash_table_contains (self->cells, &key))
        return TRUE;
    }

  return FALSE;
}

void
rm_import_plan_set_cell (RmImportPlan *self,
                         guint row,
                         guint column,
                         const char *text)
{
  gint64 key = cell_key (row, column);

  g_return_if_fail (row < rm_sheet_get_n_rows (self->table));
  g_return_if_fail (column < self->columns->len);

  if (text == NULL)
    g_hash_table_remove (self->cells, &key);
  else
    g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), g_strdup (text));
}

gboolean
rm_import_plan_get_row_skipped (const RmImportPlan *self,
                                guint row)
{
  return g_hash_table_contains (self->skipped, GUINT_TO_POINTER (row));
}

static void
set_in (GHashTable *rows,
        guint row,
        gboolean in)
{
  if (in)
    g_hash_table_add (rows, GUINT_TO_POINTER (row));
  else
    g_hash_table_remove (rows, GUINT_TO_POINTER (row));
}

void
rm_import_plan_set_row_skipped (RmImportPlan *self,
                                guint row,
                                gboolean skipped)
{
  set_in (self->skipped, row, skipped);
}

gboolean
rm_import_plan_set_constant (RmImportPlan *self,
                             const char *key,
                             const char *text,
                             GError **error)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), key);
  g_autoptr (RmRecord) person = (RmRecord *) rm_person_new ();

  if (field == NULL || !field->imported || field->type == RM_FIELD_REFERENCE)
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TARGET,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is no field of people that all of a file could share"), key);
      return FALSE;
    }
  if (text == NULL || *text == '\0')
    {
      g_hash_table_remove (self->constants, field);
      return TRUE;
    }
  if (!rm_import_plan_parse (self, person, field, text, error))
    return FALSE;

  g_hash_table_insert (self->constants, (gpointer) field, g_strdup (text));
  return TRUE;
}

const char *
rm_import_plan_get_constant (const RmImportPlan *self,
                             const char *key)
{
  return g_hash_table_lookup (self->constants, rm_entity_find_field (rm_person_entity (), key));
}

void
rm_import_plan_set_left (RmImportPlan *self,
                         gint64 person,
                         gboolean left)
{
  if (left)
    g_hash_table_add (self->left, g_memdup2 (&person, sizeof person));
  else
    g_hash_table_remove (self->left, &person);
}

gboolean
rm_import_plan_get_row_same (const RmImportPlan *self,
                             guint row)
{
  return g_hash_table_contains (self->same, GUINT_TO_POINTER (row));
}

void
rm_import_plan_set_row_same (RmImportPlan *self,
                             guint row,
                             gboolean same)
{
  set_in (self->same, row, same);
}

RmDates *
rm_import_plan_learn_dates (const RmImportPlan *self,
                            guint column)
{
  RmDates *dates = rm_dates_new (self->date_order);

  for (guint r = 0; r < rm_sheet_get_n_rows (self->table); r++)
    rm_dates_learn (dates, rm_import_plan_get_cell (self, r, column));

  return dates;
}

void
rm_import_plan_set_date_order (RmImportPlan *self,
                               RmDateOrder order)
{
  self->date_order = order;
}

RmDateOrder
rm_import_plan_get_date_order (const RmImportPlan *self)
{
  return self->date_order;
}

void
rm_import_plan_set_today (RmImportPlan *self,
                             const char *day)
{
  g_free (self->today);
  self->today = g_strdup (day);
}

gboolean
rm_import_plan_parse (const RmImportPlan *self,
                      gpointer record,
                      const RmField *field,
                      const char *text,
                      GError **error)
{
  int level = RM_UNKNOWN;

  if (rm_import_plan_parse_level (self, record, field, text))
    return TRUE;
  if (field == rm_entity_find_field (rm_person_entity (), "level"))
    level = rm_seniority_find_level (self->programme, text);
  if (level == RM_UNKNOWN)
    return rm_words_parse (record, field, text, error);

  rm_record_set_int (record, field, level);
  return TRUE;
}
