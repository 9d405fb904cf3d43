/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-scores-table.h"

#include "core/base/rm-fold.h"
#include "core/base/rm-fold.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-columns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Consultants and benchmarks bring their own scores. A table of these is sparse: 100,000 people
 * have ten candidates each, not 100,000. */

enum
{
  MENTEE,
  MENTOR,
  SCORE,
  N_PARTS,
};

static gboolean
find_columns (const RmSheet *table,
              guint *columns,
              GError **error)
{
  static const char *const names[N_PARTS] = { "mentee", "mentor", "score" };

  for (guint p = 0; p < N_PARTS; p++)
    if (!rm_columns_find (table, "scores", names[p], &columns[p]))
      {
        g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                     /* Translators: %s is a header that must not be translated */
                     _ ("The first line has no column “%s”; it must name mentee, mentor and "
                        "score"),
                     names[p]);
        return FALSE;
      }

  return TRUE;
}

/* 71.0 is 71; 71.000 may be a thousand times as much. */
static char *
strip_zeros (const char *text)
{
  const char *point = strchr (text, '.');

  return point != NULL && (g_str_equal (point, ".0") || g_str_equal (point, ".00"))
           ? g_strndup (text, (gsize) (point - text))
           : g_strdup (text);
}

/* Digits only, so that neither 1e3 nor 3.5 nor 1,000 is read as something else than was meant. */
static char *
check_score (const char *text,
             gint64 *score)
{
  g_autofree char *whole = strip_zeros (text);
  guint64 number = 0;

  if (*text == '\0')
    return g_strdup (_ ("The score is missing; leave the row out if the two are no candidates"));
  if (*text == '-')
    return g_strdup (_ ("A score cannot be negative; leave the row out if the two are no "
                        "candidates"));
  if (!g_ascii_string_to_unsigned (whole, 10, 0, G_MAXUINT64, &number, NULL))
    return strspn (whole, "0123456789") == strlen (whole)
             ? g_strdup_printf (_ ("The score is above %d"), RM_SCORES_MAX)
             /* Translators: %s is what a file says */
             : g_strdup_printf (_ ("“%s” is not a whole number: multiply all scores until they "
                                   "are"),
                                text);
  if (number > RM_SCORES_MAX)
    return g_strdup_printf (_ ("The score is above %d"), RM_SCORES_MAX);

  *score = (gint64) number;
  return NULL;
}

/* A row of the file before names are numbered. */
typedef struct
{
  guint row;
  const char *mentee;
  const char *mentor;
  gint64 score;
} Row;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Sorts names and numbers them; @index is a set of borrowed names. */
static GPtrArray *
number_names (GHashTable *index)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name = NULL;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_replace (index, g_ptr_array_index (names, i), GUINT_TO_POINTER (i));

  return names;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const RmScoreEntry *first = a;
  const RmScoreEntry *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

static gboolean
is_row_blank (const char *const *texts)
{
  return *texts[MENTEE] == '\0' && *texts[MENTOR] == '\0' && *texts[SCORE] == '\0';
}

static void
read_row (RmScoresTable *self,
          const RmSheet *table,
          const guint *columns,
          guint row,
          GStringChunk *texts_of,
          GArray *rows)
{
  const char *texts[N_PARTS] = { NULL };
  Row parsed = { .row = row };
  char *message = NULL;

  for (guint p = 0; p < N_PARTS; p++)
    {
      const char *cell = rm_csv_unguard (rm_sheet_get_cell (table, row, columns[p]));
      g_autofree char *text = g_strstrip (g_strdup (cell));

      texts[p] = p == SCORE ? g_string_chunk_insert (texts_of, text)
                            : g_string_chunk_insert_const (texts_of, text);
    }
  if (is_row_blank (texts))
    return;

  for (guint p = MENTEE; p <= MENTOR; p++)
    if (*texts[p] == '\0')
      {
        rm_columns_add_problem (self->problems, table, row, columns[p], RM_FILE_PROBLEM_NOBODY,
                                g_strdup (_ ("The name is missing")));
        return;
      }
  message = check_score (texts[SCORE], &parsed.score);
  if (message != NULL)
    {
      rm_columns_add_problem (self->problems, table, row, columns[SCORE], RM_FILE_PROBLEM_VALUE,
                              message);
      return;
    }

  parsed.mentee = texts[MENTEE];
  parsed.mentor = texts[MENTOR];
  g_array_append_val (rows, parsed);
}

