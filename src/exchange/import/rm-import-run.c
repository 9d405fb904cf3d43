/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-run-private.h"

#include "core/base/rm-fold.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words for levels and choices are looked up among hundreds of synonyms, and a file says the same
 * few over and over: each column remembers what it has read. */
/* Crosses and zeros in place of a number are no longer than this. */
#define SHORT 4

#define REMEMBERED 4096

typedef struct
{
  gboolean ok;
  int number;
  char *message;
} Parsed;

static void
free_parsed (gpointer data)
{
  Parsed *parsed = data;

  g_free (parsed->message);
  g_free (parsed);
}

static const RmImportColumn *
column_at (const RmImportRun *self,
           guint column)
{
  return &g_array_index (self->plan->columns, RmImportColumn, column);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != 0xFEFF)
        return FALSE;
    }

  return TRUE;
}

RmImportRun *
rm_import_run_new (const RmImportPlan *plan)
{
  RmImportRun *self = g_new0 (RmImportRun, 1);

  self->plan = plan;
  self->result = rm_import_result_new (rm_sheet_get_n_rows (plan->table));
  self->parsed = g_new0 (GHashTable *, plan->columns->len);
  self->dates = g_new0 (RmDates *, plan->columns->len);
  self->n_open = g_new0 (guint, plan->columns->len);
  self->open_date = g_new0 (const char *, plan->columns->len);
  self->says_who = -1;
  self->cleaned = g_string_chunk_new (1024);
  for (guint c = 0; c < plan->columns->len; c++)
    if (column_at (self, c)->field != NULL && column_at (self, c)->field->type == RM_FIELD_DATE)
      self->dates[c] = rm_import_plan_learn_dates (plan, c);
  rm_dates_share (self->dates, plan->columns->len);
  self->names_turned = rm_import_run_are_names_turned (self);
  self->newest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->retired = g_hash_table_new (NULL, NULL);
  self->people = rm_import_people_new (plan->programme);
  self->skills = rm_skill_names_new (plan->programme);
  rm_import_run_index_ratings (self);

  return self;
}

void
rm_import_run_free (RmImportRun *self)
{
  if (self == NULL)
    return;

  rm_import_people_free (self->people);
  rm_skill_names_free (self->skills);
  for (guint c = 0; c < self->plan->columns->len; c++)
    {
      g_clear_pointer (&self->parsed[c], g_hash_table_unref);
      g_clear_pointer (&self->dates[c], rm_dates_free);
    }
  g_free (self->parsed);
  g_free (self->dates);
  g_free (self->n_open);
  g_free (self->open_date);
  g_string_chunk_free (self->cleaned);
  g_hash_table_unref (self->newest);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->rated);
  g_hash_table_unref (self->retired);
  rm_import_result_free (self->result);
  g_free (self);
}

static gboolean
is_notice (RmFileProblemType type)
{
  return type == RM_FILE_PROBLEM_HEADER_MISSING
         || type == RM_FILE_PROBLEM_HEADER_FOUND
         || type == RM_FILE_PROBLEM_HEADER_DUPLICATE
         || type == RM_FILE_PROBLEM_ROW_SHORT;
}

/* What concerns the whole file first, then by line and column. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const RmFileProblem *first = *(RmFileProblem *const *) a;
  const RmFileProblem *second = *(RmFileProblem *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (int) first->type - (int) second->type;
}

/* One question for a column, not a line for each cell. */
static void
report_open_dates (RmImportRun *self,
                   RmImportResult *result)
{
  for (guint c = 0; c < self->plan->columns->len; c++)
    {
      RmFileProblem *problem = NULL;

      if (self->n_open[c] == 0)
        continue;
      problem = rm_file_problem_new (
        RM_FILE_PROBLEM_DATE_OPEN,
        /* Translators: dates like 03/04/2026, which are 3 April or March 4 */
        g_strdup_printf (ngettext ("%u date can be read with the day or the month first and was left "
                                   "out: say which it is",
                                   "%u dates can be read with the day or the month first and were "
                                   "left out: say which it is",
                                   self->n_open[c]),
                         self->n_open[c]));
      problem->column = c;
      problem->column_name = g_strdup (rm_sheet_get_header (self->plan->table, c));
      problem->value = g_strdup (self->open_date[c]);
      g_ptr_array_add (result->problems, problem);
    }
}

