/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-capacities-table.h"

#include "core/base/rm-fold.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-columns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beside a table of scores: who may have more than one partner, or none. */

enum
{
  NAME,
  PLACES,
  SIDE,
  N_PARTS,
};

enum
{
  MENTEE = 1 << 0,
  MENTOR = 1 << 1,
};

typedef struct
{
  RmCapacitiesTable *table;
  const RmSheet *csv;
  guint columns[N_PARTS];
  gboolean has_side;
  GHashTable *mentees;     /* from names (borrowed) to indexes */
  GHashTable *mentors;
  guint *mentee_lines;     /* where each was given; 0 for nowhere */
  guint *mentor_lines;
} Reading;

static int *
ones (guint n)
{
  int *values = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = 1;

  return values;
}

static GHashTable *
index_names (GPtrArray *names)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < names->len; k++)
    g_hash_table_insert (index, g_ptr_array_index (names, k), GUINT_TO_POINTER (k));

  return index;
}

static gboolean
find_columns (Reading *self,
              GError **error)
{
  static const char *const names[N_PARTS] = { "name", "places", "side" };

  for (guint p = 0; p < SIDE; p++)
    if (!rm_columns_find (self->csv, "capacities", names[p], &self->columns[p]))
      {
        g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                     /* Translators: %s is a header that must not be translated */
                     _ ("The first line has no column “%s”; it must name name and places"),
                     names[p]);
        return FALSE;
      }
  self->has_side = rm_columns_find (self->csv, "capacities", names[SIDE], &self->columns[SIDE]);

  return TRUE;
}

static void
add_problem (Reading *self,
             guint row,
             guint part,
             RmFileProblemType type,
             char *message)
{
  rm_columns_add_problem (self->table->problems, self->csv, row, self->columns[part], type, message);
}

static char *
get_text (const Reading *self,
          guint row,
          guint part)
{
  const char *cell = rm_sheet_get_cell (self->csv, row, self->columns[part]);

  return g_strstrip (g_strdup (rm_csv_unguard (cell)));
}

/* Digits only, as for scores. */
static char *
check_places (const char *text,
              int *places)
{
  guint64 number = 0;

  if (*text == '\0')
    return g_strdup (_ ("The number of places is missing"));
  if (*text == '-')
    return g_strdup (_ ("Places cannot be negative"));
  if (strspn (text, "0123456789") != strlen (text))
    /* Translators: %s is what a file says */
    return g_strdup_printf (_ ("“%s” is not a whole number"), text);
  if (!g_ascii_string_to_unsigned (text, 10, 0, RM_CAPACITIES_MAX, &number, NULL))
    return g_strdup_printf (_ ("There are more than %d places"), RM_CAPACITIES_MAX);

  *places = (int) number;
  return NULL;
}

static gboolean
read_side (Reading *self,
           guint row,
           guint *sides)
{
  g_autofree char *text = self->has_side ? get_text (self, row, SIDE) : g_strdup ("");
  g_autofree char *key = rm_fold_key (text);

  *sides = MENTEE | MENTOR;
  if (*text == '\0')
    return TRUE;
  if (g_str_equal (key, "mentee") || g_str_equal (key, "mentor"))
    {
      *sides = g_str_equal (key, "mentee") ? MENTEE : MENTOR;
      return TRUE;
    }

  add_problem (self, row, SIDE, RM_FILE_PROBLEM_VALUE,
               /* Translators: %s is what a file says; keep the two words */
               g_strdup_printf (_ ("“%s” is neither mentee nor mentor"), text));
  return FALSE;
}

/* Returns the line that said it before, or 0. */
static guint
set_places (const Reading *self,
            guint row,
            GHashTable *index,
            const char *name,
            int *values,
            guint *lines,
            int places)
{
  gpointer found = NULL;
  guint before = 0;

  if (!g_hash_table_lookup_extended (index, name, NULL, &found))
    return 0;

  before = lines[GPOINTER_TO_UINT (found)];
  if (before == 0)
    {
      values[GPOINTER_TO_UINT (found)] = places;
      lines[GPOINTER_TO_UINT (found)] = rm_sheet_get_line (self->csv, row);
    }

  return before;
}

