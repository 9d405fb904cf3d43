/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/gaps/rm-gaps-compare.h"
#include "app/gaps/rm-gaps-export.h"
#include "app/queries/rm-programme-query.h"

#include <string.h>

/* The view of skill gaps and its functions, on the sample. */

typedef struct
{
  AppFixture *fixture;
  RmScorer *scorer;
} Sample;

static void
set_up (Sample *self,
        gconstpointer data)
{
  self->fixture = app_fixture_new_sample ();
  self->scorer = rm_scorer_new (rm_session_get_programme (self->fixture->session));
}

static void
tear_down (Sample *self,
           gconstpointer data)
{
  rm_scorer_unref (self->scorer);
  app_fixture_free (self->fixture);
}

static RmGapView *
new_view (Sample *self,
          RmGapRows rows,
          gboolean grouped,
          const RmGapLayout *layout)
{
  g_autoptr (RmGapSheet) sheet = rm_gap_sheet_new (self->scorer, rows, RM_GAP_COLUMNS_SKILL,
                                                   grouped, grouped, NULL, NULL, NULL);

  return rm_gap_view_new (sheet, NULL, layout, NULL, NULL, NULL);
}

static guint
count_rows (RmGapView *view)
{
  return rm_heat_source_get_n_rows (RM_HEAT_SOURCE (view));
}

static guint
count_columns (RmGapView *view)
{
  return rm_heat_source_get_n_columns (RM_HEAT_SOURCE (view));
}

static double
get_total (RmGapView *view,
           guint row)
{
  double total = 0;
  gboolean known = FALSE;

  for (guint c = 0; c < count_columns (view); c++)
    {
      RmHeatCell cell = rm_heat_source_get_cell (RM_HEAT_SOURCE (view), row, c);

      total += cell.unrated ? 0 : cell.value;
      known = known || !cell.unrated;
    }

  return known ? total : -1;
}

static void
assert_same_rows (RmGapView *a,
                  RmGapView *b)
{
  guint row = 0;

  g_assert_cmpuint (count_rows (a), ==, count_rows (b));
  for (guint r = 0; r < count_rows (a); r++)
    {
      g_autofree char *key = rm_gap_view_dup_row_key (a, r);

      g_assert_true (rm_gap_view_find_row (b, key, &row));
    }
}

static void
test_orders (Sample *self,
             gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) plain = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  g_autofree char *key = rm_gap_view_dup_column_key (plain, 3);

  for (int sort = 0; sort < RM_N_GAP_SORTS; sort++)
    {
      g_autoptr (RmGapView) view = NULL;
      g_autoptr (RmGapView) again = NULL;

      rm_gap_axis_sort_by (&layout->rows, (RmGapSort) sort, key);
      view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
      again = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
      assert_same_rows (plain, view);
      for (guint r = 0; r < count_rows (view); r++)
        {
          RmHeatCell cell = rm_heat_source_get_cell (RM_HEAT_SOURCE (view), r, 3);
          RmHeatCell before = rm_heat_source_get_cell (RM_HEAT_SOURCE (view), MAX (r, 1) - 1, 3);

          g_assert_cmpuint (rm_gap_view_get_row (view, r).index, ==,
                            rm_gap_view_get_row (again, r).index);
          if (sort == RM_GAP_SORT_TOTAL && r > 0)
            g_assert_cmpfloat (get_total (view, r), <=, get_total (view, r - 1));
          if (sort == RM_GAP_SORT_LINE && r > 0)
            g_assert_true (before.unrated ? cell.unrated
                                          : cell.unrated || cell.value <= before.value);
        }
    }

  /* a line that is gone is no order */
  rm_gap_axis_sort_by (&layout->rows, RM_GAP_SORT_LINE, "skill 1");
  {
    g_autoptr (RmGapView) view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);

    for (guint r = 0; r < count_rows (view); r++)
      g_assert_cmpuint (rm_gap_view_get_row (view, r).index, ==, r);
  }
}