RmImportResult *
rm_import_run_finish (RmImportRun *self)
{
  RmImportResult *result = g_steal_pointer (&self->result);
  GPtrArray *of_table = rm_sheet_get_problems (self->plan->table);

  for (guint i = 0; i < of_table->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (of_table, i);

      g_ptr_array_add (is_notice (problem->type) ? result->notices : result->problems,
                       rm_file_problem_copy (problem));
    }
  for (guint i = 0; i < self->plan->notices->len; i++)
    g_ptr_array_add (result->notices,
                     rm_file_problem_copy (g_ptr_array_index (self->plan->notices, i)));
  if (self->plan->kind == RM_IMPORT_PEOPLE)
    rm_import_plan_note_marks (self->plan, result->notices);
  if (self->names_turned)
    g_ptr_array_add (result->notices,
                     rm_file_problem_new (RM_FILE_PROBLEM_NAMES_TURNED,
                                          g_strdup (_ ("Names stand as “Family, Given” in the file, "
                                                       "and are read so"))));
  report_open_dates (self, result);
  g_ptr_array_sort (result->problems, compare_problems);
  g_ptr_array_sort (result->notices, compare_problems);
  for (guint r = 0; r < result->n_rows; r++)
    result->counts[result->outcomes[r]]++;

  return result;
}

void
rm_import_run_begin_row (RmImportRun *self,
                         guint row)
{
  self->row = row;
  self->bad = FALSE;
}

gboolean
rm_import_run_report (RmImportRun *self,
                      double fraction)
{
  return self->progress == NULL || self->progress (fraction, self->data);
}

static gboolean
is_key (const RmImportColumn *column)
{
  return column->key != NULL
         && (column->part == RM_IMPORT_PART_STAFF_NO || column->part == RM_IMPORT_PART_EMAIL
             || column->part == RM_IMPORT_PART_MANAGER || column->part == RM_IMPORT_PART_PERSON);
}

/* "n/a", "-", "TBD", "no_email@…": somebody had to write something. */
static gboolean
stands_for_nothing (const char *text)
{
  const char *at = strchr (text, '@');
  g_autofree char *local = NULL;
  g_autofree char *key = NULL;

  if (text[strcspn (text, "123456789")] != '\0' || strlen (text) > 40)
    return FALSE;

  local = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  key = rm_fold_key (local);
  return *key == '\0' || rm_words_has ("placeholders", "blank", local);
}

/* "31.12.9999" is how personnel systems say that there is no end, "00.00.0000" that there is no
 * date. */
static gboolean
is_no_date (const char *text)
{
  return strstr (text, "9999") != NULL || text[strspn (text, "0./-: ")] == '\0';
}

/* A number that was saved as 123.0. */
static gboolean
is_whole (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && g_str_equal (text + digits, ".0");
}

/* `="00123"` and `'00123`: how spreadsheets are told that a number is a text. Our own files say
 * `'=`. */
static const char *
unwrap (const RmImportRun *self,
        const char *text)
{
  gsize length = strlen (text);

  if (length > 1 && *text == '\'' && strspn (text + 1, "0123456789") == length - 1)
    return text + 1;
  if (length > 3 && g_str_has_prefix (text, "=\"") && strchr (text + 2, '"') == text + length - 1)
    return g_string_chunk_insert_len (self->cleaned, text + 2, (gssize) length - 3);

  return text;
}

