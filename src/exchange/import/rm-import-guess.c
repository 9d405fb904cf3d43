/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-plan-private.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-person.h"
#include "core/model/rm-skill-names.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a column means is guessed by its header, to the letter or by words inside it, and by its
 * values; what is not sure is left to a person.
 *
 * A header is only half of what a column says: where nearly none of its values can be what the
 * header means, it means something else ("State" with the states of a country). */

/* Words of fewer than four letters say nothing in a question; with the blanks around them. */
#define SHORT_WORD 5

/* So many cells tell enough. */
#define ENOUGH 1000

typedef struct
{
  guint n;
  guint n_good;
} Tally;

static gpointer
new_record (const RmImportPlan *plan,
            const RmImportColumn *column)
{
  return plan->kind == RM_IMPORT_PEOPLE && column->part != RM_IMPORT_PART_RATING
           ? rm_record_new (rm_person_entity ())
           : rm_record_new (rm_rating_entity ());
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
count_values (const RmImportPlan *plan,
              guint c,
              const RmImportColumn *column,
              Tally *tally)
{
  g_autoptr (RmRecord) record = new_record (plan, column);

  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (rm_import_plan_parse (plan, record, column->field, text, NULL))
        tally->n_good++;
    }
}

static void
count_dates (const RmImportPlan *plan,
             guint c,
             Tally *tally)
{
  g_autoptr (RmDates) dates = rm_import_plan_learn_dates (plan, c);

  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (rm_dates_read (dates, text, NULL) != RM_DATE_READING_NONE)
        tally->n_good++;
    }
}

static void
count_addresses (const RmImportPlan *plan,
                 guint c,
                 Tally *tally)
{
  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);
      const char *at = strchr (text, '@');

      if (is_blank (text))
        continue;
      tally->n++;
      tally->n_good += at != NULL && at != text && strchr (at, '.') != NULL;
    }
}

/* "Ms", "Dr": titles of people, not of jobs. */
static void
count_job_titles (const RmImportPlan *plan,
                  guint c,
                  Tally *tally)
{
  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (!rm_words_has ("names", "titles", text))
        tally->n_good++;
    }
}

gboolean
rm_import_plan_guess_fits (const RmImportPlan *self,
                           guint c,
                           const RmImportColumn *column)
{
  Tally tally = { 0 };

  if (column->field == NULL)
    return TRUE;

  switch (column->field->type)
    {
    case RM_FIELD_DATE:
      count_dates (self, c, &tally);
      break;

    case RM_FIELD_INTEGER:
    case RM_FIELD_CHOICE:
    case RM_FIELD_YES_NO:
    case RM_FIELD_WEEK:
      count_values (self, c, column, &tally);
      break;

    case RM_FIELD_TEXT:
      if (g_str_equal (column->field->key, "job_title"))
        count_job_titles (self, c, &tally);
      break;

    default:
      break;
    }

  return tally.n < 2 || tally.n_good * 5 >= tally.n;
}


static void
add_notice (RmImportPlan *self,
            guint c,
            RmFileProblemType type,
            char *message)
{
  RmFileProblem *notice = rm_file_problem_new (type, message);

  notice->column = c;
  notice->column_name = g_strdup (rm_sheet_get_header (self->table, c));
  g_ptr_array_add (self->notices, notice);
}

static RmImportColumn *
column_at (const RmImportPlan *self,
           guint column)
{
  return &g_array_index (self->columns, RmImportColumn, column);
}

/* A header that is known to the letter, and means something else here. */
static gboolean
was_dropped (const RmImportPlan *self,
             guint c)
{
  for (guint i = 0; i < self->notices->len; i++)
    if (((RmFileProblem *) g_ptr_array_index (self->notices, i))->column == c)
      return TRUE;

  return FALSE;
}

static gboolean
is_free (const RmImportPlan *self,
         guint c)
{
  return column_at (self, c)->key == NULL && rm_sheet_has_header (self->table, c);
}