static void
test_filters (Sample *self,
              gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) all = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  guint n_rows = count_rows (all);
  guint n_columns = count_columns (all);
  static const struct
  {
    const char *filter;
    int n_rows;       /* -1: all of them */
    int n_columns;
  } cases[] = {
    { "prezi", -1, 1 },     { "FINANCE", 1, -1 },  { "zzz", 0, 0 }, { "", -1, -1 },
    { "media social", -1, 2 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (RmGapView) view = NULL;

      g_free (layout->filter);
      layout->filter = g_strdup (cases[k].filter);
      view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
      g_assert_cmpuint (count_rows (view), ==,
                        cases[k].n_rows < 0 ? n_rows : (guint) cases[k].n_rows);
      g_assert_cmpuint (count_columns (view), ==,
                        cases[k].n_columns < 0 ? n_columns : (guint) cases[k].n_columns);
    }
}

static void
test_hiding (Sample *self,
             gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) all = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  g_autoptr (RmGapView) fewer = NULL;
  g_autofree char *key = rm_gap_view_dup_row_key (all, 1);
  guint row = 0;

  g_hash_table_add (layout->rows.hidden, g_strdup (key));
  g_hash_table_add (layout->columns.hidden, rm_gap_view_dup_column_key (all, 0));
  fewer = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  g_assert_cmpuint (count_rows (fewer), ==, count_rows (all) - 1);
  g_assert_cmpuint (count_columns (fewer), ==, count_columns (all) - 1);
  g_assert_false (rm_gap_view_find_row (fewer, key, &row));
  g_assert_cmpuint (rm_gap_view_get_n_all_rows (fewer), ==, count_rows (all));
}

/* A folded group shows what the table of departments shows; opened, its people follow it. */
static void
test_groups (Sample *self,
             gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) departments = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  g_autoptr (RmGapView) folded = new_view (self, RM_GAP_ROWS_PERSON, TRUE, layout);
  g_autoptr (RmGapView) open = NULL;
  g_autofree char *key = rm_gap_view_dup_row_key (folded, 1);
  guint size = rm_gap_sheet_get_row_size (rm_gap_view_get_sheet (folded),
                                          rm_gap_view_get_row (folded, 1));

  g_assert_cmpuint (count_rows (folded), ==, count_rows (departments));
  g_assert_cmpuint (count_columns (folded), <, count_columns (departments));
  g_hash_table_add (layout->rows.open, g_strdup (key));
  g_hash_table_add (layout->columns.open, rm_gap_view_dup_column_key (folded, 0));
  open = new_view (self, RM_GAP_ROWS_PERSON, TRUE, layout);
  g_assert_cmpuint (count_rows (open), ==, count_rows (folded) + size);
  g_assert_true (rm_gap_view_get_row (open, 1).group);
  for (guint r = 2; r < 2 + size; r++)
    g_assert_false (rm_gap_view_get_row (open, r).group);
  g_assert_true (rm_gap_view_get_row (open, 2 + size).group);

  /* the first skill of the opened category, as the table of departments has it */
  for (guint r = 0; r < count_rows (departments); r++)
    {
      g_autofree char *department = rm_gap_view_dup_row_key (departments, r);
      g_autofree char *skill = rm_gap_view_dup_column_key (open, 1);
      guint row = 0;
      guint column = 0;

      g_assert_true (rm_gap_view_find_row (open, department, &row));
      g_assert_true (rm_gap_view_find_column (departments, skill, &column));
      g_assert_cmpint (rm_heat_source_get_cell (RM_HEAT_SOURCE (open), row, 1).value, ==,
                       rm_heat_source_get_cell (RM_HEAT_SOURCE (departments), r, column).value);
    }
}