/* Leaves out pairs that stand on an earlier line already. */
static GArray *
drop_repeated (RmScoresTable *self,
               const RmSheet *table,
               guint column,
               GArray *rows)
{
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      /* Names come from one chunk, so equal names are equal pointers. */
      char *key = g_strdup_printf ("%p/%p", (gconstpointer) row->mentee,
                                   (gconstpointer) row->mentor);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

      if (line == 0)
        {
          line = rm_sheet_get_line (table, row->row);
          g_hash_table_insert (seen, key, GUINT_TO_POINTER (line));
          g_array_append_vals (unique, row, 1);
          continue;
        }
      rm_columns_add_problem (
        self->problems, table, row->row, column, RM_FILE_PROBLEM_TWICE,
        g_strdup_printf (rm_sheet_is_workbook (table)
                           /* Translators: %u is the number of a row in a spreadsheet */
                           ? _ ("The pair stands in row %u already; the first one counts")
                           /* Translators: %u is a line number */
                           : _ ("The pair stands on line %u already; the first one counts"),
                         line));
      g_free (key);
    }

  return unique;
}

static GPtrArray *
fold_names (const GPtrArray *names)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (folded, rm_fold (g_ptr_array_index (names, i)));

  return folded;
}

/* Whoever is on both sides is nobody's partner in themself. */
static gboolean
is_own (RmScoresTable *self,
        const RmSheet *table,
        guint column,
        const Row *row,
        const char *mentee,
        const char *mentor)
{
  if (!g_str_equal (mentee, mentor))
    return FALSE;

  rm_columns_add_problem (self->notices, table, row->row, column, RM_FILE_PROBLEM_OWN_PAIR,
                          /* Translators: %s is a name */
                          g_strdup_printf (_ ("%s is on both sides, and is not paired with "
                                              "themselves"), row->mentee));
  return TRUE;
}

static void
fill (RmScoresTable *self,
      const RmSheet *table,
      guint column,
      GArray *rows)
{
  g_autoptr (GPtrArray) folded_mentees = NULL;
  g_autoptr (GPtrArray) folded_mentors = NULL;
  g_autoptr (GHashTable) mentees = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) mentors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      g_hash_table_add (mentees, (gpointer) g_array_index (rows, Row, i).mentee);
      g_hash_table_add (mentors, (gpointer) g_array_index (rows, Row, i).mentor);
    }
  self->mentees = number_names (mentees);
  self->mentors = number_names (mentors);
  folded_mentees = fold_names (self->mentees);
  folded_mentors = fold_names (self->mentors);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      RmScoreEntry entry = {
        GPOINTER_TO_UINT (g_hash_table_lookup (mentees, row->mentee)),
        GPOINTER_TO_UINT (g_hash_table_lookup (mentors, row->mentor)),
        row->score,
      };

      if (!is_own (self, table, column, row, g_ptr_array_index (folded_mentees, entry.mentee),
                   g_ptr_array_index (folded_mentors, entry.mentor)))
        g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);

  self->first = g_new0 (guint, self->mentees->len + 1);
  for (guint i = 0; i < self->entries->len; i++)
    self->first[g_array_index (self->entries, RmScoreEntry, i).mentee + 1]++;
  for (guint i = 0; i < self->mentees->len; i++)
    self->first[i + 1] += self->first[i];
}

RmScoresTable *
rm_scores_table_new (RmSheet *table,
                     GError **error)
{
  guint columns[N_PARTS] = { 0 };
  RmScoresTable *self = NULL;
  GPtrArray *of_table = rm_sheet_get_problems (table);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) unique = NULL;
  GStringChunk *texts = NULL;

  if (!find_columns (table, columns, error))
    return NULL;

  self = g_new0 (RmScoresTable, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (RmScoreEntry));
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  for (guint i = 0; i < of_table->len; i++)
    g_ptr_array_add (self->problems, rm_file_problem_copy (g_ptr_array_index (of_table, i)));

  texts = g_string_chunk_new (64 * 1024);
  for (guint r = 0; r < rm_sheet_get_n_rows (table); r++)
    read_row (self, table, columns, r, texts, rows);
  unique = drop_repeated (self, table, columns[MENTEE], rows);
  fill (self, table, columns[MENTOR], unique);
  g_string_chunk_free (texts);

  return self;
}

void
rm_scores_table_free (RmScoresTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->mentees);
  g_ptr_array_unref (self->mentors);
  g_array_unref (self->entries);
  g_free (self->first);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

gint64
rm_scores_table_get_score (const RmScoresTable *self,
                           guint mentee,
                           guint mentor)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (mentee < self->mentees->len, -1);

  low = self->first[mentee];
  high = self->first[mentee + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const RmScoreEntry *entry = &g_array_index (self->entries, RmScoreEntry, middle);

      if (entry->mentor == mentor)
        return entry->score;
      if (entry->mentor < mentor)
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}