/* Of two columns that mean the same the first is used. */
static void
drop_repeated (RmImportPlan *self,
               guint c)
{
  guint first = rm_import_plan_find_key (self, column_at (self, c)->key, c);

  if (first == RM_FILE_NOWHERE)
    return;

  rm_import_column_clear (column_at (self, c));
  add_notice (self, c, RM_FILE_PROBLEM_HEADER_REPEATED,
              /* Translators: %s is the name of a column in a file */
              g_strdup_printf (_ ("It means the same as column “%s”, which is used; this one is "
                                  "ignored"),
                               rm_sheet_get_header (self->table, first)));
}

static void
drop_guess (RmImportPlan *self,
            guint c)
{
  g_autofree char *label = rm_import_plan_dup_target_label (self, c);

  add_notice (self, c, RM_FILE_PROBLEM_GUESS_DROPPED,
              /* Translators: %s is what a column could mean, such as "Seniority level" */
              g_strdup_printf (_ ("Its values do not look like “%s”: the column is left out"),
                               label));
  rm_import_column_clear (column_at (self, c));
}

static gboolean
is_form (const RmImportPlan *self)
{
  for (guint c = 0; c < self->columns->len; c++)
    if (rm_words_has ("questions", "stamp", rm_sheet_get_header (self->table, c)))
      return TRUE;

  return FALSE;
}

/* Forms number the answers, and so do lines: "ID" is nobody's staff number there. */
static gboolean
numbers_answers (const RmImportPlan *self,
                 guint c)
{
  const char *header = rm_sheet_get_header (self->table, c);

  return rm_words_contain ("questions", "answer", header)
         || (rm_words_has ("questions", "id", header) && is_form (self));
}

/* To the letter, and skills by the names that they have. */
static void
guess_by_header (RmImportPlan *self,
                 guint c,
                 const RmSkillNames *skills)
{
  const char *header = rm_csv_unguard (rm_sheet_get_header (self->table, c));
  RmImportColumn *column = column_at (self, c);

  if (!rm_import_plan_understand (self, header, column) && self->kind == RM_IMPORT_PEOPLE
      && rm_skill_names_find (skills, header, NULL, NULL) != NULL)
    {
      g_autofree char *key = g_strconcat ("level:", header, NULL);

      rm_import_plan_understand (self, key, column);
    }
  if (column->key == NULL)
    return;
  /* Files of our own mean what they say. */
  if (!g_str_equal (header, column->key) && !rm_import_plan_guess_fits (self, c, column))
    drop_guess (self, c);
  else
    drop_repeated (self, c);
}

/* The question of a grid, "How well do you know … [TikTok]", without the row in brackets; or NULL. */
static char *
dup_grid_question (const RmImportPlan *self,
                   guint c)
{
  const char *header = rm_sheet_get_header (self->table, c);
  const char *open = strrchr (header, '[');

  return open != NULL && open > header && g_str_has_suffix (header, "]") && open[1] != ']'
           ? g_strndup (header, (gsize) (open - header))
           : NULL;
}