static void
test_words (Sample *self,
            gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  const RmGapBlock cell = { 1, 0, 1, 1 };
  const RmGapBlock block = { 1, 0, 2, 3 };
  g_autofree char *one = rm_gap_view_dup_block_sentence (view, &cell);
  g_autofree char *many = rm_gap_view_dup_block_sentence (view, &block);
  g_autofree char *place = rm_gap_view_dup_block_text (view, &cell);
  g_autoptr (GArray) people = NULL;
  RmGapCell figures = rm_gap_view_count_block (view, &block, RM_GAP_NEED, &people);

  g_assert_true (g_str_has_prefix (one, place));
  g_assert_nonnull (strstr (one, ": need "));
  g_assert_true (g_str_has_prefix (many, "3 columns, 2 rows: need "));
  g_assert_cmpuint (people->len, ==, figures.need);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static guint
count_files (const char *text,
             const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

static void
test_files (Sample *self,
            gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  static const char *const starts[] = { "\xef\xbb\xbfNeed,", "PK\x03\x04", "\x89PNG", "<?xml", "%PDF-" };
  guint n_unrated = 0;

  for (guint r = 0; r < count_rows (view); r++)
    for (guint c = 0; c < count_columns (view); c++)
      n_unrated += rm_heat_source_get_cell (RM_HEAT_SOURCE (view), r, c).unrated;
  g_assert_cmpuint (n_unrated, >, 0);
  for (gsize k = 0; k < G_N_ELEMENTS (starts); k++)
    {
      g_autoptr (GFile) file = app_fixture_file (self->fixture, "gaps");
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      rm_gaps_export_write (view, NULL, (RmGapsFile) k, k == RM_GAPS_PNG, file, NULL, NULL, &error);
      g_assert_no_error (error);
      text = read_file (file);
      g_assert_true (g_str_has_prefix (text, starts[k]));
      if (k == RM_GAPS_CSV)
        g_assert_cmpuint (count_files (text, "?"), ==, n_unrated);
    }
}

/* Sheets to fill in: as they are they say nothing; filled in they are ratings. */
static void
test_questions (Sample *self,
                gconstpointer data)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  const RmGapBlock block = { 1, 0, 2, 1 };
  g_autoptr (GArray) unrated = NULL;
  RmGapCell cell = rm_gap_view_count_block (view, &block, RM_GAP_UNRATED, &unrated);
  g_autoptr (GFile) file = app_fixture_file (self->fixture, "ask.csv");
  g_autoptr (GFile) filled = NULL;
  g_autofree char *before = app_fixture_dump (self->fixture);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) answers = g_string_new (NULL);

  g_assert_true (rm_gaps_export_write (view, &block, RM_GAPS_QUESTIONS, FALSE, file, NULL, NULL,
                                       NULL));
  text = read_file (file);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, cell.unrated + 2);
  g_assert_cmpuint (cell.unrated, >, 1);
  app_fixture_import (self->fixture, file, RM_IMPORT_RATINGS);
  after = app_fixture_dump (self->fixture);
  g_assert_cmpstr (before, ==, after);

  for (guint i = 0; i <= cell.unrated; i++)
    {
      g_assert_true (i == 0 || g_str_has_suffix (lines[i], ",,,"));
      /* the last three are level, target and importance */
      if (i > 0)
        lines[i][strlen (lines[i]) - 2] = '\0';
      g_string_append_printf (answers, i > 0 ? "%s1,,\r\n" : "%s\r\n", lines[i]);
    }
  filled = app_fixture_write (self->fixture, "filled.csv", answers->str);
  app_fixture_import (self->fixture, filled, RM_IMPORT_RATINGS);
  for (guint k = 0; k < unrated->len; k++)
    {
      const RmPerson *person = rm_programme_find_person (
        rm_session_get_programme (self->fixture->session), g_array_index (unrated, gint64, k));
      g_autoptr (GArray) skills = rm_gap_view_list_skills (view, &block);
      const RmStanding *standing = rm_person_find_standing (person,
                                                            g_array_index (skills, gint64, 0));

      g_assert_nonnull (standing);
      g_assert_cmpint (standing->level, ==, 1);
    }
}