const char *
rm_import_run_get_cell (const RmImportRun *self,
                        guint column)
{
  const char *text = rm_import_plan_get_cell (self->plan, self->row, column);

  if (is_blank (text))
    return text;
  if (column_at (self, column)->field != NULL
      && column_at (self, column)->field->type == RM_FIELD_DATE
      && is_no_date (text))
    return "";
  if (!is_key (column_at (self, column)))
    return text;
  if (text == rm_sheet_get_cell (self->plan->table, self->row, column))
    text = unwrap (self, text);
  if (is_whole (text))
    return g_string_chunk_insert_len (self->cleaned, text, (gssize) strlen (text) - 2);

  if (stands_for_nothing (text)
      || (strlen (text) <= SHORT && rm_words_has ("placeholders", "keys", text)))
    return "";

  return text;
}

gboolean
rm_import_run_is_cell_blank (const RmImportRun *self,
                             guint column)
{
  return is_blank (rm_import_run_get_cell (self, column));
}

gboolean
rm_import_run_is_blank (const RmImportRun *self)
{
  for (guint c = 0; c < self->plan->columns->len; c++)
    if (column_at (self, c)->key != NULL && !rm_import_run_is_cell_blank (self, c))
      return FALSE;

  return TRUE;
}

void
rm_import_run_set_outcome (RmImportRun *self,
                           RmImportOutcome outcome)
{
  self->result->outcomes[self->row] = outcome;
}

const char *
rm_import_run_get_text (const RmImportRun *self,
                        RmImportPart part,
                        guint *column)
{
  for (guint c = 0; c < self->plan->columns->len; c++)
    if (column_at (self, c)->key != NULL && column_at (self, c)->part == part)
      {
        const char *text = rm_import_run_get_cell (self, c);

        if (column != NULL)
          *column = c;
        return is_blank (text) ? NULL : text;
      }

  return NULL;
}

static RmFileProblem *
new_problem (RmImportRun *self,
             RmFileProblemType type,
             guint column,
             char *message)
{
  RmFileProblem *problem = rm_file_problem_new (type, message);

  rm_sheet_locate (self->plan->table, problem, self->row);
  problem->column = column;
  if (column != RM_FILE_NOWHERE)
    {
      problem->column_name = g_strdup (rm_sheet_get_header (self->plan->table, column));
      problem->value = g_strdup (rm_import_plan_get_cell (self->plan, self->row, column));
    }

  return problem;
}

void
rm_import_run_add_problem (RmImportRun *self,
                           RmFileProblemType type,
                           guint column,
                           gboolean skips,
                           char *message)
{
  RmFileProblem *problem = new_problem (self, type, column, message);

  problem->skips = skips;
  if (skips)
    rm_import_run_set_outcome (self, RM_IMPORT_SKIPPED);
  g_ptr_array_add (self->result->problems, problem);
}

void
rm_import_run_add_notice (RmImportRun *self,
                          RmFileProblemType type,
                          guint column,
                          char *message)
{
  g_ptr_array_add (self->result->notices, new_problem (self, type, column, message));
}

static gboolean
is_remembered (const RmField *field)
{
  return field->type == RM_FIELD_INTEGER
         || field->type == RM_FIELD_CHOICE
         || field->type == RM_FIELD_YES_NO;
}

static const Parsed *
remember (RmImportRun *self,
          gpointer record,
          guint column,
          const char *text,
          gboolean ok,
          const GError *error)
{
  Parsed *parsed = g_new0 (Parsed, 1);

  if (self->parsed[column] == NULL)
    self->parsed[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_parsed);
  else if (g_hash_table_size (self->parsed[column]) >= REMEMBERED)
    g_hash_table_remove_all (self->parsed[column]);
  parsed->ok = ok;
  if (ok)
    parsed->number = rm_record_get_int (record, column_at (self, column)->field);
  else
    parsed->message = g_strdup (error->message);
  g_hash_table_insert (self->parsed[column], g_strdup (text), parsed);

  return parsed;
}