static gboolean
has_grid (const RmImportPlan *self,
          guint c,
          const char *question)
{
  for (guint other = 0; other < self->columns->len; other++)
    {
      g_autofree char *theirs = other != c ? dup_grid_question (self, other) : NULL;

      if (g_strcmp0 (theirs, question) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Grids of forms: what is asked says whether it is a level or a wish. */
static void
guess_grid (RmImportPlan *self,
            guint c)
{
  g_autofree char *question = dup_grid_question (self, c);
  g_autofree char *key = NULL;
  const char *open = strrchr (rm_sheet_get_header (self->table, c), '[');
  RmImportColumn *column = column_at (self, c);

  if (question == NULL || !has_grid (self, c, question))
    return;

  key = g_strdup_printf ("%s:%.*s",
                         rm_words_contain ("questions", "wish", question) ? "target" : "level",
                         (int) strlen (open + 1) - 1, open + 1);
  if (!rm_import_plan_understand (self, key, column))
    return;
  if (!rm_import_plan_guess_fits (self, c, column))
    drop_guess (self, c);
  else
    drop_repeated (self, c);
}

/* How many of a column's values there are and how many of these are values of @column's field. */
static Tally
tally_values (const RmImportPlan *self,
              guint c,
              const RmImportColumn *column)
{
  Tally tally = { 0 };

  if (column->field->type == RM_FIELD_DATE)
    count_dates (self, c, &tally);
  else
    count_values (self, c, column, &tally);

  return tally;
}

/* Of texts everything can be a value: short ones, in a column that names it in two words or few. */
static gboolean
is_short_text (const RmImportPlan *self,
               guint c)
{
  guint n = 0;
  gsize length = 0;

  for (guint r = 0; r < rm_sheet_get_n_rows (self->table) && n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (self, r, c);

      n += !is_blank (text);
      length += strlen (text);
    }

  return n > 0 && length / n <= 40;
}

static gboolean
agree_values (const RmImportPlan *self,
              guint c,
              const RmImportColumn *column)
{
  Tally tally = { 0 };

  if (column->field == NULL || column->field->type == RM_FIELD_TEXT
      || column->field->type == RM_FIELD_LIST || column->field->type == RM_FIELD_REFERENCE)
    return is_short_text (self, c) && rm_import_plan_guess_fits (self, c, column);

  tally = tally_values (self, c, column);
  return tally.n > 0 && tally.n_good * 5 >= tally.n * 4;
}

/* Questions and long headers: "What is your job title?". The longest word of ours that is in it
 * says what is meant, if the values agree. */
static void
guess_by_words (RmImportPlan *self,
                guint c)
{
  const char *header = rm_sheet_get_header (self->table, c);
  gsize longest = 0;
  const RmImportTarget *best = NULL;
  RmImportColumn meant = { 0 };
  /* "Your manager's e-mail address" is about the manager, and no address of the person. */
  gboolean of_other = rm_words_contain ("questions", "other", header);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const RmImportTarget *target = &g_array_index (self->targets, RmImportTarget, i);
      const char *const own[] = { target->key, target->label, NULL };
      gsize length = MAX (rm_words_measure (target->headers, header),
                          rm_words_measure (own, header));

      /* "ou" is a column of directories, and a word of French questions. */
      if (length > MAX (longest, SHORT_WORD) && (!of_other || target->part == RM_IMPORT_PART_MANAGER))
        {
          longest = length;
          best = target;
        }
    }
  if (best == NULL || rm_import_plan_find_key (self, best->key, c) != RM_FILE_NOWHERE)
    return;

  rm_import_plan_understand (self, best->key, &meant);
  if (agree_values (self, c, &meant))
    *column_at (self, c) = meant;
  else
    rm_import_column_clear (&meant);
}

/* A column full of addresses, or of the two sides, whatever it is called. */
static void
guess_by_values (RmImportPlan *self,
                 guint c)
{
  static const char *const keys[] = { "email", "side" };

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      RmImportColumn meant = { 0 };
      Tally tally = { 0 };

      if (rm_import_plan_find_key (self, keys[k], c) != RM_FILE_NOWHERE
          || rm_words_contain ("questions", "other", rm_sheet_get_header (self->table, c))
          || !rm_import_plan_understand (self, keys[k], &meant))
        continue;

      if (k == 0)
        count_addresses (self, c, &tally);
      else
        count_values (self, c, &meant, &tally);
      if (tally.n > 0 && tally.n_good * 5 >= tally.n * 4)
        {
          *column_at (self, c) = meant;
          return;
        }
      rm_import_column_clear (&meant);
    }
}

void
rm_import_plan_guess (RmImportPlan *self)
{
  g_autoptr (RmSkillNames) skills = rm_skill_names_new (self->programme);

  for (guint c = 0; c < self->columns->len; c++)
    if (is_free (self, c) && !numbers_answers (self, c))
      guess_by_header (self, c, skills);
  if (self->kind != RM_IMPORT_PEOPLE)
    return;

  for (guint c = 0; c < self->columns->len; c++)
    if (is_free (self, c))
      guess_grid (self, c);
  for (guint c = 0; c < self->columns->len; c++)
    if (is_free (self, c) && !was_dropped (self, c) && !numbers_answers (self, c))
      guess_by_words (self, c);
  for (guint c = 0; c < self->columns->len; c++)
    if (is_free (self, c) && !was_dropped (self, c))
      guess_by_values (self, c);
  rm_import_plan_note_matrix (self);
}
