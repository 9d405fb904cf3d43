/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-skill.h"
#include "exchange/import/rm-import-plan-private.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Skills matrices: people down, skills across, levels in the cells. Whether columns of small numbers
 * are levels, and on which scale, only a person can say. */

/* So few columns are no matrix. */
#define LEAST_COLUMNS 3

/* So many values tell enough. */
#define ENOUGH 1000

/* The highest number that could be a level on somebody's scale. */
#define MOST 10

/* The level of whoever only has a cross. */
#define MARK_LEVEL 3

static gboolean
is_mark (const char *text)
{
  static const char *const marks[] = { "x", "X", "✓", "✔", "☑", "✅", "●", "•", NULL };
  g_autofree char *sign = g_strstrip (g_strdup (text));

  return g_strv_contains (marks, sign);
}

static gboolean
is_level_field (const RmField *field)
{
  const RmEntity *rating = rm_rating_entity ();

  return field == rm_entity_find_field (rating, "level")
         || field == rm_entity_find_field (rating, "target");
}

/* The number at the start of "3", "3.5", "3,5", "3 - good" and "3/4". */
static gboolean
read_number (const char *text,
             double *number)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char *end = NULL;

  g_strdelimit (plain, ",", '.');
  *number = g_ascii_strtod (plain, &end);
  if (end == plain || !g_ascii_isdigit (*plain))
    return FALSE;

  end += strspn (end, " ");
  return *end == '\0' || strchr ("-–—:(=/", *end) != NULL;
}

void
rm_import_plan_set_scale (RmImportPlan *self,
                          int lowest,
                          int highest)
{
  g_return_if_fail (lowest >= 0 && (lowest < highest || highest == 0));

  self->lowest = lowest;
  self->highest = highest;
}

void
rm_import_plan_get_scale (const RmImportPlan *self,
                          int *lowest,
                          int *highest)
{
  *lowest = self->lowest;
  *highest = self->highest;
}

/* The lowest of a scale that starts at 0 is 0, of others 1; the highest is 5. */
static gboolean
scale_number (const RmImportPlan *self,
              double number,
              int *level)
{
  int first = self->lowest == 0 ? 0 : 1;
  double share = (number - self->lowest) / (self->highest - self->lowest);

  if (share < 0 || share > 1)
    return FALSE;

  *level = first + (int) (share * (5 - first) + 0.5);
  return TRUE;
}

gboolean
rm_import_plan_parse_level (const RmImportPlan *self,
                            gpointer record,
                            const RmField *field,
                            const char *text)
{
  double number = 0;
  int level = 0;

  if (!is_level_field (field))
    return FALSE;

  /* In a list of ratings a cross is no level. */
  if (self->kind == RM_IMPORT_PEOPLE && is_mark (text))
    level = MARK_LEVEL;
  else if (self->highest == 0 || !read_number (text, &number)
           || !scale_number (self, number, &level))
    return FALSE;

  rm_record_set_int (record, field, level);
  return TRUE;
}

static gboolean
could_be_level (const RmImportPlan *self,
                gpointer rating,
                const char *text)
{
  const RmField *field = rm_entity_find_field (rm_rating_entity (), "level");
  double number = 0;

  return rm_import_plan_parse (self, rating, field, text, NULL)
         || (read_number (text, &number) && number <= MOST);
}

static gboolean
looks_like_levels (const RmImportPlan *self,
                   guint c)
{
  g_autoptr (RmRecord) rating = rm_record_new (rm_rating_entity ());
  guint n = 0;
  guint n_good = 0;

  for (guint r = 0; r < rm_sheet_get_n_rows (self->table) && n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (self, r, c);

      if (text[strspn (text, " \t\r\n")] == '\0')
        continue;
      n++;
      n_good += could_be_level (self, rating, text);
    }

  return n >= 2 && n_good * 5 >= n * 4;
}