static void
read_row (Reading *self,
          guint row)
{
  g_autofree char *name = get_text (self, row, NAME);
  g_autofree char *text = get_text (self, row, PLACES);
  char *message = NULL;
  guint sides = 0;
  guint as_mentee = 0;
  guint as_mentor = 0;
  int places = 0;

  if (*name == '\0' && *text == '\0')
    return;
  if (!read_side (self, row, &sides))
    return;
  sides &= (g_hash_table_contains (self->mentees, name) ? MENTEE : 0)
           | (g_hash_table_contains (self->mentors, name) ? MENTOR : 0);
  if (sides == 0)
    {
      add_problem (self, row, NAME, RM_FILE_PROBLEM_PERSON_UNKNOWN,
                   *name == '\0' ? g_strdup (_ ("The name is missing"))
                                 /* Translators: %s is a name */
                                 : g_strdup_printf (_ ("“%s” is not in the table of scores"), name));
      return;
    }
  message = check_places (text, &places);
  if (message != NULL)
    {
      add_problem (self, row, PLACES, RM_FILE_PROBLEM_VALUE, message);
      return;
    }

  if ((sides & MENTEE) != 0)
    as_mentee = set_places (self, row, self->mentees, name, self->table->mentees,
                            self->mentee_lines, places);
  if ((sides & MENTOR) != 0)
    as_mentor = set_places (self, row, self->mentors, name, self->table->mentors,
                            self->mentor_lines, places);
  if (as_mentee != 0 || as_mentor != 0)
    add_problem (self, row, NAME, RM_FILE_PROBLEM_TWICE,
                 g_strdup_printf (rm_sheet_is_workbook (self->csv)
                                    /* Translators: %u is the number of a row in a spreadsheet */
                                    ? _ ("The name stands in row %u already; the first one counts")
                                    /* Translators: %u is a line number */
                                    : _ ("The name stands on line %u already; the first one counts"),
                                  MAX (as_mentee, as_mentor)));
}

static void
read_rows (Reading *self)
{
  GPtrArray *of_csv = rm_sheet_get_problems ((RmSheet *) self->csv);

  for (guint i = 0; i < of_csv->len; i++)
    g_ptr_array_add (self->table->problems, rm_file_problem_copy (g_ptr_array_index (of_csv, i)));
  for (guint r = 0; r < rm_sheet_get_n_rows (self->csv); r++)
    read_row (self, r);
}

RmCapacitiesTable *
rm_capacities_table_new (RmSheet *table,
                         const RmScoresTable *scores,
                         GError **error)
{
  g_autoptr (RmCapacitiesTable) self = g_new0 (RmCapacitiesTable, 1);
  Reading reading = { .table = self, .csv = table };

  self->mentees = ones (scores->mentees->len);
  self->mentors = ones (scores->mentors->len);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  if (table == NULL)
    return g_steal_pointer (&self);
  if (!find_columns (&reading, error))
    return NULL;

  reading.mentees = index_names (scores->mentees);
  reading.mentors = index_names (scores->mentors);
  reading.mentee_lines = g_new0 (guint, scores->mentees->len + 1);
  reading.mentor_lines = g_new0 (guint, scores->mentors->len + 1);
  read_rows (&reading);
  g_hash_table_unref (reading.mentees);
  g_hash_table_unref (reading.mentors);
  g_free (reading.mentee_lines);
  g_free (reading.mentor_lines);

  return g_steal_pointer (&self);
}

void
rm_capacities_table_free (RmCapacitiesTable *self)
{
  if (self == NULL)
    return;

  g_free (self->mentees);
  g_free (self->mentors);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
