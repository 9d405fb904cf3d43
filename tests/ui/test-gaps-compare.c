/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-many.h"

#include "gaps-fixture.h"

/* The table held against that of another day, or of other people. */

static void
compare_days (GapsFixture *fixture,
              const char *first,
              const char *second)
{
  rm_gaps_model_compare (fixture->page->model,
                         rm_gap_comparison_new (RM_GAP_COMPARING_DAYS, first, second));
  gaps_settle (fixture);
}

static void
test_comparison (GapsFixture *fixture,
                 gconstpointer data)
{
  compare_days (fixture, "2026-02-15", NULL);
  g_assert_true (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
  g_assert_true (gtk_widget_get_visible (fixture->page->comparison_bar));
  g_assert_true (gaps_says (fixture, "Need: first .*, then .*"));
  gaps_act (fixture, "gaps.compare-nothing");
  g_assert_false (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
  g_assert_false (gtk_widget_get_visible (fixture->page->comparison_bar));
}

/* Two days between which nothing was rated are the same; a day is held against an earlier one. */
static void
test_days (GapsFixture *fixture,
           gconstpointer data)
{
  RmHeatSource *source = NULL;
  gboolean any = FALSE;

  compare_days (fixture, "1999-01-01", "2000-01-01");
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 0; r < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      g_assert_true (rm_heat_source_get_cell (source, r, c).unrated
                     || rm_heat_source_get_cell (source, r, c).value == 0);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->comparison_label),
                            "from 1999-01-01 to 2000-01-01"));

  compare_days (fixture, "1999-01-01", "2026-06-30");
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 0; r < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      any = any || rm_heat_source_get_cell (source, r, c).value > 0;
  g_assert_true (any);
}

/* Every other mentee is of one cohort. */
static void
make_cohorts (GapsFixture *fixture)
{
  static const char *const names[] = { "Autumn", "Spring" };
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  const RmField *field = rm_entity_find_field (rm_person_entity (), "cohort");

  for (guint c = 0; c < 2; c++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      programme = rm_session_get_programme (fixture->session);
      for (guint i = c; i < rm_programme_count (programme, RM_TABLE_PERSON); i += 2)
        g_array_append_val (ids, rm_programme_get_person (programme, i)->record.id);
      rm_command_set_field_of_many_async (fixture->session, (const gint64 *) (gpointer) ids->data,
                                          ids->len, field, names[c], NULL, NULL);
      ui_wait_until (rm_session_is_editable (fixture->session));
    }
}

static int
count_need (RmProgramme *programme,
            const char *cohort,
            const char *department,
            gint64 skill)
{
  int n = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      const RmStanding *standing = rm_person_find_standing (person, skill);

      if (person->side != RM_SIDE_MENTOR && person->state == RM_PERSON_ACTIVE
          && g_strcmp0 (person->cohort, cohort) == 0
          && g_strcmp0 (person->department, department) == 0 && standing != NULL
          && standing->level >= 0 && standing->target > standing->level)
        n++;
    }

  return n;
}

/* How many more the second has in need than the first, counted anew. */
static void
test_cohorts (GapsFixture *fixture,
              gconstpointer data)
{
  RmProgramme *programme = NULL;
  RmHeatSource *source = NULL;
  GtkWidget *dialog = NULL;
  guint n_compared = 0;

  make_cohorts (fixture);
  gaps_settle (fixture);
  ui_allow_question (TRUE);
  gaps_act (fixture, "gaps.compare-cohorts");
  dialog = gaps_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "do");
  gaps_settle (fixture);
  ui_allow_question (FALSE);

  programme = rm_session_get_programme (fixture->session);
  source = rm_heatmap_get_source (fixture->page->heatmap);
  g_assert_true (rm_heat_source_is_change (source));
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->comparison_label), "Spring"));
  for (guint r = 0; r + 1 < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      {
        RmGapBlock block = { r, c, 1, 1 };
        RmHeatCell cell = rm_heat_source_get_cell (source, r, c);
        g_autofree char *department = rm_gap_view_dup_row_text (gaps_get_view (fixture), r);
        g_autoptr (GArray) skills = rm_gap_view_list_skills (gaps_get_view (fixture), &block);
        gint64 skill = g_array_index (skills, gint64, 0);

        if (cell.unrated)
          continue;
        n_compared++;
        g_assert_cmpint (cell.value, ==, count_need (programme, "Spring", department, skill)
                                           - count_need (programme, "Autumn", department, skill));
      }
  g_assert_cmpuint (n_compared, >, 100);
  gaps_act (fixture, "gaps.compare-nothing");
  g_assert_false (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  GAPS_ADD ("/gaps-compare/comparison", test_comparison);
  GAPS_ADD ("/gaps-compare/days", test_days);
  GAPS_ADD ("/gaps-compare/cohorts", test_cohorts);
  return g_test_run ();
}