GArray *
rm_import_plan_list_matrix (const RmImportPlan *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; self->kind == RM_IMPORT_PEOPLE && c < self->columns->len; c++)
    if (g_array_index (self->columns, RmImportColumn, c).key == NULL
        && rm_sheet_has_header (self->table, c)
        && !rm_words_contain ("matrix", "other", rm_sheet_get_header (self->table, c))
        && looks_like_levels (self, c))
      g_array_append_val (columns, c);
  if (columns->len < LEAST_COLUMNS)
    g_array_set_size (columns, 0);

  return columns;
}

void
rm_import_plan_take_matrix (RmImportPlan *self)
{
  g_autoptr (GArray) columns = rm_import_plan_list_matrix (self);

  for (guint i = 0; i < columns->len; i++)
    {
      guint c = g_array_index (columns, guint, i);
      const char *header = rm_sheet_get_header (self->table, c);

      g_hash_table_add (self->matrix, GUINT_TO_POINTER (c));
      if (!rm_import_plan_set_target (self, c, header, NULL))
        {
          g_autofree char *target = g_strconcat ("level:", header, NULL);

          rm_import_plan_set_target (self, c, target, NULL);
        }
    }
  for (guint i = self->notices->len; i > 0; i--)
    if (((RmFileProblem *) g_ptr_array_index (self->notices, i - 1))->type == RM_FILE_PROBLEM_MATRIX)
      g_ptr_array_remove_index (self->notices, i - 1);
}

void
rm_import_plan_drop_matrix (RmImportPlan *self)
{
  GHashTableIter iter;
  gpointer column = NULL;

  g_hash_table_iter_init (&iter, self->matrix);
  while (g_hash_table_iter_next (&iter, &column, NULL))
    rm_import_plan_set_target (self, GPOINTER_TO_UINT (column), "ignore", NULL);
  g_hash_table_remove_all (self->matrix);
  rm_import_plan_note_matrix (self);
}

static gboolean
has_mark (const RmImportPlan *self,
          guint c)
{
  for (guint r = 0; r < rm_sheet_get_n_rows (self->table); r++)
    if (is_mark (rm_import_plan_get_cell (self, r, c)))
      return TRUE;

  return FALSE;
}

void
rm_import_plan_note_marks (const RmImportPlan *self,
                           GPtrArray *notices)
{
  for (guint c = 0; c < self->columns->len; c++)
    {
      const RmImportColumn *column = &g_array_index (self->columns, RmImportColumn, c);
      RmFileProblem *notice = NULL;

      if (column->key == NULL || column->part != RM_IMPORT_PART_RATING
          || !is_level_field (column->field) || !has_mark (self, c))
        continue;
      notice = rm_file_problem_new (RM_FILE_PROBLEM_MARKS,
                                    /* Translators: %d is a level */
                                    g_strdup_printf (_ ("A cross is taken as level %d"),
                                                     MARK_LEVEL));
      notice->column = c;
      notice->column_name = g_strdup (rm_sheet_get_header (self->table, c));
      g_ptr_array_add (notices, notice);
    }
}

void
rm_import_plan_note_matrix (RmImportPlan *self)
{
  g_autoptr (GArray) columns = rm_import_plan_list_matrix (self);
  g_autoptr (GString) names = g_string_new (NULL);

  if (columns->len == 0)
    return;

  for (guint i = 0; i < MIN (columns->len, 5); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            rm_sheet_get_header (self->table, g_array_index (columns, guint, i)));
  if (columns->len > 5)
    g_string_append (names, ", …");
  g_ptr_array_add (
    self->notices,
    rm_file_problem_new (RM_FILE_PROBLEM_MATRIX,
                         /* Translators: how many columns, and the first of their headers */
                         g_strdup_printf (ngettext ("%u column looks like levels of skills, and is "
                                                    "left out: %s",
                                                    "%u columns look like levels of skills, and are "
                                                    "left out: %s", columns->len),
                                          columns->len, names->str)));
}