static void
test_needs (Sample *self,
            gconstpointer data)
{
  RmSession *session = self->fixture->session;
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) view = new_view (self, RM_GAP_ROWS_DEPARTMENT, FALSE, layout);
  const RmGapBlock block = { 1, 0, 1, 2 };
  g_autoptr (GArray) people = rm_gap_view_list_people (view, &block);
  g_autoptr (GArray) skills = rm_gap_view_list_skills (view, &block);
  g_autoptr (RmJob) job = rm_job_new ();
  g_autofree char *before = app_fixture_dump (self->fixture);
  g_autofree char *after = NULL;
  guint n = rm_programme_query_count_needs (rm_session_get_programme (session), people, skills, 4);

  g_assert_cmpuint (n, >, 0);
  rm_command_add_needs_async (session, people, skills, 4, job, app_fixture_heard, self->fixture);
  g_assert_true (app_fixture_finish (self->fixture, NULL));
  g_assert_cmpuint (rm_programme_query_count_needs (rm_session_get_programme (session), people, skills, 4),
                    ==, 0);
  for (guint p = 0; p < people->len; p++)
    for (guint s = 0; s < skills->len; s++)
      {
        gint64 skill = g_array_index (skills, gint64, s);
        const RmPerson *now = rm_programme_find_person (rm_session_get_programme (session),
                                                        g_array_index (people, gint64, p));
        const RmPerson *past = rm_programme_find_person (
          rm_scorer_get_programme (self->scorer), g_array_index (people, gint64, p));
        const RmStanding *standing = rm_person_find_standing (now, skill);
        const RmStanding *earlier = rm_person_find_standing (past, skill);

        g_assert_true (standing->level >= 4 || standing->target >= 4);
        g_assert_cmpint (standing->level, ==, earlier != NULL ? earlier->level : -1);
      }

  /* one step */
  g_assert_true (rm_session_undo (session, NULL));
  after = app_fixture_dump (self->fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Held against itself nothing has changed; held against a day before all ratings everything is new. */
static void
test_comparison (Sample *self,
                 gconstpointer data)
{
  RmProgramme *programme = rm_session_get_programme (self->fixture->session);
  RmDocument *document = rm_session_get_document (self->fixture->session);
  static const char *const days[] = { "2999-01-01", "1900-01-01" };
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();

  for (gsize k = 0; k < G_N_ELEMENTS (days); k++)
    {
      g_autoptr (RmProgramme) past = rm_gaps_compare_date (document, programme, days[k], NULL);
      g_autoptr (RmScorer) scorer = rm_scorer_new (past);
      g_autoptr (RmGapSheet) now = rm_gap_sheet_new (self->scorer, RM_GAP_ROWS_DEPARTMENT,
                                                     RM_GAP_COLUMNS_SKILL, FALSE, FALSE, NULL,
                                                     NULL, NULL);
      g_autoptr (RmGapSheet) before = rm_gap_sheet_new (scorer, RM_GAP_ROWS_DEPARTMENT,
                                                        RM_GAP_COLUMNS_SKILL, FALSE, FALSE, NULL,
                                                        NULL, NULL);
      g_autoptr (RmGapView) view = rm_gap_view_new (now, before, layout, NULL, NULL, NULL);

      g_assert_true (rm_heat_source_is_change (RM_HEAT_SOURCE (view)));
      g_assert_cmpuint (rm_heat_source_get_maximum (RM_HEAT_SOURCE (view)), ==, 0);
      for (guint r = 0; r < count_rows (view); r++)
        for (guint c = 0; c < count_columns (view); c++)
          {
            RmHeatCell cell = rm_heat_source_get_cell (RM_HEAT_SOURCE (view), r, c);

            if (k == 1)
              g_assert_true (cell.unrated);
            else
              g_assert_true (cell.unrated || cell.value == 0);
          }
    }
}

#define ADD(name, func) g_test_add ("/app/gap-view/" name, Sample, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("orders", test_orders);
  ADD ("filters", test_filters);
  ADD ("hiding", test_hiding);
  ADD ("groups", test_groups);
  ADD ("words", test_words);
  ADD ("files", test_files);
  ADD ("questions", test_questions);
  ADD ("needs", test_needs);
  ADD ("comparison", test_comparison);
  return g_test_run ();
}