/* Line breaks come as the computer had them that wrote the file. */
static gboolean
parse_text (gpointer record,
            const RmField *field,
            const char *text,
            GError **error)
{
  g_autoptr (GString) unix_text = NULL;

  if (!field->multiline || strchr (text, '\r') == NULL)
    return rm_words_parse (record, field, text, error);

  unix_text = g_string_new (text);
  g_string_replace (unix_text, "\r\n", "\n", 0);
  g_string_replace (unix_text, "\r", "\n", 0);
  return rm_words_parse (record, field, unix_text->str, error);
}

/* A date that is open is counted, and no fault of its row. */
static gboolean
parse_date (RmImportRun *self,
            gpointer record,
            const RmField *field,
            guint column,
            const char *text,
            GError **error)
{
  g_autofree char *day = NULL;

  switch (rm_dates_read (self->dates[column], text, &day))
    {
    case RM_DATE_READING_DATE:
      return rm_record_parse (record, field, day, error);

    case RM_DATE_READING_OPEN:
      self->n_open[column]++;
      if (self->open_date[column] == NULL)
        self->open_date[column] = text;
      return TRUE;

    case RM_DATE_READING_NONE:
    default:
      return rm_record_parse (record, field, text, error);
    }
}

gboolean
rm_import_run_parse (RmImportRun *self,
                     gpointer record,
                     guint column)
{
  const RmField *field = column_at (self, column)->field;
  const char *text = rm_import_run_get_cell (self, column);
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  if (is_remembered (field) && self->parsed[column] != NULL)
    {
      const Parsed *parsed = g_hash_table_lookup (self->parsed[column], text);

      if (parsed != NULL && parsed->ok)
        {
          rm_record_set_int (record, field, parsed->number);
          return TRUE;
        }
    }
  /* Where a value cannot be read, and says that there is none, there is none. */
  if (field->type != RM_FIELD_TEXT && field->type != RM_FIELD_LIST && stands_for_nothing (text)
      && !rm_import_plan_parse (self->plan, record, field, text, NULL))
    return TRUE;
  /* What has to be there and is not said is as in a new record. */
  if (!rm_field_may_be_blank (field) && text[strspn (text, " \t")] == '\0')
    return TRUE;

  if (is_remembered (field))
    {
      const Parsed *parsed = NULL;

      if (self->parsed[column] != NULL)
        parsed = g_hash_table_lookup (self->parsed[column], text);
      if (parsed == NULL)
        {
          ok = rm_import_plan_parse (self->plan, record, field, text, &error);
          parsed = remember (self, record, column, text, ok, error);
        }
      if (parsed->ok)
        {
          rm_record_set_int (record, field, parsed->number);
          return TRUE;
        }
      rm_import_run_add_problem (self, RM_FILE_PROBLEM_VALUE, column, FALSE,
                                 g_strdup (parsed->message));
    }
  else if (self->dates[column] != NULL && !is_blank (text)
             ? parse_date (self, record, field, column, text, &error)
             : parse_text (record, field, text, &error))
    return TRUE;
  else
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_VALUE, column, FALSE,
                               g_strdup (error->message));

  self->bad = TRUE;
  return FALSE;
}

RmImportResult *
rm_import_plan_evaluate (const RmImportPlan *self,
                         RmProgressFunc progress,
                         gpointer data,
                         GError **error)
{
  g_autoptr (RmImportRun) run = NULL;
  gboolean done = FALSE;

  if (!rm_import_plan_check_mapping (self, error))
    return NULL;

  run = rm_import_run_new (self);
  run->progress = progress;
  run->data = data;
  if (self->kind == RM_IMPORT_PEOPLE)
    done = rm_import_run_people (run);
  else
    done = rm_import_run_ratings (run);

  if (!done)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                           _ ("The import was stopped"));
      return NULL;
    }

  run->result->headers = rm_import_plan_dup_headers (self);
  run->result->mapping = rm_import_plan_dup_mapping (self);
  return rm_import_run_finish (run);
}
